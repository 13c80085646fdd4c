import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import { formatCount, formatMoney, londonDate } from '#platform/kernel';
import type { ServicesWithFiles } from '#platform/module';
import { Button, DataTable, followAddresses, FollowLinks, Link, Prose, Tag, Text } from '#platform/ui';
import {
  AnotherDay,
  AsOf,
  Choice,
  Day,
  fileRoutes,
  filesOf,
  home,
  KeepDay,
  namedOptions,
  onDay,
} from '#platform/web';
import { bodiesOn, type BodyLine, bodyOn } from '#modules/register';
import { monthsInWords } from '../../../domain/release/months-covered.ts';
import { datasets } from '../../../domain/release/release.ts';
import { releasePath, releasesPath, releasesPathOf } from '../../../domain/release/release-path.ts';
import { type ReleaseShown, releasesDataset, releasesOn } from '../../../queries/publishing/releases.ts';
import { isExampleUnderWay } from '../../../queries/publishing/example-under-way.ts';
import { ExampleUnderWay } from '../../example-under-way.tsx';
import { ReleaseStandingTag } from './release-standing.tsx';

/** Every release of payments or those of one body, with those that were superseded or withdrawn. */
export function releasesRoutes({ database }: Pick<ServicesWithFiles, 'database'>): readonly PublicRoute[] {
  const asked = async ({ query, on }: Visit): Promise<Asked | undefined> => {
    const bodyId = query['body'] ?? '';
    if (bodyId === '') return { releases: await releasesOn(database, on), body: undefined };
    const body = await bodyOn(database, bodyId, { on });
    return body && { releases: await releasesOn(database, on, bodyId), body };
  };
  return [
    {
      method: 'GET',
      path: releasesPath,
      may: 'anyone',
      handle: async (visit) => {
        const found = await asked(visit);
        if (found === undefined) return notFound(noSuchBody);
        const bodies = (await bodiesOn(database, visit)).filter(({ tier }) => tier !== undefined);
        const title = titleOf(found);
        return page({
          title,
          description: 'What each council published of its payments, when, by whom, and what took its place.',
          section: 'money',
          breadcrumbs: [home, { text: 'Money', href: '/money' }, { text: 'Releases of payments' }],
          feed: { href: followAddresses(followed(found)).feed, title },
          main: (
            <>
              <ExampleUnderWay when={await isExampleUnderWay(database)} />
              <Releases {...found} bodies={bodies} visit={visit} />
            </>
          ),
        });
      },
    },
    ...fileRoutes(
      releasesPath,
      async (visit) => {
        const found = await asked(visit);
        return found && releasesDataset(found.releases);
      },
      () => noSuchBody,
    ),
  ];
}

type Asked = Readonly<{ releases: readonly ReleaseShown[]; body: BodyLine | undefined }>;

const noSuchBody = 'There is no body of this name on this day. All releases are listed at /money/releases.';

const titleOf = ({ body }: Asked): string =>
  body === undefined ? 'Releases of payments' : `Releases of payments of ${body.name}`;

const pathOf = ({ body }: Asked): string => (body === undefined ? releasesPath : releasesPathOf(body.id));

const followed = (asked: Asked) => ({ kind: 'things', id: pathOf(asked) }) as const;

const Releases = ({
  bodies,
  visit,
  ...asked
}: Asked & Readonly<{ bodies: readonly BodyLine[]; visit: Visit }>) => (
  <>
    <AsOf visit={visit} />
    <Prose>
      <Text lead>
        A release is what a council published of its payments at once. It is never edited: another takes its
        place, or it is withdrawn with the reason, and it stays to be downloaded.
      </Text>
    </Prose>
    <form method="get" action={releasesPath} class="accord-section">
      <Choice
        name="body"
        label="Council"
        every="Every council"
        chosen={asked.body?.id}
        options={namedOptions(bodies)}
      />
      <KeepDay visit={visit} />
      <Button variant="secondary">Show</Button>
    </form>
    <DataTable
      caption={titleOf(asked)}
      captionHidden
      rows={asked.releases}
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
      empty="No payments are published here by this day. That says nothing of what was paid."
      narrow="stack"
      downloads={filesOf(pathOf(asked), visit)}
    />
    <FollowLinks followed={followed(asked)} what={titleOf(asked)} />
    <AnotherDay visit={visit} />
  </>
);
