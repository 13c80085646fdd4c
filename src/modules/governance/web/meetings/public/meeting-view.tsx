import type { Visit } from '#platform/http';
import { capitalise, formatDate } from '#platform/kernel';
import {
  Details,
  Downloads,
  FollowLinks,
  InsetText,
  Link,
  Prose,
  Source,
  SummaryList,
  Text,
  Timeline,
} from '#platform/ui';
import { AnotherDay, AsOf, filesOf, onDay, Section } from '#platform/web';
import type { ComponentChildren } from 'preact';
import { committeePath } from '../../../domain/committee.ts';
import { itemPath } from '../../../domain/meeting/agenda-item.ts';
import {
  meetingEventKinds,
  meetingParts,
  meetingPath,
  pathOfMeeting,
} from '../../../domain/meeting/meeting.ts';
import type { AgendaTime } from '../../../queries/meetings/agenda-times.ts';
import type { MeetingPage } from '../../../queries/meetings/meeting-page.ts';
import type { PaperListed } from '../../../queries/papers/papers-of.ts';
import { PaperList } from '../../papers/paper-list.tsx';
import { AccessWords } from '../access-words.tsx';
import { saySitting } from '../words.ts';
import { AttendanceView } from './attendance-view.tsx';
import { ActionList, ItemView } from './item-view.tsx';
import { MeetingTag } from './meetings-table.tsx';

type MeetingViewProps = Readonly<{
  shown: MeetingPage;
  papers: ReadonlyMap<string, readonly PaperListed[]>;
  times: readonly AgendaTime[];
  visit: Visit;
}>;

/** A meeting: when and where, its agenda and papers, who was there, what was said, put, voted and decided. */
export function MeetingView({ shown, papers, times, visit }: MeetingViewProps) {
  const { meeting, committee, items, attendance, working } = shown;
  const path = meetingPath(meeting);
  const published = items.filter(({ item }) => item.number !== undefined);
  const elsewhere = shown.decisions.filter(({ itemId }) => itemId === undefined);
  return (
    <>
      <AsOf visit={visit} />
      <div class="accord-section">
        <Prose>
          <SummaryList
            rows={factsOf(shown, visit).map(([key, value]) => ({ key, value: { children: value } }))}
          />
          {working.rules.mayVote === false && (
            <InsetText>
              This body does not vote: it can endorse, recommend or note, and nothing else. Source:{' '}
              {working.rules.mayVoteSource}.
            </InsetText>
          )}
          <FollowLinks followed={{ kind: 'things', id: path }} what={`${committee.name}, this meeting`} />
        </Prose>
      </div>
      <Section title="Agenda" id="agenda">
        {published.length === 0 && (
          <Text>{meeting.isHistoric ? 'No agenda is recorded.' : 'The agenda is not published yet.'}</Text>
        )}
        {(papers.get(path) ?? []).length > 0 && (
          <PaperList papers={papers.get(path) ?? []} visit={visit} empty="" />
        )}
        {published.map((line) => (
          <ItemView line={line} shown={shown} papers={papers.get(itemPath(line.item)) ?? []} visit={visit} />
        ))}
        {published.length > 0 && <Downloads {...filesOf(`${path}/agenda`, visit)} of="the agenda" />}
        {times.map(({ publishedOn, supplement, judged }) => (
          <Details
            summary={`Was the ${supplement ? 'supplement' : 'agenda'} of ${formatDate(publishedOn)} published in time?`}
          >
            {judged.map((each) => (
              <AccessWords judged={each} />
            ))}
          </Details>
        ))}
      </Section>
      {shown.hasBegun && (
        <Section title="Who was there" id="attendance">
          {attendance === undefined ? (
            <Text>Attendance is not recorded.</Text>
          ) : (
            <AttendanceView people={attendance.people} quorum={shown.quorum} />
          )}
          {published.some(({ motions }) => motions.length > 0) && (
            <Downloads {...filesOf(`${path}/votes`, visit)} of="the votes" />
          )}
        </Section>
      )}
      {elsewhere.length > 0 && (
        <Section title="Decisions taken">
          {elsewhere.map((decision) => (
            <Text>
              <Link href={onDay(decision.path, visit)}>{decision.title}</Link>
            </Text>
          ))}
        </Section>
      )}
      {shown.actions.length > 0 && (
        <Section title="Actions">
          <ActionList actions={shown.actions} on={visit.on} />
        </Section>
      )}
      <Section title="What happened to this meeting">
        <Timeline
          events={shown.events.map(({ kind, on, says, sitting, atMeeting, byOffice }) => ({
            on,
            onInWords: formatDate(on),
            title: meetingEventKinds[kind],
            children: (
              <Text>
                {sitting !== undefined &&
                  `For ${saySitting(sitting)}${sitting.place === '' ? '' : `, ${sitting.place}`}. `}
                {says !== '' && `${sentence(says)} `}
                {atMeeting !== undefined && (
                  <Link href={onDay(pathOfMeeting(atMeeting), visit)}>At this meeting</Link>
                )}{' '}
                By {byOffice}.
              </Text>
            ),
          }))}
        />
        <Source text={meeting.source} />
      </Section>
      <AnotherDay visit={visit} />
    </>
  );
}

/** What was said of it, as a sentence. */
const sentence = (says: string): string => (/[.!?]$/.test(says) ? capitalise(says) : `${capitalise(says)}.`);

function factsOf(
  { meeting, committee, bodyName, standing, working }: MeetingPage,
  visit: Visit,
): readonly (readonly [string, ComponentChildren])[] {
  const { sittings } = standing;
  return [
    ['Body', <Link href={onDay(`/bodies/${meeting.bodyId}`, visit)}>{bodyName}</Link>],
    ['Committee', <Link href={onDay(committeePath(committee.id), visit)}>{committee.name}</Link>],
    ['When', sittings.map(saySitting).join('; then ')],
    [
      'Where',
      [...new Set(sittings.map(({ place }) => place))].filter(Boolean).join('; then ') || 'Not recorded',
    ],
    ['Where it stands', <MeetingTag standing={standing.standing} />],
    ['Open to the public', meetingParts[meeting.part]],
    [
      'Quorum',
      working.rules.quorum === undefined
        ? 'Not known: check locally'
        : `${working.rules.quorum} members who may vote`,
    ],
    ...(meeting.gathering === undefined
      ? []
      : [
          [
            'In one room with others',
            <Link href={onDay(`/meetings/gatherings/${meeting.gathering}`, visit)}>
              See all the meetings side by side
            </Link>,
          ] as const,
        ]),
  ];
}
