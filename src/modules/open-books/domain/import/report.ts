import { formatMoney, type IsoDate, pence } from '#platform/kernel';
import type { Rounding } from './rounding.ts';
import type { DaysTold } from '../reading/day-order.ts';
import type { Reason } from '../reading/read-row.ts';
import type { Role } from '../reading/roles.ts';

/**
 * What the check of an import found, before anything is public: one part for each table, and what was found across them. Kept as
 * plain data; amounts are whole pence, which stay exact as numbers up to ninety thousand billion pounds.
 */
export type ImportReport = Readonly<{
  tables: readonly TableReport[];
  rowsIn: number;
  rowsUnderstood: number;
  rowsSetAside: number;
  penceUnderstood: number;
  penceSetAside: number;
  periodFrom: IsoDate | null;
  periodTo: IsoDate | null;
  /** What an officer should look at before asking for publication; none of these stops it by itself. */
  findings: readonly Finding[];
}>;

export type TableReport = Readonly<{
  /** The place of the file among those brought, from 0. */
  file: number;
  /** The staged files its rows are in: none where it was refused, two where some of its rows were read one by one. */
  parts: readonly StagedPart[];
  filename: string;
  sheet: string | null;
  encoding: string;
  /**
   * How the cells of its rows are parted in their text: by which sign, and whether a cell with the sign in it stands in quotation
   * marks. Not known of what could not be opened.
   */
  parting?: Readonly<{ by: string; isQuoted: boolean }> | null;
  /** Which way it was read: by columns at once, or row by row where it is untidy. */
  way: 'by-columns' | 'by-rows';
  headings: readonly string[];
  headingLine: number | null;
  /** Rows above the first row of data, the headings among them. */
  preambleRows: number;
  columns: readonly Readonly<{ at: number; heading: string; role: Role; confidence: number }>[];
  /** Who said so: the reading itself, or an officer, now or for an earlier file. */
  columnsBy: 'reading' | 'officer' | 'remembered';
  /** Whether `pence` is what was paid without VAT, or with it, where the file gives no other. */
  amountIs: 'net' | 'gross';
  /** In which order its days are written and by what that was decided; absent where it makes no difference. */
  days?: DaysTold;
  /** Where it begins below other headings of the same sheet or text: after so many rows of it, on this line. */
  section?: Readonly<{ row: number; line: number }>;
  /** All rows of the table: those above the data, blank ones, and those that went in. */
  rowsRead: number;
  rowsBlank: number;
  /** What stands in its column of the name of the body, where it has one: the first few that differ. */
  bodiesNamed?: readonly string[];
  rowsIn: number;
  rowsUnderstood: number;
  rowsSetAside: number;
  reasons: Readonly<Partial<Record<Reason, number>>>;
  penceUnderstood: number;
  penceSetAside: number;
  /** Where amounts have more than two decimals. */
  rounding?: Rounding;
  periodFrom: IsoDate | null;
  periodTo: IsoDate | null;
  controlTotals: readonly Readonly<{
    line: number;
    penceStated: number;
    penceFound: number;
    agrees: boolean;
  }>[];
  repairs: Readonly<Record<string, number>>;
  inDoubt: string | null;
  refused: string | null;
  /** Of a release of one month: its payments of other months, which are releases of their own. */
  elsewhere?: Readonly<{ rows: number; pence: number }>;
}>;

/**
 * A set of staged rows. One that was read row by row lies in `rows-<part>.parquet`, with its text in `raw-<part>.parquet` beside it row for
 * row, and in `aside-<part>.parquet` where rows were set aside. One that was read by columns lies in `columns-<part>.db`, and its text in
 * `text-<part>.csv`, which is the brought file itself where that is in UTF-8: its rows are the lines from `firstLine` on, none left out.
 * There a row has no `line` of its own, and where a row is elsewhere its place is a hole, without `pence`. What is published is files of
 * columns alike, `rows-<part>.parquet` and `raw-<part>.parquet`, which are written then.
 */
export type StagedPart = Readonly<{
  part: number;
  firstLine: number | null;
  /** Rows of its files, holes among them, and rows of its file of those set aside: there is none where none were. */
  rows: number;
  rowsAside: number;
}>;

/** What a table is called: its file, its sheet, and where in it it begins. */
export const tableName = ({
  filename,
  sheet,
  section,
}: Pick<TableReport, 'filename' | 'sheet' | 'section'>): string =>
  `${filename}${sheet === null ? '' : `, sheet ${sheet}`}${section === undefined ? '' : `, from line ${section.line}`}`;

/** What was found beside the balance, each with how often and a few of the lines, as file, line and what stands there. */
export const findings = {
  'not-read': 'Rows of files and sheets that were not read as payments',
  'total-apart': 'Totals stated in the files that their rows do not come to',
  'other-body': 'Payments in files whose rows name another body than yours',
  'under-threshold': 'Payments so small that they need not be published',
  'exact-duplicates': 'Payments that are the same in every column',
  'published-elsewhere': 'Payments that stand in a release of other months, and would be counted twice',
  'published-before': 'Payments that are published already',
  'outside-months': 'Payments dated outside the months that are stated',
  'looks-personal': 'Payees that look like individuals and are not redacted',
  'purpose-personal': 'Payments whose description may tell of an individual',
  'looks-like-total': 'Rows whose payee is called a total',
  'days-either-way': 'Payments in files whose days could be read with the day or the month first',
  'without-date': 'Payments without a date',
  'without-supplier': 'Payments without a payee',
} as const;
export type Finding = Readonly<{
  kind: keyof typeof findings;
  rows: number;
  pence: number;
  /** Of payments under a threshold: the pence over which they are published, and by whose rule. */
  over?: Readonly<{ amount: number; source: string; setBy: 'body' | 'law' }>;
  /** The line is 0 where a whole file is meant. */
  samples: readonly Readonly<{ file: number; line: number; says: string }>[];
}>;

/** What was found, with the amount that it was held against where there is one. */
export function findingInWords({ kind, over }: Pick<Finding, 'kind' | 'over'>): string {
  if (over === undefined) return findings[kind];
  const by = over.setBy === 'body' ? 'the body’s own rule' : 'the law';
  return `Payments of ${formatMoney(pence(over.amount))} or less: by ${by} those of more are published (${over.source})`;
}

/** What whoever asks for publication must say is right: by itself it speaks against publishing. */
export const toConfirm = ['not-read', 'other-body'] as const satisfies readonly Finding['kind'][];
export type ToConfirm = (typeof toConfirm)[number];

/**
 * What whoever asks may say is right nevertheless: the same, payments that would be counted twice, for which a reason is needed, and
 * months that hold far fewer payments than the release whose place they take.
 */
export const mayBeAccepted = [...toConfirm, 'published-elsewhere', 'fewer-payments'] as const;
export type Accepted = (typeof mayBeAccepted)[number];

const kinds = Object.keys(findings);

/** Findings in the order in which they are told: first what speaks against publishing. */
export const inOrder = (found: readonly Finding[]): readonly Finding[] =>
  found.toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind));
