import { lockThing, onConstraint, type Sql } from '#platform/db';
import { may, type Permission } from '#platform/identity';
import { type Actor, type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, Stale } from '#platform/module';
import { act, type ActOptions, type ActServices, actTogether, type Entry } from '#platform/record';
import {
  type Batch,
  type BatchOutcome,
  type BatchReading,
  isSomebodyElse,
} from '../../domain/reading/batch.ts';
import { mayApproveReadings, mayEnterReadings } from '../../permissions.ts';
import { whoseReadings } from '../../queries/readings/whose.ts';
import { findBatch, insertBatchOutcome, listBatchReadings, publishBatch } from '../../store/batches.ts';
import { nameComparisonAreas } from '../../store/comparison-areas.ts';
import { countOvertaken } from '../../store/bringing.ts';
import { publishedEntry } from './published-entry.ts';
import { readingsSubject } from './readings-subject.ts';
import { tellWatchers } from './tell-watchers.ts';

export type BatchNamed = Readonly<{ bodyId: string; batchId: string }>;
export type DecideRefusal =
  | CommonRefusal
  | 'no-such-batch'
  | 'own-batch'
  | 'overtaken'
  | 'no-longer-owner'
  | 'says-missing'
  | 'not-own-batch'
  | Stale<BatchOutcome>;

/**
 * Publishes every reading of a batch, each as the next revision of its period, in one act. Whoever approves is somebody else
 * than who entered them. Of two who decide at once one wins, and the other is told what stands.
 */
export async function approveBatch(
  services: ActServices,
  actor: Actor | undefined,
  named: BatchNamed,
  options: ActOptions = {},
): Promise<Result<void, DecideRefusal>> {
  const allowed = may(actor, mayApproveReadings, named.bodyId);
  if (!allowed.ok) return allowed;
  const { clock } = services;
  const by = { approvedBy: allowed.value.officeTitle, at: clock.now() };
  const published = actTogether<void, DecideRefusal>(services, allowed.value, options, async (sql) => {
    const waiting = await waitingBatch(sql, named);
    if (!waiting.ok) return waiting;
    const batch = waiting.value;
    if (!isSomebodyElse(batch, allowed.value)) return refuse('own-batch');
    if ((await countOvertaken(sql, batch.id)) > 0) return refuse('overtaken');
    const readings = await listBatchReadings(sql, batch.id);
    if (!(await mayStillBring(sql, batch, readings, clock.today()))) return refuse('no-longer-owner');
    await publishBatch(sql, batch, by);
    const areas = new Map(readings.map(({ areaId, areaName }) => [areaId, areaName]));
    await nameComparisonAreas(
      sql,
      [...areas].filter(([, name]) => batch.isComparison && name !== '').map(([id, name]) => ({ id, name })),
      { bodyId: batch.bodyId, by: by.approvedBy, at: by.at },
    );
    await insertBatchOutcome(sql, batch, {
      outcome: 'approved',
      says: '',
      byOffice: by.approvedBy,
      at: by.at,
    });
    const told = await tellWatchers(sql, readings, {
      byOffice: by.approvedBy,
      today: clock.today(),
      now: clock.now(),
    });
    const entry = await publishedEntry(sql, {
      batch,
      readings,
      approvedBy: by.approvedBy,
      today: clock.today(),
    });
    return ok({ value: undefined, entries: [entry, ...told] });
  });
  return onConstraint(published, { reading_pkey: 'overtaken' });
}

/** Whoever brings a series may have changed since its readings were entered: nobody publishes what is another’s by now. */
async function mayStillBring(
  sql: Sql,
  { bodyId, isComparison }: Batch,
  readings: readonly BatchReading[],
  on: IsoDate,
): Promise<boolean> {
  const seriesIds = [...new Set(readings.map(({ seriesId }) => seriesId))];
  const whose = await whoseReadings(sql, { seriesIds, on });
  return readings.every(({ seriesId, areaId }) => {
    const owner = whose.ownerOf(seriesId, areaId)?.bodyId;
    if (!isComparison) return owner === bodyId;
    return owner === undefined && whose.ownersOf(seriesId).includes(bodyId);
  });
}

/** Gives a batch back to whoever entered it, with the reason. */
export const returnBatch = (
  services: ActServices,
  actor: Actor | undefined,
  { says, ...named }: BatchNamed & Readonly<{ says: string }>,
  options: ActOptions = {},
): Promise<Result<void, DecideRefusal>> =>
  endBatch(services, actor, named, { outcome: 'returned', says, permission: mayApproveReadings }, options);

/** Takes back what one’s own office entered. */
export const withdrawBatch = (
  services: ActServices,
  actor: Actor | undefined,
  { says, ...named }: BatchNamed & Readonly<{ says: string }>,
  options: ActOptions = {},
): Promise<Result<void, DecideRefusal>> =>
  endBatch(services, actor, named, { outcome: 'withdrawn', says, permission: mayEnterReadings }, options);

type Ending = Readonly<{ outcome: 'returned' | 'withdrawn'; says: string; permission: Permission }>;

async function endBatch(
  services: ActServices,
  actor: Actor | undefined,
  named: BatchNamed,
  { outcome, says, permission }: Ending,
  options: ActOptions,
): Promise<Result<void, DecideRefusal>> {
  const allowed = may(actor, permission, named.bodyId);
  if (!allowed.ok) return allowed;
  if (outcome === 'returned' && says.trim() === '') return refuse('says-missing');
  const { clock } = services;
  return act<void, DecideRefusal>(services, allowed.value, options, async (sql) => {
    const waiting = await waitingBatch(sql, named);
    if (!waiting.ok) return waiting;
    const isOther = isSomebodyElse(waiting.value, allowed.value);
    if (outcome === 'withdrawn' && isOther) return refuse('not-own-batch');
    if (outcome === 'returned' && !isOther) return refuse('own-batch');
    const byOffice = allowed.value.officeTitle;
    await insertBatchOutcome(sql, waiting.value, { outcome, says, byOffice, at: clock.now() });
    return ok({ value: undefined, entry: endedEntry(waiting.value, outcome, says) });
  });
}

/** The batch while nobody has decided on it; it stays so until the act is over. */
async function waitingBatch(
  sql: Sql,
  { bodyId, batchId }: BatchNamed,
): Promise<Result<Batch, 'no-such-batch' | Stale<BatchOutcome>>> {
  await lockThing(sql, readingsSubject(bodyId));
  const batch = await findBatch(sql, { bodyId, id: batchId });
  if (batch === undefined) return refuse('no-such-batch');
  return batch.outcome === undefined ? ok(batch) : refuse({ stale: batch.outcome });
}

/** What was never published is the body’s own affair. */
const endedEntry = ({ id, bodyId }: Batch, outcome: 'returned' | 'withdrawn', says: string): Entry => ({
  act: `agreements.batch.${outcome}`,
  subject: `${readingsSubject(bodyId)}/batches/${id}`,
  summary: outcome === 'returned' ? 'Readings given back, with the reason' : 'Readings taken back',
  facts: { says },
  visibility: 'private',
});
