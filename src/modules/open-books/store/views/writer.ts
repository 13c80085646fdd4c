import { join } from 'node:path';
import { quoted, type Workshop } from '#platform/analytics';

/** Puts one question after another, and writes what it answers beside what was written before. */
export type Writer = Readonly<{
  run(question: string): Promise<void>;
  ask: Workshop['ask'];
  rows: Workshop['rows'];
  /** Into a file of columns of its own. */
  write(name: string, question: string, rowsTogether?: number): Promise<void>;
  /** A file that was written, as a question names it. */
  written(name: string): string;
}>;

/** The same with tables that are asked for by pages, in the order in which the question gives their rows. */
export type TableWriter = Writer &
  Readonly<{
    /**
     * Of the columns of texts that are `apart` each is kept as it is, so that a few rows are read without those around them; of others
     * each different text once among rows that stand together, which is smaller.
     */
    table(name: string, question: string, apart?: readonly string[]): Promise<void>;
    /** A table that was written, as a question names it meanwhile. */
    made(name: string): string;
  }>;

/** Writes what is put into the folder, each as its own file. */
export function writerInto({ run, ask, rows }: Workshop, folder: string): Writer {
  const fileOf = (name: string) => quoted(join(folder, `${name}.parquet`));
  return {
    run,
    ask,
    rows,
    async write(name, question, rowsTogether = 100_000) {
      await run(
        `COPY (${question}) TO ${fileOf(name)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rowsTogether})`,
      );
    },
    written: (name) => `read_parquet(${fileOf(name)})`,
  };
}

/** So many rows stand together with the least and the most of each of their columns: few, so that a question for a few reads little. */
const rowsTogether = 20_480;

/** Writes tables into a database file, whole when this returns, and files beside it. */
export async function writeTables(
  workshop: Workshop,
  file: string,
  folder: string,
  write: (writer: TableWriter) => Promise<void>,
): Promise<void> {
  const { run, ask } = workshop;
  const made = (name: string) => `made.${name}`;
  await run(`ATTACH ${quoted(file)} AS made (ROW_GROUP_SIZE ${rowsTogether}, STORAGE_VERSION 'latest')`);
  try {
    await write({
      ...writerInto(workshop, folder),
      made,
      async table(name, question, apart = []) {
        if (apart.length === 0) return run(`CREATE TABLE ${made(name)} AS ${question}`);
        const columns = await ask<{ column_name: string; column_type: string }>(`DESCRIBE ${question}`);
        const typed = columns.map(
          ({ column_name: column, column_type: type }) =>
            `${column} ${type}${apart.includes(column) ? ' USING COMPRESSION Uncompressed' : ''}`,
        );
        await run(`CREATE TABLE ${made(name)} (${typed.join(', ')})`);
        await run(`INSERT INTO ${made(name)} ${question}`);
      },
    });
    await run('CHECKPOINT made');
  } finally {
    await run('DETACH made');
  }
}
