import type { Answers, FieldErrors } from '#platform/http';
import { Fieldset, Link, RadiosField, SelectField, Text, TextareaField, TextField } from '#platform/ui';
import { choicesOf, type Consultation, type Question } from '../../../domain/consultation/consultation.ts';
import { longest, respondentKinds } from '../../../domain/consultation/sheet.ts';
import { fieldOf } from './read-sheet.ts';

export type Place = Readonly<{ id: string; name: string }>;

type SheetProps = Readonly<{
  consultation: Pick<Consultation, 'questions' | 'passages'>;
  places: readonly Place[];
  answers: Answers;
  errors: FieldErrors;
}>;

/** Everything a sheet asks: for whom, a place if one likes, then the questions. The same on paper and online. */
export function SheetFields({ consultation, places, answers, errors }: SheetProps) {
  const field = { answers, errors };
  return (
    <>
      <RadiosField
        name="kind"
        legend="Who do you answer for?"
        options={[
          { value: 'resident', text: respondentKinds.resident, hint: 'You are never named.' },
          {
            value: 'organisation',
            text: respondentKinds.organisation,
            hint: 'It is named in the list of those that answered.',
            conditional: <TextField name="organisation" label="Name of the organisation" {...field} />,
          },
        ]}
        {...field}
      />
      <SelectField
        name="place"
        label="Where do you live or work? (optional)"
        hint="The district alone, so that answers can be counted by place."
        options={[
          { value: '', text: 'I would rather not say' },
          ...places.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        {...field}
      />
      {consultation.questions.map((question) => (
        <QuestionFields question={question} passages={consultation.passages} {...field} />
      ))}
    </>
  );
}

function QuestionFields({
  question,
  passages,
  ...field
}: Readonly<{
  question: Question;
  passages: Consultation['passages'];
  answers: Answers;
  errors: FieldErrors;
}>) {
  const { number, kind, text, about } = question;
  const names = fieldOf(question);
  const passage = passages.find(({ key }) => key === about);
  const title = `${number}. ${text}`;
  const says = (label: string) => (
    <TextareaField
      name={names.says}
      label={label}
      hint={kind === 'text' ? 'Optional. Leave out what would tell who you or others are.' : undefined}
      rows={4}
      maxLength={longest.says}
      {...field}
    />
  );
  if (kind === 'text') return says(title);
  return (
    <Fieldset legend={{ children: title, class: 'govuk-fieldset__legend--m' }}>
      {passage !== undefined && (
        <Text>
          “{passage.text}” {passage.path !== undefined && <Link href={passage.path}>Where this stands</Link>}
        </Text>
      )}
      <RadiosField
        name={names.choice}
        legend={kind === 'view' ? `Do you agree? Question ${number}` : `Your answer to question ${number}`}
        options={choicesOf(question).map(([value, words]) => ({ value, text: words }))}
        {...field}
      />
      {says(`Why? What should change? Question ${number} (optional)`)}
    </Fieldset>
  );
}
