import { addDays, type IsoDate } from '#platform/kernel';
import type { Due } from './due.ts';
import { type CommitmentFact, isClosed, type Status } from './fact.ts';

/** Where one body says that a promise of its own stands. */
export type BodyStanding = Readonly<{
  bodyId: string;
  status: Status | 'no-evidence';
  since: IsoDate | undefined;
  /** The facts that show it. */
  evidence: readonly number[];
  says: string;
}>;

export type MilestoneStanding =
  | Readonly<{ standing: 'met'; on: IsoDate; isLate: boolean; evidence: readonly number[] }>
  /** Its first day has passed, whatever later day is spoken of; or an office says that it was missed. */
  | Readonly<{ standing: 'slipped'; since: IsoDate; says: string }>
  | Readonly<{ standing: 'ahead' }>
  /** The promise ended before its day, kept or not. */
  | Readonly<{ standing: 'ended' }>
  | Readonly<{ standing: 'no-date' }>;

export type MilestoneAt = Readonly<{
  number: number;
  what: string;
  /** The day first named, by which slippage is told, and the day named last. */
  first: Due | undefined;
  expected: Due | undefined;
  standing: MilestoneStanding;
}>;

export type CommitmentStanding = Readonly<{
  /** What all its bodies say alike; `differs` where they do not; `joined`: told with the same promise elsewhere. */
  status: Status | 'no-evidence' | 'differs' | 'joined';
  bodies: readonly BodyStanding[];
  milestones: readonly MilestoneAt[];
  slipped: readonly MilestoneAt[];
  /** The page of the promise it is joined with. */
  joinedWith: string | undefined;
}>;

/**
 * Where a promise stood on a day, by the facts of that day and before. No status stands without evidence. A milestone slips
 * the day after the day first named for it, though nobody says so, and moving it does not undo that: only its being met does.
 */
export function commitmentStanding(
  owners: readonly string[],
  facts: readonly CommitmentFact[],
  on: IsoDate,
): CommitmentStanding {
  const told = factsBy(facts, on);
  const bodies = owners.map((bodyId) => bodyStanding(bodyId, told));
  const closed = bodies.every(({ status }) => isClosed(status))
    ? bodies
        .flatMap(({ since }) => since ?? [])
        .toSorted()
        .at(-1)
    : undefined;
  const milestones = told.flatMap((fact) =>
    fact.kind === 'milestone' ? [milestoneAt(fact, told, on, closed)] : [],
  );
  const joined = told.findLast((fact) => fact.kind === 'joined');
  const joinedWith = joined?.kind === 'joined' ? joined.at : undefined;
  return {
    status: joinedWith === undefined ? together(bodies) : 'joined',
    bodies,
    milestones,
    slipped:
      joinedWith === undefined ? milestones.filter(({ standing }) => standing.standing === 'slipped') : [],
    joinedWith,
  };
}

/** The facts of a day and before, by their days and then in the order in which they were told. */
export const factsBy = (facts: readonly CommitmentFact[], on: IsoDate): readonly CommitmentFact[] =>
  facts.filter((fact) => fact.on <= on).toSorted((a, b) => a.on.localeCompare(b.on) || a.number - b.number);

function together(bodies: readonly BodyStanding[]): CommitmentStanding['status'] {
  const [first, ...others] = bodies;
  if (first === undefined) return 'no-evidence';
  return others.every(({ status }) => status === first.status) ? first.status : 'differs';
}

function bodyStanding(bodyId: string, told: readonly CommitmentFact[]): BodyStanding {
  const last = told.findLast(
    (fact) => fact.bodyId === bodyId && (fact.kind === 'status' || fact.kind === 'reopened'),
  );
  if (last === undefined) return { bodyId, status: 'no-evidence', since: undefined, evidence: [], says: '' };
  const { on: since, says } = last;
  if (last.kind !== 'status') return { bodyId, status: 'no-evidence', since, evidence: [], says };
  return { bodyId, status: last.status, since, evidence: last.evidence, says };
}

function milestoneAt(
  { number, what, due }: CommitmentFact & Readonly<{ kind: 'milestone' }>,
  told: readonly CommitmentFact[],
  on: IsoDate,
  closed: IsoDate | undefined,
): MilestoneAt {
  const own = told.filter((fact) => 'milestone' in fact && fact.milestone === number);
  const moves = own.flatMap((fact) => (fact.kind === 'moved' ? [fact.due] : []));
  const first = due ?? moves.at(0);
  const verdict = own.findLast(({ kind }) => kind === 'met' || kind === 'missed' || kind === 'unmet');
  return {
    number,
    what,
    first,
    expected: moves.at(-1) ?? first,
    standing: standingOf(first, verdict, on, closed),
  };
}

function standingOf(
  first: Due | undefined,
  verdict: CommitmentFact | undefined,
  on: IsoDate,
  closed: IsoDate | undefined,
): MilestoneStanding {
  if (verdict?.kind === 'met') {
    const { evidence } = verdict;
    return {
      standing: 'met',
      on: verdict.on,
      isLate: first !== undefined && verdict.on > first.by,
      evidence,
    };
  }
  const isPast = first !== undefined && on > first.by;
  if (verdict?.kind === 'missed') {
    const passed = isPast ? addDays(first.by, 1) : verdict.on;
    return { standing: 'slipped', since: passed < verdict.on ? passed : verdict.on, says: verdict.says };
  }
  if (first !== undefined && closed !== undefined && closed <= first.by) return { standing: 'ended' };
  if (isPast) return { standing: 'slipped', since: addDays(first.by, 1), says: '' };
  if (closed !== undefined) return { standing: 'ended' };
  return first === undefined ? { standing: 'no-date' } : { standing: 'ahead' };
}
