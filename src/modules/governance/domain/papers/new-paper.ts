import { type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import type { Paper } from './paper.ts';

/** What an officer says of a paper, apart from its file. */
export type NewPaper = Pick<
  Paper,
  | 'bodyId'
  | 'title'
  | 'kind'
  | 'access'
  | 'paragraphs'
  | 'publicInterest'
  | 'publicSummary'
  | 'reviewOn'
  | 'source'
>;

export type PaperFault =
  | 'no-paragraph'
  | 'no-public-interest'
  | 'no-public-summary'
  | 'no-review-date'
  | 'review-date-passed'
  | 'review-of-what-is-not-exempt'
  | 'paragraphs-of-what-is-not-exempt';

/**
 * Whether a paper may be added as it is described, with everything that is wrong at once. An exempt paper names the
 * paragraph it is exempt by, the public interest, what the public may know of it, and when it is to be looked at again:
 * on that day it is released unless the day is moved first.
 */
export function acceptPaper(paper: NewPaper, today: IsoDate): Result<NewPaper, readonly PaperFault[]> {
  const faults = paper.access === 'exempt' ? faultsOfExempt(paper, today) : faultsOfOther(paper);
  return faults.length === 0 ? ok(paper) : refuse(faults);
}

function faultsOfExempt(paper: NewPaper, today: IsoDate): readonly PaperFault[] {
  return [
    ...(paper.paragraphs.length === 0 ? ['no-paragraph' as const] : []),
    ...(paper.publicInterest === '' ? ['no-public-interest' as const] : []),
    ...(paper.publicSummary === '' ? ['no-public-summary' as const] : []),
    ...(paper.reviewOn === undefined ? ['no-review-date' as const] : []),
    ...(paper.reviewOn !== undefined && paper.reviewOn <= today ? ['review-date-passed' as const] : []),
  ];
}

function faultsOfOther({ paragraphs, reviewOn }: NewPaper): readonly PaperFault[] {
  return [
    ...(paragraphs.length > 0 ? ['paragraphs-of-what-is-not-exempt' as const] : []),
    ...(reviewOn === undefined ? [] : ['review-of-what-is-not-exempt' as const]),
  ];
}
