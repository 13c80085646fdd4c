import type { Answers } from '#platform/http';
import { CheckboxesField, InsetText, Text } from '#platform/ui';
import { approvalKinds } from '../../../domain/proposal/proposal.ts';
import type { Candidate } from '../../../queries/proposal-parties.ts';
import { approvalsInWords, approvalTitles } from '../words.ts';
import { approvalsTicked, tickedIn } from './draft-parts.ts';
import type { FieldsProps } from './fields-props.ts';

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
