import { ok, refuse, type Result } from '#platform/kernel';
import type { ServicesWithFiles } from '#platform/module';
import { bodyOn } from '#modules/register';
import type { MonthsCovered } from '../../domain/import/import.ts';
import { monthsAround } from '../../domain/release/months-covered.ts';
import type { Dataset } from '../../domain/release/release.ts';
import { importShown, type ImportShown } from '../../queries/publishing/imports.ts';
import { type AskRefusal, askAs } from './ask-publication.ts';
import { bringAs, type BringRefusal } from './bring-import.ts';
import { commandLine } from './officers.ts';

export type CommandAsked = Readonly<{
  bodyId: string;
  dataset: Dataset;
  files: readonly Readonly<{ path: string; filename: string }>[];
  /** The months the payments are of; those of their dates where it is left out. */
  months: MonthsCovered | undefined;
}>;

export type NotAsked = Exclude<AskRefusal, 'signed-out' | 'wrong-role' | 'wrong-body'> | 'no-dates';

/** What became of files that were brought by the command line: they wait for approval, or `notAsked` says why not. */
export type BroughtByCommand = Readonly<{ brought: ImportShown; notAsked: NotAsked | undefined }>;

/** How often whoever waits is told how far it has come. */
const toldEachMilliseconds = 1000;

/**
 * Puts files of payments before a body’s officers, as the command line does: they are read, and publication is asked for unless
 * something is in doubt. Any officer who may approves them in the browser.
 */
export async function importByCommand(
  services: ServicesWithFiles,
  { bodyId, dataset, files, months }: CommandAsked,
  progress: (brought: ImportShown) => void = () => undefined,
): Promise<Result<BroughtByCommand, BringRefusal>> {
  const { database, clock } = services;
  if ((await bodyOn(database, bodyId, { on: clock.today() })) === undefined) return refuse('no-such-body');
  const by = { officeTitle: commandLine.office, bodyId };
  const begun = await bringAs(services, by, commandLine, { bodyId, dataset, cameBy: 'command', files });
  if (!begun.ok) return begun;
  const { importId, running } = begun.value;
  const now = async (): Promise<ImportShown> => {
    const shown = await database.as(by, (sql) => importShown(sql, { bodyId, id: importId }, clock.now()));
    if (shown === undefined) throw new Error(`There is no import ${importId}`);
    return shown.brought;
  };
  const telling = setInterval(() => void now().then(progress, () => undefined), toldEachMilliseconds);
  try {
    // Its page says what went wrong, and so does what is answered here.
    await running.catch(() => undefined);
  } finally {
    clearInterval(telling);
  }
  const { report } = (await now()).reading;
  const dated =
    report === undefined || report.periodFrom === null || report.periodTo === null
      ? undefined
      : monthsAround(report.periodFrom, report.periodTo);
  const period = months ?? dated;
  const notAsked =
    period === undefined ? await why(now) : await ask(services, by, { bodyId, importId, period });
  return ok({ brought: await now(), notAsked });
}

const why = async (now: () => Promise<ImportShown>): Promise<NotAsked> => {
  const { is } = (await now()).standing;
  if (is === 'in-doubt') return 'in-doubt';
  return is === 'read' ? 'no-dates' : 'not-read';
};

async function ask(
  services: ServicesWithFiles,
  by: Readonly<{ officeTitle: string; bodyId: string }>,
  asked: Readonly<{ bodyId: string; importId: string; period: MonthsCovered }>,
): Promise<NotAsked | undefined> {
  const done = await askAs(services, by, commandLine, { ...asked, says: '' });
  return done.ok ? undefined : done.error;
}
