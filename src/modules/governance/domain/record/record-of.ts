import { type Decision, makers } from '../decision/decision.ts';
import type { CallInBlock, DecisionRecord } from './record.ts';

/** What a decision’s record says, as the law of its day is held against it. */
export function recordOf(
  decision: Omit<Decision, 'takenOn'> & Partial<Pick<Decision, 'takenOn'>>,
): DecisionRecord {
  return {
    takenOn: decision.takenOn,
    takenBy: makers[decision.makerKind].takenBy,
    decisionMaker: decision.decisionMaker,
    isExecutive: decision.isExecutive,
    isKey: decision.isKey,
    clauses: decision.clauses,
    reasons: decision.reasons,
    alternatives: decision.alternatives,
    conflicts: decision.conflicts,
    reports: decision.reports,
    backgroundPapers: decision.backgroundPapers,
    reliedOn: decision.reliedOn,
    shorterNotice: decision.shorterNotice,
    callIn: callInBlock(decision),
  };
}

function callInBlock({
  callInBy,
  callInSentTo,
  notOpenBecause,
}: Pick<Decision, 'callInBy' | 'callInSentTo' | 'notOpenBecause'>): CallInBlock | undefined {
  if (callInBy !== undefined) return { deadline: callInBy, sentTo: callInSentTo };
  return notOpenBecause === '' ? undefined : { notOpenBecause };
}
