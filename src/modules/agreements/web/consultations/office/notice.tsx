import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, midnight, never, ok, refuse, type Result } from '#platform/kernel';
import type { InOneWord } from '#platform/module';
import {
  Button,
  DateField,
  Form,
  FormErrorSummary,
  InsetText,
  Prose,
  Text,
  TextareaField,
  TextField,
} from '#platform/ui';
import {
  explainCommon,
  isCommon,
  officePage,
  optionalDay,
  passage,
  readAnswers,
  versionSeen,
} from '#platform/web';
import { z } from 'zod';
import type { AddNoticeRefusal } from '../../../actions/consultations/add-notice.ts';
import type { ConsultationAt } from '../../../queries/consultations/consultation-at.ts';
import { moment } from '../words.tsx';
import { consultationSteps } from './addresses.ts';
import { clockTime, momentTyped } from './moment-typed.ts';

const form = z.object({
  says: passage('what the notice says', { most: 1000 }),
  closes: optionalDay('the day it closes'),
  closesTime: clockTime('when it closes', midnight),
});

export type NoticeRead = Readonly<{ says: string; closesAt: Date | undefined; seen: number }>;

export function readNotice(answers: Answers): Result<NoticeRead, FieldErrors> {
  const read = readAnswers(form, answers, ['closes']);
  if (!read.ok) return read;
  const { says, closes, closesTime } = read.value;
  const hasTime = (answers['closesTime'] ?? '').trim() !== '';
  if (closes !== undefined && !hasTime)
    return refuse({ closesTime: 'Enter the time at which it closes, like 5pm' });
  return ok({
    says,
    closesAt: closes === undefined ? undefined : momentTyped(closes, closesTime),
    seen: versionSeen(answers['seen']),
  });
}

/** Adds a notice, or puts the closing later with the reason. */
export const noticePage = (
  actor: Actor,
  { consultation, standing, notices }: ConsultationAt,
  answers: Answers,
  errors: FieldErrors,
  isStale = false,
) =>
  officePage(actor, consultationSteps(actor, consultation), {
    title: 'Add a notice',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {isStale && (
          <InsetText>
            Another officer added a notice while you were writing yours: “{notices.at(-1)?.says}” Nothing of
            yours was published. Send it again if it should be added to that.
          </InsetText>
        )}
        <Text>
          A consultation is never edited once it is published. What you say here is added with its date.
        </Text>
        <Form>
          <input type="hidden" name="seen" value={String(notices.length)} />
          <TextareaField
            name="says"
            label="What does the notice say? For an extension: why?"
            rows={4}
            maxLength={1000}
            answers={answers}
            errors={errors}
          />
          {standing.standing === 'open' && (
            <>
              <DateField
                name="closes"
                legend="Put the closing later, to which day? (optional)"
                hint={`It closes at ${moment(standing.closesAt)}.`}
                answers={answers}
                errors={errors}
              />
              <TextField
                name="closesTime"
                label="At what time does it close then? (optional)"
                width={5}
                answers={answers}
                errors={errors}
              />
            </>
          )}
          <Button preventDoubleClick>Publish this notice</Button>
        </Form>
      </Prose>
    ),
  });

export function explainNotice(refusal: InOneWord<AddNoticeRefusal>): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-consultation':
      return { form: 'There is no such consultation. Look among your body’s' };
    case 'closed-already':
      return { closes: 'It is closed already, so it cannot be extended. A notice can still be added' };
    case 'shortened':
      return { closes: 'The closing can be put later, and never earlier or to the same moment' };
    case 'extended-past-the-results':
      return { closes: 'It must close by the day on which the results are promised' };
    default:
      return never(refusal);
  }
}
