import type { Finding } from '../../../domain/import/report.ts';
import type { Reason } from '../../../domain/reading/read-row.ts';

/** How whoever keeps the file can have a row read that was set aside. */
export const mends: Readonly<Record<Reason, string>> = {
  total: 'Nothing: a total is held against the rows and is no payment',
  'repeated-heading': 'Nothing: headings are no payment',
  'headings-below': 'Nothing: the rows above were read by them',
  'other-headings':
    'Bring what stands below these headings as a file of its own, so that its columns are read by them',
  note: 'Nothing where it is a note. Where it is a payment, write its amount in the column of amounts',
  'amount-unknown': 'Say which column holds the amount',
  'no-amount': 'Write the amount in its column, or take the row out',
  'amount-withheld': 'Publish the amount: what is withheld is the name alone, as the Code has it',
  'amount-not-read': 'Write the amount in figures, such as 1234.56 or -1234.56',
  'date-not-read': 'Write the date like 31/07/2026 or 2026-07-31',
  'too-few-cells': 'Fill the missing cells, so that the row has as many as the headings',
  'too-many-cells': 'Put what holds a comma in quotation marks, or save the file anew as a workbook',
  'table-not-read': 'Bring the file mended, or leave it out if it holds no payments',
};

/** What an officer may do about what the check found. */
export const findingHelp: Readonly<Record<Finding['kind'], string>> = {
  'not-read':
    'Nothing of these is published. If they hold payments, bring them mended; if not, say when you ask that they are left out.',
  'other-body':
    'Look whether these are the payments of your body. If they are, say so when you ask; if not, drop the files.',
  'total-apart':
    'The file says another sum than its rows come to. Look whether rows are missing, or were set aside.',
  'under-threshold': 'They may be published. Leave them out of the file if your body does not publish them.',
  'exact-duplicates': 'Two like payments may be two payments. Check a few against the ledger.',
  'published-elsewhere':
    'Ask for months that cover that release too, or take them out of the file. If they were paid again, say so when you ask.',
  'published-before':
    'They count once if this release takes the place of the one that holds them. That is looked at again for the months that you ask for.',
  'outside-months': 'Look whether the months are right, and whether the days of the file are.',
  'looks-personal':
    'Replace the name in the file by “REDACTED – PERSONAL DATA” where it is that of an individual who is not in business. The amount stays.',
  'purpose-personal':
    'Look at each. Where the description tells of an individual, take that out of the file and bring it anew; it is published as it stands otherwise.',
  'looks-like-total': 'If it is a total and no firm of that name, take the row out of the file.',
  'days-either-way':
    'Look whether the days are right. If they are not, say under “Correct the columns” how they are written: it is remembered.',
  'without-date': 'They count to the months that you state, and to no day.',
  'without-supplier': 'The Code asks for the beneficiary. Name it, or say that it is redacted.',
};
