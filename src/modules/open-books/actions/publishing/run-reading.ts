import { rm } from 'node:fs/promises';
import { lockThing, type Sql } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, inTurn, ok, pence, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, ServicesWithFiles } from '#platform/module';
import { act, type ActOptions } from '#platform/record';
import type { Import } from '../../domain/import/import.ts';
import { type Finding, inOrder } from '../../domain/import/report.ts';
import type { ReadingProgress } from '../../domain/import/reading-asked.ts';
import { isEitherWay } from '../../domain/reading/day-order.ts';
import type { DayOrder } from '../../domain/reading/paid-day.ts';
import { importStanding, mayBeReadAgain } from '../../domain/import/standing.ts';
import { mayBringSpending } from '../../permissions.ts';
import { type Threshold, thresholdOn } from '../../queries/publishing/threshold.ts';
import { beginReading, findImport, listImports, moveReading } from '../../store/imports.ts';
import { listMappings } from '../../store/mappings.ts';
import { readImport } from '../reading/read-import.ts';
import { filePlace, readingFolder } from '../../store/folders.ts';
import { sealReading } from '../../store/staged/whole-reading.ts';
import { namesOtherBody } from './names-other-body.ts';
import { spendingSubject } from './officers.ts';
import { publishedBefore } from './published-before.ts';

export type ImportNamed = Readonly<{ bodyId: string; importId: string }>;
/** A reading that was begun; it ends when the files are read. */
export type Running = Readonly<{ running: Promise<void> }>;
export type ReadAgainRefusal = CommonRefusal | 'no-such-import' | 'not-now';

/** How often a reading says that it is still going on, also where it waits for its turn. */
const signOfLifeMilliseconds = 10_000;
/** Reading a large file takes a good part of the machine: one at a time. */
const turn = inTurn(1);

/** Reads the files of an import, and says in the end what was found, whatever happens. */
export async function runReading(
  services: ServicesWithFiles,
  { bodyId, importId }: ImportNamed,
): Promise<void> {
  const { database, clock, privateFolder } = services;
  const { brought, mappings, earlier } = await database.as({ bodyId }, async (sql) => ({
    brought: await findImport(sql, { bodyId, id: importId }),
    earlier: await listImports(sql, { bodyId, most: importsLookedAt }),
    mappings: await listMappings(sql, bodyId),
  }));
  if (brought === undefined) throw new Error(`There is no import ${importId}`);
  const { number } = brought.reading;
  const move: Move = async (moved) => {
    await database.transaction({ bodyId }, {}, async (sql) =>
      ok(await moveReading(sql, { importId, bodyId, number }, clock.now(), moved)),
    );
  };
  const alive = setInterval(() => void move({}).catch(() => undefined), signOfLifeMilliseconds);
  alive.unref();
  try {
    await turn(async () => {
      const folder = readingFolder(privateFolder, { bodyId, importId }, number);
      const threshold = await thresholdOn(database, brought, clock.today());
      const files = brought.files.map(({ filename }, position) => ({
        filename,
        path: filePlace(privateFolder, { bodyId, importId }, position),
      }));
      const report = await readImport({
        files,
        folder,
        decided: (signature) => {
          const mapping = mappings.get(signature);
          if (mapping === undefined) return undefined;
          const isNow = number > 1 && mapping.decidedAt >= brought.broughtAt;
          return { reads: mapping.reads, by: isNow ? 'officer' : 'remembered' };
        },
        thresholdPence: threshold === undefined ? null : Number(threshold.amount),
        daysBefore: daysBefore(earlier.filter(({ id }) => id !== importId)),
        progress: nowAndThen(move),
      });
      await sealReading(folder);
      const before = await publishedBefore(services, brought, report, folder);
      const other = await namesOtherBody(database, bodyId, clock.today(), report);
      const findings = inOrder([heldAgainst(report.findings, threshold), other ?? [], before ?? []].flat());
      await move({ report: { ...report, findings }, endedAt: clock.now() });
      // What an earlier reading made is nothing to go by any more.
      if (number > 1)
        await rm(readingFolder(privateFolder, { bodyId, importId }, number - 1), {
          recursive: true,
          force: true,
        });
    });
  } catch (error) {
    // Whoever waits is told; what went wrong is for the log, and nobody else hears of it.
    services.onFault?.(error, 'reading files of payments');
    await move({ failed: sayFailure(error), endedAt: clock.now() });
    throw error;
  } finally {
    clearInterval(alive);
  }
}

