import { BIGINT, DuckDBDataChunk, type DuckDBConnection, VARCHAR } from '@duckdb/node-api';

/** What a column of a table that is filled row by row holds. */
export const columnTypes = { text: VARCHAR, whole: BIGINT } as const;
export type FilledColumn = keyof typeof columnTypes;
export type CellOfRow = string | bigint | null;

/** A table that is being filled. Rows are there once it has ended. */
export type Filling = Readonly<{ add(row: readonly CellOfRow[]): void; end(): void }>;

/** DuckDB takes rows in pieces of so many. */
const rowsAtOnce = 2048;

/** Fills a table of DuckDB with rows, some thousands at a time: its columns are of these types, in their order. */
export async function fillTable(
  connection: DuckDBConnection,
  table: string,
  columns: readonly FilledColumn[],
): Promise<Filling> {
  const appender = await connection.createAppender(table);
  const types = columns.map((column) => columnTypes[column]);
  let waiting: (readonly CellOfRow[])[] = [];
  const flush = (): void => {
    if (waiting.length === 0) return;
    const chunk = DuckDBDataChunk.create(types, waiting.length);
    for (const at of types.keys())
      chunk.setColumnValues(
        at,
        waiting.map((row) => row[at] ?? null),
      );
    appender.appendDataChunk(chunk);
    waiting = [];
  };
  return {
    add(row) {
      waiting.push(row);
      if (waiting.length >= rowsAtOnce) flush();
    },
    end() {
      flush();
      appender.closeSync();
    },
  };
}
