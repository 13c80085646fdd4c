import type { FieldErrors } from '#platform/http';
import { type Actor, formatDate, londonTime } from '#platform/kernel';
import { Button, Form, FormErrorSummary, Link, Prose, Text } from '#platform/ui';
import { officePage } from '#platform/web';
import type { ProposalDraft } from '../../../queries/proposal-draft.ts';
import { draftPath, officeStep } from './addresses.ts';

export const discardPage = (actor: Actor, draft: ProposalDraft, errors: FieldErrors) =>
  officePage(actor, [officeStep(actor)], {
    title: 'Discard this draft?',
    caption: draft.answers['title'] || 'A new joint proposal',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>
          Saved on {formatDate(londonTime(draft.savedAt).date)} by the {draft.preparedBy}. Discarded, it
          cannot be brought back. What is published stays as it is.
        </Text>
        <Form>
          <div class="govuk-button-group">
            <Button variant="warning">Discard this draft</Button>
            <Link href={`${draftPath(actor, draft.id)}/check`}>Keep it</Link>
          </div>
        </Form>
      </Prose>
    ),
  });
