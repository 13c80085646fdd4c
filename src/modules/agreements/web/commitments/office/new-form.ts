import type { Answers, FieldErrors } from '#platform/http';
import { never, ok, refuse, type Result } from '#platform/kernel';
import { day, explainCommon, isCommon, line, oneOf, passage, readAnswers } from '#platform/web';
import { topicIds } from '#modules/governance';
import { z } from 'zod';
import type {
  CommitmentGiven,
  RecordCommitmentRefusal,
} from '../../../actions/commitments/record-commitment.ts';
import { type Measure, measures } from '../../../domain/commitment/commitment.ts';

const form = z.object({
  collectionId: line('where it belongs', { most: 80 }),
  promise: passage('what was promised', { most: 600 }),
  document: line('the document it stands in', { most: 200 }),
  cites: line('the part or paragraph of the document', { most: 200 }),
  from: day('the day it was promised'),
  measure: oneOf(
    Object.keys(measures) as [Measure, ...Measure[]],
    'Select how it can be told whether it was kept',
  ),
  measuredBy: passage('by what it can be told, or why it cannot', { most: 600 }),
  note: passage('the note', { most: 1000, optional: true }),
});

/** Reads a promise as an office records it. */
export function readNew(answers: Answers): Result<CommitmentGiven, FieldErrors> {
  const read = readAnswers(form, answers, ['from']);
  if (!read.ok) return refuse(read.error);
  const { document, cites, ...given } = read.value;
  return ok({
    ...given,
    source: { document, cites },
    topics: topicIds.filter((topic) => answers[`topic-${topic}`] === 'yes'),
    places: [],
  });
}

/** The sentence for each reason for which no promise was recorded. */
export function explainNew(refusal: RecordCommitmentRefusal): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'in-the-future':
      return { from: 'The day it was promised must be today or in the past' };
    case 'promise-missing':
      return { promise: 'Enter what was promised' };
    case 'no-owner':
      return { form: 'A commitment needs a body that made it' };
    case 'says-not-how-measured':
      return { measuredBy: 'Say by what it can be told whether it was kept, or honestly why it cannot' };
    case 'cites-nothing':
      return { cites: 'Enter the part or paragraph, so that readers can look it up' };
    case 'no-such-collection':
      return { collectionId: 'Select your body’s own register or a document that your body keeps' };
    case 'no-such-topic':
      return { topics: 'Select topics from the list' };
    case 'no-such-place':
      return { form: 'One of the places is not in the register on that day' };
    default:
      return never(refusal);
  }
}
