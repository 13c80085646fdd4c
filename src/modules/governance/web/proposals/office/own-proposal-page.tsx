import type { Answers, FieldErrors } from '#platform/http';
import { may } from '#platform/identity';
import type { Actor } from '#platform/kernel';
import { Button, DataTable, Form, FormErrorSummary, Link, Prose, Tag, Text } from '#platform/ui';
import { officePage, Section } from '#platform/web';
import { proposalPath } from '../../../domain/proposal/put-proposal.ts';
import { routesFor } from '../../../domain/proposal/take-up.ts';
import { mayDraftProposals, mayPrepareDecisions } from '../../../permissions.ts';
import type { StoodProposal } from '../../../queries/proposal-at.ts';
import { approvalTitles, cellInWords, cellTag } from '../words.ts';
import { officeStep, ownPath } from './addresses.ts';
import { TakeThrough } from './take-through.tsx';

/** A proposal as an officer of one of its bodies meets it: where the body’s own approvals are, and what it can do. */
export function ownProposalPage(actor: Actor, stood: StoodProposal, answers: Answers, errors: FieldErrors) {
  const { proposal, version, matrix, judged } = stood;
  const own = matrix.cells.filter(({ party }) => party.bodyId === actor.bodyId);
  const routes = routesFor(matrix, actor.bodyId);
  const path = ownPath(actor, proposal.id);
  const mayDraft = may(actor, mayDraftProposals, actor.bodyId).ok;
  return officePage(actor, [officeStep(actor)], {
    title: version.title,
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <p class="govuk-body-l">{version.summary}</p>
        <Text>
          <Link href={proposalPath(proposal)}>See its page</Link>, with the text and where every party is.
        </Text>
        {own.length > 0 && (
          <DataTable
            caption="Your body’s approvals"
            rows={own}
            columns={[
              { title: 'Approval', cell: ({ approval }) => approvalTitles[approval] },
              {
                title: 'Where it stands',
                cell: (cell) => <Tag colour={cellTag(cell).colour}>{cellTag(cell).text}</Tag>,
              },
              { title: 'In words', cell: cellInWords },
            ]}
            empty=""
            narrow="stack"
          />
        )}
        {routes.length > 0 && may(actor, mayPrepareDecisions, actor.bodyId).ok && (
          <TakeThrough path={path} routes={routes} answers={answers} errors={errors} />
        )}
        {mayDraft && judged.draftedBy === actor.bodyId && (
          <Section title="Amend it">
            <Text>Your body drafted it and alone may amend it. An amendment is a new version.</Text>
            <Form action={`${path}/amend`}>
              <Button variant="secondary" preventDoubleClick>
                Begin an amendment
              </Button>
            </Form>
          </Section>
        )}
        {mayDraft && own.length > 0 && matrix.outcome.outcome !== 'in-effect' && (
          <Section title="Withdraw from it">
            <Text>
              <Link href={`${path}/withdraw`}>Withdraw your body from this proposal</Link>
            </Text>
          </Section>
        )}
      </Prose>
    ),
  });
}
