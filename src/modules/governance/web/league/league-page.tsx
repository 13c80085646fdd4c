import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import { dateParts, listInWords } from '#platform/kernel';
import type { Services } from '#platform/module';
import { type Column, DataTable, Link, Prose, Text } from '#platform/ui';
import { AnotherDay, AsOf, fileRoutes, filesOf, home, onDay, Section } from '#platform/web';
import { type BodyLine, bodyOn, everyBody } from '#modules/register';
import type { LeagueBook } from '../../queries/league/league-book.ts';
import { leagueDataset } from '../../queries/league/league-datasets.ts';
import { type LeagueYear, leagueYears } from '../../queries/league/league.ts';
import { sayPublication, sayTally, sayUrgency } from './words.ts';

type LeagueServices = Pick<Services, 'database'> & Readonly<{ book: LeagueBook }>;

/** Every body’s clocks in one year, and one body’s from year to year. In the order of their names: it ranks nobody. */
export function leaguePageRoutes({ database, book }: LeagueServices): readonly PublicRoute[] {
  const ofYear = async (visit: Visit) => {
    const year = yearAsked(visit);
    const years = await leagueYears(database, book, visit.on);
    return year === undefined ? undefined : years.filter((each) => each.year === year);
  };
  const ofBody = async ({ params, on }: Visit) => {
    const years = await leagueYears(database, book, on);
    return years.filter(({ bodyId }) => bodyId === params['body']).toReversed();
  };
  return [
    {
      method: 'GET',
      path: '/clock-league',
      may: 'anyone',
      handle: async (visit) => {
        const year = yearAsked(visit);
        if (year === undefined) return notFound(notAYear);
        const years = await leagueYears(database, book, visit.on);
        const bodies = await everyBody(database, { on: visit.on });
        return page({
          title: `Clock league, ${year}`,
          description:
            'How the councils kept the clocks of the law and of their own rules: notices, records, answers to scrutiny, and urgency.',
          section: 'decisions',
          breadcrumbs: [home, { text: 'Clock league' }],
          main: <League years={years} year={year} bodies={bodies} visit={visit} />,
        });
      },
    },
    ...fileRoutes('/clock-league', async (visit) => {
      const years = await ofYear(visit);
      return years && leagueDataset(`clock-league-${yearAsked(visit)}`, years);
    }),
    {
      method: 'GET',
      path: '/clock-league/:body',
      may: 'anyone',
      handle: async (visit) => {
        const body = (await everyBody(database, { on: visit.on })).find(
          ({ id }) => id === visit.params['body'],
        );
        if (body === undefined) return notFound(noSuchBody);
        return page({
          title: 'Clocks from year to year',
          caption: body.name,
          section: 'decisions',
          breadcrumbs: [
            home,
            { text: 'Clock league', href: onDay('/clock-league', visit) },
            { text: body.name },
          ],
          main: <BodyYears years={await ofBody(visit)} body={body} visit={visit} />,
        });
      },
    },
    ...fileRoutes(
      '/clock-league/:body/years',
      async (visit) => {
        const body = await bodyOn(database, visit.params['body'] ?? '', { on: visit.on });
        return body && leagueDataset(`clocks-${body.id}`, await ofBody(visit));
      },
      () => noSuchBody,
    ),
  ];
}

export const notAYear = 'That is not a year the clock league can show. Write it with four digits, like 2008.';
export const noSuchBody = 'There is no body of this name in the register. The list of bodies has them all.';

/** The year asked for, by default that of the day; undefined for what is no year. */
function yearAsked({ query, on }: Visit): number | undefined {
  return readYear(query['year'] ?? String(dateParts(on).year));
}

export const readYear = (text: string): number | undefined =>
  /^[12]\d{3}$/.test(text) ? Number(text) : undefined;

const figures: readonly Column<LeagueYear>[] = [
  {
    title: 'Key decisions with late or no notice',
    cell: ({ figures: { noticesLate } }) => sayTally(noticesLate),
  },
  {
    title: 'Records published after the limit',
    cell: ({ figures: { recordsLate } }) => sayTally(recordsLate),
  },
  { title: 'From decision to publication', cell: ({ figures: all }) => sayPublication(all) },
  {
    title: 'Answers to scrutiny late or overdue',
    cell: ({ figures: { responsesLate } }) => sayTally(responsesLate),
  },
  { title: 'Executive decisions with urgency', cell: ({ figures: all }) => sayUrgency(all) },
];

type LeagueProps = Readonly<{
  years: readonly LeagueYear[];
  year: number;
  bodies: readonly BodyLine[];
  visit: Visit;
}>;

function League({ years, year, bodies, visit }: LeagueProps) {
  const names = new Map(bodies.map(({ id, name }) => [id, name]));
  const nameOf = ({ bodyId }: LeagueYear) => names.get(bodyId) ?? bodyId;
  const rows = years
    .filter((each) => each.year === year)
    .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'en'));
  const others = [...new Set(years.map((each) => each.year))].toSorted((a, b) => b - a);
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        <Text lead>
          Every figure is counted from what the councils have published, and its page lists each decision with
          why it was counted. Bodies stand in the order of their names.
        </Text>
        <Text>
          Where a rule of the day is not known, or an old record does not say, it cannot be judged: that is
          said, and it is never counted as none.
        </Text>
      </Prose>
      <DataTable
        caption={`Clocks of ${year}`}
        rows={rows}
        columns={[
          {
            title: 'Body',
            cell: (row) => (
              <Link href={onDay(`/clock-league/${row.bodyId}/${year}`, visit)}>{nameOf(row)}</Link>
            ),
          },
          ...figures,
        ]}
        empty={`No decision taken in ${year} and no scrutiny report made in it is recorded.`}
        narrow="stack"
        downloads={filesOf(`/clock-league?year=${year}`, visit)}
      />
      <Missing bodies={bodies} rows={rows} year={year} />
      <Section title="Other years">
        <p class="govuk-body">
          {others.map((other, index) => (
            <>
              {index > 0 && ' '}
              {other === year ? (
                <strong>{other}</strong>
              ) : (
                <Link href={onDay(`/clock-league?year=${other}`, visit)}>{String(other)}</Link>
              )}
            </>
          ))}
        </p>
      </Section>
      <AnotherDay visit={visit} />
    </>
  );
}

/** Who has nothing recorded, so that nobody takes their absence for a clean sheet. */
function Missing({
  bodies,
  rows,
  year,
}: Readonly<{ bodies: readonly BodyLine[]; rows: readonly LeagueYear[]; year: number }>) {
  const counted = new Set(rows.map(({ bodyId }) => bodyId));
  const absent = bodies.filter(({ id, exists }) => exists && !counted.has(id)).map(({ name }) => name);
  if (absent.length === 0) return null;
  return <Text>{`Nothing is recorded here of ${year} for ${listInWords(absent)}.`}</Text>;
}

const BodyYears = ({
  years,
  body,
  visit,
}: Readonly<{ years: readonly LeagueYear[]; body: BodyLine; visit: Visit }>) => (
  <>
    <AsOf visit={visit} />
    <DataTable
      caption="The latest year first"
      rows={years}
      columns={[
        {
          title: 'Year',
          cell: ({ year }) => (
            <Link href={onDay(`/clock-league/${body.id}/${year}`, visit)}>{String(year)}</Link>
          ),
        },
        ...figures,
      ]}
      empty="No decision and no scrutiny report of this body is recorded."
      narrow="stack"
      downloads={filesOf(`/clock-league/${body.id}/years`, visit)}
    />
    <AnotherDay visit={visit} />
  </>
);
