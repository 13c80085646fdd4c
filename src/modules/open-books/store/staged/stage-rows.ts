import { openRowFile, type RowFileColumn } from '#platform/analytics';
import type { Money } from '#platform/kernel';
import { type StagedColumn, stagedColumns, type StagedRow } from '../../domain/import/staged-row.ts';
import type { Reason } from '../../domain/reading/read-row.ts';

/** Rows that are read one by one, on their way to where they are staged: those of all parts of a share of an import together. */
export type Staging = Readonly<{
  /** Begins a part with these columns. */
  begin(columns: readonly StagedColumn[]): StagingPart;
  /** Ends it: nothing more comes. */
  end(): RowsOnTheirWay;
  /** Lets go of what is on its way. */
  remove(): void;
}>;

/** A part of a table that is read; its rows come in their order. */
export type StagingPart = Readonly<{
  payment(row: StagedRow, raw: string): void;
  aside(line: number, reason: Reason, pence: Money | undefined, raw: string): void;
  /** Ends it: it has this number. One that is never ended has none, and its rows stay behind. */
  end(part: number): void;
}>;

/** Rows that wait to be taken: how many payments, both kinds as tables in a question, and the numbers of parts as they were begun. */
export type RowsOnTheirWay = Readonly<{
  payments: number;
  rows: string;
  aside: string;
  numbers: readonly (number | null)[];
}>;

const begun = { name: 'begun', type: 'INTEGER' } as const;
const raw = { name: 'raw', type: 'VARCHAR' } as const;
const rowColumns: readonly RowFileColumn[] = [
  begun,
  { name: 'place', type: 'INTEGER' },
  // A list is a text on its way.
  ...stagedColumns.map(
    ({ name, type }) => ({ name, type: type === 'VARCHAR[]' ? 'VARCHAR' : type }) as const,
  ),
  raw,
];
const asideColumns: readonly RowFileColumn[] = [
  begun,
  { name: 'line', type: 'INTEGER' },
  { name: 'reason', type: 'VARCHAR' },
  { name: 'pence', type: 'BIGINT' },
  raw,
];

/** Opens the way for rows that are read one by one, through two files in a folder. */
export function openStaging(folder: string): Staging {
  const rows = openRowFile(folder, 'rows', rowColumns);
  const asides = openRowFile(folder, 'aside', asideColumns);
  const numbers: (number | null)[] = [];
  let payments = 0;
  return {
    begin(columns) {
      const nth = numbers.push(null) - 1;
      const add = rows.adding(['begun', 'place', ...columns.map(({ name }) => name), 'raw']);
      let place = 0;
      return {
        payment(row, text) {
          add([nth, place, ...row, text]);
          place += 1;
          payments += 1;
        },
        aside(line, reason, pence, text) {
          asides.add([nth, line, reason, pence ?? null, text]);
        },
        end(part) {
          numbers[nth] = part;
        },
      };
    },
    end() {
      rows.end();
      asides.end();
      return { payments, rows: rows.table, aside: asides.table, numbers };
    },
    remove() {
      rows.remove();
      asides.remove();
    },
  };
}
