import type { Calendar } from '#platform/kernel';
import type { DecisionFacts } from '../decision/facts.ts';
import { standing } from '../decision/standing.ts';
import type { Standing } from '../decision/clause-standing.ts';
import type { Step, StepKind } from '../decision/step.ts';
import type { CallInRules } from './rules.ts';

/** What a step must find: the executive part of the decision there, or for a resolution the clause. */
const takesPlaceWhen = {
  hearing: 'called-in',
  'council-review': 'before-council',
  reconsideration: 'referred-back',
  resolution: 'waits-for-council',
} as const satisfies Record<StepKind, Standing['standing']>;

export type StepRefusal =
  | 'in-the-future'
  | 'not-called-in'
  | 'heard-already'
  | 'limit-passed'
  | 'not-before-council'
  | 'not-referred-back'
  | 'no-such-clause'
  | 'does-not-recommend'
  | 'resolved-already'
  | 'later-step-recorded'
  | 'step-of-that-minute';

/**
 * Why a step cannot have happened at its moment, after what else is known: no hearing before the call-in, none twice, no
 * reconsideration of what did not come back. Undefined when it can.
 */
export function stepRefusal(
  step: Pick<Step, 'kind' | 'at'> & Readonly<{ clause?: string }>,
  facts: DecisionFacts,
  rules: CallInRules,
  calendar: Calendar,
  now: Date,
): StepRefusal | undefined {
  if (step.at > now) return 'in-the-future';
  if (step.kind === 'resolution') return resolutionRefusal(step, facts);
  const found = standing(facts, rules, calendar, step.at).callIn?.standing;
  if (found?.standing !== takesPlaceWhen[step.kind]) return refusalFor(step.kind, found);
  const events = [...facts.hearings, ...facts.councilReviews, ...facts.reconsiderations];
  if (events.some(({ at }) => at > step.at)) return 'later-step-recorded';
  return events.some(({ at }) => at.getTime() === step.at.getTime()) ? 'step-of-that-minute' : undefined;
}

/** What can be done next with the executive part of a decision; undefined when nothing is awaited. */
export function nextStep(found: Standing | undefined): Exclude<StepKind, 'resolution'> | undefined {
  switch (found?.standing) {
    case 'called-in':
      return 'hearing';
    case 'before-council':
      return 'council-review';
    case 'referred-back':
      return 'reconsideration';
    case undefined:
    case 'not-published':
    case 'open-to-call-in':
    case 'about-to-take-effect':
    case 'waits-for-council':
    case 'in-effect':
    case 'ended':
    case 'not-known':
      return undefined;
    default:
      return found satisfies never;
  }
}

function refusalFor(kind: Exclude<StepKind, 'resolution'>, found: Standing | undefined): StepRefusal {
  if (kind === 'council-review') return 'not-before-council';
  if (kind === 'reconsideration') return 'not-referred-back';
  if (found?.standing === 'in-effect' && found.because === 'not-heard-in-time') return 'limit-passed';
  return isAfterHearing(found) ? 'heard-already' : 'not-called-in';
}

const afterHearing: ReadonlySet<string> = new Set([
  'released',
  'confirmed',
  'amended',
  'council-did-not-object',
  'withdrawn',
  'decided-by-council-instead',
]);

const isAfterHearing = (found: Standing | undefined): boolean =>
  found?.standing === 'referred-back' ||
  found?.standing === 'before-council' ||
  ((found?.standing === 'in-effect' || found?.standing === 'ended') && afterHearing.has(found.because));

function resolutionRefusal(
  { clause }: Readonly<{ clause?: string }>,
  { clauses, resolutions }: DecisionFacts,
): StepRefusal | undefined {
  const found = clauses.find(({ number }) => number === clause);
  if (found === undefined) return 'no-such-clause';
  if (found.effect !== 'recommend-to-council') return 'does-not-recommend';
  return resolutions.some((resolution) => resolution.clause === clause) ? 'resolved-already' : undefined;
}

/** The sentence for each refusal, with what to do instead. */
export const stepSentences: Readonly<Record<StepRefusal, string>> = {
  'in-the-future': 'It has not happened yet: enter it once it has',
  'not-called-in':
    'The decision was not called in at that moment, so there was nothing to hear. Check the date and time',
  'heard-already':
    'The call-in had been heard by then, and is heard once. Check the date and time, or leave it as it stands',
  'limit-passed':
    'By then the limit for the hearing had passed and the decision had taken effect, so it could no longer be heard. Check the date and time',
  'not-before-council':
    'The decision was not before the Council at that moment: scrutiny must have referred it there first. Check the date and time',
  'not-referred-back':
    'The decision was not with its maker at that moment: scrutiny or the Council must have sent it back first. Check the date and time',
  'no-such-clause': 'The decision has no such clause',
  'does-not-recommend':
    'This clause recommends nothing to the Council, so the Council does not resolve on it',
  'resolved-already': 'The Council’s resolution on this clause is recorded already',
  'later-step-recorded':
    'Something later is recorded of this call-in already, so nothing can be put before it. Check the date and time',
  'step-of-that-minute':
    'Another step of this call-in is recorded at that very minute, and one comes after the other. Enter the minute at which this one was settled',
};
