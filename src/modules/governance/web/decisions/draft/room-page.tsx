import { type Actor, formatDate, londonTime } from '#platform/kernel';
import { Button, DataTable, Form, Heading, Link, Prose, Text, Unseen } from '#platform/ui';
import { officePage } from '#platform/web';
import { decisionPath } from '../../../domain/decision/decision.ts';
import type { Draft } from '#platform/drafts';
import type { StoodDecision } from '../../../queries/standings.ts';
import { StandingTags } from '../list/decisions-table.tsx';
import { draftPath, roomPath } from './draft-words.ts';

type RoomPageProps = Readonly<{
  actor: Actor;
  drafts: readonly Draft[];
  published: readonly StoodDecision[];
  mayPublish: boolean;
}>;

/** A body’s records of decisions: to begin one, to go on with one, to correct one. */
export const roomPage = ({ actor, drafts, published, mayPublish }: RoomPageProps) =>
  officePage(actor, [], {
    title: 'Records of decisions',
    main: (
      <>
        <Prose>
          <Text>
            A record is drafted step by step, checked against the law and your rules of the day of the
            decision, and then published for good.
          </Text>
          <Form action={`${roomPath(actor.bodyId)}/start`}>
            <Button preventDoubleClick>Record a decision</Button>
          </Form>
        </Prose>
        <Heading size="m">Drafts</Heading>
        <DataTable
          caption="Drafts"
          captionHidden
          rows={drafts}
          columns={[
            {
              title: 'Decision',
              cell: (draft) => <Link href={draftPath(actor.bodyId, draft.id)}>{titleOf(draft)}</Link>,
            },
            {
              title: 'Saved',
              cell: ({ savedAt, preparedBy }) =>
                `${formatDate(londonTime(savedAt).date)}, by the ${preparedBy}`,
            },
          ]}
          empty="No draft is waiting."
          narrow="stack"
        />
        <Heading size="m">Published lately</Heading>
        <DataTable
          caption="Published lately"
          captionHidden
          rows={published}
          columns={[
            {
              title: 'Decision',
              cell: ({ decision }) => <Link href={decisionPath(decision)}>{decision.title}</Link>,
            },
            { title: 'Decided', cell: ({ decision }) => formatDate(decision.takenOn) },
            { title: 'Stands', cell: (stood) => <StandingTags stood={stood} /> },
            ...(mayPublish
              ? [
                  {
                    title: 'What you can do',
                    cell: ({ decision }: StoodDecision) => (
                      <Link href={`${roomPath(actor.bodyId)}/${decision.reference}/correct`}>
                        Correct<Unseen> {decision.title}</Unseen>
                      </Link>
                    ),
                  },
                ]
              : []),
          ]}
          empty="Your body has published no record here yet."
          narrow="stack"
        />
      </>
    ),
  });

const titleOf = ({ answers }: Draft): string =>
  answers['title'] === undefined || answers['title'] === '' ? 'Without a title yet' : answers['title'];
