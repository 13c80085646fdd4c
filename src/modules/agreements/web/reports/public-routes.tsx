import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import { formatDate, londonDate } from '#platform/kernel';
import type { Services } from '#platform/module';
import { DataTable, followAddresses, Link, Prose, Text, Button } from '#platform/ui';
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
import { reportPath, reportsPath } from '../../domain/report/report.ts';
import { periodName } from '../../domain/series/period-name.ts';
import { reportDataset, reportsDataset } from '../../queries/reports/datasets.ts';
import { type ReportHead, reportShown, reportsOn } from '../../queries/reports/report-shown.ts';
import { ReportPage } from './report-page.tsx';

const noSuchReport = 'There is no published report with this address. The list of reports has them all.';

/** Published reports. */
export function reportPublicRoutes({ database }: Pick<Services, 'database'>): readonly PublicRoute[] {
  const bodyOf = ({ query }: Visit) => (query['body'] === '' ? undefined : query['body']);
  const listed = (visit: Visit) => reportsOn(database, { bodyId: bodyOf(visit), on: visit.on });
  return [
    {
      method: 'GET',
      path: '/reports',
      may: 'anyone',
      handle: async (visit) => {
        const [reports, bodies] = await Promise.all([listed(visit), everyBody(database, { on: visit.on })]);
        return page({
          title: 'Reports',
          description: 'Quarterly reports of bodies, places and themes, as they were published.',
          section: 'agreements',
          breadcrumbs: [home, { text: 'How it goes', href: onDay('/progress', visit) }, { text: 'Reports' }],
          main: <ReportsPage {...{ reports, bodies, visit }} bodyId={bodyOf(visit)} />,
        });
      },
    },
    ...fileRoutes('/reports', async (visit) =>
      reportsDataset(await listed(visit), await everyBody(database, { on: visit.on })),
    ),
    {
      method: 'GET',
      path: '/reports/:report',
      may: 'anyone',
      handle: async (visit) => {
        const shown = await reportShown(database, visit.params['report'] ?? '', visit.on);
        if (shown === undefined) return notFound(noSuchReport);
        const { report, bodyName } = shown;
        return page({
          title: report.title,
          caption: bodyName,
          section: 'agreements',
          breadcrumbs: [home, { text: 'Reports', href: onDay('/reports', visit) }, { text: report.title }],
          feed: { href: followAddresses({ kind: 'bodies', id: report.bodyId }).feed, title: bodyName },
          main: <ReportPage shown={shown} visit={visit} />,
        });
      },
    },
    ...fileRoutes(
      '/reports/:report/lines',
      async ({ params, on }) => {
        const shown = await reportShown(database, params['report'] ?? '', on);
        return shown && reportDataset(shown);
      },
      () => noSuchReport,
    ),
  ];
}

type Props = Readonly<{
  reports: readonly ReportHead[];
  bodies: readonly BodyLine[];
  bodyId: string | undefined;
  visit: Visit;
}>;

function ReportsPage({ reports, bodies, bodyId, visit }: Props) {
  const names = new Map(bodies.map(({ id, name }) => [id, name]));
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        <Text lead>
          Each report was composed from the same readings as every page here, and stands as it was published.
          Where a figure was revised since, the report says so.
        </Text>
        <form method="get" action="/reports">
          <Choice
            name="body"
            label="Body"
            every="Every body"
            chosen={bodyId}
            options={namedOptions(bodies)}
          />
          <KeepDay visit={visit} />
          <Button variant="secondary">Show</Button>
        </form>
      </Prose>
      <DataTable
        caption="Reports, the latest first"
        rows={reports}
        columns={[
          {
            title: 'Report',
            cell: (report) => <Link href={onDay(reportPath(report), visit)}>{report.title}</Link>,
          },
          { title: 'Of', cell: ({ subject }) => subject.name },
          { title: 'Period', cell: ({ period }) => periodName(period) },
          { title: 'Published by', cell: (report) => names.get(report.bodyId) ?? report.bodyId },
          { title: 'On', cell: ({ publishedAt }) => formatDate(londonDate(publishedAt)) },
        ]}
        empty="No report is published yet."
        narrow="stack"
        downloads={filesOf(reportsPath(bodyId), visit)}
      />
      <AnotherDay visit={visit} />
    </>
  );
}
