import type { Page, Visit } from '#platform/http';
import { may } from '#platform/identity';
import { capitalise, formatDate } from '#platform/kernel';
import { DataTable, FollowLinks, Link, Prose, Source, SummaryList, Tag, Text, Timeline } from '#platform/ui';
import { AnotherDay, AsOf, onDay, Section } from '#platform/web';
import { type ActionFact, actionPath, type PlannedAction } from '../../domain/agreement/action.ts';
import { standingOfAction } from '../../domain/agreement/action-standing.ts';
import { agreementPath } from '../../domain/agreement/agreement.ts';
import { mayKeepCommitments } from '../../permissions.ts';
import type { AgreementPage } from '../../queries/agreements/agreement-page.ts';
import { agreementsTrail } from './agreement-page.tsx';
import { actionColours, actionTitles, markOf, sayDue } from './words.ts';

const facts = { started: 'Begun', done: 'Done', moved: 'Moved', dropped: 'Given up' } as const;

/** One action: who answers for it, by when, its milestones, and what became of it with the evidence. */
export function actionPage(shown: AgreementPage, action: PlannedAction, visit: Visit): Page {
  const { agreement, version, bodies, outcomes } = shown;
  const found = standingOfAction(action, visit.on);
  const outcome = outcomes.find(({ id }) => id === action.outcomeId);
  const known = action.facts.filter(({ on }) => on <= visit.on);
  const own = may(visit.actor, mayKeepCommitments, action.ownerBody).ok;
  return {
    title: action.title,
    caption: `Action ${action.number} of ${version.title}`,
    section: 'agreements',
    breadcrumbs: [
      ...agreementsTrail(visit),
      { text: version.title, href: onDay(agreementPath(agreement), visit) },
      { text: `Action ${action.number}` },
    ],
    main: (
      <Prose>
        <AsOf visit={visit} />
        {action.says !== '' && <p class="govuk-body-l">{action.says}</p>}
        <SummaryList
          rows={[
            {
              key: 'Where it is',
              value: {
                children: <Tag colour={actionColours[found.standing]}>{actionTitles[found.standing]}</Tag>,
              },
            },
            { key: 'Due', value: capitalise(sayDue(found)) },
            {
              key: 'Who answers for it',
              value: `${action.ownerOffice ?? 'No office named'}, ${bodies.get(action.ownerBody)?.name ?? action.ownerBody}`,
            },
            { key: 'Quick win', value: action.isQuickWin ? 'Yes' : 'No' },
            ...(outcome === undefined ? [] : [{ key: 'For the outcome', value: outcome.title }]),
            ...(action.targetId === undefined
              ? []
              : [
                  {
                    key: 'For the target',
                    value: {
                      children: (
                        <Link href={onDay(`/targets/${action.targetId}`, visit)}>{action.targetId}</Link>
                      ),
                    },
                  },
                ]),
          ]}
        />
        {own && (
          <Text>
            <Link href={`/office/${action.ownerBody}${actionPath(action)}`}>Say what became of it</Link>
          </Text>
        )}
        <DataTable
          caption="Milestones"
          rows={action.milestones.map((milestone) => ({
            milestone,
            at: standingOfAction(action, visit.on, milestone.number),
          }))}
          columns={[
            { title: 'Milestone', cell: ({ milestone }) => `${milestone.number}. ${milestone.title}` },
            { title: 'Due', cell: ({ at }) => sayDue(at) },
            {
              title: 'Where it is',
              cell: ({ at }) => <Tag colour={actionColours[at.standing]}>{actionTitles[at.standing]}</Tag>,
            },
          ]}
          empty="It has no milestones."
          narrow="stack"
        />
        <Section title="What became of it">
          {known.length === 0 ? (
            <Text>Nothing is recorded.</Text>
          ) : (
            <Timeline events={known.map((fact) => eventOf(fact, action))} />
          )}
        </Section>
        <Source
          text={action.cites === '' ? action.source : `${action.source}, ${action.cites}`}
          certainty={markOf(action.certainty)}
        />
        <FollowLinks followed={{ kind: 'things', id: actionPath(action) }} what={action.title} />
        <AnotherDay visit={visit} />
      </Prose>
    ),
  };
}

function eventOf({ fact, milestone, on, says, evidence, due, byOffice }: ActionFact, action: PlannedAction) {
  const about = action.milestones.find(({ number }) => number === milestone)?.title;
  return {
    on,
    onInWords: formatDate(on),
    title: `${facts[fact]}${due === undefined ? '' : ` to ${formatDate(due)}`}${about === undefined ? '' : `: ${about}`}`,
    children: (
      <>
        {says !== '' && <Text>{says}</Text>}
        {evidence !== undefined && (
          <Text>
            Evidence: {/^\/(?![/\\])/.test(evidence) ? <Link href={evidence}>{evidence}</Link> : evidence}
          </Text>
        )}
        <p class="govuk-body-s">Recorded by the {byOffice}.</p>
      </>
    ),
  };
}
