import { lockThing } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, Stale } from '#platform/module';
import { act, type ActOptions, type ActServices, publicEntry } from '#platform/record';
import { type SeriesOwner, ownerSeen } from '../../domain/series/series-owner.ts';
import { mayDraftAgreements } from '../../permissions.ts';
import { endSeriesOwner, listSeriesOwners } from '../../store/series-owners.ts';
import { findSeries } from '../../store/series.ts';

export type HandedOver = Readonly<{
  seriesId: string;
  areaId: string;
  /** The first day on which the body brings them no more. */
  until: IsoDate;
  /** Who brought the readings when the form was opened: `ownerSeen`. */
  seen: string;
}>;

export type HandOverRefusal =
  | CommonRefusal
  | 'no-such-series'
  | 'not-yours'
  | 'handed-over-already'
  | 'in-the-past'
  | 'before-it-began'
  | Stale<SeriesOwner>;

/**
 * A body lays down its duty to bring the readings of a series about an area, from today or a later day on: what was due until then
 * stays due from it. From that day another body that serves the area can name its own office; before that none can.
 */
export async function handOver(
  services: ActServices,
  actor: Actor | undefined,
  { seriesId, areaId, until, seen }: HandedOver,
  options: ActOptions = {},
): Promise<Result<void, HandOverRefusal>> {
  if (actor === undefined) return refuse('signed-out');
  const allowed = may(actor, mayDraftAgreements, actor.bodyId);
  if (!allowed.ok) return allowed;
  const { bodyId } = allowed.value;
  return act<void, HandOverRefusal>(services, allowed.value, options, async (sql) => {
    await lockThing(sql, `/series/${seriesId}/${areaId}`);
    const series = await findSeries(sql, seriesId);
    if (series === undefined) return refuse('no-such-series');
    const last = (await listSeriesOwners(sql, { seriesIds: [seriesId] })).findLast(
      (each) => each.areaId === areaId,
    );
    if (ownerSeen(last) !== seen) return refuse({ stale: last });
    if (last?.bodyId !== bodyId) return refuse('not-yours');
    if (last.until !== undefined) return refuse('handed-over-already');
    if (until < services.clock.today()) return refuse('in-the-past');
    if (until <= last.from) return refuse('before-it-began');
    await endSeriesOwner(sql, last, until);
    return ok({
      value: undefined,
      entry: publicEntry({
        act: 'agreements.series.handed-over',
        subject: `/series/${seriesId}`,
        summary: `Who brings the readings of ${series.title} is free to be named`,
        facts: { series: seriesId, area: areaId, body: bodyId, until },
        about: { bodies: [bodyId], places: [areaId], things: [`/series/${seriesId}/${areaId}`] },
      }),
    });
  });
}
