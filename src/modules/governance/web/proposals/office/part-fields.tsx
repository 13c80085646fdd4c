import type { Answers, FieldErrors } from '#platform/http';
import {
  Button,
  CheckboxesField,
  DateField,
  Fieldset,
  InsetText,
  RadiosField,
  SelectField,
  Text,
  TextareaField,
  TextField,
} from '#platform/ui';
import { step } from '#platform/web';
import { approvalKinds } from '../../../domain/proposal/proposal.ts';
import { topicIds, topics } from '../../../domain/topics.ts';
import type { Candidate } from '../../../queries/proposal-parties.ts';
import { approvalsInWords, approvalTitles, clauseFor } from '../words.ts';
import { approvalsTicked, tickedIn } from './draft-parts.ts';
import { clauseBoxes, longest, mostClauses } from './read-draft.ts';

export type FieldsProps = Readonly<{
  answers: Answers;
  errors: FieldErrors;
  candidates: readonly Candidate[];
}>;

/** The value of the button that shows one clause more. */
export const oneMore = 'more';

export function TextFields({ answers, errors }: FieldsProps) {
  const field = { answers, errors };
  const boxes = clauseBoxes(answers);
  return (
    <>
      <TextField name="title" label="Title" hint="For example, A Mid Kent waste partnership." {...field} />
      <TextareaField
        name="summary"
        label="What is proposed, in a few sentences"
        rows={3}
        maxLength={longest.summary}
        {...field}
      />
      <TextareaField
        name="text"
        label="The text (optional)"
        hint="What the parties would agree to, in full. Versions are compared sentence by sentence."
        rows={12}
        maxLength={longest.text}
        {...field}
      />
      <input type="hidden" name="clauses" value={String(boxes)} />
      {Array.from({ length: boxes }, (_, index) => (
        <Fieldset legend={{ children: `Clause ${index + 1}`, class: 'govuk-fieldset__legend--m' }}>
          <TextareaField
            name={`clause-${index + 1}`}
            label={index === 0 ? 'What is each party asked to resolve?' : 'What else? (optional)'}
            rows={3}
            {...field}
          />
          <SelectField
            name={`effect-${index + 1}`}
            label="Which part of a council is it for?"
            options={[
              { value: '', text: 'Select' },
              ...Object.entries(clauseFor).map(([value, text]) => ({ value, text })),
            ]}
            {...field}
          />
        </Fieldset>
      ))}
      {boxes < mostClauses && (
        <Button name={step.name} value={oneMore} variant="secondary">
          Add another clause
        </Button>
      )}
      <TextField
        name="source"
        label="Where does the text come from?"
        hint="For example, Report to the four leaders, 3 June 2026."
        {...field}
      />
      <CheckboxesField
        name="topics"
        legend="Topics (optional)"
        options={topicIds.map((topic) => ({ name: `topic-${topic}`, text: topics[topic] }))}
        {...field}
      />
    </>
  );
}

export function PartiesFields({ answers, errors, candidates }: FieldsProps) {
  const unable = candidates.filter(({ canBind }) => !canBind);
  return (
    <>
      <CheckboxesField
        name="parties"
        legend="Whom is it put to?"
        hint="Choose your own body too where it is to adopt it."
        options={candidates
          .filter(({ canBind }) => canBind)
          .map((candidate) => ({
            name: `party-${candidate.body.id}`,
            text: candidate.body.name,
            hint: sayRules(candidate),
          }))}
        answers={answers}
        errors={errors}
      />
      {unable.length > 0 && (
        <InsetText>
          <p class="govuk-body">
            These may not decide by vote, so they can endorse a proposal in a meeting and bind nobody:{' '}
            {unable.map(({ body }) => body.name).join(', ')}.
          </p>
        </InsetText>
      )}
    </>
  );
}

/** Where nothing says when its decisions take effect, the drafter is told before choosing it. */
const sayRules = ({ body, isDatable, suggested }: Candidate): string | undefined =>
  isDatable || suggested?.includes('committee') === true || suggested?.includes('council') === true
    ? undefined
    : `No rules of call-in of ${body.name} are recorded: nobody can compute when its decision takes effect.`;

export function ApprovalsFields({ answers, errors, candidates }: FieldsProps) {
  const chosen = candidates.filter(({ body }) => tickedIn(answers, 'party').includes(body.id));
  if (chosen.length === 0) return <Text>No party is chosen yet. Go back and choose the parties first.</Text>;
  return (
    <>
      <Text>
        Each party adopts by its own route. What is ticked is what its form of government suggests, where that
        is known.
      </Text>
      {chosen.map(({ body, suggested }) => (
        <CheckboxesField
          name={`approval-${body.id}`}
          legend={body.name}
          hint={
            suggested === undefined
              ? 'Its form of government is not known here: ask it.'
              : `Suggested: ${approvalsInWords(suggested)}.`
          }
          options={approvalKinds.map((each) => ({
            name: `approval-${body.id}.${each}`,
            text: approvalTitles[each],
          }))}
          answers={withSuggested(answers, body.id, suggested)}
          errors={errors}
        />
      ))}
    </>
  );
}

/** Ticks what is suggested for a party of which nothing was said yet. */
function withSuggested(answers: Answers, bodyId: string, suggested: Candidate['suggested']): Answers {
  if (approvalsTicked(answers, bodyId).length > 0) return answers;
  return {
    ...answers,
    ...Object.fromEntries((suggested ?? []).map((each) => [`approval-${bodyId}.${each}`, 'yes'])),
  };
}

export function TermsFields({ answers, errors }: FieldsProps) {
  const field = { answers, errors };
  const parties = tickedIn(answers, 'party').length;
  return (
    <>
      <RadiosField
        name="needs"
        legend="How many parties must adopt it?"
        options={[
          { value: 'all', text: `All of them${parties > 0 ? ` (${parties})` : ''}` },
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
      <DateField
        name="deadline"
        legend="Last day to adopt (optional)"
        hint="A party’s decision counts if it is taken on or before this day, even where it can still be called in after it."
        {...field}
      />
      <RadiosField
        name="start"
        legend="May anybody start before all call-in is over?"
        options={[
          { value: 'all-together', text: 'No: nobody starts before it takes effect for all' },
          {
            value: 'each-when-ready',
            text: 'Yes: each party may start once its own approvals are in effect',
          },
        ]}
        {...field}
      />
    </>
  );
}

export function ChangeFields({ answers, errors, candidates }: FieldsProps) {
  const field = { answers, errors };
  const parties = new Set([...tickedIn(answers, 'party'), ...tickedIn(answers, 'reopens')]);
  return (
    <>
      <TextareaField
        name="changed"
        label="What does this version change?"
        rows={3}
        maxLength={longest.changed}
        {...field}
      />
      <TextareaField name="reason" label="Why?" rows={3} maxLength={longest.changed} {...field} />
      <CheckboxesField
        name="reopens"
        legend="Whose adoption no longer stands?"
        hint="A party that is ticked must adopt this version anew. Leave a party out only where the change does not touch what it adopted."
        options={candidates
          .filter(({ body }) => parties.has(body.id))
          .map(({ body }) => ({ name: `reopens-${body.id}`, text: body.name }))}
        {...field}
      />
    </>
  );
}
