import type { Sql } from '#platform/db';
import { type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import { type Body, bodyName, type BodyKind, type BodyNameRefusal, type Tier } from '../domain/body.ts';
import { slugOf } from '../domain/slug.ts';
import type { Ending } from '../domain/succession.ts';
import { listBodies } from '../store/bodies.ts';
import { insertFounded } from '../store/founded.ts';
import { insertServed } from '../store/places.ts';
import { existingPlaces, servedBy } from '../store/served.ts';

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

/** Why the successors that are named cannot take over. */
export type SuccessorRefusal = BodyNameRefusal | 'no-such-successor' | 'no-such-place' | 'name-taken';

/** A successor as it is, or as it will be when it is founded. */
export type Found = Readonly<{ body: Body; name: string; isNew: boolean; serves: readonly string[] }>;

/** Finds the successors that are named, and works out those that are new. */
export async function findSuccessors(
  sql: Sql,
  {
    successors,
    on,
    source,
  }: Readonly<{ successors: readonly NamedSuccessor[]; on: IsoDate; source: string }>,
): Promise<Result<readonly Found[], SuccessorRefusal>> {
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

/** Enters the new bodies among them. */
export async function found(
  sql: Sql,
  successors: readonly Found[],
  on: IsoDate,
  today: IsoDate,
): Promise<void> {
  await insertFounded(
    sql,
    successors.map(({ body, name }) => ({ body, name, from: on })),
    today,
  );
}

/** In a merger the successor serves what the body served; in a split each serves what was said of it. */
export async function passOnPlaces(
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
