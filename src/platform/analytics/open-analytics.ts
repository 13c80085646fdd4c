import { cpus } from 'node:os';
import { resolve } from 'node:path';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { inTurn } from '#platform/kernel';
import { attachedFiles } from './attached-files.ts';
import { loadDuckDB } from './duckdb.ts';
import { quoted } from './quoted.ts';
import { rowFrom } from './row-from.ts';

/** Questions put to files of columns, answered as typed rows. */
export type Analytics = Readonly<{
  /**
   * Answers a question. Amounts of pence arrive as `bigint`, days as `IsoDate`, lists as arrays. What comes from a reader goes
   * into `parameters`, as `$1`, and never into the text. Throws `TookTooLong` past the time allowed.
   */
  ask<Row>(question: string, parameters?: readonly Parameter[]): Promise<readonly Row[]>;
  /**
   * Opens database files of its folder, so that their tables can be asked for under `databaseName` of each. They stay open until
   * several other lists of files were opened after this one.
   */
  attach(files: readonly string[]): Promise<void>;
  close(): void;
}>;
export type Parameter = string | number | bigint | boolean | null;

export type AnalyticsSettings = Readonly<{
  /** The only folder whose files can be read, but for others that are named beside it. */
  folder: string;
  alsoFolders?: readonly string[];
  memoryMegabytes?: number;
  /** As many heavy questions as there are cores: more at once are slower, all of them. */
  atOnce?: number;
  secondsEach?: number;
}>;

/** A question that was stopped: it asked for more than any page needs. */
export class TookTooLong extends Error {}

/**
 * Opens DuckDB over the files of one folder. It reads there and nowhere else, loads no extensions, keeps to its memory, and
 * nothing asked of it can change that.
 */
export async function openAnalytics({
  folder,
  alsoFolders = [],
  memoryMegabytes = 700,
  atOnce = cpus().length,
  secondsEach = 20,
}: AnalyticsSettings): Promise<Analytics> {
  const instance = await loadDuckDB().DuckDBInstance.create(':memory:', {
    threads: String(atOnce),
    memory_limit: `${memoryMegabytes}MB`,
    autoload_known_extensions: 'false',
    autoinstall_known_extensions: 'false',
  });
  const first = await instance.connect();
  const readable = [folder, ...alsoFolders].map((each) => quoted(`${resolve(each)}/`));
  await first.run(`SET allowed_directories = [${readable.join()}]`);
  // Published files are never written again under the same name.
  await first.run('SET parquet_metadata_cache = true');
  // A list of a few numbers is held against each row sooner than joined to all, and the first rows of an order are not looked up a second
  // time: a question of a page is answered in half the time.
  await first.run(`SET disabled_optimizers = 'in_clause,late_materialization'`);
  await first.run('SET enable_external_access = false');
  await first.run('SET lock_configuration = true');
  first.closeSync();

  const idle: DuckDBConnection[] = [];
  const turn = inTurn(atOnce);
  const attach = attachedFiles((statement) =>
    withConnection(async (connection) => void (await connection.run(statement))),
  );
  return {
    attach,
    ask: (question, parameters = []) =>
      turn(() => withConnection((connection) => answer(connection, question, parameters, secondsEach))),
    close() {
      for (const connection of idle.splice(0)) connection.closeSync();
      instance.closeSync();
    },
  };

  async function withConnection<Answer>(
    use: (connection: DuckDBConnection) => Promise<Answer>,
  ): Promise<Answer> {
    const connection = idle.pop() ?? (await instance.connect());
    try {
      return await use(connection);
    } finally {
      idle.push(connection);
    }
  }
}

async function answer<Row>(
  connection: DuckDBConnection,
  question: string,
  parameters: readonly Parameter[],
  seconds: number,
): Promise<readonly Row[]> {
  let late = false;
  const deadline = setTimeout(() => {
    late = true;
    connection.interrupt();
  }, seconds * 1000);
  try {
    const reader = await connection.runAndReadAll(question, parameters as DuckDBValue[]);
    const names = reader.columnNames();
    return reader.getRowsJS().map((values) => rowFrom(names, values) as Row);
  } catch (error) {
    if (late) throw new TookTooLong(`A question took longer than ${seconds} seconds`, { cause: error });
    throw error;
  } finally {
    clearTimeout(deadline);
  }
}
