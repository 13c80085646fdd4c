import type { Answers, FieldErrors } from '#platform/http';
import { Button, DateField, Details, SelectField, TextField } from '#platform/ui';
import type { BodyLine } from '#modules/register';
import { questionIds, questions } from '../../domain/dates/questions.ts';

type FormProps = Readonly<{
  bodies: readonly BodyLine[];
  answers: Answers;
  errors: FieldErrors | undefined;
}>;

/** Asks which body, which question and which day. Sent with GET, so that every answer has an address. */
export function DatesForm({ bodies, answers, errors }: FormProps) {
  const fields = { answers, errors };
  const ownValues = ['days', 'basis', 'closes', 'effective'];
  return (
    <form method="get" action="/dates" noValidate>
      <SelectField
        name="body"
        label="Council or body"
        options={[
          { value: '', text: 'Choose one' },
          ...bodies.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        {...fields}
      />
      <SelectField
        name="ask"
        label="What do you want to know?"
        options={[
          { value: 'everything', text: 'Everything counted from this day' },
          ...questionIds.map((id) => ({ value: id, text: questions[id].title })),
        ]}
        {...fields}
      />
      <DateField
        name="day"
        legend="The day to count from"
        hint="The day of the notice, the decision, the meeting or the publication. For example, 11 7 2008."
        {...fields}
      />
      <Details
        summary="Answer with your own values instead of the recorded rule"
        open={ownValues.some((name) => (answers[name] ?? '') !== '' || errors?.[name] !== undefined)}
      >
        <TextField
          name="days"
          label="Number of days"
          hint="Where the rule is not known here, or is another in your constitution."
          inputmode="numeric"
          width={3}
          {...fields}
        />
        <SelectField
          name="basis"
          label="Which days are counted"
          options={[
            { value: '', text: 'As usual for this question' },
            { value: 'working', text: 'Working days' },
            { value: 'calendar', text: 'Calendar days' },
          ]}
          {...fields}
        />
        <TextField
          name="closes"
          label="Call-in closes at"
          hint="In hours and minutes, for example 17:00"
          width={5}
          {...fields}
        />
        <SelectField
          name="effective"
          label="A decision nobody calls in takes effect"
          options={[
            { value: '', text: 'As the body’s rule says' },
            { value: 'afterDeadline', text: 'As soon as the window closes' },
            { value: 'noonOfDay', text: 'At noon on the last day of the window' },
            { value: 'startOfNextWorkingDay', text: 'At the start of the next working day' },
            { value: 'startOfNextCalendarDay', text: 'At the start of the next day' },
          ]}
          {...fields}
        />
      </Details>
      <Button>Work out the dates</Button>
    </form>
  );
}
