import { page, type PublicRoute, type Visit } from '#platform/http';
import type { Services } from '#platform/module';
import { DataTable, Link, Prose, Tag, Text } from '#platform/ui';
import { AnotherDay, AsOf, fileRoutes, filesOf, home, onDay, Period } from '#platform/web';
import { covers } from '#modules/register';
import { frameworkPath } from '../../domain/framework/framework.ts';
import { frameworksDataset } from '../../queries/frameworks/datasets.ts';
import { type FrameworkLine, frameworkLines } from '../../queries/frameworks/frameworks-list.ts';
import { Origin } from '../origin.tsx';
import { schemaOf, schemaRoute } from '../table-schema.ts';
import { frameworkKinds } from './words.tsx';

const path = '/frameworks';

/** The sets of outcomes and indicators there are. */
export function frameworksPageRoutes({ database }: Pick<Services, 'database'>): readonly PublicRoute[] {
  const dataset = async () => frameworksDataset(await frameworkLines(database));
  return [
    {
      method: 'GET',
      path,
      may: 'anyone',
      handle: async (visit) =>
        page({
          title: 'Outcomes and indicators',
          description:
            'The sets of outcomes and indicators by which Kent’s public bodies say what they want and measure it.',
          section: 'agreements',
          breadcrumbs: [
            home,
            { text: 'Agreements', href: onDay('/agreements', visit) },
            { text: 'Outcomes and indicators' },
          ],
          main: <Frameworks frameworks={await frameworkLines(database)} visit={visit} />,
        }),
    },
    ...fileRoutes(path, dataset),
    schemaRoute(path, dataset),
  ];
}

const Frameworks = ({
  frameworks,
  visit,
}: Readonly<{ frameworks: readonly FrameworkLine[]; visit: Visit }>) => (
  <>
    <AsOf visit={visit} />
    <Prose>
      <Text lead>
        An outcome is a state of things that partners want. An indicator is how they can tell. Each set stands
        as it was published; another takes its place.
      </Text>
      <Text>
        <Link href={onDay('/indicators', visit)}>Find an indicator</Link> by its code or its words, in any
        set.
      </Text>
    </Prose>
    <DataTable
      caption="Sets of outcomes and indicators"
      rows={frameworks}
      columns={[
        {
          title: 'Set',
          cell: (framework) => (
            <>
              <Link href={onDay(frameworkPath(framework), visit)}>{framework.title}</Link>
              {framework.isIllustrative && (
                <>
                  {' '}
                  <Tag colour="purple">Illustrative</Tag>
                </>
              )}
            </>
          ),
        },
        { title: 'Kind', cell: ({ kind }) => frameworkKinds[kind] },
        {
          title: 'In use',
          cell: ({ from, until }) => (
            <>
              <Period from={from} until={until} />
              {from !== undefined && !covers({ from, until }, visit.on) && (
                <>
                  {' '}
                  <Tag colour="grey">{visit.on < from ? 'Not yet' : 'Over'}</Tag>
                </>
              )}
            </>
          ),
        },
        { title: 'Outcomes', numeric: true, cell: ({ outcomes }) => String(outcomes) },
        { title: 'Indicators', numeric: true, cell: ({ indicators }) => String(indicators) },
        { title: 'Source', cell: (framework) => <Origin {...framework} /> },
      ]}
      empty="No set of outcomes or indicators is recorded."
      narrow="stack"
      downloads={filesOf(path, visit)}
    />
    <p class="accord-takeaway">
      <Link href={schemaOf(path)}>What the columns hold, as a Table Schema</Link>
    </p>
    <AnotherDay visit={visit} />
  </>
);
