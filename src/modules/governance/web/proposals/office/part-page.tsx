import type { Answers, FieldErrors } from '#platform/http';
import type { Actor } from '#platform/kernel';
import { Button, Form, FormErrorSummary, InsetText, Link, Prose, Text } from '#platform/ui';
import { officePage, step } from '#platform/web';
import type { ProposalDraft } from '../../../queries/proposal-draft.ts';
import type { Candidate } from '../../../queries/proposal-parties.ts';
import { draftPath, later, officeStep } from './addresses.ts';
import { type Part, parts, partsOf } from './draft-parts.ts';
import type { FieldsProps } from './fields-props.ts';
import { TextFields } from './text-fields.tsx';
import { ApprovalsFields, PartiesFields } from './parties-fields.tsx';
import { ChangeFields, TermsFields } from './terms-fields.tsx';

const fields: Readonly<Record<Part, (props: FieldsProps) => ReturnType<typeof TextFields>>> = {
  text: TextFields,
  parties: PartiesFields,
  approvals: ApprovalsFields,
  terms: TermsFields,
  change: ChangeFields,
};

type PartProps = Readonly<{
  actor: Actor;
  draft: ProposalDraft;
  part: Part;
  candidates: readonly Candidate[];
  answers: Answers;
  errors: FieldErrors;
  /** Somebody else saved this draft while it was open. */
  overtaken?: ProposalDraft | undefined;
}>;

/** One page of a draft. */
export function partPage({ actor, draft, part, candidates, answers, errors, overtaken }: PartProps) {
  const Fields = fields[part];
  const order = partsOf(draft.amends !== undefined);
  return officePage(actor, [officeStep(actor)], {
    title: parts[part],
    caption: draft.amends === undefined ? 'A new joint proposal' : `Amending ${draft.amends.title}`,
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {overtaken !== undefined && (
          <InsetText>
            The {overtaken.preparedBy} saved this draft while you were writing. Nothing of yours was kept yet.
            To put this page in the place of theirs, send it again; or{' '}
            <Link href={`${draftPath(actor, draft.id)}/${part}`}>see theirs</Link>.
          </InsetText>
        )}
        <Text>
          Page {order.indexOf(part) + 1} of {order.length}. Only your body sees it until it is put.
        </Text>
        <Form>
          <input type="hidden" name="draftSeen" value={String(overtaken?.version ?? draft.version)} />
          <Fields answers={answers} errors={errors} candidates={candidates} />
          <div class="govuk-button-group">
            <Button>Save and continue</Button>
            <Button name={step.name} value={later} variant="secondary">
              Save and finish later
            </Button>
          </div>
        </Form>
      </Prose>
    ),
  });
}