/** Says by whose rule payments are told to be small. */
const heldAgainst = (found: readonly Finding[], threshold: Threshold | undefined): readonly Finding[] =>
  threshold === undefined
    ? found
    : found.map((each) =>
        each.kind === 'under-threshold'
          ? { ...each, over: { ...threshold, amount: Number(threshold.amount) } }
          : each,
      );

/** Twelve months of one file each. */
const importsLookedAt = 13;

/** In which order the days of files were written, the latest that told it. */
const daysBefore = (imports: readonly Import[]): DayOrder | undefined =>
  imports
    .flatMap(({ reading }) => reading.report?.tables ?? [])
    .find(({ days }) => days !== undefined && !isEitherWay(days))?.days?.order;

type Move = (moved: Parameters<typeof moveReading>[3]) => Promise<void>;

/** Tells the database at most once in so long how far a reading is. */
const toldEachMilliseconds = 700;

function nowAndThen(move: Move): (progress: ReadingProgress) => Promise<void> {
  let told = 0;
  return async ({ bytes, rows, pence: amount }) => {
    const now = performance.now();
    if (now - told < toldEachMilliseconds) return;
    told = now;
    await move({ bytesDone: bytes, rowsDone: rows, penceDone: pence(amount) });
  };
}

function sayFailure(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC') return 'There is no room left on the machine for what is made of these files.';
  if (code === 'ENOENT') return 'The files that were brought are not there any more. Bring them again.';
  return 'The reading was broken off by a fault of the machine. Read the files again; if that does not help, tell whoever runs this site.';
}

/** Reads the files of an import again, as after a standstill. */
export const readAgain = (
  services: ServicesWithFiles,
  actor: Actor | undefined,
  named: ImportNamed,
  options: ActOptions = {},
): Promise<Result<Running, ReadAgainRefusal>> =>
  readAgainAfter<never>(services, actor, named, options, async () => ok(undefined));

/** The same once something has changed how they are read, in one act with it. */
export async function readAgainAfter<Refusal>(
  services: ServicesWithFiles,
  actor: Actor | undefined,
  named: ImportNamed,
  options: ActOptions,
  change: (sql: Sql, brought: Import, by: Actor) => Promise<Result<void, Refusal>>,
): Promise<Result<Running, ReadAgainRefusal | Refusal>> {
  const { bodyId, importId } = named;
  const { clock } = services;
  const allowed = may(actor, mayBringSpending, bodyId);
  if (!allowed.ok) return allowed;
  let isBegun = false;
  const begun = await act<void, ReadAgainRefusal | Refusal>(services, allowed.value, options, async (sql) => {
    await lockThing(sql, spendingSubject(bodyId));
    const brought = await findImport(sql, { bodyId, id: importId });
    if (brought === undefined) return refuse('no-such-import');
    if (!mayBeReadAgain(importStanding(brought, clock.now()))) return refuse('not-now');
    const changed = await change(sql, brought, allowed.value);
    if (!changed.ok) return changed;
    const number = brought.reading.number + 1;
    await beginReading(sql, { importId, bodyId, number }, clock.now());
    isBegun = true;
    return ok({
      value: undefined,
      entry: {
        act: 'open-books.spending.read-again',
        subject: `${spendingSubject(bodyId)}/${importId}`,
        summary: 'Files of payments are read again',
        facts: { reading: number },
        visibility: 'private',
      },
    });
  });
  if (!begun.ok) return begun;
  return ok({ running: isBegun ? runReading(services, named) : Promise.resolve() });
}
