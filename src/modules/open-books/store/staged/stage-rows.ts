import type { RowFile, RowFileColumn, Workshop } from '#platform/analytics';
import type { Money } from '#platform/kernel';
import type { StagedColumn, StagedRow } from '../../domain/import/staged-row.ts';
import type { Reason } from '../../domain/reading/read-row.ts';
import { partFile, writeParquet } from './part-files.ts';

/** Rows on their way into staged files, one part after another. */
export type Staging = Readonly<{
  /** Begins a part with these columns. */
  begin(columns: readonly StagedColumn[]): StagingPart;
  /** Waits until all parts that ended are written. */
  settle(): Promise<void>;
}>;

/** A part of a table that is read; its rows come in their order. */
export type StagingPart = Readonly<{
  payment(row: StagedRow, raw: string): void;
  aside(line: number, reason: Reason, pence: Money | undefined, raw: string): void;
  /** Ends it: its files are written under this number while the next part is read. */
  end(part: number): Promise<void>;
  /** Ends it and lets go of its rows. */
  drop(): void;
}>;

const rawColumns: readonly RowFileColumn[] = [{ name: 'raw', type: 'VARCHAR' }];
const asideColumns: readonly RowFileColumn[] = [
  { name: 'line', type: 'INTEGER' },
  { name: 'reason', type: 'VARCHAR' },
  { name: 'pence', type: 'BIGINT' },
  ...rawColumns,
];

/** Opens the way into staged files for rows that are read one by one. */
export function openStaging(workshop: Workshop): Staging {
  let writing = Promise.resolve();
  return {
    begin(columns) {
      // A list is a text on its way.
      const rows = workshop.rows(
        columns.map(({ name, type }) => ({ name, type: type === 'VARCHAR[]' ? 'VARCHAR' : type })),
      );
      const raws = workshop.rows(rawColumns);
      let asides: RowFile | undefined;
      const drop = (): void => {
        for (const file of [rows, raws, asides]) file?.remove();
      };
      const write = async (part: number): Promise<void> => {
        const staged = [
          { kind: 'rows', file: rows, shown: typed(columns) },
          { kind: 'raw', file: raws, shown: 'raw' },
          ...(asides === undefined ? [] : [{ kind: 'aside', file: asides, shown: '*' } as const]),
        ] as const;
        for (const { kind, file, shown } of staged)
          await writeParquet(
            workshop,
            `SELECT ${shown} FROM ${file.table}`,
            partFile(workshop.folder, kind, part),
          );
        drop();
      };
      return {
        payment(row, raw) {
          rows.add(row);
          raws.add([raw]);
        },
        aside(line, reason, pence, raw) {
          asides ??= workshop.rows(asideColumns);
          asides.add([line, reason, pence ?? null, raw]);
        },
        async end(part) {
          for (const file of [rows, raws, asides]) file?.end();
          await writing;
          writing = write(part);
          // Whoever waits for it next is told; until then it is nobody's to catch.
          writing.catch(() => undefined);
        },
        drop,
      };
    },
    async settle() {
      await writing;
    },
  };
}

const typed = (columns: readonly StagedColumn[]): string =>
  columns
    .map(({ name, type }) => (type === 'VARCHAR[]' ? `string_split(${name}, ',') AS ${name}` : name))
    .join(', ');
