import type { Sql } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, formatDate, type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import { act, type ActOptions, type ActServices } from '#platform/record';
import { type Body, bodyName, type BodyKind, type BodyNameRefusal, type Tier } from '../domain/body.ts';
import { slugOf } from '../domain/slug.ts';
import { acceptSuccession, type Ending, type SuccessionRefusal } from '../domain/succession.ts';
import { mayRecordSuccession } from '../permissions.ts';
import { findBody, insertBodies, insertNames, listBodies } from '../store/bodies.ts';
import { lockBody, lockSuccession } from '../store/lock.ts';
import { insertOffices } from '../store/offices.ts';
import { insertServed } from '../store/places.ts';
import { existingPlaces, servedBy } from '../store/served.ts';
import { insertSuccessions, listSuccessions } from '../store/successions.ts';
import type { CommonRefusal } from './outcomes.ts';

/** A body that takes over: one already in the register, or a new one founded on the day. */
export type NamedSuccessor =
  | Readonly<{ id: string }>
  | Readonly<{
      name: string;
      kind: BodyKind;
      tier?: Tier | undefined;
      gss?: string | undefined;
      /** Places it serves besides those it takes over in a merger. */
      serves?: readonly string[];
    }>;

export type SuccessionRecord = Readonly<{
  bodyId: string;
  kind: Ending;
  /** The first day on which the body no longer exists: vesting day. */
  on: IsoDate;
  successors: readonly NamedSuccessor[];
  reason: string;
  /** The order or decision that says so. */
  source: string;
}>;

export type RecordSuccessionRefusal =
  | CommonRefusal
  | SuccessionRefusal
  | BodyNameRefusal
  | 'source-missing'
  | 'no-such-successor'
  | 'no-such-place'
  | 'name-taken';

/**
 * Records that one's own body ends and what takes its place. Each body records its own ending: a merger of four is four
 * acts, the first of which names the new body. Nothing that pointed at the old body is touched; it resolves to the new.
 */
export async function recordSuccession(
  services: ActServices,
  actor: Actor | undefined,
  record: SuccessionRecord,
  options: ActOptions = {},
): Promise<Result<{ successors: string[] }, RecordSuccessionRefusal>> {
  const { bodyId, kind, on } = record;
  const allowed = may(actor, mayRecordSuccession, bodyId);
  if (!allowed.ok) return allowed;
  if (record.source.trim() === '') return refuse('source-missing');

  return act(services, allowed.value, options, async (sql) => {
    await lockSuccession(sql);
    await lockBody(sql, bodyId);
    const body = await findBody(sql, bodyId);
    if (body === undefined) return refuse('no-such-body');
    const successors = await findSuccessors(sql, record);
    if (!successors.ok) return successors;
    const links = acceptSuccession(
      record,
      body,
      successors.value.map(({ body: { id, founded } }) => ({ id, founded })),
      await listSuccessions(sql),
    );
    if (!links.ok) return links;

    const today = services.clock.today();
    const founded = successors.value.filter(({ isNew }) => isNew);
    await found(sql, founded, on, today);
    const why = {
      kind,
      reason: record.reason.trim(),
      source: record.source.trim(),
      certainty: 'confirmed',
    } as const;
    await insertSuccessions(
      sql,
      links.value.map((link) => ({ ...link, ...why })),
      today,
    );
    await passOnPlaces(sql, { bodyId, kind, on, today, successors: successors.value });
    const ids = successors.value.map(({ body: { id } }) => id);
    return ok({
      value: { successors: ids },
      entry: {
        act: 'register.body.ended',
        subject: `/bodies/${bodyId}`,
        summary: `Ends on ${formatDate(on)}${ids.length === 0 ? '' : `; its place is taken by ${successors.value.map(({ name }) => name).join(', ')}`}`,
        facts: {
          kind,
          on,
          successors: ids,
          founded: founded.map(({ body: { id }, name }) => ({ id, name })),
          reason: why.reason,
          source: why.source,
        },
        visibility: 'public',
      },
    });
  });
}

type Found = Readonly<{ body: Body; name: string; isNew: boolean; serves: readonly string[] }>;

async function findSuccessors(
  sql: Sql,
  { successors, on, source }: SuccessionRecord,
): Promise<Result<readonly Found[], RecordSuccessionRefusal>> {
  const known = new Map((await listBodies(sql)).map((body) => [body.id, body]));
  const places = new Set(await existingPlaces(sql));
  const found: Found[] = [];
  for (const named of successors) {
    if ('id' in named) {
      const body = known.get(named.id);
      if (body === undefined) return refuse('no-such-successor');
      found.push({ body, name: body.id, isNew: false, serves: [] });
      continue;
    }
    const name = bodyName(named.name);
    if (!name.ok) return name;
    const id = slugOf(name.value);
    if (id === '') return refuse('name-missing');
    if (known.has(id)) return refuse('name-taken');
    const { serves = [], kind, tier, gss } = named;
    if (serves.some((place) => !places.has(place))) return refuse('no-such-place');
    const body: Body = {
      id,
      kind,
      tier,
      gss,
      founded: on,
      note: undefined,
      source: source.trim(),
      certainty: 'confirmed',
    };
    found.push({ body, name: name.value, isNew: true, serves });
  }
  return ok(found);
}

/** A new body starts with its name and with one office, so that somebody can act for it and add the others. */
async function found(sql: Sql, successors: readonly Found[], on: IsoDate, today: IsoDate): Promise<void> {
  await insertBodies(
    sql,
    successors.map(({ body }) => body),
    today,
  );
  const dated = { from: on, until: undefined, certainty: 'confirmed' } as const;
  await insertNames(
    sql,
    successors.map(({ body, name }) => ({
      bodyId: body.id,
      name,
      usage: 'official',
      source: body.source,
      ...dated,
    })),
    today,
  );
  await insertOffices(
    sql,
    successors.map(({ body }) => ({
      id: `${body.id}.monitoring-officer`,
      bodyId: body.id,
      version: 1,
      title: 'Monitoring Officer',
      role: 'monitoring-officer',
      voting: false,
      reason: '',
      source: body.source,
      ...dated,
    })),
    today,
  );
}

/** In a merger the successor serves what the body served; in a split each serves what was said of it. */
async function passOnPlaces(
  sql: Sql,
  {
    bodyId,
    kind,
    on,
    today,
    successors,
  }: Readonly<{
    bodyId: string;
    kind: Ending;
    on: IsoDate;
    today: IsoDate;
    successors: readonly Found[];
  }>,
): Promise<void> {
  const inherited = kind === 'merge' ? await servedBy(sql, bodyId, on) : [];
  await insertServed(
    sql,
    successors.flatMap(({ body, serves }) =>
      [...new Set([...inherited, ...serves])].map((placeId) => ({
        bodyId: body.id,
        placeId,
        from: on,
        until: undefined,
      })),
    ),
    today,
  );
}
