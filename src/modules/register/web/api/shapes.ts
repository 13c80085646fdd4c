import { z } from 'zod';
import { bodyKinds, tiers } from '../../domain/body.ts';
import { certainties } from '../../domain/certainty.ts';
import { placeKinds } from '../../domain/place.ts';

// The shapes of the JSON API: what the OpenAPI document says, and what tests hold every answer against. What is not
// known is null, never left out.

const keysOf = <Key extends string>(words: Readonly<Record<Key, string>>) => Object.keys(words) as Key[];

export const day = z.iso.date().describe('A day in London, 2008-07-09');
const dayOrNot = day.nullable();
const certainty = z.enum(keysOf(certainties)).describe('How sure we are of it');
export const provenance = { source: z.string().describe('Where it is known from'), certainty };
const period = {
  from: dayOrNot.describe('The first day it is true; null: not stated'),
  until: dayOrNot.describe('The first day it is no longer true; null: no end is recorded'),
};

export const bodyShape = z.object({
  id: z.string(),
  name: z.string().describe('The name it goes by on the day'),
  kind: z.enum(keysOf(bodyKinds)),
  tier: z.enum(keysOf(tiers)).nullable(),
  gss: z.string().nullable().describe('Code of the Office for National Statistics'),
  founded: dayOrNot,
  ended: dayOrNot.describe('The first day on which it no longer exists'),
  exists: z.boolean().describe('Whether it exists on the day'),
});

const reference = z.object({ id: z.string(), name: z.string() });

export const bodyPageShape = z.object({
  on: day,
  body: bodyShape,
  otherNames: z.array(
    z.object({ name: z.string(), usage: z.enum(['official', 'alias']), ...period, ...provenance }),
  ),
  details: z
    .object({
      homepage: z.string(),
      address: z.string(),
      email: z.string(),
      phone: z.string(),
      description: z.string(),
      ...period,
      ...provenance,
    })
    .nullable(),
  places: z.array(reference),
  predecessors: z.array(z.object({ ...reference.shape, on: day, reason: z.string(), ...provenance })),
  successors: z.array(z.object({ ...reference.shape, on: day, reason: z.string(), ...provenance })),
  now: z.array(reference).describe('Who stands in its place on the day: itself while it exists'),
});

const ruleValue = z
  .union([z.string(), z.int(), z.boolean(), z.object({ count: z.int(), unit: z.string() })])
  .nullable()
  .describe('Money is a text of whole pence; null where it is not known or does not apply');

export const ruleShape = z.object({
  key: z.string(),
  title: z.string(),
  standing: z.enum(['known', 'check-locally', 'does-not-apply']),
  value: ruleValue,
  says: z.string().describe('The value in words'),
  checkLocally: z.boolean().describe('Whether a reader must check with the body before relying on it'),
  setBy: z.enum(['body', 'law']).nullable(),
  since: dayOrNot,
  source: z.string().nullable(),
  certainty: certainty.nullable(),
  law: z.string().describe('The enactment or kind of document it comes from'),
});

export const officeShape = z.object({
  id: z.string(),
  title: z.string(),
  role: z.string().nullable(),
  voting: z.boolean().nullable(),
  ...period,
  ...provenance,
  holdings: z.array(
    z.object({
      holder: z.string(),
      onBehalfOf: reference.nullable(),
      mandate: z.string().nullable(),
      ...period,
      ...provenance,
    }),
  ),
});

const count = z.object({
  measure: z.enum(['population', 'households']),
  asAt: day,
  count: z.int(),
  nearest: z.int().describe('1 for exact figures, 100 for those rounded to hundreds'),
  licence: z.string(),
  ...provenance,
});
const deprivation = z.object({
  year: z.int(),
  score: z.number(),
  extent: z.number(),
  mostDeprivedTenth: z.number().describe('Share of its small areas in the most deprived tenth of England'),
  rank: z.int().describe('1 is the most deprived'),
  of: z.int().describe('How many districts were ranked'),
  basis: z.enum(['aggregate', 'official']),
  licence: z.string(),
  ...provenance,
});

export const placeShape = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(keysOf(placeKinds)),
  gss: z.string(),
  parent: z.string().nullable(),
  population: count.nullable().describe('The latest not dated after the day'),
  households: count.nullable(),
  deprivation: deprivation.nullable(),
});

export const placePageShape = z.object({
  on: day,
  place: placeShape,
  otherNames: z.array(z.object({ name: z.string(), ...period })),
  within: reference.nullable(),
  parts: z.array(reference),
  servedBy: z.array(bodyShape),
  neighbours: z.array(z.object({ gss: z.string(), name: z.string(), id: z.string().nullable() })),
  counts: z.array(count),
  deprivation: z.array(deprivation),
});

export const partnersShape = z.object({
  kinds: z.array(z.object({ id: z.string(), title: z.string(), duties: z.array(z.string()), ...provenance })),
  duties: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      dutyOf: z.enum(['every-partner', 'lead-county-council']),
      law: z.string(),
      ...provenance,
    }),
  ),
});
