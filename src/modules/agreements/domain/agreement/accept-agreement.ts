import { type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import type { Agreement, AgreementVersion } from './agreement.ts';
import { longestText } from './longest.ts';
import { textOf } from './write-text.ts';

/** What a drafter asks to be published: a first version or an amendment. */
export type NewVersion = Pick<
  AgreementVersion,
  | 'title'
  | 'summary'
  | 'frameworkId'
  | 'outcomeIds'
  | 'term'
  | 'principles'
  | 'sections'
  | 'parties'
  | 'changed'
  | 'reason'
  | 'source'
>;

/** Where a new agreement belongs. */
export type NewBelonging = Pick<Agreement, 'kind' | 'renews' | 'partOf' | 'placeId'>;

/** What is known of the things that a version names. */
export type Known = Readonly<{
  bodies: ReadonlyMap<string, Readonly<{ exists: boolean }>>;
  /** The outcomes of the framework it names; undefined: there is no such framework. */
  outcomes: ReadonlySet<string> | undefined;
  renews?: Agreement | undefined;
  partOf?: Agreement | undefined;
  isPlace: boolean;
}>;

/** Why a version cannot be published, each with what to do instead. */
export const agreementSentences = {
  'too-few-parties': 'An agreement has at least two parties that sign. Select the others',
  'party-twice': 'A body is named twice among the parties. Name it once',
  'no-such-party': 'One of the parties is not in the register. Select the parties again',
  'party-has-ended': 'One of the parties no longer exists. Select who stands in its place',
  'leads-nobody': 'Your own body leads what it drafts, so it is one of the parties. Select it as well',
  'nothing-agreed': 'Write what is agreed: at least one sentence',
  'text-too-long': 'There is more text than an agreement can hold. Shorten it',
  'key-twice': 'Two sentences have the same key. Write the text again',
  'term-ends-first': 'The last day of the term must be after its first day',
  'no-such-framework': 'There is no such framework. Select one of those listed',
  'not-its-outcome': 'One of the outcomes is not of the framework. Select the outcomes again',
  'no-such-parent': 'The agreement it renews is not there. Select another, or none',
  'no-such-whole': 'The agreement it is a chapter of is not there. Select another, or none',
  'chapter-of-chapter': 'A chapter cannot have chapters. Select the agreement that the chapter is part of',
  'chapter-without-place': 'A chapter is of one place. Select the place',
  'changed-missing': 'Say what this version changes',
  'reason-missing': 'Say why it is amended',
  'nothing-changed': 'Nothing is changed. Change the text, the parties or the term, or discard the draft',
} as const;
export type AgreementRefusal = keyof typeof agreementSentences;

/**
 * Whether a first version may be published by a body. One of before Accord is taken as far as it is known: its parties or its
 * text may be in no source.
 */
export function acceptAgreement(
  asked: NewVersion,
  belongs: NewBelonging,
  known: Known,
  { bodyId, isOfBefore }: Readonly<{ bodyId: string; isOfBefore: boolean }>,
): Result<NewVersion, AgreementRefusal> {
  if (belongs.renews !== undefined && known.renews === undefined) return refuse('no-such-parent');
  if (belongs.partOf !== undefined) {
    if (known.partOf === undefined) return refuse('no-such-whole');
    if (known.partOf.partOf !== undefined) return refuse('chapter-of-chapter');
    if (belongs.placeId === undefined || !known.isPlace) return refuse('chapter-without-place');
  }
  const gap = isOfBefore ? undefined : gapIn(asked, bodyId);
  if (gap !== undefined) return refuse(gap);
  const accepted = acceptVersion(asked, known, isOfBefore);
  return accepted.ok ? ok({ ...accepted.value, changed: '', reason: '' }) : accepted;
}

/** Whether a body may amend what it drafted to this. */
export function acceptAmendment(
  asked: NewVersion,
  before: AgreementVersion,
  known: Known,
  bodyId: string,
): Result<NewVersion, AgreementRefusal> {
  if (asked.changed.trim() === '') return refuse('changed-missing');
  if (asked.reason.trim() === '') return refuse('reason-missing');
  if (JSON.stringify(comparable(asked)) === JSON.stringify(comparable(before)))
    return refuse('nothing-changed');
  const gap = gapIn(asked, bodyId);
  return gap === undefined ? acceptVersion(asked, known, false) : refuse(gap);
}

/** What a version that is to be signed must say. */
function gapIn({ parties, sections }: NewVersion, bodyId: string): AgreementRefusal | undefined {
  if (parties.filter(({ capacity }) => capacity !== 'partner').length < 2) return 'too-few-parties';
  if (!parties.some((party) => party.bodyId === bodyId)) return 'leads-nobody';
  return sections.every(({ sentences }) => sentences.length === 0) ? 'nothing-agreed' : undefined;
}

function acceptVersion(
  asked: NewVersion,
  known: Known,
  isOfBefore: boolean,
): Result<NewVersion, AgreementRefusal> {
  const { parties, sections, term, frameworkId, outcomeIds } = asked;
  const ids = parties.map((party) => party.bodyId);
  if (new Set(ids).size !== ids.length) return refuse('party-twice');
  for (const id of ids) {
    const body = known.bodies.get(id);
    if (body === undefined) return refuse('no-such-party');
    if (!body.exists && !isOfBefore) return refuse('party-has-ended');
  }
  const keys = sections.flatMap(({ sentences }) => sentences.map(({ key }) => key));
  if (new Set(keys).size !== keys.length) return refuse('key-twice');
  if (textOf(sections).length > longestText) return refuse('text-too-long');
  if (!isInOrder(term)) return refuse('term-ends-first');
  if (frameworkId !== undefined && known.outcomes === undefined) return refuse('no-such-framework');
  if (outcomeIds.some((id) => known.outcomes?.has(id) !== true)) return refuse('not-its-outcome');
  return ok(asked);
}

const isInOrder = ({ from, until }: Readonly<{ from: IsoDate | undefined; until: IsoDate | undefined }>) =>
  from === undefined || until === undefined || until > from;

/** All that the parties agree to; who looks for a change looks here. */
const comparable = (version: NewVersion) => [
  version.title,
  version.summary,
  version.frameworkId,
  version.outcomeIds.toSorted(),
  version.term.from,
  version.term.until,
  version.principles.map(({ number, text }) => [number, text]),
  version.sections.map(({ title, sentences }) => [title, sentences.map(({ text }) => text)]),
  version.parties.map(({ bodyId, capacity }) => `${bodyId} ${capacity}`).toSorted(),
];
