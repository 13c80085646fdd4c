// Real files of payments, as messy as they come: every row and every penny of them is accounted for, nearly all rows of payments are
// understood, and reading them again makes the same files to be published, byte for byte, and sets the same aside. SAMPLES names the folder they lie in.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openAnalytics } from '#platform/analytics';
import { completeTexts } from '../../src/modules/open-books/actions/publishing/complete-texts.ts';
import { openSingly, partsOf } from '../../src/modules/open-books/store/staged/rows-of-parts.ts';
import { checkFile } from '../../src/modules/open-books/actions/check-file.ts';
import { readFiles } from '../../src/modules/open-books/actions/reading/read-files.ts';
import { say } from './words.ts';

const leastUnderstood = 0.995;
const samples = process.env['SAMPLES'];
if (samples === undefined) say('Nothing was proven: SAMPLES names no folder of real files.');
else await prove(samples);

async function prove(folder: string): Promise<void> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:csv|xlsx|xls|ods|zip)$/i.test(name))
    .toSorted()
    .map((name) => join(folder, name));
  const base = mkdtempSync(join(tmpdir(), 'accord-real-'));
  try {
    const first = await read(paths, join(base, 'first'));
    const again = await read(paths, join(base, 'again'));
    const faults: string[] = [];
    const { report } = first;
    if (first.sum !== again.sum) faults.push('Reading the files again made other files');
    const refused = report.tables.filter((table) => table.refused !== null);
    // Rows of files that hold no payments are set aside whole, and are no rows of payments.
    const notRead = refused.reduce((sum, { rowsSetAside }) => sum + rowsSetAside, 0);
    const rowsIn = report.rowsIn - notRead;
    const share = report.rowsUnderstood / rowsIn;
    if (share < leastUnderstood)
      faults.push(`Only ${(share * 100).toFixed(3)} % of the rows were understood`);
    faults.push(...(await apartFromTheCheck(paths, report)));
    say(
      `${paths.length} files, ${report.tables.length} tables, ${refused.length} of them no payments; ${rowsIn} rows in, ` +
        `${report.rowsUnderstood} understood (${(share * 100).toFixed(3)} %), ${report.rowsSetAside - notRead} set aside, and ${notRead} of files that hold none; ` +
        `£${(report.penceUnderstood / 100).toLocaleString('en-GB')} understood; files ${first.sum.slice(0, 16)}`,
    );
    for (const fault of faults) say(fault);
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

type Report = Awaited<ReturnType<typeof readFiles>>;

async function read(
  paths: readonly string[],
  folder: string,
): Promise<Readonly<{ report: Report; sum: string }>> {
  const report = await readFiles({
    files: paths.map((path) => ({ path, filename: basename(path) })),
    folder,
    decided: () => undefined,
    thresholdPence: 50_000,
    progress: () => undefined,
  });
  await completeTexts(folder, report.tables);
  const sum = createHash('sha256')
    .update(JSON.stringify(report))
    .update(await asideIn(folder, report));
  for (const name of readdirSync(folder).toSorted())
    if (name.endsWith('.parquet')) sum.update(`\0${name}\0`).update(readFileSync(join(folder, name)));
  return { report, sum: sum.digest('hex') };
}

/** The rows that were set aside, as they are kept. */
async function asideIn(folder: string, { tables }: Report): Promise<string> {
  const analytics = await openAnalytics({ folder });
  try {
    const aside = await openSingly(analytics, folder, partsOf(tables), 'aside');
    const rows = await analytics.ask<Record<string, unknown>>(
      `SELECT part, line, reason, pence::VARCHAR AS pence, raw FROM ${aside} ORDER BY part, line`,
    );
    return JSON.stringify(rows);
  } finally {
    analytics.close();
  }
}

/** The check of a file goes through it by itself and keeps nothing: what it counts must be what was staged. */
async function apartFromTheCheck(paths: readonly string[], report: Report): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [file, path] of paths.entries()) {
    const counted = (await checkFile(path)).flatMap(({ understanding, tally }) =>
      understanding.standing === 'refused' || tally === undefined ? [] : [tally],
    );
    const staged = report.tables.filter((table) => table.file === file && table.refused === null);
    const sums = (of: readonly (readonly [number, number])[]): string =>
      `${of.reduce((sum, [rows]) => sum + rows, 0)} rows, ${of.reduce((sum, [, pence]) => sum + pence, 0)} pence`;
    const one = sums(
      counted.map(({ rowsIn, understood, setAside }) => [rowsIn, Number(understood + setAside)]),
    );
    const other = sums(
      staged.map(({ rowsIn, penceUnderstood, penceSetAside }) => [rowsIn, penceUnderstood + penceSetAside]),
    );
    if (one !== other) faults.push(`${basename(path)}: the check counts ${one}, staged are ${other}`);
  }
  return faults;
}
