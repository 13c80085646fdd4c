import type { FieldErrors } from '#platform/http';
import type { CommonRefusal } from '#platform/module';

/** What any form of an office can be refused for, whatever its answers. */
const sentences: Readonly<Record<CommonRefusal, string>> = {
  'signed-out': 'You are signed out, so nothing was changed. Sign in again and send the form again',
  'wrong-role': 'Your office may not do this. Ask the monitoring officer of your body',
  'wrong-body': 'You act for another body. Each body keeps its own entries',
  'no-such-body': 'This body is not in the register, so nothing was changed',
  'already-submitted':
    'This form was sent before with other answers, and those were acted on. Check what stands now; to send these answers as well, send the form again',
};

/** Tells these refusals from those of one form alone, whose sentences stand with that form. */
export const isCommon = (refusal: string): refusal is CommonRefusal => Object.hasOwn(sentences, refusal);

export const explainCommon = (refusal: CommonRefusal): FieldErrors => ({ form: sentences[refusal] });
