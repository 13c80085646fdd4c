import type { IsoDate } from '#platform/kernel';
import type { Agreement, AgreementVersion } from './agreement.ts';
import { exactly, lastDayOf, type RoughDay } from './rough-day.ts';
import type { Stage } from './stage.ts';

/** What became of the joint proposal by which a version is signed, as it stood on a day. */
export type Signing = Readonly<{
  proposalId: string;
  outcome: 'in-effect' | 'agreed' | 'waiting' | 'deadline-passed' | 'failing';
  /** Since when it is in effect, or from when; for one that waits, the earliest day it could be. */
  from: IsoDate | undefined;
}>;

export type AgreementStanding =
  /** Being prepared: the last stage it reached. */
  | Readonly<{ standing: 'in-preparation'; stage: Stage; since: RoughDay }>
  | Readonly<{ standing: 'out-to-sign'; earliest: IsoDate | undefined }>
  /** As it stands it cannot be signed, or too few have signed by the last day. */
  | Readonly<{ standing: 'held-up' }>
  /** Enough have adopted it, and it comes into force then: when the last adoption has effect and the term begins. */
  | Readonly<{ standing: 'signed'; from: IsoDate }>
  /** Signed by its parties, and the law asks for an approval that is not recorded. */
  | Readonly<{ standing: 'waits-for-approval' }>
  | Readonly<{ standing: 'in-force'; since: RoughDay }>
  | Readonly<{ standing: 'past-term'; since: IsoDate }>
  | Readonly<{ standing: 'closed'; since: RoughDay }>
  /** Nothing on record says whether it came into force. */
  | Readonly<{ standing: 'not-recorded' }>;

export type StandingName = AgreementStanding['standing'];

/** A version as it stood: of those one proposal puts, the last alone is on the table. */
export type SignedVersion = Readonly<{ version: AgreementVersion; signing: Signing | undefined }>;

export type StoodVersions = Readonly<{
  /** What the parties are bound by, or what is on the table where nothing binds them. */
  current: SignedVersion;
  /** A later version that is out to be signed while `current` binds. */
  next: SignedVersion | undefined;
  standing: AgreementStanding;
}>;

/**
 * Where an agreement stands on a day, derived from its dated stages, its term and what its parties have adopted. A version in
 * force binds until another is in force in its place. Undefined before its first version.
 */
export function stoodOn(
  { kind, versions, stages }: Pick<Agreement, 'kind' | 'versions' | 'stages'>,
  signings: ReadonlyMap<string, Signing>,
  on: IsoDate,
): StoodVersions | undefined {
  const known = versions
    .filter(({ published }) => published.on <= on)
    .map((version) => ({
      version,
      signing: version.proposalId === undefined ? undefined : signings.get(version.proposalId),
    }));
  const latest = known.at(-1);
  if (latest === undefined) return undefined;
  const reached = stages.filter(({ when }) => when.on <= on);
  const onTheTable = known.filter(
    ({ version }, index) =>
      version.proposalId === undefined ||
      !known.slice(index + 1).some((later) => later.version.proposalId === version.proposalId),
  );
  const judged = onTheTable.map((each) => ({ each, standing: standingOf(kind, each, reached, on) }));
  const bound = judged.findLast(({ standing }) => binds.has(standing.standing)) ?? judged.at(-1);
  if (bound === undefined) return undefined;
  return {
    current: bound.each,
    next: bound.each === latest ? undefined : latest,
    standing: bound.standing,
  };
}

const binds: ReadonlySet<StandingName> = new Set(['in-force', 'past-term', 'closed']);

function standingOf(
  kind: Agreement['kind'],
  { version: { term }, signing }: SignedVersion,
  stages: Agreement['stages'],
  on: IsoDate,
): AgreementStanding {
  const closed = stages.find(({ stage }) => stage === 'closed');
  if (closed !== undefined) return { standing: 'closed', since: closed.when };
  const isOver = term.until !== undefined && term.until < on;
  if (signing === undefined) {
    const force = stages.findLast(({ stage }) => stage === 'in-force');
    if (force === undefined) return notInForce(stages, isOver);
    return isOver
      ? { standing: 'past-term', since: term.until }
      : { standing: 'in-force', since: force.when };
  }
  switch (signing.outcome) {
    case 'waiting':
      return { standing: 'out-to-sign', earliest: laterDay(signing.from, term.from) };
    case 'deadline-passed':
    case 'failing':
      return { standing: 'held-up' };
    case 'agreed':
    case 'in-effect': {
      const needsApproval = kind === 'local-area-agreement';
      const approved = stages.find(({ stage }) => stage === 'approved');
      if (needsApproval && approved === undefined && signing.outcome === 'in-effect')
        return { standing: 'waits-for-approval' };
      const from = latestOf([
        signing.from,
        term.from,
        approved === undefined ? undefined : lastDayOf(approved.when),
      ]);
      if (signing.outcome === 'agreed' || from > on) return { standing: 'signed', from };
      return isOver
        ? { standing: 'past-term', since: term.until }
        : { standing: 'in-force', since: exactly(from) };
    }
    default:
      return signing.outcome satisfies never;
  }
}

function notInForce(stages: Agreement['stages'], isOver: boolean): AgreementStanding {
  const last = stages.at(-1);
  if (last === undefined || isOver) return { standing: 'not-recorded' };
  return { standing: 'in-preparation', stage: last.stage, since: last.when };
}

/** A day that nobody can compute makes the later of the two unknown too. */
const laterDay = (one: IsoDate | undefined, other: IsoDate | undefined): IsoDate | undefined =>
  one === undefined ? undefined : latestOf([one, other]);

function latestOf(days: readonly (IsoDate | undefined)[]): IsoDate {
  const known = days.filter((day) => day !== undefined).toSorted();
  const last = known.at(-1);
  if (last === undefined) throw new Error('A signing that has effect has a day');
  return last;
}
