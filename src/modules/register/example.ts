import { type IsoDate, ok } from '#platform/kernel';
import { type ActServices, actTogether, type Entry, type SystemActor } from '#platform/record';
import type { Sql } from '#platform/db';
import type { Area } from './reference/area.ts';
import { readArea } from './reference/read-area.ts';
import { insertBodies, insertNames, listBodies } from './store/bodies.ts';
import { insertDetails } from './store/body-details.ts';
import { insertHoldings } from './store/holdings.ts';
import { insertOffices } from './store/offices.ts';
import { hasPartners, insertPartners } from './store/partners.ts';
import { insertPlaces, insertServed } from './store/places.ts';
import { hasLaw, insertRules } from './store/rules.ts';
import { existingPlaces } from './store/served.ts';
import { insertSuccessions } from './store/successions.ts';

const loader: SystemActor = { officeTitle: 'Accord, reading the reference data', bodyId: undefined };

/** Loads Kent, the example. */
export async function loadExample(services: ActServices): Promise<void> {
  await loadArea(services, readArea('examples/kent'));
}

/** Loads the law’s rules and the kinds of partner it names, for a register that starts without an example. */
export async function loadReference(services: ActServices): Promise<void> {
  await loadArea(services, {
    ...readArea('examples/kent'),
    places: [],
    bodies: [],
    holdings: [],
    successions: [],
  });
}

/**
 * Loads an area into the register in one transaction, with an entry in the record for each place and body. What is
 * already there is left as its officers made it, so loading again changes nothing.
 */
export async function loadArea(services: ActServices, area: Area): Promise<void> {
  const loaded = await actTogether(services, loader, {}, async (sql) => {
    const entries = await load(sql, area, services.clock.today());
    return ok({ value: undefined, entries });
  });
  if (!loaded.ok) throw new Error(`The area could not be loaded: ${String(loaded.error)}`);
}

async function load(sql: Sql, area: Area, today: IsoDate): Promise<readonly Entry[]> {
  const knownPlaces = new Set(await existingPlaces(sql));
  const knownBodies = new Set((await listBodies(sql)).map(({ id }) => id));
  const places = area.places.filter(({ id }) => !knownPlaces.has(id));
  const bodies = area.bodies.filter(({ body }) => !knownBodies.has(body.id));
  const isNew = (bodyId: string) => bodies.some(({ body }) => body.id === bodyId);
  const newOffices = new Set(bodies.flatMap(({ offices }) => offices.map(({ id }) => id)));
  const lawIsNew = !(await hasLaw(sql));
  const partnersAreNew = !(await hasPartners(sql));

  await insertPlaces(sql, places, today);
  await insertBodies(
    sql,
    bodies.map(({ body }) => body),
    today,
  );
  await insertNames(
    sql,
    bodies.flatMap(({ names }) => names),
    today,
  );
  await insertDetails(
    sql,
    bodies.flatMap(({ details }) => details),
    today,
  );
  await insertServed(
    sql,
    bodies.flatMap(({ body, serves }) => serves.map((each) => ({ bodyId: body.id, ...each }))),
    today,
  );
  await insertOffices(
    sql,
    bodies.flatMap(({ offices }) => offices),
    today,
  );
  await insertHoldings(
    sql,
    area.holdings.filter(({ officeId }) => newOffices.has(officeId)),
    today,
  );
  await insertRules(sql, [...(lawIsNew ? area.law : []), ...bodies.flatMap(({ rules }) => rules)], today);
  await insertSuccessions(
    sql,
    area.successions.filter(({ predecessor }) => isNew(predecessor)),
    today,
  );
  if (partnersAreNew) await insertPartners(sql, area.duties, area.partners);

  return [
    ...places.map(placeEntry),
    ...(lawIsNew && area.law.length > 0 ? [lawEntry(area)] : []),
    ...bodies.map(bodyEntry),
  ];
}

const placeEntry = ({ id, names, gss }: Area['places'][number]): Entry => ({
  act: 'register.place.entered',
  subject: `/places/${id}`,
  summary: `Place entered: ${names.at(-1)?.name ?? id}`,
  facts: { id, gss },
  visibility: 'public',
});

const lawEntry = ({ law }: Area): Entry => ({
  act: 'register.law.entered',
  subject: '/bodies',
  summary: `The law’s rules entered: ${law.length} dated values`,
  facts: { rules: law.map(({ key, from, source }) => ({ key, from: from ?? null, source })) },
  visibility: 'public',
});

const bodyEntry = ({ body, names, offices, rules }: Area['bodies'][number]): Entry => ({
  act: 'register.body.entered',
  subject: `/bodies/${body.id}`,
  summary: `Body entered: ${names.find(({ until }) => until === undefined)?.name ?? body.id}`,
  facts: {
    id: body.id,
    kind: body.kind,
    gss: body.gss ?? null,
    offices: offices.length,
    rules: rules.map(({ key }) => key),
    source: body.source,
  },
  visibility: 'public',
});
