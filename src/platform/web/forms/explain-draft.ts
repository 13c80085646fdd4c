import type { KeepDraftRefusal } from '#platform/drafts';
import type { FieldErrors } from '#platform/http';
import type { InOneWord } from '#platform/module';
import { explainCommon, isCommon } from './explain-common.ts';

/** Why a draft was not kept or not thrown away, whatever it is a draft of. */
export function explainDraft(refusal: InOneWord<KeepDraftRefusal>): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'draft-gone':
      return { form: 'This draft was published or discarded meanwhile. Begin another if it is still needed' };
    case 'too-long':
      return { form: 'There is more text than a draft can hold. Shorten the longest answers' };
    default:
      return refusal satisfies never;
  }
}

/** What the address of a draft says where there is none. */
export const draftGone =
  'There is no draft with this address: it was published or discarded, or it is not your body’s.';
