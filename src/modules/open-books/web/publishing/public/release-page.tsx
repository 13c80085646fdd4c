import { createReadStream } from 'node:fs';
import {
  type Dataset as Download,
  json,
  notFound,
  page,
  type PublicRoute,
  stream,
  type Visit,
} from '#platform/http';
import { formatMoney, londonDate, pence, plural } from '#platform/kernel';
import type { ServicesWithFiles } from '#platform/module';
import {
  Bullets,
  Details,
  FollowLinks,
  InsetText,
  Link,
  Prose,
  SummaryList,
  Text,
  WarningText,
} from '#platform/ui';
import { AnotherDay, AsOf, Day, fileRoutes, filesOf, home, onDay, Section } from '#platform/web';
import { datasets, type PublishedReport } from '../../../domain/release/release.ts';
import { monthsInWords } from '../../../domain/release/months-covered.ts';
import { tableName } from '../../../domain/import/report.ts';
import { findingInWords } from '../../../domain/import/report.ts';
import { releasePath, releasesPath, releasesPathOf } from '../../../domain/release/release-path.ts';
import { nationalRows, publishedFile, publishedFiles } from '../../../queries/publishing/national-rows.ts';
import { releasePackage } from '../../../queries/publishing/release-package.ts';
import { releaseName, releaseOn, type ReleaseShown } from '../../../queries/publishing/releases.ts';
import { Balance } from '../report/balance.tsx';
import { FilesBrought } from '../report/files-brought.tsx';
import { Found } from '../report/found.tsx';
import { TablesFound } from '../report/tables-found.tsx';
import { PrintedFrom } from '../../printed-from.tsx';
import { inPounds } from '../../explore/money-words.tsx';
import { ReleaseStandingTag } from './release-standing.tsx';

const path = `${releasesPath}/:release`;
const noSuchRelease = 'No release of payments was published at this address by the day you ask about.';

type Serving = ServicesWithFiles & Readonly<{ address: string }>;

/** A release: what it holds, that its counts balance, who stands for it, and its files. */
export function releaseRoutes({ database, published, address }: Serving): readonly PublicRoute[] {
  const found = ({ params, on }: Visit) => releaseOn(database, params['release'] ?? '', on);
  return [
    {
      method: 'GET',
      path,
      may: 'anyone',
      handle: async (visit) => {
        const shown = await found(visit);
        if (shown === undefined) return notFound(noSuchRelease);
        const { release } = shown;
        return page({
          title: `Payments of ${monthsInWords({ from: release.periodFrom, to: release.periodTo })}`,
          caption: release.bodyName,
          description: `${plural(Number(release.rows), 'payment')} of ${release.bodyName}, ${formatMoney(release.pence)}, published together.`,
          section: 'money',
          breadcrumbs: [
            home,
            { text: 'Money', href: '/money' },
            { text: 'Releases of payments', href: releasesPath },
            { text: releaseName(release) },
          ],
          main: (
            <Released
              {...shown}
              files={await publishedFiles(published, release.id)}
              address={address}
              visit={visit}
            />
          ),
        });
      },
    },
    ...fileRoutes(
      path,
      async (visit) => {
        const shown = await found(visit);
        return shown && tablesDataset(shown.release, shown.report);
      },
      () => noSuchRelease,
    ),
    ...fileRoutes(
      `${path}/found`,
      async (visit) => {
        const shown = await found(visit);
        return shown && foundDataset(shown.release, shown.report);
      },
      () => noSuchRelease,
    ),
    {
      method: 'GET',
      path: `${path}/payments.csv`,
      may: 'anyone',
      handle: async (visit) => {
        const shown = await found(visit);
        if (shown === undefined) return notFound(noSuchRelease);
        const { release } = shown;
        return stream('text/csv', nationalRows(published, release), `${marked(release)}.csv`);
      },
    },
    {
      method: 'GET',
      path: `${path}/datapackage.json`,
      may: 'anyone',
      handle: async (visit) => {
        const shown = await found(visit);
        return shown === undefined
          ? notFound(noSuchRelease)
          : json(await releasePackage(published, shown.release, address));
      },
    },
    {
      method: 'GET',
      path: `${path}/files/:file`,
      may: 'anyone',
      handle: async (visit) => {
        const shown = await found(visit);
        if (shown === undefined) return notFound(noSuchRelease);
        const name = visit.params['file'] ?? '';
        const place = await publishedFile(published, shown.release.id, name);
        return place === undefined
          ? notFound('This release has no such file. Its page lists those it has.')
          : stream(
              'application/vnd.apache.parquet',
              createReadStream(place),
              `${marked(shown.release)}-${name}`,
            );
      },
    },
  ];
}

