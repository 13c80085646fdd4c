import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, never, plural } from '#platform/kernel';
import { Button, Form, FormErrorSummary, Prose, Text, TextareaField, WarningText } from '#platform/ui';
import { explainCommon, isCommon, officePage, passage } from '#platform/web';
import { z } from 'zod';
import type { PublishResultsRefusal } from '../../../actions/consultations/publish-results.ts';
import type { ConsultationAt } from '../../../queries/consultations/consultation-at.ts';
import type { Progress } from '../../../queries/consultations/responses-seen.ts';
import { sayTally } from '../words.tsx';
import { consultationSteps } from './addresses.ts';

export const resultsForm = z.object({ says: passage('the results in a few words', { most: 2000 }) });

/** Counts the responses once more before the counts are published for good. */
export const publishResultsPage = (
  actor: Actor,
  { consultation }: ConsultationAt,
  { tally, toRead }: Progress,
  answers: Answers,
  errors: FieldErrors,
) =>
  officePage(actor, consultationSteps(actor, consultation), {
    title: 'Publish the results',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text lead>{sayTally(tally)}</Text>
        <Text>
          Organisations and residents are counted apart, for each question and by place. Residents of a place
          are shown only where no count of theirs is below {consultation.suppressUnder}. Organisations are
          named where their name is let, residents never.
        </Text>
        {toRead.texts > 0 && (
          <WarningText>
            {plural(toRead.texts, 'text or name', 'texts or names')} still{' '}
            {toRead.texts === 1 ? 'waits' : 'wait'} to be looked through. They are not published with the
            results; each is once it is let.
          </WarningText>
        )}
        <Form>
          <TextareaField
            name="says"
            label="The results in a few words"
            rows={5}
            maxLength={2000}
            answers={answers}
            errors={errors}
          />
          <Button preventDoubleClick>Publish the results</Button>
        </Form>
      </Prose>
    ),
  });

export function explainResults(refusal: PublishResultsRefusal): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-consultation':
      return { form: 'There is no such consultation. Look among your body’s' };
    case 'says-nothing':
      return { says: 'Enter the results in a few words' };
    case 'still-open':
      return { form: 'It is still open. The responses are counted once it is closed' };
    case 'results-published':
      return { form: 'The results are published already. What is to be added goes into a notice' };
    case 'answers-deleted':
      return {
        form: 'The answers were deleted after the day they were kept until, so they cannot be counted any more',
      };
    default:
      return never(refusal);
  }
}
