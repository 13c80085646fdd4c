import type { FieldErrors } from '#platform/http';
import { never } from '#platform/kernel';
import { explainCommon, isCommon } from '#platform/web';
import type { AmendTargetRefusal } from '../../../actions/targets/amend-target.ts';
import type { AnswerTargetRefusal } from '../../../actions/targets/answer-target.ts';
import type { PutTargetRefusal } from '../../../actions/targets/put-target.ts';
import { answerSentences } from '../../../domain/target/accept-answer.ts';
import { type VersionFault, versionFaultSentences } from '../../../domain/target/version-faults.ts';

/** Each fault beside the field that has it; the forms ask a year in one box where the rule speaks of two days. */
const explainFaults = (faults: readonly VersionFault[]): FieldErrors =>
  Object.fromEntries(
    faults.map(({ fault, at }) => [
      at === 'baselineTo' ? 'baselineYear' : at.replace(/^(?:from|to)-/, 'year-'),
      versionFaultSentences[fault],
    ]),
  );

/** The sentence for each reason for which a target was not put. */
export function explainPut(refusal: PutTargetRefusal): FieldErrors {
  if (typeof refusal === 'object') return explainFaults(refusal.faults);
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-agreement':
      return { form: 'There is no such agreement. Open its page again' };
    case 'not-a-party':
      return { form: 'Your body is not a party to this agreement, so it cannot put a target to the others' };
    case 'no-such-series':
      return { series: 'Select the series that measures it' };
    case 'no-such-outcome':
      return { outcome: 'Select an outcome of the agreement, or none' };
    case 'no-such-area':
      return { area: 'Select a place or a body from the list' };
    case 'target-twice':
      return {
        series: 'The agreement has a target on this series in this area already. Change that one instead',
      };
    case 'not-designating':
      return { standing: 'This agreement designates no targets. Put it as a local one' };
    case 'too-many-designated':
      return {
        standing:
          'The agreement has as many designated targets as it may have. Put this one as a local target',
      };
    case 'no-such-county-target':
      return { partOf: 'Select a target of the agreement that this chapter belongs to, or none' };
    case 'county-target-measured-otherwise':
      return {
        partOf:
          'That target is measured by another series, so this one cannot be counted towards it. Select one of the same series, or none',
      };
    default:
      return never(refusal);
  }
}

/** The sentence for each reason for which a change was not put; a stale one is shown, not said. */
export function explainAmend(
  refusal: Exclude<AmendTargetRefusal, Readonly<{ stale: unknown }>>,
): FieldErrors {
  if (typeof refusal === 'object') {
    if ('faults' in refusal) return explainFaults(refusal.faults);
    return { [refusal.notYet === 'within-a-month' ? 'form' : 'revision']: refusal.says };
  }
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-target':
      return { form: 'There is no such target. Open the page of its agreement again' };
    case 'not-a-party':
      return { form: 'Your body is neither a party to the agreement nor bound by this target' };
    default:
      return never(refusal);
  }
}

/** In which field the sentence of a refused answer stands. */
const fieldOf: Readonly<Partial<Record<keyof typeof answerSentences, string>>> = {
  'in-the-future': 'on',
  'withdrawn-before-today': 'on',
  'before-it-was-put': 'on',
  'before-the-last-answer': 'on',
  'reason-missing': 'says',
  'already-consented': 'answer',
  'withdraw-instead': 'answer',
  'already-refused': 'answer',
  'nothing-to-withdraw': 'answer',
  'decision-missing': 'decision',
  'no-such-decision': 'decision',
  'not-own-decision': 'decision',
  'no-such-clause': 'decision',
  'clause-cannot-bind': 'decision',
  'decision-before-version': 'decision',
};

/** The sentence for each reason for which an answer was not recorded; a stale one is shown, not said. */
export function explainAnswer(
  refusal: Exclude<AnswerTargetRefusal, Readonly<{ stale: unknown }>>,
): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  if (refusal === 'no-such-target')
    return { form: 'There is no such target. Open the page of its agreement again' };
  return { [fieldOf[refusal] ?? 'form']: answerSentences[refusal] };
}
