import type { ReadingDoubt, ReadingFault } from './faults.ts';
import type { ReadingColumn } from './reading-columns.ts';

/** What is wrong in one cell of a file, or unlikely. */
export type RowFinding = Readonly<{
  line: number;
  column: ReadingColumn;
  /** What stands there. */
  value: string;
  found: ReadingFault | ReadingDoubt;
}>;

/** What the check of a file found, before anything is put before anybody. */
export type ReadingFindings = Readonly<{
  /** How the file is written: an encoding, or the kind of workbook. */
  written: string;
  rows: number;
  /** Periods that had no reading. */
  fresh: number;
  /** Readings that take the place of others. */
  revisions: number;
  /** Rows that say what is published, or what waits for approval, already. */
  known: number;
  /** Rows that were not filled in: passed over. */
  empty: number;
  faults: readonly RowFinding[];
  /** How many there are, where the list was cut. */
  faultsInAll: number;
  doubts: readonly RowFinding[];
  doubtsInAll: number;
}>;

/** Why a file cannot be read as readings at all. */
export type FileFault =
  | Readonly<{ is: 'empty' }>
  | Readonly<{ is: 'no-rows' }>
  | Readonly<{ is: 'not-a-table' }>
  | Readonly<{ is: 'nothing-inside' }>
  | Readonly<{ is: 'damaged' }>
  | Readonly<{ is: 'encrypted' }>
  | Readonly<{ is: 'too-large' }>
  | Readonly<{ is: 'row-does-not-end'; line: number }>
  | Readonly<{ is: 'too-many-rows'; most: number }>
  | Readonly<{ is: 'unknown-columns'; columns: readonly string[] }>
  | Readonly<{ is: 'columns-twice'; columns: readonly string[] }>
  | Readonly<{ is: 'columns-missing'; columns: readonly string[] }>
  | Readonly<{ is: 'broken-off' }>
  // What a program sent, written as JSON
  | Readonly<{ is: 'not-json' }>
  | Readonly<{ is: 'not-a-list' }>
  | Readonly<{ is: 'not-a-row'; row: number }>;

/** The most of each that are kept and shown: a file with more has one thing wrong throughout. */
export const mostFindings = 5000;