/** The name under which a release is saved says what is made up. */
const marked = ({ id, isIllustrative }: ReleaseShown): string =>
  `${isIllustrative ? 'illustrative-' : ''}payments-${id}`;

type ReleasedProps = Readonly<{
  release: ReleaseShown;
  report: PublishedReport;
  files: readonly string[];
  address: string;
  visit: Visit;
}>;

const Released = ({ release, report, files, address, visit }: ReleasedProps) => (
  <>
    <AsOf visit={visit} />
    <Prose>
      {release.isIllustrative && (
        <WarningText>
          Illustrative: these payments are made up to show the page. Nobody paid them.
        </WarningText>
      )}
      {release.standing.is === 'withdrawn' && (
        <InsetText>
          {`This release was withdrawn: ${release.standing.reason}. It counts on no page, and stays to be downloaded.`}
        </InsetText>
      )}
      {release.standing.is === 'superseded' && (
        <InsetText>
          <Link href={onDay(releasePath(release.standing.by), visit)}>A newer release</Link> took the place of
          this one. It counts on no page, and stays to be downloaded.
        </InsetText>
      )}
    </Prose>
    <Balance sums={report} made="Payments published" />
    <OfOtherMonths {...report} />
    <Prose>
      <SummaryList rows={rowsOf(release, visit)} />
    </Prose>
    <Section title="Take it away" id="downloads">
      <Text>
        <Link href={`${releasePath(release.id)}/payments.csv`}>
          {`Every payment as CSV, in the national schema${madeUp(release)}`}
        </Link>
      </Text>
      <Text>
        <Link href={`${releasePath(release.id)}/datapackage.json`}>
          What its files and columns hold, as a data package (JSON)
        </Link>
      </Text>
      <Details summary={`Files of columns (Parquet)${madeUp(release)}`}>
        <Text>
          Those named rows hold every payment with all its columns, those named raw the text of each as it
          stood in its file, row for row.
        </Text>
        <Bullets
          items={files.map((name) => (
            <Link href={`${releasePath(release.id)}/files/${name}`}>{name}</Link>
          ))}
        />
      </Details>
    </Section>
    <FilesBrought files={release.files} />
    <Found
      findings={report.findings}
      files={release.files}
      forOfficer={false}
      downloads={filesOf(`${releasePath(release.id)}/found`, visit)}
    />
    <TablesFound tables={report.tables} downloads={filesOf(releasePath(release.id), visit)} />
    <FollowLinks
      followed={{ kind: 'things', id: releasesPathOf(release.bodyId) }}
      what={`releases of payments of ${release.bodyName}`}
    />
    <AnotherDay visit={visit} />
    <PrintedFrom address={address} visit={visit} />
  </>
);

/** That the files were of several months, each published by itself. */
function OfOtherMonths({ tables }: Pick<PublishedReport, 'tables'>) {
  const elsewhere = tables.flatMap((table) => table.elsewhere ?? []);
  if (elsewhere.length === 0) return null;
  const sum = (key: 'rows' | 'pence') => elsewhere.reduce((all, each) => all + each[key], 0);
  return (
    <Text>
      {`Its files are of several months, each published as a release of its own: ${plural(sum('rows'), 'other payment')} of ${formatMoney(pence(sum('pence')))} ${sum('rows') === 1 ? 'is' : 'are'} of other months. Rows set aside are told with the last month of their table.`}
    </Text>
  );
}

