import type { Sql } from '#platform/db';
import { type Actor, type Clock, plural } from '#platform/kernel';
import { type Entry, freshId } from '#platform/record';
import type { Batch, BatchReading } from '../../domain/reading/batch.ts';
import { insertBatch } from '../../store/batches.ts';
import { readingsSubject } from './readings-subject.ts';

type Entered = Pick<Batch, 'cameBy' | 'fileName' | 'isComparison' | 'says'> &
  Readonly<{ readings: readonly BatchReading[] }>;

/** Puts readings before somebody else of the body, within an act of the caller’s that keeps `enteredEntry`. */
export async function enterBatch(
  sql: Sql,
  actor: Pick<Actor, 'bodyId' | 'officeId' | 'officeTitle' | 'accountId'>,
  { readings, ...entered }: Entered,
  clock: Clock,
): Promise<Omit<Batch, 'outcome'>> {
  const batch = {
    ...entered,
    id: freshId(clock),
    bodyId: actor.bodyId,
    enteredBy: actor.officeTitle,
    officeId: actor.officeId,
    accountId: actor.accountId,
    enteredAt: clock.now(),
  };
  await insertBatch(sql, batch, readings);
  return batch;
}

/** That readings wait for approval: nothing the public sees, so the entry is the body’s own. */
export const enteredEntry = (batch: Omit<Batch, 'outcome'>, readings: readonly BatchReading[]): Entry => ({
  act: 'agreements.batch.entered',
  subject: `${readingsSubject(batch.bodyId)}/batches/${batch.id}`,
  summary: `${plural(readings.length, 'reading')} entered, to be approved`,
  facts: { readings: readings.length, cameBy: batch.cameBy, isComparison: batch.isComparison },
  visibility: 'private',
});
