import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, formatDate } from '#platform/kernel';
import {
  Button,
  DateField,
  Form,
  FormErrorSummary,
  Prose,
  Text,
  TextareaField,
  WarningText,
} from '#platform/ui';
import type { Office } from '../../../domain/office.ts';
import { BothVersions, CheckAnswers, officePage } from '#platform/web';
import type { OfficeEndRead } from './end-office-form.ts';
import { dayOr, officesStep } from './office-words.ts';

/** `stale`: the office as it was changed by somebody else while the form was open. */
export function endOfficePage(
  actor: Actor,
  office: Office,
  answers: Answers,
  errors: FieldErrors,
  stale = false,
) {
  return officePage(actor, [officesStep(actor)], {
    title: 'End this office',
    caption: office.title,
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {stale && (
          <BothVersions
            what={`Another officer changed this office (version ${office.version}) while you were ending it.`}
            rows={[
              { field: 'Title', theirs: office.title, yours: 'The same' },
              {
                field: 'First day on which it is gone',
                theirs: dayOr(office.until, 'No end'),
                yours: ['day', 'month', 'year'].map((part) => answers[`until-${part}`] ?? '').join(' '),
              },
            ]}
          >
            To end the office all the same, send the form again. To leave it as it stands, leave this page.
          </BothVersions>
        )}
        <Text>
          The office exists since {dayOr(office.from, 'before anything recorded here')}. Nobody can act in it
          from the day you give; its page and whoever held it stay on record.
        </Text>
        <Form>
          <input
            type="hidden"
            name="seen"
            value={stale ? String(office.version) : (answers['seen'] ?? String(office.version))}
          />
          <DateField
            name="until"
            legend="First day on which the office is gone"
            hint="For example, 27 3 2011. The day before is its last."
            answers={answers}
            errors={errors}
          />
          <TextareaField
            name="reason"
            label="Why does it end?"
            hint="For example, abolished by the council on 3 June 2026, minute 12."
            rows={3}
            answers={answers}
            errors={errors}
          />
          <Button>Check before publishing</Button>
        </Form>
      </Prose>
    ),
  });
}

export const checkOfficeEndPage = (
  actor: Actor,
  office: Office,
  held: number,
  { until, reason }: OfficeEndRead,
  answers: Answers,
) =>
  officePage(actor, [officesStep(actor)], {
    title: 'Check before the end is published',
    main: (
      <Prose>
        <CheckAnswers
          publish="End this office"
          warning
          answers={answers}
          rows={[
            ['Office', office.title],
            ['Gone from', formatDate(until)],
            ['Why', reason],
          ]}
        >
          <WarningText>
            An end cannot be taken back here.{' '}
            {held > 0 &&
              'Whoever holds it now loses it on that day; end the holding too, with its own reason.'}
          </WarningText>
        </CheckAnswers>
      </Prose>
    ),
  });
