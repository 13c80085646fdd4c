import type { Answers, FieldErrors } from '#platform/http';
import type { Actor } from '#platform/kernel';
import { Button, Form, FormErrorSummary, InsetText, Prose, TextareaField, TextField } from '#platform/ui';
import { CheckAnswers, officePage } from '#platform/web';
import type { StoodProposal } from '../../../queries/proposal-at.ts';
import { officeStep, ownPath } from './addresses.ts';

export function withdrawPage(
  actor: Actor,
  { proposal, version }: StoodProposal,
  answers: Answers,
  errors: FieldErrors,
) {
  const field = { answers, errors };
  return officePage(actor, [officeStep(actor), { text: version.title, href: ownPath(actor, proposal.id) }], {
    title: 'Withdraw from this proposal',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <InsetText>
          Your body is then out of “{version.title}”, whatever others amend, until it adopts it after all.
          Where all parties are needed, the proposal cannot take effect without it.
        </InsetText>
        <Form>
          <TextareaField
            name="says"
            label="Why does your body withdraw?"
            hint="This is public."
            rows={4}
            {...field}
          />
          <TextField
            name="decision"
            label="Number of the decision to withdraw (optional)"
            hint="For example, 2026-014."
            width={10}
            {...field}
          />
          <Button>Check before publishing</Button>
        </Form>
      </Prose>
    ),
  });
}

export const checkWithdrawPage = (
  actor: Actor,
  { version }: StoodProposal,
  read: Readonly<{ says: string; decision: string }>,
  answers: Answers,
) =>
  officePage(actor, [officeStep(actor)], {
    title: 'Check the withdrawal before it is published',
    main: (
      <Prose>
        <CheckAnswers
          publish="Publish the withdrawal"
          warning
          answers={answers}
          rows={[
            ['Proposal', version.title],
            ['Why', read.says],
            ['Decision', read.decision],
          ]}
        />
      </Prose>
    ),
  });
