import { type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import { approvalKinds } from './proposal.ts';
import type { ProposalVersion } from './put-proposal.ts';

/** What a drafter asks to be put to the parties: a first version or an amendment. */
export type NewVersion = Pick<
  ProposalVersion,
  | 'title'
  | 'summary'
  | 'text'
  | 'clauses'
  | 'parties'
  | 'needs'
  | 'deadline'
  | 'start'
  | 'reopens'
  | 'changed'
  | 'reason'
  | 'places'
  | 'topics'
  | 'source'
>;

/** What is known of a body that is to be a party. */
export type PossibleParty = Readonly<{ exists: boolean; canBind: boolean }>;

export type VersionRefusal = keyof typeof versionSentences;

/** Why a version cannot be put, each with what to do instead. */
export const versionSentences = {
  'too-few-parties': 'A joint proposal is put to at least two bodies. Choose the others',
  'too-many-parties': 'A joint proposal can be put to at most 40 bodies',
  'party-twice': 'A body is named twice among the parties. Name it once',
  'no-such-party': 'One of the parties is not in the register. Choose the parties again',
  'party-has-ended': 'One of the parties no longer exists. Choose who stands in its place',
  'party-cannot-bind':
    'One of the parties may not decide by vote, so it cannot adopt anything. Leave it out; it can endorse the proposal in a meeting',
  'no-approval': 'Say for each party which of its parts must approve',
  'needs-more-than-there-are':
    'More parties are needed than there are. Give a smaller number, or need all of them',
  'needs-nobody': 'At least one party must be needed',
  'nothing-to-adopt': 'Write what each party is asked to resolve',
  'clause-number-twice': 'Two clauses have the same number. Number them apart',
  'deadline-has-passed': 'The last day to adopt must be today or later',
  'changed-missing': 'Say what this version changes',
  'reason-missing': 'Say why it is amended',
  'reopens-no-party': 'Only the adoption of a party can be reopened. Choose among the parties',
  'binds-unasked':
    'What the parties are asked to adopt is changed, or with whom, so no other council has adopted it: select every other party that was asked before. Only your own adoption can go on standing',
  'nothing-changed': 'Nothing is changed. Change the text, the parties or the terms, or discard the draft',
} as const;

const mostParties = 40;

/**
 * Whether a version may be put on a day. `before` is the version it amends. A party whose rules nobody knows may be one: its
 * page says that nobody can compute when its decision takes effect.
 */
export function acceptVersion(
  asked: NewVersion,
  bodies: ReadonlyMap<string, PossibleParty>,
  today: IsoDate,
  before?: ProposalVersion,
): Result<NewVersion, VersionRefusal> {
  const { parties, needs, deadline, clauses } = asked;
  const ids = parties.map(({ bodyId }) => bodyId);
  if (ids.length < 2) return refuse('too-few-parties');
  if (ids.length > mostParties) return refuse('too-many-parties');
  if (new Set(ids).size !== ids.length) return refuse('party-twice');
  for (const id of ids) {
    const body = bodies.get(id);
    if (body === undefined) return refuse('no-such-party');
    if (!body.exists) return refuse('party-has-ended');
    if (!body.canBind) return refuse('party-cannot-bind');
  }
  if (parties.some(({ approvals }) => approvals.every((each) => !approvalKinds.includes(each))))
    return refuse('no-approval');
  if (needs !== 'all' && needs.atLeast < 1) return refuse('needs-nobody');
  if (needs !== 'all' && needs.atLeast > parties.length) return refuse('needs-more-than-there-are');
  if (clauses.length === 0) return refuse('nothing-to-adopt');
  if (new Set(clauses.map(({ number }) => number)).size !== clauses.length)
    return refuse('clause-number-twice');
  if (deadline !== undefined && deadline < today) return refuse('deadline-has-passed');
  return before === undefined
    ? ok({ ...asked, reopens: [], changed: '', reason: '' })
    : acceptAmendment(asked, before);
}

function acceptAmendment(asked: NewVersion, before: ProposalVersion): Result<NewVersion, VersionRefusal> {
  if (asked.changed.trim() === '') return refuse('changed-missing');
  if (asked.reason.trim() === '') return refuse('reason-missing');
  const parties = new Set([...asked.parties, ...before.parties].map(({ bodyId }) => bodyId));
  if (asked.reopens.some((id) => !parties.has(id))) return refuse('reopens-no-party');
  if (JSON.stringify(comparable(asked)) === JSON.stringify(comparable(before)))
    return refuse('nothing-changed');
  return ok(asked);
}

/**
 * Whether an amendment by a body would leave another bound to what it never adopted: the text, the clauses, how many must
 * adopt or who may start is another, or a party is left out with which it agreed; and the adoption of a party that was asked
 * before is to go on standing. A party that has ended (`exists`) is left out by nobody.
 */
export function bindsUnasked(
  asked: NewVersion,
  before: ProposalVersion,
  by: string,
  exists: (bodyId: string) => boolean,
): boolean {
  const stay = new Set(asked.parties.map(({ bodyId }) => bodyId));
  const isLeftOut = before.parties.some(({ bodyId }) => !stay.has(bodyId) && exists(bodyId));
  if (!isLeftOut && JSON.stringify(adoptedIn(asked)) === JSON.stringify(adoptedIn(before))) return false;
  const was = new Set(before.parties.map(({ bodyId }) => bodyId));
  return asked.parties.some(
    ({ bodyId }) => bodyId !== by && was.has(bodyId) && !asked.reopens.includes(bodyId),
  );
}

const adoptedIn = ({ text, clauses, needs, start }: NewVersion) => [
  text,
  clauses.map(({ number, effect, text: words }) => [number, effect, words]),
  needs,
  start,
];

/** All that a party adopts; who looks for a change looks here. */
const comparable = ({ title, summary, text, clauses, parties, needs, deadline, start }: NewVersion) => [
  title,
  summary,
  text,
  clauses.map(({ number, effect, text: words }) => [number, effect, words]),
  parties.map(({ bodyId, approvals }) => [bodyId, ...approvals.toSorted()].join(' ')).toSorted(),
  needs,
  deadline,
  start,
];

/** An address for a proposal from its title: “Mid Kent waste” becomes `mid-kent-waste`. */
export function slugOf(title: string): string {
  const slug = title
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[’']/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '');
  return slug === '' ? 'proposal' : slug;
}
