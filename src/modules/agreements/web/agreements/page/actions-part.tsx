import { DataTable, Link, Tag } from '#platform/ui';
import { filesOf, onDay } from '#platform/web';
import { actionPath } from '../../../domain/agreement/action.ts';
import { standingOfAction } from '../../../domain/agreement/action-standing.ts';
import { agreementPath } from '../../../domain/agreement/agreement.ts';
import { actionColours, actionTitles, sayDue } from '../words.ts';
import type { PartProps } from './part-props.ts';

/** What is to be done, by whom and when; what is late shows by itself. */
export const ActionsPart = ({ shown: { agreement, actions, bodies }, visit }: PartProps) => (
  <DataTable
    caption="Actions"
    rows={actions.map((action) => ({ action, found: standingOfAction(action, visit.on) }))}
    columns={[
      {
        title: 'Action',
        cell: ({ action }) => (
          <>
            <Link href={onDay(actionPath(action), visit)}>
              {action.number}. {action.title}
            </Link>
            {action.isQuickWin && ' (quick win)'}
          </>
        ),
      },
      {
        title: 'Who answers for it',
        cell: ({ action }) =>
          `${action.ownerOffice ?? 'No office named'}, ${bodies.get(action.ownerBody)?.name ?? action.ownerBody}`,
      },
      { title: 'Due', cell: ({ found }) => sayDue(found) },
      {
        title: 'Where it is',
        cell: ({ found }) => <Tag colour={actionColours[found.standing]}>{actionTitles[found.standing]}</Tag>,
      },
    ]}
    empty="No action is recorded."
    narrow="stack"
    downloads={filesOf(`${agreementPath(agreement)}/actions`, visit)}
  />
);
