import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Actor } from '#platform/kernel';
import { expect, test } from 'vitest';
import { approveImport } from './actions/publishing/approve-import.ts';
import { askAs } from './actions/publishing/ask-publication.ts';
import { bringAs } from './actions/publishing/bring-import.ts';
import { commandLine } from './actions/publishing/officers.ts';
import { goOnPublishing } from './actions/publishing/run-publication.ts';
import type { ToApprove } from './approve-then-die.testing.ts';
import type { Publication } from './domain/import/publication.ts';
import { monthsAround } from './domain/release/months-covered.ts';
import { date } from '#platform/kernel';
import { standingReleases } from './domain/release/release.ts';
import { findImport } from './store/imports.ts';
import { lastPublication } from './store/publications.ts';
import { listReleases } from './store/releases.ts';
import { openBooksForTest, type OpenBooksForTest } from './testing.ts';

const now = '2026-09-20T10:00:00Z';
const chief: Actor = {
  officeId: 'maidstone.chief-executive',
  officeTitle: 'Chief Executive, Maidstone Borough Council',
  role: 'chief-executive',
  bodyId: 'maidstone',
  bodyName: 'Maidstone Borough Council',
  accountId: undefined,
};
const july = monthsAround(date('2026-07-01'), date('2026-07-31'));

test(
  'a publication that is killed at any point leaves the release before, or the new one, whole; the next start goes on with it',
  { timeout: 300_000 },
  async () => {
    const made = await openBooksForTest(now);
    const { services } = made;
    const first = await asked(made, 0);
    expect((await approveImport(services, chief, { bodyId: 'maidstone', importId: first })).ok).toBe(true);
    let [old, fresh] = [0, 0];
    for (const [at, delay] of [5, 40, 90, 160].entries()) {
      const importId = await asked(made, at + 1);
      const before = await listReleases(services.database);
      await killAfter(delay, {
        url: made.appUrl,
        dataFolder: dataFolderOf(made),
        now,
        actor: chief,
        importId,
      });
      const after = await listReleases(services.database);
      if (after.length === before.length) old += 1;
      else fresh += 1;
      await expectWhole(made);
      // What was approved is published when the site starts again, once, however often it does.
      for (let start = 0; start < 2; start += 1) {
        await goOnPublishing(services);
        expect(await listReleases(services.database)).toHaveLength(before.length + 1);
      }
      const { release } = await ended(made, importId);
      expect(standingReleases(await listReleases(services.database)).map(({ id }) => id)).toEqual([release]);
      await expectWhole(made);
    }
    expect(old).toBeGreaterThan(0);
    expect(old + fresh).toBe(4);
  },
);

/** How the publication of an import ended. */
async function ended({ services }: OpenBooksForTest, importId: string): Promise<Publication> {
  const last = await services.database.as({ bodyId: 'maidstone' }, (sql) => lastPublication(sql, importId));
  if (last?.endedAt === undefined) throw new Error('It did not end');
  return last;
}

/** July of the body, another time: so many payments, asked for. */
async function asked({ services }: OpenBooksForTest, number: number): Promise<string> {
  const rows = Array.from(
    { length: 200 + number },
    (_, at) => `0${(at % 9) + 1}/07/2026,Firm ${at % 40} Ltd,${at + 600}.10`,
  );
  const bytes = Buffer.from(['Date,Supplier,Amount', ...rows].join('\n'));
  const by = { officeTitle: commandLine.office, bodyId: 'maidstone' };
  const brought = { bodyId: 'maidstone', dataset: 'spending', cameBy: 'command' } as const;
  const begun = await bringAs(services, by, commandLine, {
    ...brought,
    files: [{ filename: 'july.csv', bytes }],
  });
  if (!begun.ok) throw new Error(JSON.stringify(begun.error));
  const { importId, running } = begun.value;
  await running;
  const found = await services.database.as(by, (sql) =>
    findImport(sql, { bodyId: 'maidstone', id: importId }),
  );
  expect(found?.reading.report?.rowsUnderstood).toBe(200 + number);
  const done = await askAs(services, by, commandLine, {
    bodyId: 'maidstone',
    importId,
    period: july,
    says: '',
  });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return importId;
}

const dataFolderOf = ({ services }: OpenBooksForTest): string => dirname(dirname(services.privateFolder));

/** Every release has its folder, holds what it says to the penny, and one of them alone counts. */
async function expectWhole({ services }: OpenBooksForTest): Promise<void> {
  const releases = await listReleases(services.database);
  expect(standingReleases(releases)).toHaveLength(1);
  for (const { id, rows, pence } of releases) {
    const folder = join(services.published.folder, 'releases', id);
    expect(readdirSync(folder)).toContain('rows-0.parquet');
    const sums = await services.published.ask(
      'SELECT count(pence) AS rows, sum(pence)::BIGINT AS pence FROM read_parquet($1)',
      [join(folder, 'rows-*.parquet')],
    );
    expect(sums).toEqual([{ rows, pence: BigInt(pence) }]);
  }
}

const program = fileURLToPath(new URL('approve-then-die.testing.ts', import.meta.url));

/** Has another process approve and publish, and kills it so many milliseconds after the approval was kept. */
function killAfter(milliseconds: number, told: ToApprove): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [
      '--conditions=source',
      '--import',
      'tsx',
      program,
      JSON.stringify(told),
    ]);
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), milliseconds));
    child.once('error', reject);
    child.once('exit', (code) => (code === null || code === 0 ? resolve() : reject(new Error(said))));
  });
}
