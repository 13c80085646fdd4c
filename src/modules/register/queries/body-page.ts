import type { Sql } from '#platform/db';
import { entriesPage, type RecordedEntry } from '#platform/record';
import { type Body, type BodyName, otherNames } from '../domain/body.ts';
import type { BodyDetails } from '../domain/body-details.ts';
import { type AsOf, versionOn } from '../domain/dated.ts';
import { endOf, predecessorsOf, successorsOf } from '../domain/succession.ts';
import { findBody, listNames } from '../store/bodies.ts';
import { listDetails } from '../store/body-details.ts';
import { listSuccessions, type RecordedSuccession } from '../store/successions.ts';
import { type BodyLine, everyBody } from './bodies.ts';
import { officesOf, type OfficesPage } from './offices.ts';
import { type PlaceLine, placesServed } from './places.ts';

export type Descent = Readonly<{ body: BodyLine; succession: RecordedSuccession }>;

/** Everything true of one body on a day. */
export type BodyPage = Readonly<{
  body: Body;
  line: BodyLine;
  /** Names of other days, and other names it is known by. */
  otherNames: readonly BodyName[];
  details: BodyDetails | undefined;
  /** Every version of its details known on the day asked, the one recorded last first. */
  detailsHistory: readonly BodyDetails[];
  /** Give this back with an edit, so that a stale one is noticed; 0 where there are no details. */
  detailsSeen: number;
  places: readonly PlaceLine[];
  offices: OfficesPage['offices'];
  /** The bodies it came from, and how. */
  predecessors: readonly Descent[];
  /** The bodies named to take its place, and how; may lie ahead. */
  successors: readonly Descent[];
  /** Who stands in its place on the day: itself while it exists. */
  now: readonly BodyLine[];
  /** Every earlier body whose history is this body's history too. */
  ancestry: readonly BodyLine[];
  /** The latest acts of its offices. */
  recent: readonly RecordedEntry[];
}>;

/** Reads a body’s page; undefined where the register never had it. */
export async function bodyPage(sql: Sql, bodyId: string, asOf: AsOf): Promise<BodyPage | undefined> {
  const [body, bodies, links, details, names, recent] = await Promise.all([
    findBody(sql, bodyId),
    everyBody(sql, asOf),
    listSuccessions(sql),
    listDetails(sql, [bodyId]),
    listNames(sql, [bodyId]),
    entriesPage(sql, { body: bodyId, limit: 5 }),
  ]);
  const line = bodies.find(({ id }) => id === bodyId);
  if (body === undefined || line === undefined) return undefined;
  const [places, { offices }] = await Promise.all([
    placesServed(sql, bodyId, shownOn(line, links, asOf)),
    officesOf(sql, line, asOf, { bodies, links }),
  ]);
  const linesOf = (ids: readonly string[]) => bodies.filter(({ id }) => ids.includes(id));
  const descent = (id: string | undefined, succession: RecordedSuccession): readonly Descent[] =>
    linesOf(id === undefined ? [] : [id]).map((found) => ({ body: found, succession }));

  return {
    body,
    line,
    otherNames: otherNames(names, asOf),
    details: versionOn(details, asOf),
    detailsHistory: details.filter(
      ({ recordedOn }) => asOf.knownOn === undefined || recordedOn <= asOf.knownOn,
    ),
    detailsSeen: details[0]?.version ?? 0,
    places,
    offices,
    predecessors: links
      .filter(({ successor }) => successor === bodyId)
      .flatMap((succession) => descent(succession.predecessor, succession)),
    successors: links
      .filter(({ predecessor }) => predecessor === bodyId)
      .flatMap((succession) => descent(succession.successor, succession)),
    now: linesOf(successorsOf(bodyId, asOf.on, links)),
    ancestry: linesOf(predecessorsOf(bodyId, links)),
    recent: recent.entries,
  };
}

// The page of a body that has ended shows the places it served to its last day.
function shownOn(line: BodyLine, links: readonly RecordedSuccession[], asOf: AsOf): AsOf {
  const ended = endOf(line.id, links);
  return ended === undefined || ended > asOf.on ? asOf : { ...asOf, on: ended };
}
