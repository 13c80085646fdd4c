import { notFound, type OfficeRoute, type OfficeVisit, page } from '#platform/http';
import { may } from '#platform/identity';
import { formatDate } from '#platform/kernel';
import type { Services } from '#platform/module';
import { Bullets, DataTable, Heading, Link, Prose, Text, Unseen } from '#platform/ui';
import { officePage, Section } from '#platform/web';
import { accesses } from '../../../domain/decision/decision.ts';
import { meetingPath } from '../../../domain/meeting/meeting.ts';
import { actionKey } from '../../../domain/meeting/minutes.ts';
import { isAhead } from '../../../domain/meeting/standing.ts';
import { mayPrepareDecisions, mayRunMeetings } from '../../../permissions.ts';
import { accessJudged } from '../../../queries/meetings/access-rules.ts';
import { agendaToPublish, type AgendaToPublish } from '../../../queries/meetings/agenda-to-publish.ts';
import { listMeetings } from '../../../queries/meetings/list.ts';
import type { ItemLine, MeetingPage } from '../../../queries/meetings/meeting-page.ts';
import { MeetingTag } from '../public/meetings-table.tsx';
import { saySitting } from '../words.ts';
import { AccessWords } from '../access-words.tsx';
import { deskPath, itemDesk, meetingFound, meetingSteps, nameOf, noSuchMeeting, numbered } from './found.ts';

/** The meetings of a body, and the desk at which one of them is run. */
export const deskRoutes = (services: Services): readonly OfficeRoute[] => [
  {
    method: 'GET',
    path: '/office/:body/meetings',
    may: mayPrepareDecisions,
    handle: async ({ actor, today }) => {
      const own = { on: today, bodyIds: [actor.bodyId] };
      const [ahead, held] = await Promise.all([
        listMeetings(services.database, { ...own, from: today, limit: 50 }),
        listMeetings(services.database, { ...own, before: today, latestFirst: true, limit: 50 }),
      ]);
      const lists = [
        { caption: 'Ahead', meetings: ahead, empty: 'No meeting is called.' },
        { caption: 'Held, the latest first', meetings: held, empty: 'None is recorded.' },
      ];
      return page(
        officePage(actor, [], {
          title: 'Meetings',
          main: (
            <>
              {may(actor, mayRunMeetings, actor.bodyId).ok && (
                <Text>
                  <Link href={`/office/${actor.bodyId}/meetings/call`}>Call a meeting</Link>
                </Text>
              )}
              {lists.map(({ caption, meetings, empty }) => (
                <DataTable
                  caption={caption}
                  rows={meetings}
                  columns={[
                    {
                      title: 'Meeting',
                      cell: ({ meeting, committee, sitting }) => (
                        <Link href={deskPath(meeting)}>
                          {committee}
                          <Unseen> on {formatDate(sitting.on)}</Unseen>
                        </Link>
                      ),
                    },
                    { title: 'When', cell: ({ sitting }) => saySitting(sitting) },
                    {
                      title: 'Where it stands',
                      cell: ({ standing }) => <MeetingTag standing={standing.standing} />,
                    },
                  ]}
                  empty={empty}
                  narrow="stack"
                />
              ))}
            </>
          ),
        }),
      );
    },
  },
  {
    method: 'GET',
    path: '/office/:body/meetings/:meeting',
    may: mayPrepareDecisions,
    handle: async (visit) => {
      const shown = await meetingFound(services, visit);
      if (shown === undefined) return notFound(noSuchMeeting);
      const { meeting, committee, standing } = shown;
      const sitsOn = standing.sittings.find(({ on }) => on >= visit.today)?.on;
      const { agenda, judged } = await services.database.as(visit.actor, async (sql) => ({
        agenda: await agendaToPublish(sql, { meeting, committee, on: visit.today, at: services.clock.now() }),
        judged:
          sitsOn === undefined
            ? []
            : await accessJudged(sql, {
                bodyId: meeting.bodyId,
                kind: committee.kind,
                publishedOn: visit.today,
                sitsOn,
              }),
      }));
      return page(
        officePage(visit.actor, meetingSteps(shown).slice(0, 1), {
          title: nameOf(shown),
          main: (
            <>
              <Prose>
                <Text>
                  <MeetingTag standing={standing.standing} />{' '}
                  <Link href={meetingPath(meeting)}>Its public page</Link>
                </Text>
                <Ways shown={shown} visit={visit} />
                {isAhead(standing) && judged.map((each) => <AccessWords judged={each} />)}
              </Prose>
              <Agenda shown={shown} agenda={agenda} visit={visit} />
              <Actions shown={shown} />
            </>
          ),
        }),
      );
    },
  },
];

