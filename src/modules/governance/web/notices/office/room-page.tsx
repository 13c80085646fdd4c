import { type Actor, formatDate, type IsoDate, londonTime } from '#platform/kernel';
import { Button, DataTable, Link, Prose, Text, Unseen } from '#platform/ui';
import { officePage } from '#platform/web';
import { noticePath } from '../../../domain/notice/notice.ts';
import { sayDue } from '../../../domain/notice/in-words.ts';
import type { NoticesToManage } from '../../../queries/notice-drafts.ts';
import { Badges } from '../parts/badges.tsx';
import { draftPath, roomPath } from './room.ts';

/** A body’s drafts of notices and its notices that are open: what its officers can do with each. */
export const roomPage = (actor: Actor, { drafts, open }: NoticesToManage, today: IsoDate) =>
  officePage(actor, [], {
    title: 'Notices of forthcoming decisions',
    main: (
      <>
        <Prose>
          <Text>
            A notice tells the public what is to be decided, by whom and when.{' '}
            <Link href={`/forward-plan/${actor.bodyId}`}>See the forward plan as everyone sees it</Link>.
          </Text>
          <Button href={`${roomPath(actor.bodyId)}/new`}>Draft a notice</Button>
        </Prose>
        <DataTable
          caption="Drafts"
          rows={drafts}
          columns={[
            {
              title: 'Notice',
              cell: ({ id, answers }) => (
                <Link href={draftPath(actor.bodyId, id)}>{answers['title'] ?? 'Without a title'}</Link>
              ),
            },
            { title: 'Of', cell: ({ about }) => (about === undefined ? 'A new notice' : 'A change') },
            {
              title: 'Saved',
              cell: ({ savedAt, preparedBy }) =>
                `${formatDate(londonTime(savedAt).date)}, by the ${preparedBy}`,
            },
            {
              title: 'What you can do',
              cell: ({ id, answers }) => (
                <Link href={`${draftPath(actor.bodyId, id)}/check`}>
                  Check and publish<Unseen> {answers['title']}</Unseen>
                </Link>
              ),
            },
          ]}
          empty="There are no drafts."
          narrow="stack"
        />
        <DataTable
          caption="Published and not yet decided"
          rows={open}
          columns={[
            { title: 'Notice', cell: (line) => <Link href={noticePath(line)}>{line.title}</Link> },
            { title: 'Reference', cell: ({ reference }) => reference },
            { title: 'Due', cell: sayDue },
            { title: 'Standing', cell: (line) => <Badges line={line} today={today} /> },
            {
              title: 'What you can do',
              cell: ({ reference, title }) => (
                <Link href={`${roomPath(actor.bodyId)}/${reference}/change`}>
                  Change, postpone or withdraw<Unseen> {title}</Unseen>
                </Link>
              ),
            },
          ]}
          empty="No notice is open."
          narrow="stack"
        />
      </>
    ),
  });
