import { listInWords } from '#platform/kernel';
import type { BodyLine } from '../../../queries/bodies.ts';
import type { PlaceLine } from '../../../queries/places.ts';
import { type BodyKind, bodyKinds, isPrincipalCouncil } from '../../../domain/body.ts';

/** The kinds in the order a reader looks for them: councils first. */
export const kindsInOrder = Object.keys(bodyKinds) as readonly BodyKind[];

/** What a kind is called when there are many. */
export const kindsPlural: Readonly<Record<BodyKind, string>> = {
  'county-council': 'County councils',
  'district-council': 'District councils',
  'unitary-council': 'Unitary councils',
  'parish-council': 'Parish and town councils',
  'joint-committee': 'Joint committees',
  forum: 'Forums',
  partnership: 'Partnerships',
  'public-body': 'Public bodies',
};

export const isBodyKind = (text: string | undefined): text is BodyKind =>
  text !== undefined && Object.hasOwn(bodyKinds, text);

/** What a body is and whom it serves, in a sentence: the first thing its page says. */
export function whatItIs(body: BodyLine, places: readonly PlaceLine[]): string {
  const where = listInWords(places.map(({ name }) => name));
  const serves = where === '' ? '' : ` for ${where}`;
  const tense = body.exists ? 'is' : 'was';
  return `${body.name} ${tense} ${kindSentence[body.kind](serves)}`;
}

const kindSentence: Readonly<Record<BodyKind, (serves: string) => string>> = {
  'county-council': (serves) =>
    `the county council${serves}: schools, roads, social care and other services of the upper tier.`,
  'district-council': (serves) =>
    `the district council${serves}: housing, planning, waste collection and other services of the lower tier.`,
  'unitary-council': (serves) =>
    `the one council${serves}: all that county and district councils share elsewhere.`,
  'parish-council': (serves) => `the parish or town council${serves}.`,
  'joint-committee': (serves) =>
    `a joint committee${serves}, through which its member councils act together.`,
  forum: (serves) => `a forum${serves}: a meeting of bodies, each of which decides for itself.`,
  partnership: (serves) => `a partnership${serves} of several bodies.`,
  'public-body': (serves) => `a public body${serves}.`,
};

/** Councils, whose decisions the law governs, apart from the bodies they meet in. */
export const isCouncil = ({ kind }: Pick<BodyLine, 'kind'>): boolean =>
  isPrincipalCouncil(kind) || kind === 'parish-council';
