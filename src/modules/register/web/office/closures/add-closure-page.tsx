import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, formatDate } from '#platform/kernel';
import { Button, DateField, Form, FormErrorSummary, Prose, Text, TextField, WarningText } from '#platform/ui';
import { CheckAnswers, officePage } from '#platform/web';
import type { ClosureRead } from './closure-form.ts';

const list = (actor: Actor) => ({
  text: 'Days your offices are closed',
  href: `/bodies/${actor.bodyId}/closures`,
});

export const addClosurePage = (actor: Actor, answers: Answers, errors: FieldErrors) =>
  officePage(actor, [list(actor)], {
    title: 'Add a day your offices are closed',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Form>
          <DateField
            name="day"
            legend="Which day?"
            hint="For example, 29 12 2026. One day at a time; weekends and bank holidays count as closed already."
            answers={answers}
            errors={errors}
          />
          <TextField
            name="reason"
            label="Why are the offices closed?"
            hint="For example, Christmas closure."
            answers={answers}
            errors={errors}
          />
          <TextField
            name="source"
            label="Who decided it, and where is it written?"
            hint="For example, General Purposes Committee, 3 June 2026, minute 12."
            answers={answers}
            errors={errors}
          />
          <Button>Check before publishing</Button>
        </Form>
      </Prose>
    ),
  });

export const checkClosurePage = (actor: Actor, { day, reason, source }: ClosureRead, answers: Answers) =>
  officePage(actor, [list(actor)], {
    title: 'Check the day before it is published',
    main: (
      <Prose>
        <CheckAnswers
          publish="Publish this day"
          answers={answers}
          rows={[
            ['Day', formatDate(day, { weekday: 'long' })],
            ['Why', reason],
            ['Source', source],
          ]}
        >
          <Text>
            From now on your body’s working-day periods that reach over this day end one working day later.
          </Text>
        </CheckAnswers>
      </Prose>
    ),
  });

export const withdrawClosurePage = (
  actor: Actor,
  { day, reason }: Readonly<{ day: ClosureRead['day']; reason: string }>,
  errors: FieldErrors,
) =>
  officePage(actor, [list(actor)], {
    title: `Withdraw ${formatDate(day)}?`,
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>
          {formatDate(day, { weekday: 'long' })} is published as closed: {reason}.
        </Text>
        <WarningText>
          The day will count as a working day again, so periods that reach over it end earlier. Whoever was
          told a later date must be told the new one.
        </WarningText>
        <Form>
          <div class="govuk-button-group">
            <Button variant="warning">Withdraw this day</Button>
            <a class="govuk-link" href={list(actor).href}>
              Keep it closed
            </a>
          </div>
        </Form>
      </Prose>
    ),
  });
