import type { Sql } from '#platform/db';
import { bodyKinds, otherNames, titleOn } from '../domain/body.ts';
import { type AsOf, isKnown, versionOn } from '../domain/dated.ts';
import { listNames } from '../store/bodies.ts';
import { listDetails } from '../store/body-details.ts';
import { listHoldings } from '../store/holdings.ts';
import { listOffices } from '../store/offices.ts';
import { everyBody } from './bodies.ts';
import { placesOn } from './places.ts';

type PopoloThing = Readonly<Record<string, unknown>>;

/** Bodies, offices and who holds them, as Popolo: organizations, posts, memberships, persons, areas. */
export type Popolo = Readonly<{
  organizations: readonly PopoloThing[];
  posts: readonly PopoloThing[];
  memberships: readonly PopoloThing[];
  persons: readonly PopoloThing[];
  areas: readonly PopoloThing[];
}>;

/**
 * The whole register of bodies and offices in the Popolo form, names as they were on the day. A membership whose holder
 * is another office has no person; its label names the office.
 */
export async function popolo(sql: Sql, asOf: AsOf): Promise<Popolo> {
  const bodies = await everyBody(sql, asOf);
  const names = await listNames(sql);
  const details = await listDetails(sql);
  const offices = (await listOffices(sql)).filter((office) => isKnown(office, asOf.knownOn));
  const holdings = (await listHoldings(sql)).filter((holding) => isKnown(holding, asOf.knownOn));
  const bodyName = new Map(bodies.map(({ id, name }) => [id, name]));
  const namesOf = (id: string | undefined) => names.filter(({ bodyId }) => bodyId === id);
  const seatOf = new Map(holdings.map(({ officeId, onBehalfOf }) => [officeId, onBehalfOf]));
  const officeOf = new Map(offices.map((office) => [office.id, office]));

  return {
    organizations: bodies.map((body) => {
      const contact = versionOn(
        details.filter(({ bodyId }) => bodyId === body.id),
        asOf,
      );
      return {
        id: body.id,
        name: body.name,
        classification: bodyKinds[body.kind],
        other_names: otherNames(namesOf(body.id), asOf).map(({ name, from, until }) => ({
          name,
          ...period(from, until),
        })),
        identifiers: body.gss === undefined ? [] : [{ scheme: 'ONS GSS', identifier: body.gss }],
        ...(body.founded === undefined ? {} : { founding_date: body.founded }),
        ...(body.ended === undefined ? {} : { dissolution_date: body.ended }),
        ...(contact === undefined || contact.description === '' ? {} : { description: contact.description }),
        links:
          contact === undefined || contact.homepage === ''
            ? []
            : [{ url: contact.homepage, note: 'Homepage' }],
        contact_details: contactDetails(contact),
      };
    }),
    posts: offices.map((office) => ({
      id: office.id,
      label: titleOn(office.title, namesOf(seatOf.get(office.id)), asOf),
      ...(office.role === undefined ? {} : { role: office.role }),
      organization_id: office.bodyId,
      ...period(office.from, office.until),
      sources: [{ note: office.source }],
    })),
    memberships: holdings.map((holding) => {
      const { holder, officeId, onBehalfOf } = holding;
      const post = officeOf.get(officeId);
      const held = holder.kind === 'office' ? officeOf.get(holder.officeId) : undefined;
      return {
        id: holding.id,
        ...(post === undefined ? {} : { organization_id: post.bodyId }),
        post_id: officeId,
        ...(holder.kind === 'person' ? { person_id: holder.personId } : {}),
        ...(held === undefined
          ? {}
          : { label: `${held.title}, ${bodyName.get(held.bodyId) ?? held.bodyId}` }),
        ...(onBehalfOf === undefined ? {} : { on_behalf_of_id: onBehalfOf }),
        ...period(holding.from, holding.until),
        sources: [{ note: holding.source }],
      };
    }),
    persons: [
      ...new Map(
        holdings.flatMap(({ holder }) =>
          holder.kind === 'person'
            ? [[holder.personId, { id: holder.personId, name: holder.name }] as const]
            : [],
        ),
      ).values(),
    ],
    areas: (await placesOn(sql, asOf)).map((place) => ({
      id: place.id,
      name: place.name,
      identifier: place.gss,
      classification: place.kind,
      ...(place.parent === undefined ? {} : { parent_id: place.parent }),
    })),
  };
}

function period(from: string | undefined, until: string | undefined): PopoloThing {
  return {
    ...(from === undefined ? {} : { start_date: from }),
    ...(until === undefined ? {} : { end_date: until }),
  };
}

function contactDetails(
  contact: Readonly<{ address: string; email: string; phone: string }> | undefined,
): readonly PopoloThing[] {
  if (contact === undefined) return [];
  return [
    { type: 'address', value: contact.address },
    { type: 'email', value: contact.email },
    { type: 'voice', value: contact.phone },
  ].filter(({ value }) => value !== '');
}
