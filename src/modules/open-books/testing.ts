import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkshop, quoted } from '#platform/analytics';
import { migrations as identityMigrations } from '#platform/identity';
import { type Actor, date, fixedClock, ok, pence } from '#platform/kernel';
import type { ServicesWithFiles } from '#platform/module';
import { migrations as recordMigrations } from '#platform/record';
import { recordedDatabase, type TestDatabase, testFolders } from '#platform/testing';
import { register } from '#modules/register';
import { bringImport } from './actions/publishing/bring-import.ts';
import type { PublishedReport, Release } from './domain/release/release.ts';
import { migrations } from './store/migrations/index.ts';
import { insertRelease } from './store/releases.ts';

const schemas = [
  { name: 'record', migrations: recordMigrations },
  { name: 'identity', migrations: identityMigrations },
  { name: register.name, migrations: register.migrations },
  { name: 'open_books', migrations },
] as const;

export type OpenBooksForTest = TestDatabase & Readonly<{ services: ServicesWithFiles }>;

/** Kent’s bodies in a database of the test’s own, folders of its own, at ten on 20 September 2026 unless it says otherwise. */
export async function openBooksForTest(now = '2026-09-20T10:00:00Z'): Promise<OpenBooksForTest> {
  const beginning = { name: 'Kent’s register', load: register.loadExample };
  const made = await recordedDatabase(schemas, fixedClock(new Date(now)), beginning);
  return { ...made, services: { ...made.services, ...testFolders() } };
}

/** The council whose officers act in tests. */
export const bodyId = 'maidstone';
const officer = (office: string, role: Actor['role']): Actor => ({
  officeId: `${bodyId}.${office}`,
  officeTitle: office,
  role,
  bodyId,
  bodyName: 'Maidstone Borough Council',
  accountId: undefined,
});
export const finance = officer('section-151-officer', 'finance');
export const chief = officer('chief-executive', 'chief-executive');

/** Brings files of these lines as the finance officer does; answers the import once they are read. */
export async function broughtForTest(
  { services }: OpenBooksForTest,
  files: readonly Readonly<{ filename: string; lines: readonly string[] }>[],
): Promise<string> {
  const begun = await bringImport(services, finance, {
    bodyId,
    dataset: 'spending',
    cameBy: 'form',
    files: files.map(({ filename, lines }) => ({ filename, bytes: Buffer.from(lines.join('\n')) })),
  });
  if (!begun.ok) throw new Error(JSON.stringify(begun.error));
  await begun.value.running;
  return begun.value.importId;
}

/** A payment of a release that a test puts there: whatever its row says beside these is left out. */
export type PaymentForTest = Readonly<{
  paid: string | null;
  supplier: string | null;
  payee: string | null;
  pence: bigint;
  department?: string;
  category?: string;
  purpose?: string;
  redaction?: string;
  company?: string;
}>;

export type ReleaseForTest = Pick<Release, 'id' | 'bodyId'> &
  Partial<
    Pick<Release, 'dataset' | 'version' | 'periodFrom' | 'periodTo' | 'supersedes' | 'isIllustrative'>
  > &
  Readonly<{ payments: readonly PaymentForTest[] }>;

/** Puts a release there as publishing leaves it: its files in their folder, then its row. */
export async function releaseForTest(
  { database, clock, published }: ServicesWithFiles,
  { payments, ...named }: ReleaseForTest,
): Promise<Release> {
  const release: Release = {
    dataset: 'spending',
    version: 1,
    periodFrom: date('2026-04-01'),
    periodTo: date('2026-06-30'),
    supersedes: [],
    rows: BigInt(payments.length),
    pence: pence(payments.reduce((sum, each) => sum + each.pence, 0n)),
    rowsSetAside: 0n,
    penceSetAside: pence(0n),
    files: [{ filename: 'payments.csv', sha256: '', bytes: 1 }],
    source: 'A test',
    isIllustrative: false,
    preparedBy: 'Finance Officer',
    approvedBy: 'Chief Finance Officer',
    publishedAt: clock.now(),
    withdrawn: undefined,
    ...named,
  };
  const folder = join(published.folder, 'releases', release.id);
  mkdirSync(folder, { recursive: true });
  const workshop = await openWorkshop({ folder, memoryMegabytes: 200, threads: 1 });
  const text = (value: string | null = null) => (value === null ? 'NULL' : quoted(value));
  const rows = payments.map(
    ({ paid, supplier, payee, pence: amount, department, category, purpose, redaction, company }, at) =>
      `(${at + 2}, ${text(paid)}::DATE, ${[supplier, payee, department, category, purpose, redaction, company].map((value) => `${text(value)}::VARCHAR`).join(', ')}, ${amount}::BIGINT)`,
  );
  // A row that was set aside leaves a hole.
  rows.push(`(${payments.length + 2}, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)`);
  await workshop.run(
    `COPY (SELECT * FROM (VALUES ${rows.join(', ')}) AS row (line, paid, supplier, payee, department, category, purpose, redaction, company_number, pence))
     TO ${quoted(join(folder, 'rows-0.parquet'))} (FORMAT parquet)`,
  );
  await workshop.run(
    `COPY (SELECT 'line ' || line AS raw FROM read_parquet(${quoted(join(folder, 'rows-0.parquet'))}))
     TO ${quoted(join(folder, 'raw-0.parquet'))} (FORMAT parquet)`,
  );
  workshop.close();
  await database.transaction({ bodyId: release.bodyId }, {}, async (sql) => {
    await insertRelease(sql, release, { ...emptyReport, rowsUnderstood: payments.length });
    return ok(undefined);
  });
  return release;
}

const emptyReport: PublishedReport = {
  tables: [],
  rowsIn: 0,
  rowsUnderstood: 0,
  rowsSetAside: 0,
  penceUnderstood: 0,
  penceSetAside: 0,
  periodFrom: null,
  periodTo: null,
  findings: [],
};
