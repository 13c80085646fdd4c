import { londonDate } from '#platform/kernel';
import { type Cell, cellOf, lastAnswer } from './cell.ts';
import type { Adoption, Approval, Party, Proposal, ProposalFacts } from './proposal.ts';

/** One approval of one party, where it is, and what the party last decided on it. */
export type MatrixCell = Readonly<{
  party: Party;
  approval: Approval;
  cell: Cell;
  last: Adoption | undefined;
}>;

/** Party by approval, what becomes of the whole, and what stands in its way. */
export type Matrix = Readonly<{
  cells: readonly MatrixCell[];
  /** When each party that has everything it needs may start, by body. */
  mayStart: ReadonlyMap<string, Date>;
  outcome: Outcome;
}>;

export type Outcome =
  | Readonly<{ outcome: 'in-effect'; from: Date }>
  /** Enough have decided, and it takes effect then unless somebody calls it in. */
  | Readonly<{ outcome: 'agreed'; from: Date }>
  /** Something is still to come, and can. `earliest` is undefined where a party’s rules are not known or it is stopped. */
  | Readonly<{ outcome: 'waiting'; blockers: readonly MatrixCell[]; earliest: Date | undefined }>
  /**
   * The last day to adopt is over and too few decisions are recorded. Whether the others were taken the record does not say: that
   * nothing is recorded is no proof that nobody decided.
   */
  | Readonly<{ outcome: 'deadline-passed'; blockers: readonly MatrixCell[] }>
  /** By what is recorded it cannot take effect as it stands: somebody must change the text, the parties or their mind. */
  | Readonly<{ outcome: 'failing'; blockers: readonly MatrixCell[] }>;

/**
 * Where a joint proposal stands at a moment. It takes effect when enough parties have every approval they need in effect: for
 * all of them, with the last; for so many of them, with the one that makes enough.
 */
export function matrixOf(proposal: Proposal, facts: ProposalFacts, at: Date): Matrix {
  const parties = proposal.parties.map((party) => ({
    party,
    cells: party.approvals.map((approval) => ({
      party,
      approval,
      cell: cellOf(proposal, party, approval, facts, at),
      last: lastAnswer(party, approval, facts, at),
    })),
  }));
  const cells = parties.flatMap((each) => each.cells);
  const adopted = parties.map(({ party, cells: own }) => ({ party, from: latest(own, inEffectFrom) }));
  const outcome = outcomeOf(
    proposal,
    parties.map((each) => each.cells),
    at,
  );
  const togetherFrom = outcome.outcome === 'in-effect' ? outcome.from : undefined;
  const mayStart = adopted.flatMap(({ party, from }) => {
    if (from === undefined) return [];
    if (proposal.start === 'each-when-ready') return [[party.bodyId, from] as const];
    return togetherFrom === undefined ? [] : [[party.bodyId, laterOf(from, togetherFrom)] as const];
  });
  return { cells, mayStart: new Map(mayStart), outcome };
}

type Row = readonly MatrixCell[];

function outcomeOf(proposal: Proposal, rows: readonly Row[], at: Date): Outcome {
  const enough = proposal.needs === 'all' ? rows.length : proposal.needs.atLeast;
  const inEffect = enoughBy(rows, enough, inEffectFrom);
  if (inEffect !== undefined) return { outcome: 'in-effect', from: inEffect };
  const decided = enoughBy(rows, enough, decidedFrom);
  if (decided !== undefined) return { outcome: 'agreed', from: decided };

  const blockers = rows.flat().filter(({ cell }) => decidedFrom(cell) === undefined);
  const able = rows.filter((row) => row.every(({ cell }) => !isOver(cell)));
  if (able.length < enough)
    return { outcome: 'failing', blockers: blockers.filter(({ cell }) => isOver(cell)) };
  const isPast = proposal.deadline !== undefined && londonDate(at) > proposal.deadline;
  const undecided = rows.filter((row) => row.some(({ cell }) => isUndecided(cell)));
  if (isPast && rows.length - undecided.length < enough)
    return {
      outcome: 'deadline-passed',
      blockers: undecided.flat().filter(({ cell }) => isUndecided(cell)),
    };
  return { outcome: 'waiting', blockers, earliest: enoughBy(able, enough, (cell, of) => soonest(cell, of)) };
}

/** The moment a row has all it needs is that of its last cell; enough rows, that of the one that makes enough. */
function enoughBy(rows: readonly Row[], enough: number, from: From): Date | undefined {
  const moments = rows.flatMap((row) => latest(row, from) ?? []);
  return moments.toSorted((a, b) => a.getTime() - b.getTime())[enough - 1];
}

type From = (cell: Cell, of: MatrixCell) => Date | undefined;

function latest(row: Row, from: From): Date | undefined {
  const moments = row.map((each) => from(each.cell, each));
  return moments.reduce((last, moment) =>
    last === undefined || moment === undefined ? undefined : laterOf(last, moment),
  );
}

const laterOf = (a: Date, b: Date): Date => (a > b ? a : b);

const inEffectFrom: From = (cell) => (cell.cell === 'in-effect' ? cell.from : undefined);
const decidedFrom = (cell: Cell): Date | undefined =>
  cell.cell === 'about-to-take-effect' || cell.cell === 'in-effect' ? cell.from : undefined;

/** Where nothing is decided: if it were decided now, by the party’s own rules. What is stopped, nobody can date. */
const soonest: From = (cell, { party, approval }) =>
  isUndecided(cell) ? party.soonest[approval] : decidedFrom(cell);

/** What is only recommended to the Council, the Council has still to decide. */
const isUndecided = (cell: Cell): boolean =>
  cell.cell === 'not-recorded' ||
  cell.cell === 'reopened' ||
  (cell.cell === 'stopped' && cell.standing.standing === 'waits-for-council');
const isOver = ({ cell }: Cell): boolean =>
  cell === 'refused' || cell === 'too-late' || cell === 'withdrawn' || cell === 'party-ended';
