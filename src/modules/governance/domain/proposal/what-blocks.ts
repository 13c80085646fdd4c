import { formatDate, groupBy, listInWords } from '#platform/kernel';
import { type Blocker, explainBlocker } from './blocker.ts';
import type { Matrix, MatrixCell } from './matrix.ts';
import { approvals, type Proposal } from './proposal.ts';

/** Everything that stands in the way, each with who can clear it; the first is what to say where there is room for one. */
export type WhatBlocks = Readonly<{ first: Blocker; all: readonly Blocker[] }>;

/**
 * What blocks a proposal: first what somebody has stopped or refused, since those parties must act anew, then what is merely
 * still to come. Undefined where nothing blocks it: it is in effect, or waits for its windows to close alone.
 */
export function whatBlocks(
  { outcome }: Matrix,
  proposal: Proposal,
  nameOf: (bodyId: string) => string,
): WhatBlocks | undefined {
  if (outcome.outcome === 'in-effect' || outcome.outcome === 'agreed') return undefined;
  const all = byUrgency(outcome.blockers).map((cell) => explainBlocker(cell, proposal, nameOf));
  if (outcome.outcome === 'deadline-passed')
    return {
      first: noneRecordedInTime(outcome.blockers, proposal, nameOf),
      all: all.map(({ what }) => ({ what, who: 'If it was decided in time, that can still be recorded.' })),
    };
  const [first] = all;
  return first === undefined ? undefined : { first, all };
}

/** Says only what the record shows: a council whose decision nobody recorded may have taken it all the same. */
function noneRecordedInTime(
  blockers: readonly MatrixCell[],
  { deadline, draftedBy }: Proposal,
  nameOf: (bodyId: string) => string,
): Blocker {
  return {
    what: `No decision of ${listInWords(whoHasNot(blockers), 'or')} by the deadline${deadline === undefined ? '' : `, ${formatDate(deadline)},`} is recorded.`,
    who: `What was decided in time can still be recorded, or ${nameOf(draftedBy)} can amend the proposal and set a later deadline.`,
  };
}

/** The parties of which no decision at all is recorded, and of the others the part: “Maidstone’s Council”. */
function whoHasNot(blockers: readonly MatrixCell[]): readonly string[] {
  const missing = groupBy(blockers, ({ party }) => party);
  return [...missing].map(([{ name, approvals: asked }, own]) =>
    own.length === asked.length
      ? name
      : `${name}’s ${listInWords(own.map(({ approval }) => approvals[approval]))}`,
  );
}

const urgency: readonly MatrixCell['cell']['cell'][] = [
  'stopped',
  'refused',
  'withdrawn',
  'party-ended',
  'too-late',
  'reopened',
  'not-recorded',
];

const byUrgency = (cells: readonly MatrixCell[]): readonly MatrixCell[] =>
  cells.toSorted((a, b) => rank(a) - rank(b));

/** A recommendation that waits for the Council is still to come, not stopped by anybody. */
function rank({ cell }: MatrixCell): number {
  const waits = cell.cell === 'stopped' && cell.standing.standing === 'waits-for-council';
  return waits ? urgency.indexOf('reopened') : urgency.indexOf(cell.cell);
}
