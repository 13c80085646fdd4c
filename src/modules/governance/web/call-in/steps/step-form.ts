import type { Answers, FieldErrors } from '#platform/http';
import { never, ok, type Result } from '#platform/kernel';
import { day, explainCommon, isCommon, line, oneOf, passage, readAnswers } from '#platform/web';
import { z } from 'zod';
import type { RecordStepRefusal } from '../../../actions/call-in/record-step.ts';
import { stepSentences } from '../../../domain/call-in/step-order.ts';
import { type Decision, decisionId } from '../../../domain/decision/decision.ts';
import { type Step, stepOutcomes } from '../../../domain/decision/step.ts';
import { clockTime, momentTyped } from '../parts/moment-fields.tsx';
import type { FormKind } from './step-forms.ts';

export const saysCharacters = 4000;

const common = {
  on: day('the day'),
  time: clockTime('the time'),
  says: passage('what was said', { most: saysCharacters, optional: true }),
  source: line('where it is recorded', { most: 300, optional: true }),
};
const ask = 'Select what came of it';
const forms = {
  hearing: z.object({
    ...common,
    outcome: oneOf(stepOutcomes.hearing, ask),
    by: line('the committee that heard it', { most: 160 }),
  }),
  'council-review': z.object({ ...common, outcome: oneOf(stepOutcomes['council-review'], ask) }),
  reconsideration: z.object({
    ...common,
    outcome: oneOf(stepOutcomes.reconsideration, ask),
    'leads-to': line('the number of the new record', { most: 40, optional: true }),
  }),
};

/** Reads the form of one kind of step about a decision. `enteredBy` stands as the source where none is named. */
export function readStep(
  kind: FormKind,
  decision: Decision,
  enteredBy: string,
): (answers: Answers) => Result<Step, FieldErrors> {
  return (answers) => {
    const kept = { meetingId: undefined, leadsTo: undefined };
    const source = (given: string) => (given === '' ? `Entered by the ${enteredBy}` : given);
    switch (kind) {
      case 'hearing': {
        const read = readAnswers(forms.hearing, answers, ['on']);
        if (!read.ok) return read;
        const { outcome, by, says } = read.value;
        const at = momentTyped(read.value);
        return ok({ ...kept, kind, outcome, at, byWhom: by, says, source: source(read.value.source) });
      }
      case 'council-review': {
        const read = readAnswers(forms['council-review'], answers, ['on']);
        if (!read.ok) return read;
        const { outcome, says } = read.value;
        const at = momentTyped(read.value);
        return ok({ ...kept, kind, outcome, at, byWhom: council, says, source: source(read.value.source) });
      }
      case 'reconsideration': {
        const read = readAnswers(forms.reconsideration, answers, ['on']);
        if (!read.ok) return read;
        const { outcome, says, 'leads-to': reference } = read.value;
        const at = momentTyped(read.value);
        const leadsTo =
          outcome === 'amended' && reference !== ''
            ? decisionId({ bodyId: decision.bodyId, reference })
            : undefined;
        const byWhom = decision.decisionMaker;
        return ok({ ...kept, kind, outcome, at, byWhom, says, leadsTo, source: source(read.value.source) });
      }
      default:
        return never(kind);
    }
  };
}

export const council = 'The Council';

export function explainStep(refusal: RecordStepRefusal): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-decision':
      return { form: 'There is no such decision' };
    case 'reasons-missing':
      return { says: 'Enter the reasons in writing: what stops or changes a decision must give them' };
    case 'no-such-new-decision':
      return {
        'leads-to':
          'Enter the number of the new record, like 2026-014. Publish the new record first; it must be of the same body',
      };
    case 'in-the-future':
    case 'not-called-in':
    case 'heard-already':
    case 'limit-passed':
    case 'not-before-council':
    case 'not-referred-back':
    case 'later-step-recorded':
    case 'step-of-that-minute':
      return { on: stepSentences[refusal] };
    case 'no-such-clause':
    case 'does-not-recommend':
    case 'resolved-already':
      return { form: stepSentences[refusal] };
    default:
      return never(refusal);
  }
}
