import type { FieldErrors } from '#platform/http';
import { never } from '#platform/kernel';
import type { RecordSuccessionRefusal } from '../../../actions/record-succession.ts';
import type { Ending } from '../../../domain/succession.ts';
import { explainCommon, isCommon } from '#platform/web';

/** The sentence for each reason for which an end is not recorded, beside the question of that kind of end. */
export function explainSuccession(refusal: RecordSuccessionRefusal, kind: Ending): FieldErrors {
  const slot = kind === 'end' ? 'kind' : `${kind}-1`;
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'already-ended':
      return { form: 'The end of your body is recorded already, so nothing was changed' };
    case 'ends-before-founded':
      return { on: 'The day must be after the day your body was founded' };
    case 'reason-missing':
      return { reason: 'Enter why it ends' };
    case 'source-missing':
      return { source: 'Enter the order or decision that says so' };
    case 'successor-is-itself':
      return { [slot]: 'A body cannot take its own place. Select another body' };
    case 'successor-named-twice':
      return { [slot]: 'The same body is named twice. Name each body once' };
    case 'successor-already-ended':
      return { [slot]: 'A body that is named has ended by that day. Select one that exists then' };
    case 'successor-begins-later':
      return { [slot]: 'A body that is named begins only later. Select one that exists on that day' };
    case 'circular':
      return { [slot]: 'Your body took the place of a body that is named. It cannot lead back to it' };
    case 'merge-needs-one-successor':
      return { 'merge-1': 'Select the one body that takes its place' };
    case 'split-needs-two-successors':
      return { 'split-1': 'Name at least two bodies that it is divided between' };
    case 'end-has-no-successor':
      return { kind: 'Nothing takes its place, so name no body' };
    case 'no-such-successor':
      return { [slot]: 'A body that is named is not in the register. Select one from the list' };
    case 'no-such-place':
      return { form: 'A place that is named is not in the register, so nothing was changed' };
    case 'name-taken':
      return { [`${slot}-name`]: 'A body of that name is in the register. Select it from the list instead' };
    case 'name-missing':
      return { [`${slot}-name`]: 'Enter the name of the new body' };
    case 'name-too-long':
      return { [`${slot}-name`]: 'The name of the new body must be 120 characters or fewer' };
    default:
      return never(refusal);
  }
}
