import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import { londonDate, plural } from '#platform/kernel';
import type { Services } from '#platform/module';
import { DataTable, Link, Prose, Text } from '#platform/ui';
import { AnotherDay, AsOf, Day, fileRoutes, filesOf, home, onDay } from '#platform/web';
import { readingsPath, seriesAreaPath } from '../../../domain/reading/reading-paths.ts';
import { periodName } from '../../../domain/series/period-name.ts';
import {
  countPublishedTogether,
  type PublishedLine,
  publishedTogether,
  publishedTogetherDataset,
} from '../../../queries/readings/published-together.ts';
import { Figure } from '../readings-table.tsx';

/** On the page stand the first; the files have them all. */
const shown = 200;
const path = '/readings/:together';
const noSuchReadings = 'No readings were published at this address by the day you ask about.';

/** What was published together in one act, which the record’s entry of it leads to. */
export function togetherRoutes({ database }: Pick<Services, 'database'>): readonly PublicRoute[] {
  const idOf = ({ params }: Visit) => params['together'] ?? '';
  return [
    {
      method: 'GET',
      path,
      may: 'anyone',
      handle: async (visit) => {
        const [lines, count] = await Promise.all([
          publishedTogether(database, idOf(visit), visit.on, shown),
          countPublishedTogether(database, idOf(visit), visit.on),
        ]);
        const [first] = lines;
        if (first === undefined) return notFound(noSuchReadings);
        return page({
          title: 'Readings published together',
          description: `${plural(count, 'reading')} of indicators, published in one act: who entered and who approved them.`,
          section: 'agreements',
          breadcrumbs: [home, { text: 'Readings published together' }],
          main: <Together {...{ lines, count, first, visit }} batchId={idOf(visit)} />,
        });
      },
    },
    ...fileRoutes(
      path,
      async (visit) => {
        const lines = await publishedTogether(database, idOf(visit), visit.on);
        return lines.length === 0 ? undefined : publishedTogetherDataset(idOf(visit), lines);
      },
      () => noSuchReadings,
    ),
  ];
}

type TogetherProps = Readonly<{
  lines: readonly PublishedLine[];
  /** How many there are in all. */
  count: number;
  first: PublishedLine;
  batchId: string;
  visit: Visit;
}>;

const Together = ({ lines, count, first: { reading }, batchId, visit }: TogetherProps) => (
  <>
    <AsOf visit={visit} />
    <Prose>
      <Text lead>
        {`${plural(count, 'reading')}, entered by ${reading.enteredBy} and approved by ${reading.approvedBy} on `}
        <Day on={londonDate(reading.publishedAt)} />.
      </Text>
      {count > shown && <Text>{`The first ${shown}. The files have them all.`}</Text>}
    </Prose>
    <DataTable
      caption="Readings published together"
      captionHidden
      rows={lines}
      columns={[
        {
          title: 'Series',
          cell: (line) => (
            <Link href={onDay(seriesAreaPath(line.reading), visit)}>
              {line.series?.title ?? line.reading.seriesId}
            </Link>
          ),
        },
        { title: 'Area', cell: ({ areaName }) => areaName },
        { title: 'Period', cell: (line) => periodName(line.reading.period) },
        {
          title: 'Figure',
          cell: (line) =>
            line.series === undefined ? (
              line.reading.value
            ) : (
              <Figure series={line.series} reading={line.reading} />
            ),
        },
        { title: 'Revision', cell: (line) => String(line.reading.revision), numeric: true },
        { title: 'Note', cell: (line) => line.reading.note },
        { title: 'Source', cell: (line) => line.reading.source },
      ]}
      empty=""
      narrow="stack"
      downloads={filesOf(readingsPath({ id: batchId }), visit)}
    />
    <AnotherDay visit={visit} />
  </>
);
