import { createHash } from 'node:crypto';
import { lockThing } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal } from '#platform/module';
import { act, type ActOptions, type ActServices, freshId } from '#platform/record';
import { mayEnterReadings } from '../../permissions.ts';
import { standingOfFile } from '../../queries/readings/file-shown.ts';
import {
  insertReadingFile,
  latestReadingFile,
  moveReadingFile,
  type ReadingFile,
} from '../../store/reading-files.ts';
import { checkReadings } from './check-readings.ts';
import { groundsFor, keepJudgement } from './kept-judgement.ts';
import { readReadingFile } from './read-file.ts';
import { readingsSubject } from './readings-subject.ts';

export type FileBrought = Readonly<{
  bodyId: string;
  filename: string;
  bytes: Buffer;
  isComparison: boolean;
}>;
export type BringFileRefusal = CommonRefusal | 'another-is-running';

/**
 * Takes a file of readings and begins to check it. `running` ends when every row is judged; how far it has come can be asked
 * meanwhile. Nothing is put before anybody yet.
 */
export async function bringFile(
  services: ActServices,
  actor: Actor | undefined,
  { bodyId, filename, bytes, isComparison }: FileBrought,
  options: ActOptions = {},
): Promise<Result<Readonly<{ running: Promise<void> }>, BringFileRefusal>> {
  const allowed = may(actor, mayEnterReadings, bodyId);
  if (!allowed.ok) return allowed;
  const { clock } = services;
  const by = allowed.value;
  let begun: string | undefined;
  const brought = await act<void, BringFileRefusal>(services, by, options, async (sql) => {
    await lockThing(sql, readingsSubject(bodyId));
    const before = await latestReadingFile(sql, bodyId);
    const standing = before === undefined ? 'put' : standingOfFile(before, clock.now());
    if (standing === 'checking' || standing === 'putting') return refuse('another-is-running');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    begun = freshId(clock);
    const file = { id: begun, bodyId, filename, sha256, isComparison };
    await insertReadingFile(sql, { ...file, broughtBy: by.officeTitle, broughtAt: clock.now() }, bytes);
    return ok({
      value: undefined,
      entry: {
        act: 'agreements.readings.file-brought',
        subject: readingsSubject(bodyId),
        summary: 'A file of readings was brought',
        facts: { filename, sha256, isComparison },
        visibility: 'private',
      },
    });
  });
  if (!brought.ok) return brought;
  const running =
    begun === undefined ? Promise.resolve() : check(services, by, begun, { bytes, isComparison });
  return ok({ running });
}

/** Judges the file, and says in the end what was found, whatever happens. */
async function check(
  services: ActServices,
  actor: Actor,
  fileId: string,
  { bytes, isComparison }: Pick<FileBrought, 'bytes' | 'isComparison'>,
): Promise<void> {
  const move = mover(services, actor, fileId);
  try {
    const read = await readReadingFile(bytes);
    if (!read.ok) return await move({ refused: read.error });
    const asked = {
      ...read.value,
      fileId,
      bodyId: actor.bodyId,
      isComparison,
      today: services.clock.today(),
      progress: (rowsDone: number) => move({ rowsDone }),
    };
    const judgement = await services.database.as(actor, async (sql) => ({
      ...(await groundsFor(sql, asked)),
      checked: await checkReadings(sql, asked),
    }));
    keepJudgement(services.database, asked, judgement);
    await move({ findings: judgement.checked.findings });
  } catch (error) {
    // Whoever waits is told; what went wrong is for the log.
    await move({ refused: { is: 'broken-off' } });
    throw error;
  }
}

type Moved = Parameters<typeof moveReadingFile>[3];

/** Says of a file how far it has come, each time in a transaction of its own so that it shows at once. */
export const mover =
  ({ database, clock }: Pick<ActServices, 'database' | 'clock'>, actor: Actor, fileId: ReadingFile['id']) =>
  async (moved: Moved): Promise<void> => {
    await database.transaction(actor, {}, async (sql) =>
      ok(await moveReadingFile(sql, fileId, clock.now(), moved)),
    );
  };
