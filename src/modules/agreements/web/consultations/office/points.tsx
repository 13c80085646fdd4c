import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, never, ok, refuse, type Result } from '#platform/kernel';
import type { InOneWord } from '#platform/module';
import {
  Button,
  DataTable,
  Form,
  FormErrorSummary,
  InsetText,
  Prose,
  RadiosField,
  Text,
  TextareaField,
  TextField,
} from '#platform/ui';
import {
  explainCommon,
  isCommon,
  line,
  officePage,
  oneOf,
  passage,
  readAnswers,
  versionSeen,
} from '#platform/web';
import { z } from 'zod';
import type { AnswerPointRefusal } from '../../../actions/consultations/answer-point.ts';
import { type NewPoint, pointOutcomes, readNumbers } from '../../../domain/consultation/point.ts';
import { unanswered } from '../../../domain/consultation/standing.ts';
import type { ConsultationAt } from '../../../queries/consultations/consultation-at.ts';
import type { Progress } from '../../../queries/consultations/responses-seen.ts';
import { sayNumbers } from '../words.tsx';
import { consultationSteps } from './addresses.ts';

const form = z.object({
  said: passage('what was said', { most: 1000 }),
  responses: line('which responses said it', { most: 5000 }),
  outcome: oneOf(['changed', 'changed-in-part', 'not-changed', 'for-later'], 'Select what became of it'),
  did: passage('what was done, or why not', { most: 2000 }),
  linkTitle: line('what the page shows', { most: 200, optional: true }),
  linkPath: line('the page', { most: 300, optional: true }),
});

/** An address on this site, and nothing that a browser would take for another. */
const ownPage = /^\/(?!\/)[\w\-./#?=&%+]*$/;

export function readPoint(answers: Answers): Result<NewPoint & Readonly<{ seen: number }>, FieldErrors> {
  const read = readAnswers(form, answers);
  if (!read.ok) return read;
  const { linkTitle, linkPath, responses: typed, ...rest } = read.value;
  const responses = readNumbers(typed);
  if (responses === undefined) return refuse({ responses: 'Enter the numbers of responses, like 1, 4-7' });
  if (linkPath !== '' && !ownPage.test(linkPath))
    return refuse({
      linkPath: 'Enter the address of a page of this site, like /agreements/kent-agreement-2/versions/2',
    });
  if (linkPath !== '' && linkTitle === '') return refuse({ linkTitle: 'Enter what the page shows' });
  return ok({
    ...rest,
    responses,
    link: linkPath === '' ? undefined : { title: linkTitle, path: linkPath },
    seen: versionSeen(answers['seen']),
  });
}

/** What became of responses so far, and the form for more. */
export function pointsPage(
  actor: Actor,
  { consultation, points }: ConsultationAt,
  { numbers }: Pick<Progress, 'numbers'>,
  answers: Answers,
  errors: FieldErrors,
  isStale = false,
) {
  const field = { answers, errors };
  const waiting = unanswered(numbers, points);
  return officePage(actor, consultationSteps(actor, consultation), {
    title: 'You said, we did',
    errors,
    main: (
      <>
        <Prose>
          <FormErrorSummary errors={errors} />
          {isStale && (
            <InsetText>
              Another officer published a point while you were writing yours; it stands below. Nothing of
              yours was published. Send it again if it should be added.
            </InsetText>
          )}
          <Text>
            {waiting.length === 0
              ? 'Every response has been told what became of it.'
              : `Not told yet what became of them: ${sayNumbers(waiting)}.`}
          </Text>
        </Prose>
        <DataTable
          caption="Published so far"
          rows={points}
          columns={[
            { title: 'You said', cell: ({ said }) => said },
            { title: 'What became of it', cell: ({ outcome }) => pointOutcomes[outcome] },
            { title: 'Responses', cell: ({ responses }) => sayNumbers(responses) },
          ]}
          empty="Nothing is published yet."
          narrow="stack"
        />
        <Prose>
          <Form>
            <input type="hidden" name="seen" value={String(points.length)} />
            <TextareaField name="said" label="What was said?" rows={3} maxLength={1000} {...field} />
            <TextField
              name="responses"
              label="By which responses?"
              hint="Their numbers, like 1, 4-7."
              {...field}
            />
            <RadiosField
              name="outcome"
              legend="What became of it?"
              options={Object.entries(pointOutcomes).map(([value, text]) => ({ value, text }))}
              {...field}
            />
            <TextareaField
              name="did"
              label="What was done, or why not?"
              rows={4}
              maxLength={2000}
              {...field}
            />
            <TextField
              name="linkTitle"
              label="What shows it? (needed where something changed)"
              hint="For example, Version 2, outcome 12."
              {...field}
            />
            <TextField
              name="linkPath"
              label="The page of that"
              hint="Beginning with a stroke: /agreements/…"
              {...field}
            />
            <Button preventDoubleClick>Publish this point</Button>
          </Form>
        </Prose>
      </>
    ),
  });
}

export function explainPoint(refusal: InOneWord<AnswerPointRefusal>): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-consultation':
      return { form: 'There is no such consultation. Look among your body’s' };
    case 'still-open':
      return { form: 'It is still open. What became of responses is said once it is closed' };
    case 'no-responses':
    case 'no-such-response':
      return { responses: 'One of these is not the number of a response to this consultation' };
    case 'change-without-page':
      return { linkPath: 'Enter the page that shows what changed' };
    default:
      return never(refusal);
  }
}