const madeUp = ({ isIllustrative }: ReleaseShown): string => (isIllustrative ? ' (illustrative)' : '');

function rowsOf(release: ReleaseShown, visit: Visit) {
  const { supersedes } = release;
  return [
    { key: 'Standing', value: { children: <ReleaseStandingTag standing={release.standing} /> } },
    {
      key: 'Body',
      value: { children: <Link href={onDay(`/bodies/${release.bodyId}`, visit)}>{release.bodyName}</Link> },
    },
    { key: 'Holds', value: datasets[release.dataset] },
    { key: 'Version', value: String(release.version) },
    { key: 'Prepared by', value: release.preparedBy },
    { key: 'Approved by', value: release.approvedBy },
    { key: 'Published', value: { children: <Day on={londonDate(release.publishedAt)} /> } },
    ...(supersedes.length === 0
      ? []
      : [
          {
            key: 'Took the place of',
            value: {
              children: supersedes.map((id) => (
                <div>
                  <Link href={onDay(releasePath(id), visit)}>{id}</Link>
                </div>
              )),
            },
          },
        ]),
    ...(release.withdrawn === undefined
      ? []
      : [{ key: 'Withdrawn by', value: `${release.withdrawn.byOffice}: ${release.withdrawn.reason}` }]),
    { key: 'Source', value: release.source },
  ];
}

/** What the check found, to take away. */
const foundDataset = (release: ReleaseShown, report: PublishedReport): Download => ({
  name: `${release.isIllustrative ? 'illustrative-' : ''}found-${release.id}`,
  source: `${release.isIllustrative ? 'Illustrative: made up. ' : ''}${release.source}`,
  columns: [
    { key: 'found', title: 'Found' },
    { key: 'rows', title: 'Rows' },
    { key: 'pence', title: 'Pence' },
    { key: 'pounds', title: 'Pounds' },
  ],
  rows: report.findings.map((finding) => ({
    found: findingInWords(finding),
    rows: finding.rows,
    pence: finding.pence,
    pounds: inPounds(BigInt(finding.pence)),
  })),
});

/** The balance of each table, to take away. */
const tablesDataset = (release: ReleaseShown, report: PublishedReport): Download => ({
  name: `${release.isIllustrative ? 'illustrative-' : ''}release-${release.id}`,
  source: `${release.isIllustrative ? 'Illustrative: made up. ' : ''}${release.source}`,
  columns: [
    { key: 'table', title: 'Table' },
    { key: 'encoding', title: 'Written in' },
    { key: 'rowsIn', title: 'Rows in' },
    { key: 'payments', title: 'Payments' },
    { key: 'pence', title: 'Pence' },
    { key: 'pounds', title: 'Pounds' },
    { key: 'rowsSetAside', title: 'Rows set aside' },
    { key: 'penceSetAside', title: 'Pence set aside' },
    { key: 'poundsSetAside', title: 'Pounds set aside' },
    { key: 'from', title: 'From' },
    { key: 'to', title: 'To' },
    { key: 'refused', title: 'Not read because' },
  ],
  rows: report.tables.map((table) => ({
    table: tableName(table),
    encoding: table.encoding,
    rowsIn: table.rowsIn,
    payments: table.rowsUnderstood,
    pence: pence(table.penceUnderstood),
    pounds: inPounds(BigInt(table.penceUnderstood)),
    rowsSetAside: table.rowsSetAside,
    penceSetAside: pence(table.penceSetAside),
    poundsSetAside: inPounds(BigInt(table.penceSetAside)),
    from: table.periodFrom,
    to: table.periodTo,
    refused: table.refused,
  })),
});
