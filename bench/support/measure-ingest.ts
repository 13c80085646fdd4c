// One load of payments, measured in a process of its own: `peer <file>` or `own <folder> <file> …`. Prints one line of JSON.
import { basename } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { readFiles } from '../../src/modules/open-books/actions/reading/read-files.ts';

const [, , what = '', ...given] = process.argv;
const work = what === 'peer' ? peer : own;
const begun = performance.now();
const before = process.cpuUsage();
const rows = await work();
const seconds = (performance.now() - begun) / 1000;
const { user, system } = process.cpuUsage(before);
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ seconds, processor: (user + system) / 1e6, megabytes, rows }));

async function peer(): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  await connection.run(
    `CREATE TABLE loaded AS SELECT * FROM read_csv('${given[0] ?? ''}', all_varchar = true)`,
  );
  const [row] = (await connection.runAndReadAll('SELECT count(*)::INTEGER FROM loaded')).getRows();
  return Number(row?.[0] ?? 0);
}

async function own(): Promise<number> {
  const [folder = '', ...paths] = given;
  const report = await readFiles({
    files: paths.map((path) => ({ path, filename: basename(path) })),
    folder,
    decided: () => undefined,
    thresholdPence: 50_000,
    progress: () => undefined,
  });
  return report.rowsIn;
}
