import type { FieldErrors } from '#platform/http';
import { never } from '#platform/kernel';
import type { CorrectRuleRefusal } from '../../../actions/correct-rule.ts';
import type { DropDraftRefusal, KeepDraftRefusal } from '../../../actions/keep-draft.ts';
import { type InOneWord } from '#platform/module';
import { explainCommon, isCommon } from '#platform/web';
import { longest } from './rule-form.ts';

export function explainCorrection(refusal: InOneWord<CorrectRuleRefusal>): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'source-missing':
      return { source: 'Enter where the rule is written' };
    case 'source-too-long':
      return { source: `Where the rule is written must be ${longest.source} characters or fewer` };
    case 'reason-missing':
      return { reason: 'Enter why it is corrected' };
    case 'reason-too-long':
      return { reason: `Why it is corrected must be ${longest.reason} characters or fewer` };
    case 'ends-before-it-begins':
      return { until: 'The first day it no longer applies must be after the first day it applies' };
    case 'no-such-version':
      return { replaces: 'That version is not there. Select one of the versions offered' };
    case 'version-already-replaced':
      return { replaces: 'That version was put right already. Select another' };
    case 'draft-changed':
      return { form: 'A colleague changed this draft meanwhile. Check it again as it stands now' };
    case 'draft-discarded':
      return {
        form: 'This draft was discarded meanwhile, so nothing was published. To begin it again, save the answers below',
      };
    case 'nothing-changed':
      return { form: 'This says exactly what is published already. Change something, or discard the draft' };
    default:
      return never(refusal);
  }
}

export function explainDraft(refusal: InOneWord<KeepDraftRefusal> | DropDraftRefusal): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'too-many-answers':
      return { form: 'There are more answers than the form has questions. Open the form again' };
    case 'answer-too-long':
      return { form: 'One of the answers is too long. Shorten the longest one' };
    case 'no-such-draft':
      return { form: 'There is no such draft: it was published or discarded already' };
    default:
      return never(refusal);
  }
}
