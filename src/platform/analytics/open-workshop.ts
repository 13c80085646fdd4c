import { rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import type { DuckDBValue } from '@duckdb/node-api';
import { attachedFiles } from './attached-files.ts';
import { loadDuckDB } from './duckdb.ts';
import type { Analytics, Parameter } from './open-analytics.ts';
import { quoted } from './quoted.ts';
import { openRowFile, type RowFile, type RowFileColumn } from './row-file.ts';
import { rowFrom } from './row-from.ts';

/** DuckDB as a workshop: tables in memory, and files of columns written in one folder. One piece of work has it alone. */
export type Workshop = Readonly<{
  /** Its folder, without an oblique at its end. */
  folder: string;
  run(statement: string, parameters?: readonly Parameter[]): Promise<void>;
  /** Pence arrive as `bigint`, days as `IsoDate`, as from `openAnalytics`. */
  ask<Row>(question: string, parameters?: readonly Parameter[]): Promise<readonly Row[]>;
  /** Opens database files to be read, as `openAnalytics` does. */
  attach: Analytics['attach'];
  /** Begins a file of rows that the program has, to be asked as a table. */
  rows(columns: readonly RowFileColumn[]): RowFile;
  /** How far the statement that runs is, from 0 to 1. */
  progress(): number;
  /** Stops the statement that runs: it throws. */
  interrupt(): void;
  close(): void;
}>;

export type WorkshopSettings = Readonly<{
  /** The folder it reads and writes in. What does not fit into memory lies there meanwhile, in `overflow`. */
  folder: string;
  /** Files elsewhere that it may read. */
  reads?: readonly string[];
  memoryMegabytes?: number;
  threads?: number;
}>;

/**
 * Opens DuckDB to make files of columns. Like `openAnalytics` it keeps to its files and its memory, loads no extensions, and
 * nothing that it is asked can change that.
 */
export async function openWorkshop({
  folder,
  reads = [],
  memoryMegabytes = 800,
  threads = cpus().length,
}: WorkshopSettings): Promise<Workshop> {
  const own = resolve(folder);
  const overflow = join(own, 'overflow');
  const instance = await loadDuckDB().DuckDBInstance.create(':memory:', {
    threads: String(threads),
    memory_limit: `${memoryMegabytes}MB`,
    temp_directory: overflow,
    autoload_known_extensions: 'false',
    autoinstall_known_extensions: 'false',
  });
  const connection = await instance.connect();
  await connection.run(`SET allowed_directories = [${quoted(`${own}/`)}]`);
  if (reads.length > 0)
    await connection.run(`SET allowed_paths = [${reads.map((path) => quoted(resolve(path))).join(', ')}]`);
  await connection.run('SET enable_external_access = false');
  // Nobody can tell beforehand how many rows a file of text has: a join keeps in memory the side that the question names last.
  await connection.run(`SET disabled_optimizers = 'join_order,build_side_probe_side'`);
  await connection.run('SET enable_progress_bar = true');
  await connection.run('SET enable_progress_bar_print = false');
  await connection.run('SET lock_configuration = true');
  let rowFiles = 0;
  return {
    folder: own,
    attach: attachedFiles(async (statement) => void (await connection.run(statement))),
    async run(statement, parameters = []) {
      await connection.run(statement, parameters as DuckDBValue[]);
    },
    async ask<Row>(question: string, parameters: readonly Parameter[] = []) {
      const reader = await connection.runAndReadAll(question, parameters as DuckDBValue[]);
      const names = reader.columnNames();
      return reader.getRowsJS().map((values) => rowFrom(names, values) as Row);
    },
    rows: (columns) => openRowFile(overflow, `rows-${(rowFiles += 1)}`, columns),
    progress: () => Math.min(1, Math.max(0, connection.progress.percentage / 100)),
    interrupt: () => connection.interrupt(),
    close() {
      connection.closeSync();
      instance.closeSync();
      rmSync(overflow, { recursive: true, force: true });
    },
  };
}
