import { page, type PublicRoute, type Visit } from '#platform/http';
import { formatCount, formatMoney, londonDate } from '#platform/kernel';
import type { ServicesWithFiles } from '#platform/module';
import { DataTable, Link, Prose, Tag, Text } from '#platform/ui';
import { AnotherDay, AsOf, Day, fileRoutes, filesOf, home, onDay } from '#platform/web';
import { monthsInWords } from '../../../domain/release/months-covered.ts';
import { datasets } from '../../../domain/release/release.ts';
import { releasePath } from '../../../domain/release/release-path.ts';
import { type ReleaseShown, releasesDataset, releasesOn } from '../../../queries/publishing/releases.ts';
import { isExampleUnderWay } from '../../../queries/publishing/example-under-way.ts';
import { ExampleUnderWay } from '../../example-under-way.tsx';
import { ReleaseStandingTag } from './release-standing.tsx';

export const releasesPath = '/money/releases';

/** Every release of payments, with those that were superseded or withdrawn. */
export function releasesRoutes({ database }: Pick<ServicesWithFiles, 'database'>): readonly PublicRoute[] {
  return [
    {
      method: 'GET',
      path: releasesPath,
      may: 'anyone',
      handle: async (visit) => {
        const releases = await releasesOn(database, visit.on);
        return page({
          title: 'Releases of payments',
          description: 'What each council published of its payments, when, by whom, and what took its place.',
          section: 'money',
          breadcrumbs: [home, { text: 'Releases of payments' }],
          main: (
            <>
              <ExampleUnderWay when={await isExampleUnderWay(database)} />
              <Releases releases={releases} visit={visit} />
            </>
          ),
        });
      },
    },
    ...fileRoutes(releasesPath, async ({ on }) => releasesDataset(await releasesOn(database, on))),
  ];
}

const Releases = ({ releases, visit }: Readonly<{ releases: readonly ReleaseShown[]; visit: Visit }>) => (
  <>
    <AsOf visit={visit} />
    <Prose>
      <Text lead>
        A release is what a council published of its payments at once. It is never edited: another takes its
        place, or it is withdrawn with the reason, and it stays to be downloaded.
      </Text>
    </Prose>
    <DataTable
      caption="Releases of payments"
      captionHidden
      rows={releases}
      columns={[
        {
          title: 'Release',
          cell: (release) => (
            <>
              <Link href={onDay(releasePath(release.id), visit)}>
                {`${release.bodyName}, ${monthsInWords({ from: release.periodFrom, to: release.periodTo })}, version ${release.version}`}
              </Link>{' '}
              {release.isIllustrative && <Tag colour="yellow">Illustrative</Tag>}
            </>
          ),
        },
        { title: 'Holds', cell: ({ dataset }) => datasets[dataset] },
        { title: 'Standing', cell: ({ standing }) => <ReleaseStandingTag standing={standing} /> },
        { title: 'Payments', cell: ({ rows }) => formatCount(Number(rows)), numeric: true },
        { title: 'Amount', cell: ({ pence }) => formatMoney(pence), numeric: true },
        { title: 'Published', cell: ({ publishedAt }) => <Day on={londonDate(publishedAt)} /> },
      ]}
      empty="No payments are published yet."
      narrow="stack"
      downloads={filesOf(releasesPath, visit)}
    />
    <AnotherDay visit={visit} />
  </>
);
