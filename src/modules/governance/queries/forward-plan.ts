import type { Sql } from '#platform/db';
import { addDays, type IsoDate } from '#platform/kernel';
import { areaOf, type BodyLine, everyBody } from '#modules/register';
import { type NoticeLine, openNoticesOf } from './notices-open.ts';
import { countPlanChanges, type PlanCounts } from './notices-changed.ts';

/** What a reader asks of the forward plan; undefined: no matter. */
export type PlanAsked = Readonly<{
  bodyId: string | undefined;
  place: string | undefined;
  topic: string | undefined;
  keyOnly: boolean;
  on: IsoDate;
}>;

/** How long back the plan says by itself what changed. */
export const usualSpanDays = 28;

export type ForwardPlan = Readonly<{
  asked: PlanAsked;
  /** Undefined for the plan of every body; in the plan of one, that one. */
  body: BodyLine | undefined;
  /** Every body, by its id. */
  bodies: ReadonlyMap<string, BodyLine>;
  /** The soonest first. */
  lines: readonly NoticeLine[];
  lately: PlanCounts;
  /** The day after which `lately` counts. */
  since: IsoDate;
}>;

/** The forward plan of one body or of all, as it stood on a day; undefined where there is no such body. */
export async function forwardPlan(sql: Sql, asked: PlanAsked): Promise<ForwardPlan | undefined> {
  const { bodyId, place, on } = asked;
  const since = addDays(on, -usualSpanDays);
  const [every, open, lately, area] = await Promise.all([
    everyBody(sql, { on }),
    openNoticesOf(sql, bodyId, on),
    countPlanChanges(sql, { bodyId, since, until: on }),
    place === undefined ? undefined : areaOf(sql, place, { on }),
  ]);
  const bodies = new Map(every.map((body) => [body.id, body]));
  const body = bodyId === undefined ? undefined : bodies.get(bodyId);
  if (bodyId !== undefined && body === undefined) return undefined;
  const lines = open.filter(
    (line) =>
      (!asked.keyOnly || line.isKey) &&
      (asked.topic === undefined || line.topics.includes(asked.topic)) &&
      (area === undefined || concerns(line, area)),
  );
  return { asked, body, bodies, lines, lately, since };
}

/** Whether a notice concerns whoever lives in a place: it names the place, or its body serves it and it names none. */
function concerns(
  { places, bodyId }: NoticeLine,
  { placeIds, bodyIds }: Awaited<ReturnType<typeof areaOf>>,
): boolean {
  return places.length === 0 ? bodyIds.includes(bodyId) : places.some((place) => placeIds.includes(place));
}
