import { ok, refuse, type Result } from '#platform/kernel';
import type { ServicesWithFiles } from '#platform/module';
import { bodyOn } from '#modules/register';
import type { MonthsCovered } from '../../domain/import/import.ts';
import { type Accepted, toConfirm } from '../../domain/import/report.ts';
import type { Dataset } from '../../domain/release/release.ts';
import { importShown, type ImportShown, monthsOf } from '../../queries/publishing/imports.ts';
import { type AskRefusal, askAs } from './ask-publication.ts';
import { bringAs, type BringRefusal } from './bring-import.ts';
import { commandLine } from './officers.ts';
import type { ImportNamed } from './run-reading.ts';

export type CommandAsked = Readonly<{
  bodyId: string;
  dataset: Dataset;
  files: readonly FileAsked[];
  /** The months the payments are of; those of their dates where it is left out. */
  months?: MonthsCovered | undefined;
  /** Each month of the payments is to be a release of its own. */
  byMonth?: boolean;
  /** What speaks against publishing and is right nevertheless, each named by whoever types it, with the reason. */
  accepted?: readonly Accepted[];
  reason?: string;
}>;
type FileAsked = Readonly<{ path: string; filename: string }>;

export type NotAsked =
  | Exclude<AskRefusal, 'signed-out' | 'wrong-role' | 'wrong-body'>
  | 'no-dates'
  /** Others of the files are of the same months: as releases of their own, one would take the place of the other. */
  | Readonly<{ sameMonths: readonly string[] }>;

/** What became of files that were brought by the command line: they wait for approval, or `notAsked` says why not. */
export type BroughtByCommand = Readonly<{ brought: ImportShown; notAsked: NotAsked | undefined }>;

/** How often whoever waits is told how far it has come. */
const toldEachMilliseconds = 1000;

type Told = (brought: ImportShown) => void;
type Done = Result<BroughtByCommand, BringRefusal>;

/**
 * Puts files of payments before a body’s officers, as the command line does: they are read, and publication is asked for unless
 * something is in doubt. Any officer who may approves them in the browser. The same files again go on where the first time ended
 * before anybody was asked.
 */
export async function importByCommand(
  services: ServicesWithFiles,
  asked: CommandAsked,
  progress: Told = () => undefined,
): Promise<Done> {
  const read = await readByCommand(services, asked, progress);
  return read.ok ? askByCommand(services, asked, read.value) : read;
}

/** The same for each file by itself, so that each becomes a release of its own months. */
export async function importEachByCommand(
  services: ServicesWithFiles,
  asked: Omit<CommandAsked, 'months'>,
  progress: Told = () => undefined,
): Promise<readonly Done[]> {
  const all: (Readonly<{ file: FileAsked }> & Readonly<{ read: Result<ImportShown, BringRefusal> }>)[] = [];
  for (const file of asked.files)
    all.push({ file, read: await readByCommand(services, { ...asked, files: [file] }, progress) });
  const done: Done[] = [];
  for (const { file, read } of all) {
    const sameMonths = all.flatMap((other) =>
      other.file !== file && read.ok && other.read.ok && overlap(read.value, other.read.value)
        ? [other.file.filename]
        : [],
    );
    if (!read.ok) done.push(read);
    else if (sameMonths.length > 0) done.push(ok({ brought: read.value, notAsked: { sameMonths } }));
    else done.push(await askByCommand(services, asked, read.value));
  }
  return done;
}

function overlap(one: ImportShown, other: ImportShown): boolean {
  const [own, others] = [monthsOf(one), monthsOf(other)];
  return own !== undefined && others !== undefined && own.from <= others.to && others.from <= own.to;
}

async function readByCommand(
  services: ServicesWithFiles,
  { bodyId, dataset, files }: CommandAsked,
  progress: Told,
): Promise<Result<ImportShown, BringRefusal>> {
  const { database, clock } = services;
  if ((await bodyOn(database, bodyId, { on: clock.today() })) === undefined) return refuse('no-such-body');
  const by = { officeTitle: commandLine.office, bodyId };
  const begun = await bringAs(services, by, commandLine, { bodyId, dataset, cameBy: 'command', files });
  if (!begun.ok) {
    const before = await broughtBefore(services, bodyId, begun.error);
    return before === undefined ? begun : ok(before);
  }
  const { importId, running } = begun.value;
  const now = () => importNow(services, { bodyId, importId });
  const telling = setInterval(() => void now().then(progress, () => undefined), toldEachMilliseconds);
  try {
    // Its page says what went wrong, and so does what is answered here.
    await running.catch(() => undefined);
  } finally {
    clearInterval(telling);
  }
  return ok(await now());
}

/** The import that the same files made the first time, where the command line brought them and nobody was asked yet. */
async function broughtBefore(
  services: ServicesWithFiles,
  bodyId: string,
  refusal: BringRefusal,
): Promise<ImportShown | undefined> {
  if (typeof refusal !== 'object' || refusal.same !== 'brought') return undefined;
  const before = await importNow(services, { bodyId, importId: refusal.id });
  return before.cameBy === 'command' && before.standing.is === 'read' ? before : undefined;
}

async function importNow(
  { database, clock }: ServicesWithFiles,
  { bodyId, importId }: ImportNamed,
): Promise<ImportShown> {
  const by = { officeTitle: commandLine.office, bodyId };
  const shown = await database.as(by, (sql) => importShown(sql, { bodyId, id: importId }, clock.now()));
  if (shown === undefined) throw new Error(`There is no import ${importId}`);
  return shown.brought;
}

async function askByCommand(
  services: ServicesWithFiles,
  { bodyId, months, byMonth = false, accepted = [], reason = '' }: Omit<CommandAsked, 'files' | 'dataset'>,
  brought: ImportShown,
): Promise<Done> {
  const period = months ?? monthsOf(brought);
  if (period === undefined) return ok({ brought, notAsked: whyNot(brought) });
  const by = { officeTitle: commandLine.office, bodyId };
  const asked = await askAs(services, by, commandLine, {
    bodyId,
    importId: brought.id,
    period,
    says: reason,
    confirmed: toConfirm.filter((kind) => accepted.includes(kind)),
    byMonth,
    mayBeTwice: accepted.includes('published-elsewhere'),
    mayBeFewer: accepted.includes('fewer-payments'),
  });
  const now = await importNow(services, { bodyId, importId: brought.id });
  return ok({ brought: now, notAsked: asked.ok ? undefined : asked.error });
}

function whyNot({ standing: { is } }: ImportShown): NotAsked {
  if (is === 'in-doubt') return 'in-doubt';
  return is === 'read' ? 'no-dates' : 'not-read';
}
