import type { FieldErrors } from '#platform/http';
import { never } from '#platform/kernel';
import type { InOneWord } from '#platform/module';
import { explainCommon, isCommon } from '#platform/web';
import type { TellRefusal } from '../../../actions/commitments/tell-of-commitment.ts';

/** The sentence for each reason for which nothing was said of a promise. */
export function explainFact(refusal: InOneWord<TellRefusal>): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-commitment':
      return { form: 'This commitment is not recorded here. Open the list of commitments again' };
    case 'not-an-owner':
      return { form: 'Your body did not make this promise, so its offices say nothing of it here' };
    case 'joined-already':
      return { form: 'This promise is told with the same one elsewhere by that day. Say it there' };
    case 'in-the-future':
      return { on: 'The day must be today or in the past' };
    case 'before-the-promise':
      return { on: 'The day must not be before the promise was made' };
    case 'says-missing':
      return { says: 'Say it in a sentence that readers will understand' };
    case 'no-such-milestone':
      return { form: 'This milestone was not set by that day. Open the commitment again' };
    case 'milestone-met':
      return { kind: 'The milestone is met by that day. If it turned out not to be, say so first' };
    case 'milestone-not-met':
      return { kind: 'The milestone is not met by that day, so there is nothing to take back' };
    case 'day-unchanged':
      return { by: 'The milestone is expected on that day already. Enter another day' };
    case 'no-evidence':
      return {
        evidence: 'Select the evidence that shows it, or add evidence first. Nothing stands here without',
      };
    case 'no-such-evidence':
      return {
        evidence: 'Some of this evidence was not held by that day. Select other evidence or a later day',
      };
    case 'closed-already':
      return { status: 'It is said already how this promise ended. Open it again first if that was wrong' };
    case 'not-closed':
      return { on: 'On that day it was not said that this promise had ended, so it cannot be opened again' };
    case 'no-such-fact':
      return { to: 'What you reply to had not been said by that day. Select something else' };
    case 'linked-already':
      return { at: 'It is linked with this page already' };
    case 'not-linked':
      return { at: 'Select a link that stands' };
    case 'linked-to-itself':
      return { at: 'This is the address of the commitment itself. Enter that of the other thing' };
    case 'no-such-office':
      return { officeId: 'Select an office that your body has on that day' };
    case 'no-such-thing':
      return {
        at: 'There is no such page here on that day. Enter the address of an outcome, an indicator, a target, a decision, a joint proposal or a commitment',
      };
    case 'not-an-address':
      return {
        at: 'Enter a whole web address, like https://www.kent.gov.uk/report, or the title of the paper',
      };
    case 'no-such-readings':
      return { at: 'No readings are published there. Enter an address like /series/smoking/kent' };
    case 'no-such-decision':
      return {
        at: 'There is no such decision here on that day. Enter an address like /decisions/maidstone/2008-001',
      };
    case 'joins-another-body':
      return {
        at: 'That promise is not one of your body’s. Two promises are joined only where your body made both',
      };
    case 'joins-a-joined-one':
      return {
        at: 'That promise is itself told with another. Enter the address of the one where it is told',
      };
    default:
      return never(refusal);
  }
}
