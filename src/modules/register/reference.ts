import { readData } from '#platform/config';
import type { IsoDate } from '#platform/kernel';
import type { z } from 'zod';
import type { Body } from './domain/body.ts';
import { isPrincipalCouncil } from './domain/body.ts';
import type { Provenance } from './domain/certainty.ts';
import type { Ending } from './domain/succession.ts';
import { areaFaults } from './reference-checks.ts';
import {
  bodiesFile,
  lawFile,
  officesFile,
  partnersFile,
  placesFile,
  rulesFile,
  type Sources,
} from './reference-files.ts';
import type { NewBodyName } from './store/bodies.ts';
import type { NewBodyDetails } from './store/body-details.ts';
import type { NewHoldingVersion } from './store/holdings.ts';
import type { NewOfficeVersion } from './store/offices.ts';
import type { NewPlace } from './store/places.ts';
import type { NewRuleVersion } from './store/rules.ts';
import type { RecordedSuccession } from './store/successions.ts';

/** Everything a register starts from: an area's places and bodies, the law, and the kinds of partner it names. */
export type Area = Readonly<{
  title: string;
  places: readonly NewPlace[];
  bodies: readonly Readonly<{
    body: Body;
    names: readonly NewBodyName[];
    details: readonly NewBodyDetails[];
    serves: readonly Readonly<{ placeId: string; from: IsoDate | undefined; until: IsoDate | undefined }>[];
    offices: readonly NewOfficeVersion[];
    rules: readonly NewRuleVersion[];
    /** Rules the body sets for itself whose value is in no source held. */
    unknownRules: readonly string[];
  }>[];
  holdings: readonly NewHoldingVersion[];
  successions: readonly RecordedSuccession[];
  law: readonly NewRuleVersion[];
  duties: readonly (Provenance & Readonly<{ id: string; title: string; dutyOf: string; law: string }>)[];
  partners: readonly (Provenance & Readonly<{ id: string; title: string; duties: readonly string[] }>)[];
}>;

/**
 * Reads an area from its folder below `data/` (or an absolute one): `bodies.json`, which names the reference files it
 * builds on, `offices.json` and `rules.json`. Throws an error that names every fault by file and place in it.
 */
export function readArea(folder: string): Area {
  const bodies = read(`${folder}/bodies.json`, bodiesFile);
  const offices = read(`${folder}/offices.json`, officesFile);
  const rules = read(`${folder}/rules.json`, rulesFile);
  const places = read(`reference/${bodies.content.places}`, placesFile);
  const law = read(`reference/${bodies.content.statute}`, lawFile);
  const partners = read(`reference/${bodies.content.partners}`, partnersFile);

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

type ReadFile<Content> = Readonly<{ file: string; sources: Sources; content: Content }>;

function read<Content extends Readonly<{ sources: Sources }>>(
  path: string,
  shape: z.ZodType<Content>,
): ReadFile<Content> {
  const file = `data/${path}`;
  const parsed = shape.safeParse(readData(path));
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${file}: ${placeIn(issue.path)} ${issue.message}`);
    throw new Error(faults.join('\n'));
  }
  return { file, sources: parsed.data.sources, content: parsed.data };
}

/** The fact with its source spelled out, so that a page can show it: "Title, where in it (publisher)". */
function cited<Fact extends Readonly<{ source: string }>>(
  { file, sources }: ReadFile<unknown>,
  fact: Fact,
): Fact {
  const { source, where } = sourceOf(file, sources, fact.source);
  return { ...fact, source: `${source.title}${where === '' ? '' : `, ${where}`}` };
}

function licensed<Fact extends Readonly<{ source: string }>>(
  { file, sources }: ReadFile<unknown>,
  fact: Fact,
): Fact & { licence: string } {
  const { source, where } = sourceOf(file, sources, fact.source);
  const words = `${source.title}${where === '' ? '' : `, ${where}`} (${source.publisher})`;
  return { ...fact, source: words, licence: source.licence };
}

function sourceOf(file: string, sources: Sources, reference: string) {
  const [id = '', ...rest] = reference.split(': ');
  const source = sources[id];
  if (source === undefined) throw new Error(`${file}: “${id}” is not in the file’s list of sources`);
  return { source, where: rest.join(': ') };
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

/** `bodies[3].names[0].from` */
function placeIn(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`,
    )
    .join('');
}
