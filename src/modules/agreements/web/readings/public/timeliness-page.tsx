import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import { type FinancialYear, financialYear, parseFinancialYear, plural } from '#platform/kernel';
import type { Services } from '#platform/module';
import { type Column, DataTable, KeyFigures, Link, Prose, Tag, Text } from '#platform/ui';
import { AnotherDay, AsOf, Day, fileRoutes, filesOf, home, onDay, Section } from '#platform/web';
import { bodyOn } from '#modules/register';
import { seriesAreaPath } from '../../../domain/reading/reading-paths.ts';
import type { Timeliness } from '../../../domain/reading/timeliness.ts';
import { periodName } from '../../../domain/series/period-name.ts';
import {
  type BodyTimeliness,
  timelinessDataset,
  type TimelinessLine,
  timelinessLinesDataset,
  timelinessOfBody,
} from '../../../queries/readings/timeliness.ts';
import { timelinessOfAll } from '../../../queries/readings/timeliness-book.ts';

const noSuchBody = 'There is no body of this name in the register. The list of bodies has them all.';
const notAYear = 'That is not a financial year. Write it like 2026-27.';

/** On the page of a body stand the first, what is missing and late before the rest; the files have them all. */
const shown = 200;

/** Whether each body brings its readings by their days, and every reading that was counted. */
export function timelinessRoutes({ database }: Pick<Services, 'database'>): readonly PublicRoute[] {
  const all = async (visit: Visit) => {
    const year = yearAsked(visit);
    return year && { year, bodies: await timelinessOfAll(database, year, visit.on) };
  };
  const ofBody = async (visit: Visit) => {
    const year = yearAsked(visit);
    const body = await bodyOn(database, visit.params['body'] ?? '', { on: visit.on });
    return year && body && { year, body, lines: await timelinessOfBody(database, body.id, year, visit.on) };
  };
  const why = ({ query }: Visit) =>
    query['year'] !== undefined && yearOf(query['year']) === undefined ? notAYear : noSuchBody;
  return [
    {
      method: 'GET',
      path: '/timeliness',
      may: 'anyone',
      handle: async (visit) => {
        const found = await all(visit);
        if (found === undefined) return notFound(notAYear);
        return page({
          title: `Timeliness of readings, ${found.year}`,
          description: 'Whether each body published the readings it brings by the day they were due.',
          section: 'agreements',
          breadcrumbs: [home, { text: 'Timeliness of readings' }],
          main: <All {...found} visit={visit} />,
        });
      },
    },
    ...fileRoutes(
      '/timeliness',
      async (visit) => {
        const found = await all(visit);
        return found && timelinessDataset(found.year, found.bodies);
      },
      () => notAYear,
    ),
    {
      method: 'GET',
      path: '/timeliness/:body',
      may: 'anyone',
      handle: async (visit) => {
        const found = await ofBody(visit);
        if (found === undefined) return notFound(why(visit));
        return page({
          title: `Readings due in ${found.year}`,
          caption: found.body.name,
          section: 'agreements',
          breadcrumbs: [
            home,
            { text: 'Timeliness of readings', href: onDay(`/timeliness?year=${found.year}`, visit) },
            { text: found.body.name },
          ],
          main: <OfBody year={found.year} bodyId={found.body.id} lines={found.lines} visit={visit} />,
        });
      },
    },
    ...fileRoutes(
      '/timeliness/:body/readings',
      async (visit) => {
        const found = await ofBody(visit);
        return found && timelinessLinesDataset(found.body.id, found.year, found.lines);
      },
      why,
    ),
  ];
}

const yearOf = (text: string): FinancialYear | undefined => {
  const read = parseFinancialYear(text);
  return read.ok ? read.value : undefined;
};

/** The year asked for, by default that of the day; undefined for what is none. */
const yearAsked = ({ query, on }: Visit): FinancialYear | undefined =>
  query['year'] === undefined ? financialYear(on) : yearOf(query['year']);

type AllProps = Readonly<{ year: FinancialYear; bodies: readonly BodyTimeliness[]; visit: Visit }>;

