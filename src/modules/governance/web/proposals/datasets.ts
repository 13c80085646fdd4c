import type { Dataset } from '#platform/http';
import { decisionPath } from '../../domain/decision/decision.ts';
import type { MatrixCell } from '../../domain/proposal/matrix.ts';
import type { StoodProposal } from '../../queries/proposal-at.ts';
import { blockedBy, effectDay } from './list-page.tsx';
import { cellInWords, cellTag, standingOf } from './words.ts';

const source = 'Accord, the public record of joint proposals';

/** The list of proposals as a file. */
export const proposalsDataset = (proposals: readonly StoodProposal[]): Dataset => ({
  name: 'joint-proposals',
  columns: [
    { key: 'id', title: 'Id' },
    { key: 'title', title: 'Title' },
    { key: 'draftedBy', title: 'Put by' },
    { key: 'version', title: 'Version' },
    { key: 'standing', title: 'Where it stands' },
    { key: 'blockedBy', title: 'What blocks it' },
    { key: 'effect', title: 'In effect from, or at the earliest' },
    { key: 'deadline', title: 'Last day to adopt' },
  ],
  rows: proposals.map((stood) => ({
    id: stood.proposal.id,
    title: stood.version.title,
    draftedBy: stood.proposal.draftedBy,
    version: stood.version.number,
    standing: standingOf(stood.matrix.outcome),
    blockedBy: blockedBy(stood) ?? null,
    effect: effectDay(stood) ?? null,
    deadline: stood.version.deadline ?? null,
  })),
  source,
});

/** The approvals of one proposal as a file: a row for each approval of each party. */
export const approvalsDataset = (stood: StoodProposal): Dataset => ({
  name: `approvals-${stood.proposal.id}`,
  columns: [
    { key: 'party', title: 'Party' },
    { key: 'name', title: 'Name' },
    { key: 'approval', title: 'Approval' },
    { key: 'standing', title: 'Where it stands' },
    { key: 'says', title: 'In words' },
    { key: 'from', title: 'In effect from' },
    { key: 'decision', title: 'Decision' },
    { key: 'clause', title: 'Clause' },
  ],
  rows: stood.matrix.cells.map((cell) => ({
    ...approvalRow(cell, stood),
    says: `${cellTag(cell).text}. ${cellInWords(cell)}`.trim(),
  })),
  source,
});

/** One approval, for programs. */
export function approvalRow({ party, approval, cell, last }: MatrixCell, { decisions }: StoodProposal) {
  const decision =
    last?.evidence === undefined ? undefined : decisions.get(last.evidence.decisionId)?.decision;
  return {
    party: party.bodyId,
    name: party.name,
    approval,
    standing: cell.cell === 'stopped' ? cell.standing.standing : cell.cell,
    from: 'from' in cell ? cell.from.toISOString() : null,
    decision: decision === undefined ? null : decisionPath(decision),
    clause: decision === undefined ? null : (last?.evidence?.clause ?? null),
  };
}
