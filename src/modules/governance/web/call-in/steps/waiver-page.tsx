import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, never, type Result } from '#platform/kernel';
import { Button, DateField, Form, FormErrorSummary, Prose, Text } from '#platform/ui';
import { day, explainCommon, isCommon, readAnswers } from '#platform/web';
import { z } from 'zod';
import type { ReportWaiverRefusal } from '../../../actions/call-in/report-waiver.ts';
import type { CallInShown } from '../../../queries/call-in/call-in-shown.ts';
import { entryPage } from '../parts/decisions-page.ts';
import { whenInWords } from '../words.ts';

const form = z.object({ on: day('the day of the Council’s meeting') });

export const readReport = (answers: Answers): Result<z.infer<typeof form>, FieldErrors> =>
  readAnswers(form, answers, ['on']);

export const waiverPage = (actor: Actor, callIn: CallInShown, answers: Answers, errors: FieldErrors) =>
  entryPage(actor, callIn.decision, {
    title: 'Report of the waiver to the Council',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {callIn.waiver === undefined ? (
          <Text>Call-in of this decision was not waived, so nothing is to be reported.</Text>
        ) : (
          <>
            <Text>
              {callIn.waiver.agreedBy} agreed {whenInWords(callIn.waiver.agreedAt)} that the decision is too
              urgent for call-in: {callIn.waiver.reasons}
            </Text>
            <Form>
              <DateField
                name="on"
                legend="To which meeting of the Council was it reported?"
                hint="For example, 10 9 2026."
                answers={answers}
                errors={errors}
              />
              <Button preventDoubleClick>Publish that it was reported</Button>
            </Form>
          </>
        )}
      </Prose>
    ),
  });

export function explainReport(refusal: ReportWaiverRefusal): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-waiver':
      return { form: 'Call-in of this decision was not waived, so nothing is to be reported' };
    case 'reported-already':
      return { form: 'It is recorded already that this waiver was reported to the Council' };
    case 'in-the-future':
      return { on: 'The meeting has not been held yet: enter the report once it has' };
    case 'before-the-decision':
      return { on: 'The meeting must be on the day of the decision or later' };
    default:
      return never(refusal);
  }
}
