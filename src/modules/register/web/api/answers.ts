import type { z } from 'zod';
import type { Provenance } from '../../domain/certainty.ts';
import type { Deprivation, PlaceCount } from '../../domain/place.ts';
import { ruleJson } from '../../domain/rule-value.ts';
import { isToCheck } from '../../domain/rules.ts';
import type { BodyLine } from '../../queries/bodies.ts';
import type { BodyPage, Descent } from '../../queries/body-page.ts';
import type { OfficeLine } from '../../queries/offices.ts';
import type { PlaceLine } from '../../queries/places.ts';
import type { RuleLine } from '../../queries/rules-page.ts';
import type { bodyPageShape, bodyShape, officeShape, placeShape, ruleShape } from './shapes.ts';

// From what the pages show to the shapes of the API.

type From = Readonly<{ from?: string | undefined; until?: string | undefined }>;

export const periodOf = ({ from, until }: From) => ({ from: from ?? null, until: until ?? null });
export const provenanceOf = ({ source, certainty }: Provenance) => ({ source, certainty });
export const named = ({ id, name }: Readonly<{ id: string; name: string }>) => ({ id, name });

export const bodyAnswer = (body: BodyLine): z.infer<typeof bodyShape> => ({
  id: body.id,
  name: body.name,
  kind: body.kind,
  tier: body.tier ?? null,
  gss: body.gss ?? null,
  founded: body.founded ?? null,
  ended: body.ended ?? null,
  exists: body.exists,
});

export const bodyPageAnswer = (found: BodyPage): Omit<z.infer<typeof bodyPageShape>, 'on'> => ({
  body: bodyAnswer(found.line),
  otherNames: found.otherNames.map((each) => ({
    name: each.name,
    usage: each.usage,
    ...periodOf(each),
    ...provenanceOf(each),
  })),
  details:
    found.details === undefined
      ? null
      : {
          homepage: found.details.homepage,
          address: found.details.address,
          email: found.details.email,
          phone: found.details.phone,
          description: found.details.description,
          ...periodOf(found.details),
          ...provenanceOf(found.details),
        },
  places: found.places.map(named),
  predecessors: found.predecessors.map(descent),
  successors: found.successors.map(descent),
  now: found.now.map(named),
});

const descent = ({ body, succession }: Descent) => ({
  ...named(body),
  on: succession.on,
  reason: succession.reason,
  ...provenanceOf(succession),
});

export const ruleAnswer = ({ key, definition, ruling, says }: RuleLine): z.infer<typeof ruleShape> => {
  const known = ruling.standing === 'known' ? ruling : undefined;
  return {
    key,
    title: definition.title,
    standing: ruling.standing,
    value: known === undefined ? null : ruleJson(known.value),
    says,
    checkLocally: isToCheck(ruling),
    setBy: known?.setBy ?? null,
    since: known?.since ?? null,
    source: known?.source ?? null,
    certainty: known?.certainty ?? null,
    law: definition.law,
  };
};

export const officeAnswer = ({ office, holdings }: OfficeLine): z.infer<typeof officeShape> => ({
  id: office.id,
  title: office.title,
  role: office.role ?? null,
  voting: office.voting ?? null,
  ...periodOf(office),
  ...provenanceOf(office),
  holdings: holdings.map(({ holding, holder, onBehalfOf }) => ({
    holder,
    onBehalfOf: onBehalfOf === undefined ? null : named(onBehalfOf),
    mandate: holding.mandate ?? null,
    ...periodOf(holding),
    ...provenanceOf(holding),
  })),
});

export const placeAnswer = (place: PlaceLine): z.infer<typeof placeShape> => ({
  id: place.id,
  name: place.name,
  kind: place.kind,
  gss: place.gss,
  parent: place.parent ?? null,
  population: place.population === undefined ? null : countAnswer(place.population),
  households: place.households === undefined ? null : countAnswer(place.households),
  deprivation: place.deprivation === undefined ? null : deprivationAnswer(place.deprivation),
});

export const countAnswer = (each: PlaceCount) => ({
  measure: each.measure,
  asAt: each.asAt,
  count: each.count,
  nearest: each.nearest,
  licence: each.licence,
  ...provenanceOf(each),
});

export const deprivationAnswer = (each: Deprivation) => ({
  year: each.year,
  score: each.score,
  extent: each.extent,
  mostDeprivedTenth: each.mostDeprivedTenth,
  rank: each.rank,
  of: each.of,
  basis: each.basis,
  licence: each.licence,
  ...provenanceOf(each),
});
