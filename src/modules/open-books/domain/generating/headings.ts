import type { Role } from '../reading/roles.ts';
import type { Random } from './random.ts';

/** The columns a made file may have. */
export const made = [
  'body-name',
  'date',
  'supplier',
  'transaction',
  'amount',
  'department',
  'service',
  'category',
  'purpose',
  'supplier-id',
  'company-number',
  'kind',
] as const satisfies readonly Role[];
export type MadeRole = (typeof made)[number] | 'gross' | 'vat';

export const usualHeading: Readonly<Record<MadeRole, string>> = {
  'body-name': 'Body Name',
  date: 'Payment Date',
  supplier: 'Supplier Name',
  transaction: 'Transaction Number',
  amount: 'Net Amount',
  gross: 'Gross Amount',
  vat: 'VAT',
  department: 'Department',
  service: 'Service',
  category: 'Expenditure Category',
  purpose: 'Purpose',
  'supplier-id': 'Supplier ID',
  'company-number': 'Company Number',
  kind: 'Capital or Revenue',
};

const others: Readonly<Record<MadeRole, readonly string[]>> = {
  'body-name': ['Organisation Name', 'OrganisationLabel', 'Council', 'Authority'],
  date: [
    'Date Paid',
    'Paid Date',
    'DATE',
    'Date of Payment',
    'PaymentDate',
    'Posting Date',
    'Transaction Date:',
  ],
  supplier: ['Supplier', 'Beneficiary', 'Name:', 'BENEFICIARY NAME', 'Vendor Name', 'Payee', 'Creditor Name'],
  transaction: ['Trans No', 'Transaction No.', 'Document Number', 'Payment Reference', 'Voucher No'],
  amount: [
    'Amount',
    'Net Amount (£)',
    'Amount Excl. VAT',
    'NetAmount',
    'Amount Paid',
    'Net Value £',
    'AMOUNT (NET)',
  ],
  gross: ['Gross', 'Amount inc VAT', 'Gross Value'],
  vat: ['VAT Amount', 'Tax'],
  department: ['Directorate', 'Organisational Unit', 'Directorate Name', 'Portfolio'],
  service: ['Cost Centre', 'Service Name', 'Service Cost Centre', 'Cost Centre Description'],
  category: ['Expense Type', 'Account Description', 'Subjective', 'Account Detail', 'Category'],
  purpose: ['Description', 'Summary of Purpose', 'Narrative', 'Purpose of Spend', 'Details'],
  'supplier-id': ['Supplier No', 'Vendor Number', 'Creditor Number', 'Supplier Code'],
  'company-number': ['Company Registration Number', 'Companies House Number'],
  kind: ['Cap or Rev', 'Capital/Revenue', 'Type'],
};

export const otherHeading = (role: MadeRole, random: Random): string => random.pick(others[role]);

/** One letter left out of a long word, two swapped, or one there twice. */
export function misspelt(heading: string, random: Random): string {
  const long = /[A-Za-z]{7,}/.exec(heading);
  if (long === null) return heading;
  const at = long.index + 2 + random.below(long[0].length - 4);
  const [before, first, second, after] = [
    heading.slice(0, at),
    heading.charAt(at),
    heading.charAt(at + 1),
    heading.slice(at + 2),
  ];
  switch (random.below(3)) {
    case 0:
      return `${before}${second}${after}`;
    case 1:
      return `${before}${second}${first}${after}`;
    default:
      return `${before}${first}${first}${second}${after}`;
  }
}

/** Columns that no reader needs to understand. */
export const strayHeadings = ['Ward', 'Batch', 'Checked', 'Office', 'Region'] as const;
