import type { FieldErrors } from '#platform/http';
import {
  formatCount,
  formatLondonTime,
  formatMoney,
  londonTime,
  listInWords,
  never,
  pence,
  plural,
} from '#platform/kernel';
import { isStale } from '#platform/module';
import { explainCommon, isCommon } from '#platform/web';
import type { ApproveRefusal } from '../../../actions/publishing/approve-import.ts';
import type {
  AskRefusal,
  CountedTwice,
  FewerPayments,
  OfNoMonth,
  Overlaps,
  Unconfirmed,
} from '../../../actions/publishing/ask-publication.ts';
import type { EndRefusal } from '../../../actions/publishing/end-import.ts';
import type { ReadAgainRefusal } from '../../../actions/publishing/run-reading.ts';
import type { UnderWay } from '../../../domain/import/publication.ts';
import type { ToConfirm } from '../../../domain/import/report.ts';
import type { ImportStanding } from '../../../domain/import/standing.ts';
import { monthsInWords } from '../../../domain/release/months-covered.ts';

/** What stands where there is no import. */
export const noSuchImport =
  'Your body has no files of payments at this address. The page of published spending lists those brought lately.';
export const noSuchTable =
  'These files have no such table. The report of their check lists the tables that were found.';

export type ImportRefusal = ApproveRefusal | UnderWay | AskRefusal | EndRefusal | ReadAgainRefusal;

const isUnconfirmed = (refusal: object): refusal is Unconfirmed => 'unconfirmed' in refusal;
const confirm: Readonly<Record<ToConfirm, string>> = {
  'not-read':
    'Some of these files were not read as payments. Say that they are left out, or drop these files and bring them without those',
  'other-body':
    'The rows of these files name another body. Say that they are payments of yours, or drop the files',
};
const isTwice = (refusal: object): refusal is CountedTwice => 'twice' in refusal;
const isOfNoMonth = (refusal: object): refusal is OfNoMonth => 'ofNoMonth' in refusal;
const isFewer = (refusal: object): refusal is FewerPayments => 'fewer' in refusal;
const isOverlap = (refusal: object): refusal is Overlaps => 'overlaps' in refusal;

/** Why nothing became of what was asked of an import, in a sentence with the way out. */
export function explainImport(refusal: ImportRefusal): FieldErrors {
  if (typeof refusal === 'object') {
    if ('underWay' in refusal)
      return {
        form: `${refusal.underWay} approved these payments, and they are being published. Nothing else is done with them meanwhile`,
      };
    if (isOverlap(refusal)) return { form: explainOverlap(refusal) };
    if (isUnconfirmed(refusal))
      return Object.fromEntries(refusal.unconfirmed.map((kind) => [kind, confirm[kind]]));
    if (isTwice(refusal)) return { again: explainTwice(refusal) };
    if (isOfNoMonth(refusal)) return { releases: explainNoMonth(refusal) };
    if (isFewer(refusal)) return { 'fewer-payments': explainFewer(refusal) };
    if (isStale(refusal)) return { form: explainStale(refusal.stale) };
  }
  if (typeof refusal === 'object') return {};
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-import':
      return { form: noSuchImport };
    case 'own-import':
      return {
        form: 'You brought these payments or asked for their publication, so somebody else of your body, in another office, decides on them',
      };
    case 'says-missing':
      return { says: 'Say what is to be mended' };
    case 'in-doubt':
      return {
        form: 'Which column is which is not certain in every table. Say it first, on the page of that table’s columns',
      };
    case 'why-twice':
      return { says: 'Say why these payments are published again: whoever approves them reads it' };
    case 'not-read':
      return {
        form: 'These files are not read, so there is nothing to publish yet. Wait until they are, or read them again',
      };
    case 'ends-later':
      return { to: 'The last month must be this month or one before it' };
    case 'not-now':
      return {
        form: 'These files are being read, wait for approval or are decided, so they cannot be read again now',
      };
    default:
      return never(refusal);
  }
}

const explainTwice = ({ twice: { rows, pence: amount } }: CountedTwice): string =>
  `${plural(rows, 'payment')} of ${formatMoney(pence(amount))} ${rows === 1 ? 'stands' : 'stand'} in a published release of other months, and would be counted twice. Ask for months that cover that release too, or take them out of the file. If they were paid again, tick this and say why`;

const explainNoMonth = ({ ofNoMonth }: OfNoMonth): string =>
  `${plural(ofNoMonth, 'payment has', 'payments have')} no day or ${ofNoMonth === 1 ? 'is' : 'are'} of several months, so no release of one month can hold ${ofNoMonth === 1 ? 'it' : 'them'}. Publish all of these payments together, as one release`;

const explainFewer = ({ fewer }: FewerPayments): string => {
  const each = fewer.map(
    ({ id, held, now }) =>
      `${id} holds ${plural(held, 'payment')}, and ${formatCount(now)} would take their place`,
  );
  return `Far fewer payments than are published: ${listInWords(each)}. Where the others are to stay, take these few out of the files, or publish all together with them. If that is right, say so`;
};

const explainOverlap = ({ overlaps }: Overlaps): string => {
  const named = overlaps.map(
    ({ id, periodFrom, periodTo }) => `${id} (${monthsInWords({ from: periodFrom, to: periodTo })})`,
  );
  return `These months cover a published release in part only: ${listInWords(named)}. Bring all of its months together with these, or withdraw it first`;
};

function explainStale(standing: ImportStanding | undefined): string {
  const nothing = 'so nothing of yours was done';
  if (standing?.is === 'approved')
    return `These payments were approved by ${standing.by.office} at ${formatLondonTime(londonTime(standing.at))} and are published, ${nothing}`;
  if (standing?.is === 'returned')
    return `These payments were given back by ${standing.by.office}: ${standing.says}; ${nothing}`;
  if (standing?.is === 'dropped') return `These files were dropped by ${standing.by.office}, ${nothing}`;
  if (standing?.is === 'asked') return `${standing.by.office} asked for publication already, ${nothing}`;
  return `These files stand otherwise by now, ${nothing}. Look at the report again`;
}
