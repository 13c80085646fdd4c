import { notFound, page, type PublicRoute } from '#platform/http';
import { capitalise, formatDate, listInWords } from '#platform/kernel';
import type { Services } from '#platform/module';
import { Bullets, DataTable, Link, Prose, Text } from '#platform/ui';
import { AnotherDay, AsOf, Day, home, onDay } from '#platform/web';
import { everyBody } from '#modules/register';
import { itemAnchor } from '../../../domain/meeting/agenda-item.ts';
import { meetingPath } from '../../../domain/meeting/meeting.ts';
import { gatheringPage } from '../../../queries/meetings/gathering.ts';
import type { MeetingPage } from '../../../queries/meetings/meeting-page.ts';
import { issueHistory } from '../../../queries/meetings/threads.ts';
import { saySitting, sayOutcome } from '../words.ts';
import { sayQuorum } from './attendance-view.tsx';
import { MeetingTag } from './meetings-table.tsx';

/** Meetings that belong together: of several bodies in one room, and on one matter over the years. */
export const togetherRoutes = ({ database }: Services): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: '/meetings/gatherings/:key',
    may: 'anyone',
    handle: async (visit) => {
      const shown = await gatheringPage(database, visit.params['key'] ?? '', visit.on);
      if (shown === undefined) return notFound('No meetings are recorded under this address by that day.');
      const bodies = listInWords(shown.map(({ bodyName }) => bodyName));
      const day = shown[0]?.standing.sittings[0]?.on;
      const link = ({ meeting }: MeetingPage) => onDay(meetingPath(meeting), visit);
      return page({
        title: `Meeting together${day === undefined ? '' : ` on ${formatDate(day)}`}`,
        description: `${bodies} in one room, each voting and recording for itself.`,
        section: 'decisions',
        breadcrumbs: [
          home,
          { text: 'Meetings', href: onDay('/meetings', visit) },
          { text: 'Meeting together' },
        ],
        main: (
          <>
            <AsOf visit={visit} />
            <Prose>
              <Text lead>
                {bodies} sat in one room. Each stays sovereign: each has a meeting of its own here, votes for
                itself and records its own decisions.
              </Text>
            </Prose>
            <DataTable
              caption="The meetings side by side"
              rows={shown}
              columns={[
                { title: 'Body', cell: (each) => <Link href={link(each)}>{each.bodyName}</Link> },
                { title: 'Meeting as', cell: ({ committee }) => committee.name },
                {
                  title: 'When',
                  cell: ({ standing }) => standing.sittings.map(saySitting).join('; then '),
                },
                {
                  title: 'Where it stands',
                  cell: ({ standing }) => <MeetingTag standing={standing.standing} />,
                },
                {
                  title: 'Quorum',
                  cell: ({ attendance, quorum }) =>
                    attendance === undefined ? 'Attendance is not recorded' : sayQuorum(quorum),
                },
                {
                  title: 'Items, and what came of them',
                  cell: (each) => (
                    <Bullets
                      items={each.items.map(({ item, motions, decisions }) => (
                        <>
                          <Link href={`${link(each)}#${itemAnchor(item.number ?? '')}`}>
                            {item.number}. {item.title}
                          </Link>
                          {motions.length === 0 &&
                            decisions.length === 0 &&
                            ': nothing is recorded of it yet.'}
                          {motions.map(({ outcome }) => ` ${sayOutcome(outcome)}`)}
                          {decisions.map(({ path, reference }) => (
                            <>
                              {' '}
                              <Link href={onDay(path, visit)}>Decision {reference}</Link>
                            </>
                          ))}
                        </>
                      ))}
                    />
                  ),
                },
              ]}
              empty=""
              narrow="stack"
            />
            <AnotherDay visit={visit} />
          </>
        ),
      });
    },
  },
  {
    method: 'GET',
    path: '/meetings/issues/:thread',
    may: 'anyone',
    handle: async (visit) => {
      const thread = visit.params['thread'] ?? '';
      const [history, bodies] = await Promise.all([
        issueHistory(database, thread, visit.on),
        everyBody(database, { on: visit.on }),
      ]);
      if (history.length === 0)
        return notFound('No item of any meeting is recorded on this issue by that day.');
      return page({
        title: `History of an issue: ${capitalise(thread.replaceAll('-', ' '))}`,
        description: 'Every item on one matter, in all meetings of all bodies.',
        section: 'decisions',
        breadcrumbs: [
          home,
          { text: 'Meetings', href: onDay('/meetings', visit) },
          { text: 'History of an issue' },
        ],
        main: (
          <>
            <AsOf visit={visit} />
            <DataTable
              caption="Items, the earliest first"
              rows={history}
              columns={[
                {
                  title: 'Item',
                  cell: ({ path, item }) => <Link href={pathOn(path, visit)}>{item.title}</Link>,
                },
                { title: 'Day', cell: ({ on }) => (on === undefined ? 'Not known' : <Day on={on} />) },
                {
                  title: 'Body',
                  cell: ({ bodyId }) => bodies.find(({ id }) => id === bodyId)?.name ?? bodyId,
                },
                {
                  title: 'Committee',
                  cell: ({ committee, cancelled }) => `${committee}${cancelled ? ' (cancelled)' : ''}`,
                },
              ]}
              empty=""
              narrow="stack"
            />
            <AnotherDay visit={visit} />
          </>
        ),
      });
    },
  },
];

/** An address with a place in its page, on the day being looked at. */
function pathOn(path: string, visit: Parameters<typeof onDay>[1]): string {
  const [page = '', anchor = ''] = path.split('#');
  return `${onDay(page, visit)}#${anchor}`;
}
