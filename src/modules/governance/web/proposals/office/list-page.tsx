import type { FieldErrors } from '#platform/http';
import { may } from '#platform/identity';
import type { Actor } from '#platform/kernel';
import { Button, DataTable, Form, FormErrorSummary, Link, Prose, Tag } from '#platform/ui';
import { DraftsTable, officePage } from '#platform/web';
import { mayDraftProposals } from '../../../permissions.ts';
import type { StoodProposal } from '../../../queries/proposal-at.ts';
import type { ProposalDraft } from '../../../queries/proposal-draft.ts';
import { blockedBy } from '../list-page.tsx';
import { standingColours, standingOf, standingTitles } from '../words.ts';
import { draftPath, ownPath } from './addresses.ts';

/** A body’s drafts, and the proposals it has put or is a party to. */
export const officeListPage = (
  actor: Actor,
  drafts: readonly ProposalDraft[],
  proposals: readonly StoodProposal[],
  errors: FieldErrors = {},
) =>
  officePage(actor, [], {
    title: 'Joint proposals',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {may(actor, mayDraftProposals, actor.bodyId).ok && (
          <Form>
            <Button preventDoubleClick>Begin a joint proposal</Button>
          </Form>
        )}
        <DraftsTable
          drafts={drafts}
          href={({ id }) => `${draftPath(actor, id)}/check`}
          forWhat={({ amends }) => (amends === undefined ? 'A new proposal' : `Version ${amends.number + 1}`)}
        />
        <DataTable
          caption="Proposals your body has put or is a party to"
          rows={proposals}
          columns={[
            {
              title: 'Proposal',
              cell: ({ proposal, version }) => (
                <Link href={ownPath(actor, proposal.id)}>{version.title}</Link>
              ),
            },
            {
              title: 'Where it stands',
              cell: ({ matrix }) => (
                <Tag colour={standingColours[standingOf(matrix.outcome)]}>
                  {standingTitles[standingOf(matrix.outcome)]}
                </Tag>
              ),
            },
            { title: 'What blocks it', cell: (stood) => blockedBy(stood) ?? 'Nothing' },
          ]}
          empty="Your body has put no proposal, and is a party to none."
          narrow="stack"
        />
      </Prose>
    ),
  });
