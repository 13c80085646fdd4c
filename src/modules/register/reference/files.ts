import { type IsoDate, isoDate, roles } from '#platform/kernel';
import { z } from 'zod';
import { type BodyKind, bodyKinds, isGssCode, type Tier, tiers } from '../domain/body.ts';
import { type Certainty, certainties } from '../domain/certainty.ts';
import { type PlaceKind, placeKinds } from '../domain/place.ts';
import { isRuleKey } from '../domain/rule-catalogue/index.ts';
import { readRuleValue } from '../domain/rule-value.ts';

// The shapes of the files of an area. A date may be null where it is not known; a source names one of the file's list,
// with where in it after a colon.

const day = z.string().transform((text, context): IsoDate => {
  const read = isoDate(text);
  if (read.ok) return read.value;
  context.addIssue({ code: 'custom', message: `“${text}” is not a date written YYYY-MM-DD` });
  return z.NEVER;
});
const maybeDay = day.nullable().transform((value) => value ?? undefined);
const keysOf = <Key extends string>(words: Readonly<Record<Key, unknown>>) =>
  z.enum(Object.keys(words) as [Key, ...Key[]]);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'must be words of a–z and 0–9 joined by hyphens');
const officeId = z
  .string()
  .regex(/^[a-z0-9-]+\.[a-z0-9-]+$/u, 'must be a body’s id, a point, and a word for the office');
const gss = z.string().refine(isGssCode, 'must be a code such as E07000110');
const text = z.string().min(1);
const known = { source: text, certainty: keysOf<Certainty>(certainties) };
const dated = { from: maybeDay, until: maybeDay };
const share = z.number().min(0).max(1);
const sources = z.record(
  z.string(),
  z.strictObject({ title: text, publisher: text, licence: text, note: text.optional() }),
);
const head = { title: text, note: text.optional(), sources };

const count = z.strictObject({
  asAt: day,
  count: z.int().positive(),
  nearest: z.int().positive(),
  ...known,
});
export const placesFile = z.strictObject({
  ...head,
  places: z.array(
    z.strictObject({
      id: slug,
      kind: keysOf<PlaceKind>(placeKinds),
      gss,
      parent: slug.nullable().transform((value) => value ?? undefined),
      names: z.array(z.strictObject({ name: text, ...dated, ...known })).min(1),
      population: z.array(count),
      households: z.array(count),
      deprivation: z.array(
        z.strictObject({
          year: z.int(),
          score: z.number().positive(),
          extent: share,
          mostDeprivedTenth: share,
          rank: z.int().positive(),
          of: z.int().positive(),
          basis: z.enum(['aggregate', 'official']),
          ...known,
        }),
      ),
      neighbours: z.array(gss),
    }),
  ),
  neighboursOutside: z.array(z.strictObject({ gss, name: text, source: text })),
});

export const partnersFile = z.strictObject({
  ...head,
  duties: z.array(
    z.strictObject({
      id: slug,
      title: text,
      on: z.enum(['every-partner', 'lead-county-council']),
      law: text,
      ...known,
    }),
  ),
  kinds: z.array(z.strictObject({ id: slug, title: text, duties: z.array(slug), ...known })),
});

const rule = z
  .strictObject({ key: z.string(), value: z.json(), ...dated, ...known, note: text.optional() })
  .transform(({ key, value, ...rest }, context) => {
    if (!isRuleKey(key)) {
      context.addIssue({
        code: 'custom',
        path: ['key'],
        message: `“${key}” is not in the catalogue of rules`,
      });
      return z.NEVER;
    }
    const read = readRuleValue(key, value);
    if (!read.ok) {
      context.addIssue({
        code: 'custom',
        path: ['value'],
        message: `cannot be the value of ${key}: ${read.error}`,
      });
      return z.NEVER;
    }
    return { key, value: read.value, ...rest };
  });
const ruleKey = z.string().refine(isRuleKey, 'is not in the catalogue of rules');

export const lawFile = z.strictObject({ ...head, rules: z.array(rule) });
export const rulesFile = z.strictObject({
  ...head,
  bodies: z.record(slug, z.strictObject({ rules: z.array(rule), unknown: z.array(ruleKey).optional() })),
});

export const bodiesFile = z.strictObject({
  ...head,
  places: text,
  partners: text,
  statute: text,
  bodies: z.array(
    z.strictObject({
      id: slug,
      kind: keysOf<BodyKind>(bodyKinds),
      tier: keysOf<Tier>(tiers)
        .nullable()
        .transform((value) => value ?? undefined),
      gss: gss.nullable().transform((value) => value ?? undefined),
      founded: maybeDay,
      note: text.optional(),
      names: z
        .array(z.strictObject({ name: text, usage: z.enum(['official', 'alias']), ...dated, ...known }))
        .min(1),
      details: z.array(
        z.strictObject({
          homepage: z.string().default(''),
          description: z.string().default(''),
          ...dated,
          ...known,
        }),
      ),
      serves: z.array(z.strictObject({ place: slug, ...dated })),
      ...known,
    }),
  ),
  successions: z.array(
    z.strictObject({
      on: day,
      predecessor: slug,
      successors: z.array(slug),
      reason: text,
      ...known,
    }),
  ),
});

export const councilsFile = z.strictObject({
  ...head,
  ...known,
  councils: z.array(
    z.strictObject({
      id: slug,
      name: text,
      kind: keysOf<BodyKind>(bodyKinds),
      tier: keysOf<Tier>(tiers),
      gss,
    }),
  ),
});

const role = z
  .enum(roles)
  .nullable()
  .transform((value) => value ?? undefined);
const voting = z
  .boolean()
  .nullable()
  .transform((value) => value ?? undefined);
export const officesFile = z.strictObject({
  ...head,
  everyCouncil: z.array(z.strictObject({ slug, title: text, role, voting, ...known })),
  offices: z.array(
    z.strictObject({ id: officeId, body: slug, title: text, role, voting, ...dated, ...known }),
  ),
  holdings: z.array(
    z.strictObject({
      office: officeId,
      holder: officeId,
      onBehalfOf: slug.optional(),
      mandate: text.optional(),
      ...dated,
      ...known,
    }),
  ),
});

export type Sources = z.infer<typeof sources>;
