import type { FieldErrors } from '#platform/http';
import { explainCommon, isCommon } from '#platform/web';
import type { InOneWord } from '#platform/module';
import type { SaveStepRefusal } from '../../../actions/decision-draft.ts';

/** Why a step of a draft was not kept. */
export function explainSaving(refusal: InOneWord<SaveStepRefusal>): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'draft-gone':
      return { form: draftGone };
    case 'too-long':
      return { form: 'The draft holds more than a record can. Shorten its longest texts' };
    default:
      return refusal satisfies never;
  }
}

export const draftGone =
  'This draft is not there: it was published or discarded. Your records of decisions list what stands';
