import { page, type PublicRoute, type Visit } from '#platform/http';
import type { IsoDate } from '#platform/kernel';
import type { Services } from '#platform/module';
import { Button, InsetText, Link, Pagination, Prose, Text, TextInput } from '#platform/ui';
import {
  AnotherDay,
  AsOf,
  Choice,
  fileRoutes,
  filesOf,
  home,
  KeepDay,
  namedOptions,
  onDay,
} from '#platform/web';
import { type BodyLine, everyBody } from '#modules/register';
import type { CommitteeLine } from '../../../queries/committees.ts';
import { committeesPage } from '../../../queries/committees.ts';
import { listMeetings, type MeetingLine, sittingsAround } from '../../../queries/meetings/list.ts';
import {
  type Asked,
  addressOf,
  firstOfMonth,
  monthBefore,
  monthInWords,
  nextMonth,
  readAsked,
} from './asked.ts';
import { meetingsDataset } from './datasets.ts';
import { MeetingsTable } from './meetings-table.tsx';
import { WeeksTable } from './weeks-table.tsx';

/** More sittings in one month than all of Kent has. */
const mostInAMonth = 2000;

/** The calendar of meetings, all Kent’s or one body’s. */
export const meetingListRoutes = ({ database }: Services): readonly PublicRoute[] => {
  const rangeOf = (visit: Visit, asked: Asked) => ({
    on: visit.on,
    ...(asked.body !== '' && { bodyIds: [asked.body] }),
    ...(asked.committee !== '' && { committeeId: asked.committee }),
    from: asked.month,
    before: nextMonth(asked.month),
  });
  const found = (visit: Visit, asked: Asked) =>
    listMeetings(database, { ...rangeOf(visit, asked), limit: mostInAMonth });
  return [
    {
      method: 'GET',
      path: '/meetings',
      may: 'anyone',
      handle: async (visit) => {
        const asked = readAsked(visit);
        const [meetings, bodies, committees] = await Promise.all([
          found(visit, asked),
          everyBody(database, { on: visit.on }),
          asked.body === '' ? undefined : committeesPage(database, asked.body, visit.on),
        ]);
        const around =
          meetings.length > 0 ? undefined : await sittingsAround(database, rangeOf(visit, asked));
        return page({
          title: `Meetings in ${monthInWords(asked.month)}`,
          description:
            'When and where Kent’s councils, committees and forums meet, with agendas and minutes.',
          section: 'decisions',
          breadcrumbs: [home, { text: 'Meetings' }],
          main: (
            <List
              meetings={meetings}
              bodies={bodies}
              committees={committees?.committees ?? []}
              asked={asked}
              visit={visit}
              around={around}
            />
          ),
        });
      },
    },
    ...fileRoutes('/meetings', async (visit) => {
      const asked = readAsked(visit);
      return meetingsDataset(`meetings-${asked.month.slice(0, 7)}`, await found(visit, asked));
    }),
  ];
};

type ListProps = Readonly<{
  meetings: readonly MeetingLine[];
  bodies: readonly BodyLine[];
  committees: readonly CommitteeLine[];
  asked: Asked;
  visit: Visit;
  /** Of a month without meetings: the nearest sittings before and after it. */
  around: Awaited<ReturnType<typeof sittingsAround>> | undefined;
}>;

function List({ meetings, bodies, committees, asked, visit, around }: ListProps) {
  const names = new Map(bodies.map(({ id, name }) => [id, name]));
  const ofMany = asked.body === '' && asked.committee === '';
  const bodyName = ofMany ? (id: string) => names.get(id) ?? id : undefined;
  const other = asked.view === 'list' ? 'weeks' : 'list';
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        <Text lead>
          Meetings are open to the public unless they say otherwise. An agenda and its reports are public
          before the meeting; minutes follow it.
        </Text>
      </Prose>
      <Filter bodies={bodies} committees={committees} asked={asked} visit={visit} />
      <Text>
        <Link href={onDay(addressOf(asked, { view: other }), visit)}>
          {other === 'weeks' ? 'Show the weeks of the month' : 'Show a list'}
        </Link>
        {'. '}
        <Link href={onDay('/committees', visit)}>All committees</Link>
      </Text>
      {around !== undefined && <Nearest around={around} asked={asked} visit={visit} />}
      {asked.view === 'weeks' ? (
        <WeeksTable month={asked.month} meetings={meetings} visit={visit} bodyName={bodyName} />
      ) : (
        <MeetingsTable
          caption={monthInWords(asked.month)}
          meetings={meetings}
          visit={visit}
          {...(bodyName !== undefined && { bodyName })}
          empty={`No meeting is recorded in ${monthInWords(asked.month)}.`}
          downloads={filesOf(addressOf(asked), visit)}
        />
      )}
      <Pagination
        label="Months"
        previous={{
          href: onDay(addressOf(asked, { month: monthBefore(asked.month) }), visit),
          label: monthInWords(monthBefore(asked.month)),
        }}
        next={{
          href: onDay(addressOf(asked, { month: nextMonth(asked.month) }), visit),
          label: monthInWords(nextMonth(asked.month)),
        }}
      />
      <AnotherDay visit={visit} />
    </>
  );
}

/** Where the nearest meetings are, seen from a month that has none. */
function Nearest({
  around: { last, next },
  asked,
  visit,
}: Pick<ListProps, 'asked' | 'visit'> & Readonly<{ around: NonNullable<ListProps['around']> }>) {
  const monthOf = (day: IsoDate) => (
    <Link href={onDay(addressOf(asked, { month: firstOfMonth(day) }), visit)}>
      {monthInWords(firstOfMonth(day))}
    </Link>
  );
  return (
    <InsetText>
      No meeting is recorded in {monthInWords(asked.month)}.{' '}
      {last !== undefined && <>The last before it was in {monthOf(last)}. </>}
      {next !== undefined && <>The next after it is in {monthOf(next)}. </>}
      {last === undefined && next === undefined && 'None is recorded in any other month either.'}
    </InsetText>
  );
}

const Filter = ({ bodies, committees, asked, visit }: Omit<ListProps, 'meetings' | 'around'>) => (
  <form method="get" action="/meetings" class="accord-filter">
    <KeepDay visit={visit} />
    {asked.view === 'weeks' && <input type="hidden" name="view" value="weeks" />}
    <Choice name="body" label="Body" every="Every body" chosen={asked.body} options={namedOptions(bodies)} />
    {committees.length > 0 && (
      <Choice
        name="committee"
        label="Committee"
        every="Every committee"
        chosen={asked.committee}
        options={namedOptions(committees.map(({ committee }) => committee))}
      />
    )}
    <TextInput
      id="month"
      name="month"
      label="Month"
      hint="For example 2008-07."
      value={asked.month.slice(0, 7)}
      class="govuk-input--width-10"
      attributes={{ type: 'month' }}
    />
    <Button variant="secondary">Show</Button>
  </form>
);
