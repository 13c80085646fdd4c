import type { FieldErrors } from '#platform/http';
import { never } from '#platform/kernel';
import type { CommonRefusal } from '../../../actions/outcomes.ts';

/** What any form of the register can be refused for, whatever its answers. */
export function explainCommon(refusal: CommonRefusal): FieldErrors {
  switch (refusal) {
    case 'signed-out':
      return { form: 'You are signed out, so nothing was changed. Sign in again and send the form again' };
    case 'wrong-role':
      return { form: 'Your office may not do this. Ask the monitoring officer of your body' };
    case 'wrong-body':
      return { form: 'You act for another body. Each body keeps its own entries in the register' };
    case 'no-such-body':
      return { form: 'This body is not in the register, so nothing was changed' };
    case 'already-submitted':
      return {
        form: 'This form was sent before with other answers, and those were acted on. Check what stands now; to send these answers as well, send the form again',
      };
    default:
      return never(refusal);
  }
}
