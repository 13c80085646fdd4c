import type { Answers, FieldErrors } from '#platform/http';
import { may } from '#platform/identity';
import { type Actor, formatDate, londonTime } from '#platform/kernel';
import {
  Button,
  DataTable,
  Form,
  FormErrorSummary,
  InsetText,
  Link,
  Prose,
  RadiosField,
  Tag,
  Text,
  TextareaField,
  TextField,
} from '#platform/ui';
import { CheckAnswers, officePage, Section } from '#platform/web';
import { proposalPath } from '../../../domain/proposal/put-proposal.ts';
import { type Route, routesFor, routeTitles } from '../../../domain/proposal/take-up.ts';
import { mayDraftProposals, mayPrepareDecisions } from '../../../permissions.ts';
import type { StoodProposal } from '../../../queries/proposal-at.ts';
import type { ProposalDraft } from '../../../queries/proposal-draft.ts';
import { blockedBy } from '../list-page.tsx';
import {
  approvalTitles,
  cellInWords,
  cellTag,
  standingColours,
  standingOf,
  standingTitles,
} from '../words.ts';
import { draftPath, officeStep } from './draft-pages.tsx';

export const ownPath = ({ bodyId }: Pick<Actor, 'bodyId'>, id: string): string =>
  `/office/${bodyId}/proposals/${id}`;

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
        <DataTable
          caption="Drafts: only your body sees them"
          rows={drafts}
          columns={[
            {
              title: 'Draft',
              cell: (draft) => (
                <Link href={`${draftPath(actor, draft.id)}/check`}>
                  {draft.answers['title'] || 'Without a title yet'}
                </Link>
              ),
            },
            {
              title: 'For',
              cell: ({ amends }) =>
                amends === undefined ? 'A new proposal' : `Version ${amends.number + 1}`,
            },
            {
              title: 'Saved',
              cell: (draft) => `${formatDate(londonTime(draft.savedAt).date)}, by the ${draft.preparedBy}`,
            },
          ]}
          empty="There is none."
          narrow="stack"
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
          empty="There is none."
          narrow="stack"
        />
      </Prose>
    ),
  });

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

type TakeProps = Readonly<{ path: string; routes: readonly Route[]; answers: Answers; errors: FieldErrors }>;

const TakeThrough = ({ path, routes, answers, errors }: TakeProps) => {
  const field = { answers: { route: routes[0] ?? '', what: 'decision', ...answers }, errors };
  return (
    <Section title="Take it through your own process">
      <Form action={`${path}/take`}>
        <RadiosField
          name="route"
          legend="Who decides?"
          options={routes.map((route) => ({ value: route, text: routeTitles[route] }))}
          {...field}
        />
        <RadiosField
          name="what"
          legend="What do you need first?"
          options={[
            {
              value: 'decision',
              text: 'A draft of the record of the decision',
              hint: 'Where it is taken, or about to be.',
            },
            {
              value: 'notice',
              text: 'A draft of the notice of the decision',
              hint: 'Where notice has to be given before.',
            },
          ]}
          {...field}
        />
        <Button preventDoubleClick>Begin the draft</Button>
      </Form>
      <Text>What the proposal says is filled in. Nothing is published before you have looked it over.</Text>
    </Section>
  );
};

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
