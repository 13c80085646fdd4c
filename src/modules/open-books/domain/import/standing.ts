import type { Import, ImportOutcome, MonthsCovered, Officer } from './import.ts';
import type { ImportReport, TableReport } from './report.ts';

/** Where an import is, derived from what was done with it and when. */
export type ImportStanding =
  | Readonly<{ is: 'reading' }>
  /** A reading was begun and nothing has moved for a minute, as when the server was started anew. */
  | Readonly<{ is: 'quiet' }>
  | Readonly<{ is: 'failed'; says: string }>
  /** None of its tables is one of payments. */
  | Readonly<{ is: 'refused' }>
  /** An officer must say which column is which before it can be published. */
  | Readonly<{ is: 'in-doubt' }>
  | Readonly<{ is: 'read' }>
  | Readonly<{
      is: 'asked';
      by: Officer;
      period: MonthsCovered;
      says: string;
      twice: number;
      byMonth: boolean;
    }>
  | Readonly<{ is: 'returned'; by: Officer; says: string }>
  | Readonly<{ is: 'approved'; by: Officer; at: Date }>
  | Readonly<{ is: 'dropped'; by: Officer; says: string }>;

const quietAfterMilliseconds = 60_000;

/** Where an import is at a moment. */
export function importStanding(
  { reading, outcomes }: Pick<Import, 'reading' | 'outcomes'>,
  now: Date,
): ImportStanding {
  const last = outcomes.at(-1);
  // Approved and dropped are the end; what was said of an earlier reading says nothing of a newer one.
  if (last !== undefined && (isEnd(last) || last.reading === reading.number)) return said(last);
  const { report, failed } = reading;
  if (failed !== undefined) return { is: 'failed', says: failed };
  if (report === undefined)
    return { is: now.getTime() - reading.movedAt.getTime() > quietAfterMilliseconds ? 'quiet' : 'reading' };
  if (tablesInDoubt(report).length > 0) return { is: 'in-doubt' };
  return { is: report.rowsUnderstood === 0 ? 'refused' : 'read' };
}

const isEnd = ({ outcome }: ImportOutcome): boolean => outcome === 'approved' || outcome === 'dropped';

function said({ outcome, by, at, period, says, twice = 0, byMonth = false }: ImportOutcome): ImportStanding {
  if (outcome === 'approved') return { is: 'approved', by, at };
  if (outcome !== 'asked') return { is: outcome, by, says };
  if (period === undefined) throw new Error('Publication was asked without its days');
  return { is: 'asked', by, period, says, twice, byMonth };
}

/** The tables whose columns nobody has decided and that cannot be told with confidence. */
export const tablesInDoubt = ({ tables }: Pick<ImportReport, 'tables'>): readonly TableReport[] =>
  tables.filter(({ inDoubt, columnsBy }) => inDoubt !== null && columnsBy === 'reading');

/** Whether its columns may be corrected and its files read again: not while somebody is asked, nor once it is over. */
export const mayBeReadAgain = ({ is }: ImportStanding): boolean =>
  is !== 'reading' && is !== 'asked' && is !== 'approved' && is !== 'dropped';

/** Whether publication can be asked for. */
export const mayBeAsked = ({ is }: ImportStanding): boolean => is === 'read' || is === 'returned';

/** Whether somebody else approves it than brought it and asked for it: another office and another account. */
export const isSomebodyElse = (
  others: readonly Officer[],
  { officeId, accountId }: Pick<Officer, 'officeId' | 'accountId'>,
): boolean =>
  others.every(
    (other) => other.officeId !== officeId && (accountId === undefined || other.accountId !== accountId),
  );
