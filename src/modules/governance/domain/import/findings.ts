import type { RowFault } from '#platform/kernel';

export const importKinds = { decisions: 'Decisions', meetings: 'Meetings and their agendas' } as const;
export type ImportKind = keyof typeof importKinds;

/** A record that stands and of which the file now says something else. It is never edited. */
export type Difference = Readonly<{
  line: number;
  reference: string;
  /** The record’s page. */
  path: string;
  /** What differs, in the words of the record: “Title”, “Clause 2”. */
  what: string;
  stands: string;
  file: string;
}>;

/** What the check of a file found, before anything is written. */
export type Findings = Readonly<{
  encoding: string;
  rows: number;
  /** Decisions or meetings that are right and not there yet. */
  fresh: number;
  /** Those that are there already and say the same. */
  known: number;
  faults: readonly RowFault[];
  /** How many faults there are, where the list was cut. */
  faultsInAll: number;
  differences: readonly Difference[];
  ignored: readonly string[];
  twice: readonly string[];
}>;

/** What an import did. */
export type ImportOutcome =
  | Readonly<{ outcome: 'entered'; entered: number; corrected: number }>
  /** Nothing was written, since not every row was right. */
  | Readonly<{ outcome: 'stopped'; because: string }>;

/** The most faults that are kept and shown; a file with more has one thing wrong throughout. */
export const mostFaults = 5000;

/** The most rows of a file: more than a council decides in twenty years. */
export const mostRows = 100_000;
