// One load of payments, measured in a process of its own: `peer <file>`, `own <folder> <file> …`, `read <file> …`, `sniffed <file> …` or
// `imports <times> <folder> <file> …`, the last as it is built and as officers’ imports are read. Prints one line of JSON.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { checkFile } from '../../src/modules/open-books/actions/check-file.ts';
import { readFiles } from '../../src/modules/open-books/actions/reading/read-files.ts';

const [, , what = '', ...given] = process.argv;
const ways = { peer, own, read, sniffed, imports };
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

type Done = Readonly<{ rows: number; opened?: number; each?: readonly number[]; processor?: number }>;

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

/** The same import several times, as the site reads it: the first by a reader that begins with it, the others by the one that is kept. */
async function imports(): Promise<Done> {
  const [times = '1', folder = '', ...paths] = given;
  const built = join(import.meta.dirname, '..', '..', 'dist', 'modules', 'open-books', 'actions', 'reading');
  const { readImport } = (await import(
    pathToFileURL(join(built, 'read-import.js')).href
  )) as typeof import('../../src/modules/open-books/actions/reading/read-import.ts');
  const each: number[] = [];
  let rows = 0;
  for (let time = 0; time < Number(times); time += 1) {
    const from = performance.now();
    const report = await readImport({
      files: paths.map((path) => ({ path, filename: basename(path) })),
      folder,
      decided: () => undefined,
      thresholdPence: 50_000,
      progress: () => undefined,
    });
    each.push((performance.now() - from) / 1000);
    rows = report.rowsIn;
  }
  return { rows, each, ...(process.platform === 'linux' ? { processor: processorOf(process.pid) } : {}) };
}

/** What a process and all that it began have taken of processors, in seconds: readers that are kept have not ended yet. */
function processorOf(id: number): number {
  const [, , , , , , , , , , , ...times] =
    readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const own = times.slice(0, 4).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
  const begun = readdirSync(`/proc/${id}/task`).flatMap((task) =>
    readFileSync(`/proc/${id}/task/${task}/children`, 'utf8')
      .split(' ')
      .filter((child) => child !== ''),
  );
  return begun.reduce((sum, child) => sum + processorOf(Number(child)), own);
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
