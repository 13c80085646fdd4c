import type { z } from 'zod';
import { isPrincipalCouncil } from '../domain/body.ts';
import type { Ending } from '../domain/succession.ts';
import type { NewPlace } from '../store/places.ts';
import type { NewRuleVersion } from '../store/rules.ts';
import type { Area } from './area.ts';
import { areaFaults } from './area-faults.ts';
import { cited, licensed, type ReadFile, readFile } from './cited-file.ts';
import { bodiesFile, lawFile, officesFile, partnersFile, placesFile, rulesFile } from './files.ts';

/**
 * Reads an area from its folder below `data/` (or an absolute one): `bodies.json`, which names the reference files it
 * builds on, `offices.json` and `rules.json`. Throws an error that names every fault by file and place in it.
 */
export function readArea(folder: string): Area {
  const bodies = readFile(`${folder}/bodies.json`, bodiesFile);
  const offices = readFile(`${folder}/offices.json`, officesFile);
  const rules = readFile(`${folder}/rules.json`, rulesFile);
  const places = readFile(`reference/${bodies.content.places}`, placesFile);
  const law = readFile(`reference/${bodies.content.statute}`, lawFile);
  const partners = readFile(`reference/${bodies.content.partners}`, partnersFile);

  const area: Area = {
    title: bodies.content.title,
    places: placesOf(places),
    bodies: bodiesOf(bodies, offices, rules),
    holdings: offices.content.holdings.map(({ office, holder, onBehalfOf, mandate, ...each }) => ({
      id: `${office}:1`,
      version: 1,
      officeId: office,
      holder: { kind: 'office', officeId: holder },
      onBehalfOf,
      mandate,
      reason: '',
      ...cited(offices, each),
    })),
    successions: bodies.content.successions.flatMap(({ successors, ...each }) =>
      (successors.length === 0 ? [undefined] : successors).map((successor) => ({
        ...cited(bodies, each),
        successor,
        kind: endingOf(successors.length),
      })),
    ),
    law: numbered(
      undefined,
      law.content.rules.map((rule) => cited(law, rule)),
    ),
    duties: partners.content.duties.map(({ on, ...duty }) => ({ ...cited(partners, duty), dutyOf: on })),
    partners: partners.content.kinds.map((kind) => cited(partners, kind)),
  };
  const unknownBodies = Object.keys(rules.content.bodies).filter(
    (id) => !area.bodies.some(({ body }) => body.id === id),
  );
  const faults = [
    ...areaFaults(area),
    ...unknownBodies.map((id) => `${rules.file}: bodies.${id} is not in ${bodies.file}`),
  ];
  if (faults.length > 0) throw new Error(`${folder} cannot be loaded:\n${faults.join('\n')}`);
  return area;
}

function placesOf(file: ReadFile<z.infer<typeof placesFile>>): readonly NewPlace[] {
  const { places, neighboursOutside } = file.content;
  const names = new Map(neighboursOutside.map(({ gss, name }) => [gss, name]));
  const inside = new Map(places.map((place) => [place.gss, place]));
  return places.map(({ id, kind, gss, parent, ...place }) => ({
    id,
    kind,
    gss,
    parent,
    names: place.names.map((name) => cited(file, name)),
    counts: [
      ...place.population.map((each) => ({
        ...licensed(file, each),
        placeId: id,
        measure: 'population' as const,
      })),
      ...place.households.map((each) => ({
        ...licensed(file, each),
        placeId: id,
        measure: 'households' as const,
      })),
    ],
    deprivation: place.deprivation.map((each) => ({ ...licensed(file, each), placeId: id })),
    neighbours: place.neighbours.map((code) => ({
      gss: code,
      name: inside.get(code)?.names.at(-1)?.name ?? names.get(code) ?? '',
      id: inside.get(code)?.id,
    })),
  }));
}

function bodiesOf(
  bodies: ReadFile<z.infer<typeof bodiesFile>>,
  offices: ReadFile<z.infer<typeof officesFile>>,
  rules: ReadFile<z.infer<typeof rulesFile>>,
): Area['bodies'] {
  return bodies.content.bodies.map(({ names, details, serves, note, ...body }) => {
    const bodyId = body.id;
    const own = offices.content.offices.filter((office) => office.body === bodyId);
    const standard = isPrincipalCouncil(body.kind) ? offices.content.everyCouncil : [];
    const ruleset = rules.content.bodies[bodyId];
    return {
      body: { ...cited(bodies, body), note },
      names: names.map((name) => ({ ...cited(bodies, name), bodyId })),
      details: details.map((each, index) => ({
        address: '',
        email: '',
        phone: '',
        ...cited(bodies, each),
        bodyId,
        version: index + 1,
        reason: '',
      })),
      serves: serves.map(({ place, ...dates }) => ({ placeId: place, ...dates })),
      offices: [
        ...standard.map(({ slug, ...office }) => ({
          ...cited(offices, office),
          id: `${bodyId}.${slug}`,
          from: undefined,
          until: undefined,
        })),
        ...own.map((office) => cited(offices, office)),
      ].map(({ id, title, role, voting, from, until, source, certainty }) => ({
        id,
        bodyId,
        version: 1,
        title,
        role,
        voting,
        from,
        until,
        source,
        certainty,
        reason: '',
      })),
      rules: numbered(bodyId, ruleset?.rules.map((rule) => cited(rules, rule)) ?? []),
      unknownRules: ruleset?.unknown ?? [],
    };
  });
}

type FileRule = Omit<NewRuleVersion, 'bodyId' | 'version' | 'reason' | 'note'> &
  Readonly<{ note?: string | undefined }>;

/** Gives the versions of each rule their numbers, in the order of the file. */
function numbered(bodyId: string | undefined, rules: readonly FileRule[]): readonly NewRuleVersion[] {
  return rules.map((rule, index) => ({
    ...rule,
    bodyId,
    note: rule.note,
    reason: undefined,
    version: rules.slice(0, index).filter(({ key }) => key === rule.key).length + 1,
  }));
}

function endingOf(successors: number): Ending {
  if (successors === 0) return 'end';
  return successors === 1 ? 'merge' : 'split';
}
