import { type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import type { Provenance } from './certainty.ts';
import { type AsOf, type Dated, versionOn, versionsOn } from './dated.ts';

/** What kinds of body there are, in the order lists show them, each as pages call it. */
export const bodyKinds = {
  'county-council': 'County council',
  'district-council': 'District council',
  'unitary-council': 'Unitary council',
  'parish-council': 'Parish or town council',
  'joint-committee': 'Joint committee',
  forum: 'Forum',
  partnership: 'Partnership',
  'public-body': 'Public body',
} as const;
export type BodyKind = keyof typeof bodyKinds;

/** Where a council stands in local government: above districts, below a county, or alone. */
export const tiers = { upper: 'Upper tier', lower: 'Lower tier', single: 'Single tier' } as const;
export type Tier = keyof typeof tiers;

/** What never changes about a body. When it ended is not stored: its succession says. */
export type Body = Provenance &
  Readonly<{
    id: string;
    kind: BodyKind;
    tier: Tier | undefined;
    /** Office for National Statistics code, where there is one. */
    gss: string | undefined;
    /** Undefined: not stated in any source held. */
    founded: IsoDate | undefined;
    note: string | undefined;
  }>;

/** A name a body went by: its official style, a shorter one, or another people search for. */
export type BodyName = Dated &
  Provenance &
  Readonly<{ bodyId: string; name: string; usage: 'official' | 'alias' }>;

/** Principal councils: the bodies whose decisions the law of executive arrangements governs. */
export function isPrincipalCouncil(kind: BodyKind): boolean {
  return kind === 'county-council' || kind === 'district-council' || kind === 'unitary-council';
}

/** The official name on the day; undefined where none is recorded for it. */
export function nameOn(names: readonly BodyName[], asOf: AsOf): string | undefined {
  return versionOn(
    names.filter(({ usage }) => usage === 'official'),
    asOf,
  )?.name;
}

/** A title that names a body, such as that of its seat in a forum, with the name the body goes by on the day. */
export function titleOn(title: string, names: readonly BodyName[], asOf: AsOf): string {
  const name = nameOn(names, asOf);
  if (name === undefined || title.includes(name)) return title;
  const other = names.find(({ usage, name: its }) => usage === 'official' && title.includes(its));
  return other === undefined ? title : title.replace(other.name, () => name);
}

/** Every other name that finds the body: aliases, and official names of other days. */
export function otherNames(names: readonly BodyName[], asOf: AsOf): readonly BodyName[] {
  const current = nameOn(names, asOf);
  const aliases = versionsOn(
    names.filter(({ usage }) => usage === 'alias'),
    asOf,
  );
  const former = names.filter(
    ({ usage, name, replacedOn }) => usage === 'official' && name !== current && replacedOn === undefined,
  );
  return [...former, ...aliases];
}

export type BodyNameRefusal = 'name-missing' | 'name-too-long';
const nameCharacters = 120;

/** A name as a person typed it, with its spaces put in order; 1 to 120 characters. */
export function bodyName(text: string): Result<string, BodyNameRefusal> {
  const name = text.trim().replaceAll(/\s+/gu, ' ');
  if (name === '') return refuse('name-missing');
  if (name.length > nameCharacters) return refuse('name-too-long');
  return ok(name);
}

export type RenameRefusal =
  | BodyNameRefusal
  | 'date-before-founded'
  | 'same-name'
  | 'named-from-that-day'
  | 'name-taken'
  | 'source-missing';

/** What a new name has to differ from: the body's own on the day, undefined where none is recorded, and the others'. */
export type NamesAround = Readonly<{
  current: Pick<BodyName, 'name' | 'from'> | undefined;
  /** The names of every other body that day. */
  taken: readonly string[];
}>;

/** Sorts the names of all bodies on a day into a body's own and those of the others. */
export function namesAround(names: readonly BodyName[], bodyId: string, on: IsoDate): NamesAround {
  const official = versionsOn(
    names.filter(({ usage }) => usage === 'official'),
    { on },
  );
  // The latest to begin comes first, so the first of each body is the one it goes by.
  const present = new Map(official.toReversed().map((each) => [each.bodyId, each]));
  const current = present.get(bodyId);
  present.delete(bodyId);
  return { current, taken: [...present.values()].map(({ name }) => name) };
}

/** Whether a body may go by a new name from a day on. */
export function acceptRename(
  asked: Readonly<{ name: string; from: IsoDate; source: string }>,
  body: Pick<Body, 'founded'>,
  { current, taken }: NamesAround,
): Result<string, RenameRefusal> {
  const name = bodyName(asked.name);
  if (!name.ok) return name;
  if (asked.source.trim() === '') return refuse('source-missing');
  if (body.founded !== undefined && asked.from < body.founded) return refuse('date-before-founded');
  if (name.value === current?.name) return refuse('same-name');
  // Two names from one day on would leave open which of them it goes by.
  if (asked.from === current?.from) return refuse('named-from-that-day');
  const isTaken = taken.some((other) => other.toLowerCase() === name.value.toLowerCase());
  return isTaken ? refuse('name-taken') : name;
}

/** E.g. E07000110: a country, an entity code and a number. */
export function isGssCode(text: string): boolean {
  return /^[EWSN]\d{8}$/u.test(text);
}