function Ways({ shown, visit }: Readonly<{ shown: MeetingPage; visit: OfficeVisit }>) {
  const at = deskPath(shown.meeting);
  const ahead = isAhead(shown.standing);
  const runs = may(visit.actor, mayRunMeetings, visit.actor.bodyId).ok;
  const open = shown.hasBegun && shown.standing.standing !== 'minutes-approved';
  const ways = [
    ...(ahead ? [<Link href={`${at}/items/add`}>Put an item on the agenda</Link>] : []),
    ...(ahead && runs
      ? [
          <Link href={`${at}/agenda`}>Check and publish the agenda, or what has come to it since</Link>,
          <Link href={`${at}/move`}>Move, adjourn or call off the meeting</Link>,
        ]
      : []),
    ...(open && runs
      ? [
          <Link href={`${at}/attendance`}>
            {shown.attendance === undefined ? 'Record who was there' : 'Correct who was there'}
          </Link>,
          <Link href={`${at}/actions/add`}>Record an action</Link>,
          <Link href={`${at}/minutes/publish`}>Publish the draft minutes</Link>,
          ...(shown.standing.standing === 'minutes-published'
            ? [<Link href={`${at}/minutes/approve`}>Record that the minutes were approved</Link>]
            : []),
        ]
      : []),
  ];
  return ways.length === 0 ? null : <Bullets items={ways} />;
}

type AgendaProps = Readonly<{ shown: MeetingPage; agenda: AgendaToPublish; visit: OfficeVisit }>;

const Agenda = ({ shown, agenda }: AgendaProps) => (
  <Section title="Agenda">
    <DataTable
      caption="Items"
      captionHidden
      rows={shown.items}
      columns={[
        {
          title: 'Item',
          cell: (line: ItemLine) => <Link href={itemDesk(shown, line)}>{numbered(line)}</Link>,
        },
        {
          title: 'Published',
          cell: ({ item }) =>
            item.publishedOn === undefined
              ? 'Not yet: your body alone sees it'
              : formatDate(item.publishedOn),
        },
        { title: 'Access', cell: ({ item }) => accesses[item.access] },
        {
          title: 'Minutes',
          cell: ({ minutes }) =>
            minutes.length === 0
              ? 'None'
              : minutes.every(({ isPublic }) => isPublic)
                ? 'Published'
                : 'Written',
        },
      ]}
      empty="There is no item yet."
      narrow="stack"
    />
    {agenda.proposed.length > 0 && isAhead(shown.standing) && (
      <>
        <Heading level={3}>What belongs on it by itself</Heading>
        <Text>
          It becomes part of the agenda when you publish. To change its words or its place, put it on
          yourself.
        </Text>
        <Bullets
          items={agenda.proposed.map(({ key, title, because }) => (
            <>
              {title}. {because}{' '}
              <Link href={`${deskPath(shown.meeting)}/items/add?from=${encodeURIComponent(key)}`}>
                Put it on now<Unseen>: {title}</Unseen>
              </Link>
            </>
          ))}
        />
      </>
    )}
  </Section>
);

function Actions({ shown }: Readonly<{ shown: MeetingPage }>) {
  const actions = [...shown.actions, ...shown.items.flatMap((line) => line.actions)];
  if (actions.length === 0) return null;
  return (
    <Section title="Actions">
      <DataTable
        caption="Actions"
        captionHidden
        rows={actions}
        columns={[
          { title: 'To be done', cell: ({ text }) => text },
          { title: 'By', cell: ({ ownerTitle }) => ownerTitle },
          { title: 'Due', cell: ({ dueOn }) => (dueOn === undefined ? 'No day set' : formatDate(dueOn)) },
          {
            title: 'Done',
            cell: (action) =>
              action.doneOn === undefined ? (
                <Link href={`${deskPath(shown.meeting)}/actions/${actionKey(action)}/done`}>
                  Record as done<Unseen>: {action.text}</Unseen>
                </Link>
              ) : (
                formatDate(action.doneOn)
              ),
          },
        ]}
        empty=""
        narrow="stack"
      />
    </Section>
  );
}
