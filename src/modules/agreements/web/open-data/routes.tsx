import { json, page, type PublicRoute, stream, type Visit } from '#platform/http';
import { lastMomentOf } from '#platform/kernel';
import type { Services } from '#platform/module';
import { Bullets, Link, Prose, Text } from '#platform/ui';
import { AnotherDay, AsOf, home, onDay, Section } from '#platform/web';
import { definitionsOn } from '../../queries/open-data/definitions.ts';
import {
  openReadingColumns,
  openReadingsCsv,
  openReadingsJson,
  type ReadingsAsked,
} from '../../queries/open-data/open-readings.ts';

const readings = '/open-data/readings.csv';
const readingsAsJson = '/open-data/readings.json';
const schema = '/open-data/readings.schema.json';
const definitions = '/open-data/agreements.json';

/** Everything public of agreements as files: the readings with a schema, and what they rest on. */
export const openDataRoutes = ({ database }: Pick<Services, 'database'>): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: '/open-data',
    may: 'anyone',
    handle: async (visit) =>
      page({
        title: 'Open data',
        description: 'Every published reading with its definitions, to take away as files.',
        section: 'agreements',
        breadcrumbs: [home, { text: 'How it goes', href: onDay('/progress', visit) }, { text: 'Open data' }],
        main: <OpenData visit={visit} />,
      }),
  },
  {
    method: 'GET',
    path: readings,
    may: 'anyone',
    handle: async (visit) => stream('text/csv', openReadingsCsv(database, askedOf(visit)), 'readings.csv'),
  },
  {
    method: 'GET',
    path: readingsAsJson,
    may: 'anyone',
    handle: async (visit) =>
      stream('application/json', openReadingsJson(database, askedOf(visit)), 'readings.json'),
  },
  {
    method: 'GET',
    path: schema,
    may: 'anyone',
    handle: async () => json(tableSchema),
  },
  {
    method: 'GET',
    path: '/open-data/datapackage.json',
    may: 'anyone',
    handle: async () =>
      json({
        profile: 'tabular-data-package',
        name: 'agreements',
        title: 'Readings of what was agreed, with their definitions',
        resources: [
          {
            name: 'readings',
            path: 'readings.csv',
            profile: 'tabular-data-resource',
            format: 'csv',
            mediatype: 'text/csv',
            encoding: 'utf-8',
            schema: tableSchema,
          },
        ],
      }),
  },
  {
    method: 'GET',
    path: definitions,
    may: 'anyone',
    handle: async ({ on }) => json(await definitionsOn(database, on)),
  },
];

/** What of the readings an address asks for: everything, where it names nothing. */
function askedOf({ query, on }: Visit): ReadingsAsked {
  const given = (name: string) => (query[name] === '' ? undefined : query[name]);
  return {
    seriesId: given('series'),
    areaId: given('area'),
    bodyId: given('body'),
    by: lastMomentOf(on),
  };
}

/** Frictionless Table Schema 1.0. */
const tableSchema = {
  fields: openReadingColumns.map(({ name, type, says }) => ({ name, type, description: says })),
  primaryKey: ['series', 'area', 'period_from', 'period_to', 'revision'],
  missingValues: [''],
};

const OpenData = ({ visit }: Readonly<{ visit: Visit }>) => (
  <>
    <AsOf visit={visit} />
    <Prose>
      <Text lead>
        Everything published of readings, targets and outcomes, as files. They hold what was known on the day
        shown.
      </Text>
      <Bullets
        items={[
          <Link href={onDay(readings, visit)}>Every reading, every revision (CSV)</Link>,
          <Link href={onDay(readingsAsJson, visit)}>The same (JSON)</Link>,
          <Link href={schema}>What its columns mean (Table Schema)</Link>,
          <Link href="/open-data/datapackage.json">Both as a data package</Link>,
          <Link href={onDay(definitions, visit)}>
            Frameworks, outcomes, indicators, series, owners and targets (JSON)
          </Link>,
          <Link href={onDay('/progress.csv', visit)}>How everything goes (CSV)</Link>,
          <Link href={onDay('/progress.json', visit)}>How everything goes (JSON)</Link>,
        ]}
      />
    </Prose>
    <Section title="A part of it">
      <Prose>
        <Text>
          Add a series, an area or the body that published to the address of the readings:{' '}
          <code>?series=</code>, <code>?area=</code>, <code>?body=</code>. Add a day for what was known on it:{' '}
          <code>?on=2026-03-31</code>.
        </Text>
      </Prose>
    </Section>
    <AnotherDay visit={visit} />
  </>
);
