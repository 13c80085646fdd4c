import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { databaseName, openWorkshop, quoted } from '#platform/analytics';
import type { Database, Sql } from '#platform/db';
import { type Clock, groupBy, ok } from '#platform/kernel';
import type { ServicesWithFiles } from '#platform/module';
import { sql as raw } from 'kysely';
import type { Choice } from '../../domain/suppliers/choice.ts';
import { type Release, standingReleases } from '../../domain/release/release.ts';
import { listReleases } from '../releases.ts';
import { listSupplierChoices } from '../supplier-choices.ts';
import { buildAll } from './build-all.ts';
import { buildBody } from './build-body.ts';
import { withSignsOfLife } from './signs-of-life.ts';
import { type AllView, databaseOf, databasesOf, notLinkedOf, viewsFor } from './view-paths.ts';
import { writeTables } from './writer.ts';

type Services = Pick<ServicesWithFiles, 'database' | 'published' | 'clock' | 'onFault'>;

/**
 * What pages open of these releases, worked out ahead: call it with the releases that will count, before the transaction that
 * publishes or withdraws commits. Bodies whose releases are the same as before cost nothing. Whoever finds one missing
 * builds it, one process at a time; each folder is written under another name, flushed and renamed, so it is whole or not there.
 */
export async function buildViews(
  services: Services,
  standing: readonly Release[],
  choices?: readonly Choice[],
): Promise<void> {
  const chosen = await listSupplierChoices(services.database);
  for (const own of ofEach(standing)) await viewOf(services, own, choices ?? chosen);
  // What counted until now is read until the act commits, and by pages that were begun before.
  const until = standingReleases(await listReleases(services.database));
  const kept = [choices ?? chosen, chosen].flatMap((each) =>
    [...ofEach(standing), ...ofEach(until)].map((own) => viewsFor(services.published.folder, own, each)),
  );
  sweep(services.published.folder, kept, services.clock);
}

/** Datasets count apart: what was bought by card is paid once more, to the bank. */
const ofEach = (standing: readonly Release[]) => [...groupBy(standing, ({ dataset }) => dataset).values()];

/**
 * The view of the releases of one dataset that count, under these choices about suppliers: there, or built now. Where suppliers cannot be
 * found it is one without them, so that nobody waits for what fails again.
 */
export async function viewOf(
  services: Services,
  standing: readonly Release[],
  choices: readonly Choice[],
): Promise<AllView> {
  const view = viewsFor(services.published.folder, standing, choices);
  if (standing.length === 0) return view;
  const found = () => [view, notLinkedOf(view)].find(({ folder }) => existsSync(folder));
  if (found() === undefined) await buildAlone(services, view, choices, () => found() !== undefined);
  const own = found() ?? view;
  await services.published.attach(databasesOf(own));
  return own;
}

/** Has another try, once, at finding suppliers of what counts, where that failed before. Pages are served from what is there meanwhile. */
export async function linkAgain(services: Services): Promise<void> {
  const choices = await listSupplierChoices(services.database);
  for (const own of ofEach(standingReleases(await listReleases(services.database)))) {
    const view = viewsFor(services.published.folder, own, choices);
    let isTried = !existsSync(notLinkedOf(view).folder);
    const isDone = () => isTried || existsSync(view.folder);
    if (!isDone()) await buildAlone(services, view, choices, isDone, () => (isTried = true));
  }
}

async function buildAlone(
  services: Services,
  view: AllView,
  choices: readonly Choice[],
  isDone: () => boolean,
  built: () => void = () => undefined,
): Promise<void> {
  await alone(services.database, isDone, async () => {
    const fault = await build(services.published.folder, view, choices);
    if (fault !== undefined) services.onFault?.(fault, 'finding suppliers: each payee stands by itself');
    built();
  });
}

/**
 * A quarter of what the machine has, or may use, but no less than so much, which is enough for ten million payments of fourteen bodies: what
 * spans bodies holds each of their payees in memory at a time, and of fifty million those take more.
 */
const leastMegabytes = 1200;
const memoryMegabytes = (): number =>
  Math.max(
    leastMegabytes,
    Math.floor(Math.min(totalmem(), process.constrainedMemory() || Infinity) / 2 ** 22),
  );

/** Builds what is missing of a view: each of its bodies, then what puts them together. Hands back why suppliers were not found, if they were not. */
export async function build(
  publishedFolder: string,
  view: AllView,
  choices: readonly Choice[],
): Promise<Error | undefined> {
  const workshop = await openWorkshop({ folder: publishedFolder, memoryMegabytes: memoryMegabytes() });
  try {
    for (const body of view.bodies) {
      if (existsSync(body.folder)) continue;
      await whole(body.folder, (into) =>
        writeTables(workshop, databaseOf({ folder: into }), into, (writer) =>
          buildBody(writer, body, publishedFolder, into),
        ),
      );
    }
    for (const body of view.bodies) {
      const file = databaseOf(body);
      await workshop.run(`ATTACH ${quoted(file)} AS ${databaseName(file)} (READ_ONLY)`);
    }
    let fault: Error | undefined;
    await whole(view.folder, async (into) => {
      await writeTables(workshop, databaseOf({ folder: into }), into, async (writer) => {
        fault = await buildAll(writer, view, choices);
      });
      return fault === undefined ? view.folder : notLinkedOf(view).folder;
    });
    return fault;
  } finally {
    workshop.close();
  }
}

/**
 * Does the work unless it is done meanwhile, while no other process does it. Whoever waits asks every so often rather than hold
 * a question open. Should the lock be lost the work is done twice, and the second finds the folder there: nothing breaks.
 */
async function alone(database: Database, isDone: () => boolean, work: () => Promise<void>): Promise<void> {
  while (!isDone()) {
    await database.transaction(undefined, {}, async (sql) => {
      if (await takesLock(sql)) await withSignsOfLife(sql, work);
      return ok(undefined);
    });
    if (!isDone()) await new Promise((goOn) => setTimeout(goOn, 200));
  }
}

async function takesLock(sql: Sql): Promise<boolean> {
  const { rows } = await raw<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('open-books views', 0)) as taken`.execute(
    sql.tables<object>(),
  );
  return rows[0]?.taken === true;
}

/** Has a folder written under another name, flushed, and given its name when it is whole, or what `write` says it is to be called. */
async function whole(folder: string, write: (into: string) => Promise<string | void>): Promise<void> {
  const into = `${folder}.${randomBytes(4).toString('hex')}.new`;
  mkdirSync(into, { recursive: true });
  try {
    const called = (await write(into)) ?? folder;
    for (const name of readdirSync(into)) await flush(join(into, name));
    await flush(into);
    if (!existsSync(called)) renameSync(into, called);
    await flush(dirname(folder));
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
}

async function flush(path: string): Promise<void> {
  const opened = await open(path, 'r');
  await opened.sync();
  await opened.close();
}

/** So old is nothing that is still being written. */
const keptMilliseconds = 3_600_000;

/** Takes away what none of these views hold, and what was left unfinished or taken away long ago. */
function sweep(publishedFolder: string, counted: readonly AllView[], clock: Clock): void {
  const kept = new Set(
    counted.flatMap((view) => [view, notLinkedOf(view), ...view.bodies].map(({ folder }) => folder)),
  );
  const views = join(publishedFolder, 'views');
  if (!existsSync(views)) return;
  for (const of of readdirSync(views))
    for (const name of readdirSync(join(views, of))) {
      const path = join(views, of, name);
      const age = clock.now().getTime() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity);
      if (!kept.has(path) && age > keptMilliseconds) rmSync(path, { recursive: true, force: true });
    }
}
