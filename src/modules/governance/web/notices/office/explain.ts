import type { FieldErrors } from '#platform/http';
import { never } from '#platform/kernel';
import type { InOneWord } from '#platform/module';
import { explainCommon, isCommon } from '#platform/web';
import type { PublishNoticeRefusal } from '../../../actions/publish-notice.ts';

export function explainPublish(refusal: InOneWord<PublishNoticeRefusal>): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'draft-changed':
      return { form: 'A colleague changed this draft meanwhile. Check it again as it stands now' };
    case 'draft-gone':
      return { form: 'This draft was discarded meanwhile, so nothing was published' };
    case 'unfinished':
      return { form: 'Some questions have no answer yet. Answer those listed below' };
    case 'not-lawful':
      return { form: 'It cannot be published as it stands. What is missing is listed below' };
    case 'published-here-by-then':
      return {
        publishedOn:
          'By that day your body published its notices here, so this one was not public before. Leave out where it was published: it is published now, and its clear days count from now',
      };
    case 'notice-changed':
      return {
        form: 'The notice was changed after this draft was begun, so nothing was published. See what it says now, then begin the change again',
      };
    case 'notice-withdrawn':
      return { form: 'The notice was withdrawn meanwhile. Give a new notice instead' };
    case 'notice-decided':
      return { form: 'The record of the decision is published, so its notice can no longer be changed' };
    case 'reference-taken':
      return { externalReference: 'Another notice of your body has this reference already' };
    default:
      return never(refusal);
  }
}
