import type { Database, Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { recordSize } from '#platform/record';
import { mayChangeReadings, publicActsSince } from '../../queries/record-followed.ts';
import { waitingBatchIds } from '../../store/bringing.ts';
import type { CheckedReadings } from './check-readings.ts';

/** What a file was judged against: it holds as long as none of it has changed. */
type Grounds = Readonly<{ fileId: string; today: IsoDate; entries: number; waiting: string }>;
type Judgement = Grounds & Readonly<{ checked: CheckedReadings }>;

/** A file of fifty thousand rows takes some tens of megabytes: few are kept, and not for long. */
const [mostKept, keptMinutes] = [2, 15];

const judgements = new WeakMap<Database, Map<string, Judgement>>();

type Asked = Readonly<{ bodyId: string; fileId: string; today: IsoDate }>;

/** What a file is judged against, as the transaction that judges it sees things. */
export async function groundsFor(sql: Sql, { fileId, today }: Asked): Promise<Grounds> {
  return { fileId, today, entries: await recordSize(sql), waiting: await waitingHere(sql) };
}

const waitingHere = async (sql: Sql): Promise<string> => (await waitingBatchIds(sql)).toSorted().join(' ');

/** Keeps the judgement of a body’s file in memory, so that fifty thousand rows are not judged again when they are put. */
export function keepJudgement(database: Database, { bodyId }: Asked, judgement: Judgement): void {
  const kept = judgements.get(database) ?? new Map<string, Judgement>();
  judgements.set(database, kept);
  kept.delete(bodyId);
  kept.set(bodyId, judgement);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  const forget = () => kept.get(bodyId) === judgement && kept.delete(bodyId);
  setTimeout(forget, keptMinutes * 60_000).unref();
}

/**
 * Takes the judgement of a file, where it still holds: on the same day, with the same batches waiting, and nothing done since
 * by which a reading, its series, whoever brings it or the name of its area may have changed. Undefined: it is judged anew.
 */
export async function takeJudgement(
  database: Database,
  sql: Sql,
  asked: Asked,
): Promise<CheckedReadings | undefined> {
  const kept = judgements.get(database);
  const judgement = kept?.get(asked.bodyId);
  kept?.delete(asked.bodyId);
  if (judgement?.fileId !== asked.fileId || judgement.today !== asked.today) return undefined;
  if ((await waitingHere(sql)) !== judgement.waiting) return undefined;
  const acts = await publicActsSince(sql, judgement.entries);
  return acts === 'much' || acts.some(mayChangeReadings) ? undefined : judgement.checked;
}