const All = ({ year, bodies, visit }: AllProps) => (
  <>
    <AsOf visit={visit} />
    <Prose>
      <Text lead>
        A reading is due so many days after its period ends, as its series says. It is on time when its first
        revision, provisional or not, is published by then.
      </Text>
      <Text>
        Each body’s page lists every reading that was counted. Bodies stand in the order of their names.
      </Text>
    </Prose>
    <DataTable
      caption={`Readings due in ${year}`}
      rows={bodies}
      columns={[
        {
          title: 'Body',
          cell: ({ bodyId, name }) => (
            <Link href={onDay(`/timeliness/${bodyId}?year=${year}`, visit)}>{name}</Link>
          ),
        },
        { title: 'Due', cell: ({ due }) => String(due), numeric: true },
        { title: 'On time', cell: ({ onTime }) => String(onTime), numeric: true },
        { title: 'Late', cell: ({ late }) => String(late), numeric: true },
        { title: 'Missing', cell: ({ missing }) => String(missing), numeric: true },
      ]}
      empty="No body is named to bring readings."
      narrow="stack"
      downloads={filesOf(`/timeliness?year=${year}`, visit)}
    />
    <Years year={year} path="/timeliness" visit={visit} />
    <AnotherDay visit={visit} />
  </>
);

const standings: Readonly<Record<Timeliness, readonly [string, 'green' | 'orange' | 'red' | 'grey']>> = {
  'on-time': ['On time', 'green'],
  late: ['Late', 'orange'],
  missing: ['Missing', 'red'],
  'not-yet-due': ['Not yet due', 'grey'],
};

const columns: readonly Column<TimelinessLine & Readonly<{ visit: Visit }>>[] = [
  {
    title: 'Series',
    cell: (line) => <Link href={onDay(seriesAreaPath(line), line.visit)}>{line.title}</Link>,
  },
  { title: 'Area', cell: ({ areaId }) => areaId },
  { title: 'Period', cell: ({ period }) => periodName(period) },
  { title: 'Due', cell: ({ due }) => <Day on={due} /> },
  {
    title: 'First published',
    cell: ({ published }) => (published === undefined ? 'Not yet' : <Day on={published} />),
  },
  {
    title: 'Standing',
    cell: ({ timeliness }) => <Tag colour={standings[timeliness][1]}>{standings[timeliness][0]}</Tag>,
  },
];

type OfBodyProps = Readonly<{
  year: FinancialYear;
  bodyId: string;
  lines: readonly TimelinessLine[];
  visit: Visit;
}>;

function OfBody({ year, bodyId, lines, visit }: OfBodyProps) {
  const count = (standing: Timeliness) => lines.filter(({ timeliness }) => timeliness === standing).length;
  return (
    <>
      <AsOf visit={visit} />
      <KeyFigures
        figures={(['on-time', 'late', 'missing', 'not-yet-due'] as const).map((standing) => ({
          label: standings[standing][0],
          value: String(count(standing)),
        }))}
      />
      <Section title="Every reading counted">
        <Prose>
          <Text>
            {`${plural(lines.length, 'reading')} due in the year. What is missing stands first, then what came late.`}
            {lines.length > shown && ` The first ${shown} are shown; the files have them all.`}
          </Text>
        </Prose>
        <DataTable
          caption={`Readings due in ${year}`}
          captionHidden
          rows={lines.slice(0, shown).map((line) => ({ ...line, visit }))}
          columns={columns}
          empty={`No reading of this body was due in ${year}.`}
          narrow="stack"
          downloads={filesOf(`/timeliness/${bodyId}/readings?year=${year}`, visit)}
        />
      </Section>
      <Text>
        <Link href={`/follow/bodies/${bodyId}/readings-due`}>The days ahead as a calendar</Link>, to subscribe
        to
      </Text>
      <Years year={year} path={`/timeliness/${bodyId}`} visit={visit} />
      <AnotherDay visit={visit} />
    </>
  );
}

/** The way to the year before. */
function Years({ year, path, visit }: Readonly<{ year: FinancialYear; path: string; visit: Visit }>) {
  const before = Number(year.slice(0, 4)) - 1;
  const name = `${before}-${String((before + 1) % 100).padStart(2, '0')}`;
  return (
    <Text>
      <Link href={onDay(`${path}?year=${name}`, visit)}>{`What was due in ${name}`}</Link>
    </Text>
  );
}
