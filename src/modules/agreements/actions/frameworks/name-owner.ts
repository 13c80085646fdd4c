import { lockThing, type Sql } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, type IsoDate, ok, refuse, type Result, type Role } from '#platform/kernel';
import type { CommonRefusal, Stale } from '#platform/module';
import { act, type ActOptions, type ActServices, publicEntry } from '#platform/record';
import { areaOf, everyBody, successorsOf } from '#modules/register';
import type { Series } from '../../domain/series/series.ts';
import { ownerOn, ownerSeen, type SeriesOwner } from '../../domain/series/series-owner.ts';
import { mayDraftAgreements } from '../../permissions.ts';
import { endSeriesOwner, insertSeriesOwners, listSeriesOwners } from '../../store/series-owners.ts';
import { findSeries } from '../../store/series.ts';

export type OwnerNamed = Readonly<{
  seriesId: string;
  areaId: string;
  role: Role;
  from: IsoDate;
  /** Who was named last when the form was opened: `ownerSeen`. */
  seen: string;
}>;

export type NameOwnerRefusal =
  | CommonRefusal
  | 'no-such-series'
  | 'not-your-area'
  | 'owner-already'
  | 'before-the-last'
  | 'anothers-duty'
  | 'behind-anothers-back'
  | Stale<SeriesOwner>;

/**
 * Names which office of a body brings the readings of a series about its own area, from a day on. The
 * office of the same body that brought them before no longer does. A body names its own offices alone, and takes no duty from another:
 * that one hands it over first, or has ended and this one took its place.
 */
export async function nameOwner(
  services: ActServices,
  actor: Actor | undefined,
  { seriesId, areaId, role, from, seen }: OwnerNamed,
  options: ActOptions = {},
): Promise<Result<void, NameOwnerRefusal>> {
  if (actor === undefined) return refuse('signed-out');
  const allowed = may(actor, mayDraftAgreements, actor.bodyId);
  if (!allowed.ok) return allowed;
  const { bodyId, officeTitle } = allowed.value;
  return act<void, NameOwnerRefusal>(services, allowed.value, options, async (sql) => {
    await lockThing(sql, `/series/${seriesId}/${areaId}`);
    const series = await findSeries(sql, seriesId);
    if (series === undefined) return refuse('no-such-series');
    if (!(await isOwnArea(sql, series, areaId, bodyId, from))) return refuse('not-your-area');
    const owners = (await listSeriesOwners(sql, { seriesIds: [seriesId] })).filter(
      (each) => each.areaId === areaId,
    );
    const last = owners.at(-1);
    const stands = last?.until === undefined ? last : ownerOn(owners, areaId, from);
    if (ownerSeen(last) !== seen) return refuse({ stale: last });
    if (stands?.bodyId === bodyId && stands.role === role) return refuse('owner-already');
    if (last !== undefined && from <= last.from) return refuse('before-the-last');
    if (
      stands !== undefined &&
      stands.bodyId !== bodyId &&
      !(await isHeirOf(sql, stands.bodyId, bodyId, from))
    )
      return refuse('anothers-duty');
    // What was due from another body until today stays so, on time or late.
    if (stands !== undefined && stands.bodyId !== bodyId && from < services.clock.today())
      return refuse('behind-anothers-back');
    if (stands?.bodyId === bodyId && stands.until === undefined) await endSeriesOwner(sql, stands, from);
    const owner: SeriesOwner = {
      seriesId,
      areaId,
      bodyId,
      role,
      from,
      until: undefined,
      namedBy: officeTitle,
    };
    await insertSeriesOwners(sql, [owner], services.clock.now());
    return ok({
      value: undefined,
      entry: publicEntry({
        act: 'agreements.series.owner-named',
        subject: `/series/${seriesId}`,
        summary: `Who brings the readings of ${series.title} is named`,
        facts: { series: seriesId, area: areaId, body: bodyId, role, from },
        about: { bodies: [bodyId], places: [areaId], things: [`/series/${seriesId}/${areaId}`] },
      }),
    });
  });
}

/** Whether a body ended by a day, and another took its place or nobody did. */
async function isHeirOf(sql: Sql, former: string, bodyId: string, on: IsoDate): Promise<boolean> {
  const ended = (await everyBody(sql, { on })).find(({ id }) => id === former)?.ended;
  if (ended === undefined || ended > on) return false;
  const heirs = await successorsOf(sql, former, ended);
  return heirs.length === 0 || heirs.some(({ id }) => id === bodyId);
}

/** Of a body’s own doing: the body. Of a place: a place that the body serves. */
async function isOwnArea(
  sql: Sql,
  { concerns }: Pick<Series, 'concerns'>,
  areaId: string,
  bodyId: string,
  on: IsoDate,
): Promise<boolean> {
  if (areaId === bodyId) return true;
  if (concerns === 'performance') return false;
  return (await areaOf(sql, areaId, { on })).bodyIds.includes(bodyId);
}
