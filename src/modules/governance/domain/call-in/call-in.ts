import { type Calendar, hasTakenEffect, instantInLondon, isInTime } from '#platform/kernel';
import type { DecisionFacts } from '../decision/facts.ts';
import { publishedAt } from '../decision/known-by.ts';
import type { InEffectBecause, Standing } from '../decision/clause-standing.ts';
import { afterCallIn } from './after-call-in.ts';
import { judgeSignatures, type JudgedSignature, type JudgedSignatures } from './judge-signatures.ts';
import { type CallInRule, type CallInRules, unknownAmong } from './rules.ts';
import type { SignatureRefusal } from './signature.ts';
import { type WaiverFault, waiverFault } from './urgency-waiver.ts';
import { callInWindow, isOpenToCallIn, type Window } from './window.ts';

/** A decision’s call-in at a moment: its window, its signatures, and where that leaves the executive clauses. */
export type CallIn = Readonly<{
  standing: Standing;
  window: Window | undefined;
  judged: JudgedSignatures | undefined;
  /** Signatures that could not count because nothing was open to call-in. */
  refused: readonly JudgedSignature[];
  /** Why a waiver that was claimed does not hold. */
  waiverFault: WaiverFault | undefined;
  assumed: readonly CallInRule[];
}>;

/** Works out the call-in from what was known at a moment; undefined before the record is published. */
export function callInOf(
  known: DecisionFacts,
  rules: CallInRules,
  calendar: Calendar,
  at: Date,
): CallIn | undefined {
  if (known.published === undefined) return undefined;
  const published = publishedAt(known.published);
  const fault = known.waiver === undefined ? undefined : waiverFault(known.waiver, known.takenOn);
  const closed = (because: InEffectBecause, refusal: SignatureRefusal): CallIn => ({
    standing: { standing: 'in-effect', from: published, because },
    window: undefined,
    judged: undefined,
    refused: known.signatures.map((signature) => ({ signature, refusal })),
    waiverFault: fault,
    assumed: [],
  });
  if (!isOpenToCallIn(known, rules)) return closed('not-open-to-call-in', 'not-open-to-call-in');
  if (known.waiver !== undefined && fault === undefined) return closed('call-in-waived', 'waived');

  const window = callInWindow(known.published, rules, calendar);
  const open = { window, refused: [], waiverFault: fault };
  if (window.standing === 'not-known')
    return { ...open, standing: window, judged: undefined, assumed: window.missing };
  const judged = judgeSignatures(known, rules, window.deadline, calendar);
  if (judged.calledInAt === undefined)
    return { ...open, standing: uncontested(window, at), judged, assumed: window.assumed };
  const needed = unknownAmong(rules, ['signatories', 'groups', 'hearingWorkingDays', 'notHeard']);
  return {
    ...open,
    standing: afterCallIn(judged.calledInAt, known, rules, calendar, at),
    judged,
    assumed: [...window.assumed, ...needed],
  };
}

function uncontested({ deadline, effective }: Extract<Window, { standing: 'known' }>, at: Date): Standing {
  if (hasTakenEffect(effective, at))
    return { standing: 'in-effect', from: instantInLondon(effective), because: 'not-called-in' };
  if (isInTime(deadline, at)) return { standing: 'open-to-call-in', deadline, effective };
  return { standing: 'about-to-take-effect', effective };
}
