import type { Answers, FieldErrors } from '#platform/http';
import {
  CheckboxesField,
  DateField,
  RadiosField,
  SelectField,
  Text,
  TextareaField,
  TextField,
} from '#platform/ui';
import { type Approval, approvalKinds, type Candidate } from '#modules/governance';
import { agreementKinds } from '../../../domain/agreement/agreement.ts';
import type { DraftChoices } from '../../../queries/agreements/drafting.ts';
import { type Part, tickedIn } from './draft-parts.ts';
import { longest } from './read-draft.ts';

export type FieldsProps = Readonly<{
  answers: Answers;
  errors: FieldErrors;
  choices: DraftChoices;
  /** An amendment asks neither what kind it is nor where it belongs. */
  isAmendment: boolean;
}>;

const none = { value: '', text: 'None' };
const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }));

function AboutFields({ answers, errors, choices, isAmendment }: FieldsProps) {
  const field = { answers, errors };
  const agreements = choices.agreements.map(({ id, versions: [first] }) => ({
    value: id,
    text: first.title,
  }));
  return (
    <>
      <TextField name="title" label="Title" {...field} />
      <TextareaField
        name="summary"
        label="What it is about, in a few sentences"
        rows={3}
        maxLength={longest.summary}
        {...field}
      />
      {isAmendment ? (
        <>
          {['kind', 'renews', 'partOf', 'placeId', 'how'].map((name) => (
            <input type="hidden" name={name} value={answers[name] ?? ''} />
          ))}
        </>
      ) : (
        <>
          <RadiosField name="kind" legend="What kind is it?" options={optionsOf(agreementKinds)} {...field} />
          <RadiosField
            name="how"
            legend="How does it come about?"
            options={[
              { value: 'signing', text: 'It is put to its parties, who sign it now' },
              {
                value: 'record',
                text: 'It was agreed before Accord, and is recorded as it was',
                conditional: (
                  <>
                    <DateField name="published" legend="When was it published?" {...field} />
                    <SelectField
                      name="precision"
                      label="How exactly is that known?"
                      options={optionsOf({
                        day: 'To the day',
                        month: 'To the month',
                        season: 'To the season',
                        year: 'To the year',
                      })}
                      {...field}
                    />
                  </>
                ),
              },
            ]}
            {...field}
          />
          <SelectField
            name="renews"
            label="Does it renew another?"
            options={[none, ...agreements]}
            {...field}
          />
          <SelectField
            name="partOf"
            label="Is it the chapter of a place in another?"
            options={[none, ...agreements]}
            {...field}
          />
          <SelectField
            name="placeId"
            label="Which place?"
            options={[none, ...choices.places.map(({ id, name }) => ({ value: id, text: name }))]}
            {...field}
          />
        </>
      )}
      <DateField name="from" legend="First day of its term (optional)" {...field} />
      <DateField name="until" legend="Last day of its term (optional)" {...field} />
      <SelectField
        name="framework"
        label="Which outcomes is it for?"
        options={[none, ...choices.frameworks.map(({ id, title }) => ({ value: id, text: title }))]}
        {...field}
      />
      <TextField
        name="source"
        label="Where does it come from?"
        hint="For example, a report and its day."
        {...field}
      />
    </>
  );
}

const PartiesFields = ({ answers, errors, choices: { candidates } }: FieldsProps) => (
  <>
    <CheckboxesField
      name="parties"
      legend="Who signs it?"
      hint="Your own body leads it. Select it as well."
      options={candidates
        .filter(({ canBind }) => canBind)
        .map(({ body }) => ({ name: `party-${body.id}`, text: body.name }))}
      answers={answers}
      errors={errors}
    />
    <CheckboxesField
      name="partners"
      legend="Who takes part without signing? (optional)"
      options={candidates.map(({ body }) => ({ name: `partner-${body.id}`, text: body.name }))}
      answers={answers}
      errors={errors}
    />
  </>
);

const approvalWords: Readonly<Record<Approval, string>> = {
  executive: 'Its executive',
  council: 'Its Council',
  committee: 'A committee',
};

function SigningFields({ answers, errors, choices: { candidates } }: FieldsProps) {
  const signers = candidates.filter(({ body }) => tickedIn(answers, 'party').includes(body.id));
  if (answers['how'] === 'record')
    return <Text>It is recorded as it was, so nobody is asked to sign it.</Text>;
  const field = { answers, errors };
  return (
    <>
      <Text>
        Each party adopts it by its own route. What is ticked is what its form of government suggests.
      </Text>
      {signers.map(({ body, suggested }) => (
        <CheckboxesField
          name={`approval-${body.id}`}
          legend={body.name}
          options={approvalKinds.map((each) => ({
            name: `approval-${body.id}.${each}`,
            text: approvalWords[each],
          }))}
          answers={withSuggested(answers, body.id, suggested)}
          errors={errors}
        />
      ))}
      <RadiosField
        name="needs"
        legend="How many parties must adopt it?"
        options={[
          { value: 'all', text: `All of them (${signers.length})` },
          {
            value: 'enough',
            text: 'Enough of them',
            conditional: (
              <TextField name="atLeast" label="At least how many?" inputmode="numeric" width={3} {...field} />
            ),
          },
        ]}
        {...field}
      />
      <DateField name="deadline" legend="Last day to adopt it (optional)" {...field} />
    </>
  );
}

function withSuggested(answers: Answers, bodyId: string, suggested: Candidate['suggested']): Answers {
  if (approvalKinds.some((each) => answers[`approval-${bodyId}.${each}`] === 'yes')) return answers;
  return {
    ...answers,
    ...Object.fromEntries((suggested ?? []).map((each) => [`approval-${bodyId}.${each}`, 'yes'])),
  };
}

const TextFields = ({ answers, errors }: FieldsProps) => (
  <>
    <TextareaField
      name="principles"
      label="Principles, one a line (optional)"
      rows={5}
      maxLength={longest.principles}
      answers={answers}
      errors={errors}
    />
    <TextareaField
      name="text"
      label="What is agreed"
      hint="Begin a heading with #, on a line of its own. Versions are compared sentence by sentence."
      rows={20}
      maxLength={longest.text}
      answers={answers}
      errors={errors}
    />
  </>
);

const OutcomesFields = ({ answers, errors, choices: { outcomes } }: FieldsProps) =>
  outcomes.length === 0 ? (
    <Text>It names no framework, so there are no outcomes to choose among.</Text>
  ) : (
    <CheckboxesField
      name="outcomes"
      legend="Which outcomes does it take?"
      hint="Select none to take them all."
      options={outcomes.map(({ id, number, title }) => ({
        name: `outcome-${id}`,
        text: `${number}. ${title}`,
      }))}
      answers={answers}
      errors={errors}
    />
  );

const ChangeFields = ({ answers, errors }: FieldsProps) => (
  <>
    <TextareaField
      name="changed"
      label="What changes?"
      rows={4}
      maxLength={longest.changed}
      answers={answers}
      errors={errors}
    />
    <TextareaField
      name="reason"
      label="Why?"
      rows={4}
      maxLength={longest.changed}
      answers={answers}
      errors={errors}
    />
    <Text>
      Every party decides on the new version. What is in force goes on binding until the new one is.
    </Text>
  </>
);

/** The fields of each page of a draft. */
export const fields: Readonly<Record<Part, (props: FieldsProps) => ReturnType<typeof TextFields>>> = {
  about: AboutFields,
  parties: PartiesFields,
  signing: SigningFields,
  text: TextFields,
  outcomes: OutcomesFields,
  change: ChangeFields,
};
