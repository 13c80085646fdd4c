import { type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import type { Commitment } from './commitment.ts';
import { type CommitmentFact, type FactKind, isClosed, type ToldFact } from './fact.ts';
import { linksOn } from './links.ts';
import { commitmentStanding, factsBy } from './standing.ts';

export type FactRefusal =
  | 'in-the-future'
  | 'before-the-promise'
  | 'not-an-owner'
  | 'joined-already'
  | 'says-missing'
  | 'no-such-milestone'
  | 'milestone-met'
  | 'milestone-not-met'
  | 'day-unchanged'
  | 'no-evidence'
  | 'no-such-evidence'
  | 'closed-already'
  | 'not-closed'
  | 'no-such-fact'
  | 'linked-already'
  | 'not-linked'
  | 'linked-to-itself';

type Given = Readonly<{
  commitment: Pick<Commitment, 'owners' | 'from'> & Readonly<{ path: string }>;
  facts: readonly CommitmentFact[];
  /** The body whose office tells it. */
  bodyId: string;
  today: IsoDate;
}>;

/** Whether something can be said of a promise on its day, as everything stands that was said of it up to that day. */
export function acceptFact(
  { commitment, facts, bodyId, today }: Given,
  fact: ToldFact,
): Result<ToldFact, FactRefusal> {
  if (!commitment.owners.includes(bodyId)) return refuse('not-an-owner');
  if (fact.on > today) return refuse('in-the-future');
  if (fact.on < commitment.from) return refuse('before-the-promise');
  if (needsWords.has(fact.kind) && fact.says.trim() === '') return refuse('says-missing');
  const before = factsBy(facts, fact.on);
  const stands = commitmentStanding(commitment.owners, before, fact.on);
  if (stands.status === 'joined' && fact.kind !== 'reply') return refuse('joined-already');
  switch (fact.kind) {
    case 'owner':
    case 'milestone':
    case 'evidence':
      return ok(fact);
    case 'moved':
    case 'met':
    case 'missed':
    case 'unmet':
      return acceptProgress(fact, before, stands.milestones);
    case 'status': {
      const own = stands.bodies.find((body) => body.bodyId === bodyId);
      if (own !== undefined && isClosed(own.status)) return refuse('closed-already');
      return withEvidence(fact, fact.evidence, before);
    }
    case 'reopened': {
      const own = stands.bodies.find((body) => body.bodyId === bodyId);
      return own !== undefined && isClosed(own.status) ? ok(fact) : refuse('not-closed');
    }
    case 'reply':
      return fact.to === undefined || before.some(({ number }) => number === fact.to)
        ? ok(fact)
        : refuse('no-such-fact');
    case 'linked':
    case 'unlinked':
    case 'joined':
      return acceptLink(fact, linksOn(before, fact.on), commitment.path);
    default:
      return fact satisfies never;
  }
}

const needsWords: ReadonlySet<FactKind> = new Set([
  'moved',
  'missed',
  'unmet',
  'evidence',
  'status',
  'reopened',
  'reply',
  'unlinked',
]);

type Progress = ToldFact & Readonly<{ kind: 'moved' | 'met' | 'missed' | 'unmet' }>;
type Milestones = ReturnType<typeof commitmentStanding>['milestones'];

function acceptProgress(
  fact: Progress,
  before: readonly CommitmentFact[],
  milestones: Milestones,
): Result<ToldFact, FactRefusal> {
  const found = milestones.find(({ number }) => number === fact.milestone);
  if (found === undefined) return refuse('no-such-milestone');
  const isMet = found.standing.standing === 'met';
  if (fact.kind === 'unmet') return isMet ? ok(fact) : refuse('milestone-not-met');
  if (isMet) return refuse('milestone-met');
  if (fact.kind === 'met') return withEvidence(fact, fact.evidence, before);
  if (fact.kind === 'moved' && fact.due.by === found.expected?.by) return refuse('day-unchanged');
  return ok(fact);
}

/** Nothing is said to be done without something that shows it, known on the day. */
function withEvidence(
  fact: ToldFact,
  evidence: readonly number[],
  before: readonly CommitmentFact[],
): Result<ToldFact, FactRefusal> {
  if (evidence.length === 0) return refuse('no-evidence');
  const held = new Set(before.flatMap(({ kind, number }) => (kind === 'evidence' ? [number] : [])));
  return evidence.every((number) => held.has(number)) ? ok(fact) : refuse('no-such-evidence');
}

function acceptLink(
  fact: ToldFact & Readonly<{ kind: 'linked' | 'unlinked' | 'joined' }>,
  links: readonly string[],
  path: string,
): Result<ToldFact, FactRefusal> {
  if (fact.at === path) return refuse('linked-to-itself');
  if (fact.kind === 'unlinked') return links.includes(fact.at) ? ok(fact) : refuse('not-linked');
  if (fact.kind === 'linked' && links.includes(fact.at)) return refuse('linked-already');
  return ok(fact);
}
