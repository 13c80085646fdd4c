// One load of payments, measured in a process of its own: `peer <file>`, `own <folder> <file> …`, `read <file> …` or
// `sniffed <file> …`. Prints one line of JSON.
import { basename } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { checkFile } from '../../src/modules/open-books/actions/check-file.ts';
import { readFiles } from '../../src/modules/open-books/actions/reading/read-files.ts';

const [, , what = '', ...given] = process.argv;
const ways = { peer, own, read, sniffed };
const work = ways[what as keyof typeof ways];
const begun = performance.now();
const before = process.cpuUsage();
const done = await work();
const seconds = (performance.now() - begun) / 1000;
const { user, system } = process.cpuUsage(before);
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(
  `${JSON.stringify({ seconds, processor: (user + system) / 1e6, megabytes, ...done })}\n`,
);

type Done = Readonly<{ rows: number; opened?: number }>;

async function peer(): Promise<Done> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  await connection.run(
    `CREATE TABLE loaded AS SELECT * FROM read_csv('${given[0] ?? ''}', all_varchar = true)`,
  );
  const [row] = (await connection.runAndReadAll('SELECT count(*)::INTEGER FROM loaded')).getRows();
  return { rows: Number(row?.[0] ?? 0) };
}

async function own(): Promise<Done> {
  const [folder = '', ...paths] = given;
  const report = await readFiles({
    files: paths.map((path) => ({ path, filename: basename(path) })),
    folder,
    decided: () => undefined,
    thresholdPence: 50_000,
    progress: () => undefined,
  });
  return { rows: report.rowsIn };
}

/** The rows of files judged and read as payments, and nothing kept. */
async function read(): Promise<Done> {
  let rows = 0;
  for (const path of given) for (const { tally } of await checkFile(path)) rows += tally?.rowsIn ?? 0;
  return { rows };
}

/** As DuckDB opens what it is given, each file with its own sniffer: some of them it refuses. */
async function sniffed(): Promise<Done> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  let [rows, opened] = [0, 0];
  for (const path of given)
    try {
      const text = path.replaceAll("'", "''");
      const found = await connection.runAndReadAll(
        `SELECT count(COLUMNS(*))::INTEGER, count(*)::INTEGER FROM read_csv('${text}', all_varchar = true)`,
      );
      rows += Number(found.getRows()[0]?.at(-1) ?? 0);
      opened += 1;
    } catch {
      continue;
    }
  return { rows, opened };
}
