import type { Answers, FieldErrors } from '#platform/http';
import { explainFile } from '#platform/files';
import { never, type Result } from '#platform/kernel';
import { explainCommon, isCommon, line, oneOf, optionalDay, passage, readAnswers } from '#platform/web';
import { z } from 'zod';
import type { AddPaperRefusal } from '../../../actions/papers/add-paper.ts';
import type { RemovePaperRefusal } from '../../../actions/papers/remove-paper.ts';
import type { ReviewPaperRefusal } from '../../../actions/papers/review-paper.ts';
import type { NewPaper, PaperFault } from '../../../domain/papers/new-paper.ts';
import { paperKinds } from '../../../domain/papers/paper.ts';
import { exemptParagraphNumbers } from '../../../domain/schedule-12a.ts';
import type { InOneWord } from '#platform/module';

export const paragraphField = (paragraph: number): string => `paragraph-${paragraph}`;

const form = z.object({
  title: line('the title of the paper', { most: 300 }),
  kind: oneOf(Object.keys(paperKinds) as [keyof typeof paperKinds], 'Select what kind of paper it is'),
  access: oneOf(['open', 'exempt', 'confidential'], 'Select who may read it'),
  publicInterest: passage('the public interest in keeping it from the public', {
    most: 2000,
    optional: true,
  }),
  publicSummary: passage('what the public may know of it', { most: 2000, optional: true }),
  reviewOn: optionalDay('the day on which it is released'),
  source: line('where it comes from', { most: 300 }),
});

/** What an officer says of a paper. What only an exempt one has is read only where it is exempt. */
export function readPaperForm(bodyId: string, answers: Answers): Result<NewPaper, FieldErrors> {
  const read = readAnswers(form, answers, ['reviewOn']);
  if (!read.ok) return read;
  const { access, publicInterest, reviewOn, ...given } = read.value;
  const isExempt = access === 'exempt';
  return {
    ok: true,
    value: {
      ...given,
      bodyId,
      access,
      paragraphs: isExempt
        ? exemptParagraphNumbers.filter((each) => answers[paragraphField(each)] === 'yes')
        : [],
      publicInterest: isExempt ? publicInterest : '',
      reviewOn: isExempt ? reviewOn : undefined,
    },
  };
}

const faults: Readonly<Record<PaperFault, FieldErrors>> = {
  'no-paragraph': { paragraphs: 'Select the paragraph of schedule 12A by which the paper is exempt' },
  'no-public-interest': {
    publicInterest: 'Enter why the public interest in keeping it outweighs that in disclosing it',
  },
  'no-public-summary': { publicSummary: 'Enter what the public may know of it meanwhile' },
  'no-review-date': { reviewOn: 'Enter the day on which it is released unless that day is moved' },
  'review-date-passed': {
    reviewOn: 'The day of its release must be after today. To publish it now, make it open',
  },
  'review-of-what-is-not-exempt': { access: 'Only an exempt paper has a day of release' },
  'paragraphs-of-what-is-not-exempt': { access: 'Only an exempt paper has paragraphs of schedule 12A' },
};

export function explainAdding(filename: string, refusal: AddPaperRefusal): FieldErrors {
  if (typeof refusal === 'string') return explainCommon(refusal);
  if ('file' in refusal) return { file: explainFile(filename, refusal.file) };
  return Object.assign({}, ...refusal.faults.map((fault) => faults[fault]));
}

export function explainRemoving(refusal: RemovePaperRefusal): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-paper':
      return { form: 'This paper is not there any more. Nothing was changed' };
    case 'already-published':
      return { form: 'This paper is published, and what is published stays. Publish a correction instead' };
    default:
      return never(refusal);
  }
}

export function explainReview(refusal: InOneWord<ReviewPaperRefusal>): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-paper':
      return { form: 'This paper is not there any more. Nothing was changed' };
    case 'not-exempt':
      return { form: 'Only an exempt paper has a day of release' };
    case 'already-released':
      return { form: 'Anyone may read this paper already, and that cannot be taken back' };
    case 'review-date-passed':
      return { reviewOn: 'The day must be today, to release it at once, or later' };
    default:
      return never(refusal);
  }
}
