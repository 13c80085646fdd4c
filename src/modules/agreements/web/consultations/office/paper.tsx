import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, never, ok, refuse, type Result } from '#platform/kernel';
import { Button, Form, FormErrorSummary, Prose, Text, TextField } from '#platform/ui';
import { explainCommon, isCommon, line, officePage, readAnswers } from '#platform/web';
import { z } from 'zod';
import type { EnterPaperRefusal } from '../../../actions/consultations/enter-paper.ts';
import type { Sheet } from '../../../domain/consultation/sheet.ts';
import type { ConsultationAt } from '../../../queries/consultations/consultation-at.ts';
import { readSheet } from '../respond/read-sheet.ts';
import { type Place, SheetFields } from '../respond/sheet-fields.tsx';
import { consultationSteps } from './addresses.ts';

const form = z.object({ reference: line('the reference on the paper', { most: 100 }) });

export function readPaper(
  answers: Answers,
  { consultation }: ConsultationAt,
): Result<Readonly<{ sheet: Sheet; reference: string }>, FieldErrors> {
  const head = readAnswers(form, answers);
  const sheet = readSheet(answers, consultation);
  if (!head.ok || !sheet.ok)
    return refuse({ ...(head.ok ? {} : head.error), ...(sheet.ok ? {} : sheet.error) });
  return ok({ sheet: sheet.value, reference: head.value.reference });
}

/** The same sheet, as it came on paper. */
export const paperPage = (
  actor: Actor,
  { consultation }: ConsultationAt,
  places: readonly Place[],
  answers: Answers,
  errors: FieldErrors,
) =>
  officePage(actor, consultationSteps(actor, consultation), {
    title: 'Enter a response on paper',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>
          As it is written, without names of residents. It is marked as having come on paper, under the
          reference by which the paper is found.
        </Text>
        <Form>
          <TextField
            name="reference"
            label="Reference on the paper"
            hint="For example, Post 12."
            width={20}
            answers={answers}
            errors={errors}
          />
          <SheetFields consultation={consultation} places={places} answers={answers} errors={errors} />
          <Button preventDoubleClick>Enter this response</Button>
        </Form>
      </Prose>
    ),
  });

export function explainPaper(refusal: EnterPaperRefusal): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-consultation':
      return { form: 'There is no such consultation. Look among your body’s' };
    case 'not-open-yet':
      return { form: 'The consultation is not open yet, so there can be no response to it' };
    case 'results-published':
      return {
        form: 'The results are counted and published, so no response can be added. Add a notice that says so',
      };
    case 'answers-deleted':
      return { form: 'The answers were deleted after the day they were kept until, so none can be added' };
    case 'nothing-answered':
      return { form: 'Enter an answer to at least one question' };
    case 'organisation-not-named':
      return { organisation: 'Enter the name of the organisation' };
    case 'other-consultation':
    case 'no-such-choice':
    case 'too-long':
      return {
        form: 'One of the answers does not belong to this consultation or is too long. Open the form again',
      };
    case 'no-such-place':
      return { place: 'Select a place from the list, or none' };
    default:
      return never(refusal);
  }
}
