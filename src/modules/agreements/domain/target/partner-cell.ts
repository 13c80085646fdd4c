import { addDays, type IsoDate } from '#platform/kernel';
import type { TargetAnswer, TargetVersion } from './target.ts';

/** Where the decision behind a consent stands. It binds from the day it takes effect and not before. */
export type Ground =
  | Readonly<{ ground: 'in-effect' | 'about-to-take-effect'; from: IsoDate }>
  /** Called in, sent back, before the Council: `says` why, for people. */
  | Readonly<{ ground: 'stopped'; says: string }>;

/** That a body ended, on the first day on which it no longer existed, and who took its place. */
export type BodyEnding = Readonly<{ bodyId: string; on: IsoDate; successors: readonly string[] }>;

/** What the standing of a target is worked out from, besides the target itself. */
export type TargetFacts = Readonly<{
  /** The ground of each consent, by decision and clause: see `groundKey`. */
  grounds: ReadonlyMap<string, Ground>;
  endings: readonly BodyEnding[];
  /** The day the agreement’s targets were designated; undefined: they were not. */
  designatedOn: IsoDate | undefined;
}>;

/** Where a body is with a version. */
export type Cell =
  | Readonly<{ cell: 'consented'; since: IsoDate; decisionId: string | undefined }>
  /** Decided and not in effect yet: unless it is called in, it binds from then. */
  | Readonly<{ cell: 'about-to-consent'; from: IsoDate; decisionId: string | undefined }>
  | Readonly<{ cell: 'stopped'; says: string; decisionId: string | undefined }>
  | Readonly<{ cell: 'not-answered' }>
  /** A veto: the body that gave it, when and why. */
  | Readonly<{ cell: 'refused' | 'withdrawn'; by: string; on: IsoDate; says: string }>
  /** The partner ended before it was bound, and nobody took its place. */
  | Readonly<{ cell: 'nobody-left'; since: IsoDate }>;

/** A partner that a version binds, who answers for it on the day, and where that stands. */
export type PartnerCell = Readonly<{ partner: string; answeredBy: readonly string[]; cell: Cell }>;

/** By which the ground of a consent is found. */
export const groundKey = ({ decisionId, clause }: Pick<TargetAnswer, 'decisionId' | 'clause'>): string =>
  `${decisionId ?? ''} ${clause ?? ''}`;

/**
 * Where a partner is with a version at the end of a day. Its consent passes to whoever takes its place when it ends; what it had
 * not answered, or had refused, they answer anew.
 */
export function partnerCell(
  partner: string,
  { number }: Pick<TargetVersion, 'number'>,
  answers: readonly TargetAnswer[],
  facts: TargetFacts,
  on: IsoDate,
): PartnerCell {
  const own = answers.filter(({ version }) => version === number);
  return { partner, ...standingIn(partner, { cell: 'not-answered' }, own, facts, on) };
}

type Answered = Omit<PartnerCell, 'partner'>;

function standingIn(
  bodyId: string,
  start: Cell,
  answers: readonly TargetAnswer[],
  facts: TargetFacts,
  on: IsoDate,
): Answered {
  const ending = facts.endings.find((each) => each.bodyId === bodyId && each.on <= on);
  const until = ending === undefined ? on : addDays(ending.on, -1);
  const given = answers.filter((each) => each.bodyId === bodyId && each.on <= until);
  const cell = cellOf(given, start, facts, until);
  if (ending === undefined) return { answeredBy: [bodyId], cell };
  if (ending.successors.length === 0)
    return {
      answeredBy: [],
      cell: cell.cell === 'consented' ? cell : { cell: 'nobody-left', since: ending.on },
    };
  const carried: Cell = cell.cell === 'consented' ? cell : { cell: 'not-answered' };
  const heirs = ending.successors.map((heir) => standingIn(heir, carried, answers, facts, on));
  return {
    answeredBy: [...new Set(heirs.flatMap(({ answeredBy }) => answeredBy))],
    cell: heirs.map((each) => each.cell).reduce(furthest),
  };
}

/** What a body said last counts; consents after that, by the first that is in effect. */
function cellOf(given: readonly TargetAnswer[], start: Cell, { grounds }: TargetFacts, until: IsoDate): Cell {
  const last = given.findLast(({ answer }) => answer !== 'consents');
  const consents = given
    .slice(last === undefined ? 0 : given.lastIndexOf(last) + 1)
    .map((answer) => consentCell(answer, grounds.get(groundKey(answer)), until));
  if (last === undefined && start.cell === 'consented') return start;
  const [best, ...others] = consents;
  if (best !== undefined) return others.reduce(nearest, best);
  if (last === undefined) return start;
  const { bodyId: by, on, says } = last;
  return { cell: last.answer === 'refuses' ? 'refused' : 'withdrawn', by, on, says };
}

function consentCell({ on, decisionId }: TargetAnswer, ground: Ground | undefined, until: IsoDate): Cell {
  if (ground === undefined)
    return { cell: 'stopped', says: 'The decision it points at is not on record.', decisionId };
  if (ground.ground === 'stopped') return { cell: 'stopped', says: ground.says, decisionId };
  const from = ground.from > on ? ground.from : on;
  return ground.ground === 'in-effect' && from <= until
    ? { cell: 'consented', since: from, decisionId }
    : { cell: 'about-to-consent', from, decisionId };
}

/** From bound to vetoed: the further along, the more it takes before a version is agreed. */
const order = [
  'consented',
  'about-to-consent',
  'not-answered',
  'stopped',
  'nobody-left',
  'refused',
  'withdrawn',
] as const;
const rank = ({ cell }: Cell): number => order.indexOf(cell);
const dayOf = (cell: Cell): string =>
  cell.cell === 'consented' ? cell.since : cell.cell === 'about-to-consent' ? cell.from : '';

/** Of two ways one body may be bound, the one that binds it first. */
const nearest = (a: Cell, b: Cell): Cell =>
  rank(b) < rank(a) || (rank(a) === rank(b) && dayOf(b) < dayOf(a)) ? b : a;

/** Of two bodies that must both be bound, the one that holds it up longest. */
const furthest = (a: Cell, b: Cell): Cell =>
  rank(b) > rank(a) || (rank(a) === rank(b) && dayOf(b) > dayOf(a)) ? b : a;
