import { date, type IsoDate } from '#platform/kernel';
import { bodyContact } from '../domain/body-details.ts';
import { acceptHolding } from '../domain/holding.ts';
import { acceptOffice } from '../domain/office.ts';
import { acceptSuccession, type SuccessionLink } from '../domain/succession.ts';
import type { Area } from './area.ts';

/** What does not fit together in an area, each fault in a sentence. The shapes of its files were right already. */
export function areaFaults(area: Area): readonly string[] {
  const places = new Set(area.places.map(({ id }) => id));
  const bodies = new Set(area.bodies.map(({ body }) => body.id));
  const offices = new Set(area.bodies.flatMap((each) => each.offices.map(({ id }) => id)));
  return [
    ...repeated(
      area.places.map(({ id }) => id),
      'place',
    ),
    ...repeated(
      area.bodies.map(({ body }) => body.id),
      'body',
    ),
    ...repeated(
      area.bodies.flatMap((each) => each.offices.map(({ id }) => id)),
      'office',
    ),
    ...neighbourFaults(area),
    ...area.bodies.flatMap(bodyFaults),
    ...holdingFaults(area),
    ...successionFaults(area),
    ...area.places
      .filter(({ parent }) => parent !== undefined && !places.has(parent))
      .map(({ id, parent }) => `The place ${id} lies in ${parent}, which is not in the list`),
    ...area.bodies.flatMap(({ body, serves }) =>
      serves
        .filter(({ placeId }) => !places.has(placeId))
        .map(({ placeId }) => `${body.id} serves ${placeId}, which is not in the list of places`),
    ),
    ...area.holdings.flatMap(({ officeId, holder, onBehalfOf }) => [
      ...(offices.has(officeId) ? [] : [`The office ${officeId} is held but is not in the list of offices`]),
      ...(holder.kind === 'person' || offices.has(holder.officeId)
        ? []
        : [`${officeId} is held by ${holder.officeId}, which is not in the list of offices`]),
      ...(onBehalfOf === undefined || bodies.has(onBehalfOf)
        ? []
        : [`${officeId} is held on behalf of ${onBehalfOf}, which is not in the list of bodies`]),
    ]),
    ...area.successions.flatMap(({ predecessor, successor }) =>
      [predecessor, successor]
        .filter((id) => id !== undefined && !bodies.has(id))
        .map((id) => `A succession names ${id}, which is not in the list of bodies`),
    ),
    ...area.partners.flatMap(({ id, duties }) =>
      duties
        .filter((duty) => !area.duties.some((each) => each.id === duty))
        .map((duty) => `The partner ${id} has the duty ${duty}, which is not in the list of duties`),
    ),
  ];
}

/** Every neighbour is named, and two places of the area that touch say so of each other. */
function neighbourFaults({ places }: Area): readonly string[] {
  const touching = new Set(
    places.flatMap(({ id, neighbours }) => neighbours.map((each) => `${id} ${each.id ?? ''}`)),
  );
  return places.flatMap((place) =>
    place.neighbours.flatMap(({ gss, name, id }) => {
      if (name === '') return [`${place.id} touches ${gss}, which has no name in the file`];
      if (id === undefined || touching.has(`${id} ${place.id}`)) return [];
      return [`${place.id} touches ${id}, but ${id} does not touch ${place.id}`];
    }),
  );
}

/** What an officer's own act would be refused for is refused in a file too. */
function bodyFaults({ body, details, offices }: Area['bodies'][number]): readonly string[] {
  const life = { founded: body.founded, ended: undefined };
  return [
    ...details.map((each) => bodyContact(each)),
    ...offices.map((office) => acceptOffice(office, life, [])),
  ].flatMap((checked) => (checked.ok ? [] : [`${body.id}: ${checked.error}`]));
}

function holdingFaults({ bodies, holdings }: Area): readonly string[] {
  const offices = bodies.flatMap((each) => each.offices);
  return holdings.flatMap((holding) => {
    const office = offices.find(({ id }) => id === holding.officeId);
    if (office === undefined) return [];
    const others = holdings.filter((other) => other !== holding && other.officeId === holding.officeId);
    const checked = acceptHolding(holding, asRecorded(office), others.map(asRecorded));
    return checked.ok ? [] : [`${holding.officeId}: ${checked.error}`];
  });
}

function successionFaults({ bodies, successions }: Area): readonly string[] {
  const founded = new Map(bodies.map(({ body }) => [body.id, body.founded]));
  const earlier: SuccessionLink[] = [];
  return successions.flatMap((succession) => {
    const { predecessor, successor } = succession;
    const together = successions.filter((each) => each.predecessor === predecessor);
    if (together[0] !== succession) return [];
    const checked = acceptSuccession(
      succession,
      { id: predecessor, founded: founded.get(predecessor) },
      successor === undefined
        ? []
        : together.map((each) => ({ id: each.successor ?? '', founded: founded.get(each.successor ?? '') })),
      earlier,
    );
    earlier.push(...together);
    return checked.ok ? [] : [`${predecessor}: ${checked.error}`];
  });
}

// Dates of recording do not matter to these checks: nothing in the files has been recorded or replaced yet.
function asRecorded<Fact>(fact: Fact): Fact & { recordedOn: IsoDate; replacedOn: undefined } {
  return { ...fact, recordedOn: date('1974-04-01'), replacedOn: undefined };
}

function repeated(ids: readonly string[], what: string): readonly string[] {
  return ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => `The ${what} ${id} is in the list twice`);
}
