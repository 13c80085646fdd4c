import type { Dataset } from '#platform/http';
import type { BodyLine } from '#modules/register';
import { reportPath } from '../../domain/report/report.ts';
import type { ReportHead, ReportShown } from './report-shown.ts';

/** The reports of a list. */
export function reportsDataset(reports: readonly ReportHead[], bodies: readonly BodyLine[]): Dataset {
  const names = new Map(bodies.map(({ id, name }) => [id, name]));
  return {
    name: 'reports',
    columns: [
      { key: 'report', title: 'Report' },
      { key: 'title', title: 'Title' },
      { key: 'kind', title: 'Of a' },
      { key: 'of', title: 'Of' },
      { key: 'periodFrom', title: 'Period from' },
      { key: 'periodTo', title: 'Period to' },
      { key: 'knownOn', title: 'Known on' },
      { key: 'body', title: 'Published by' },
      { key: 'office', title: 'Office' },
      { key: 'publishedAt', title: 'Published at' },
      { key: 'page', title: 'Page' },
    ],
    rows: reports.map((report) => ({
      report: report.id,
      title: report.title,
      kind: report.subject.of,
      of: report.subject.id,
      periodFrom: report.period.from,
      periodTo: report.period.to,
      knownOn: report.knownOn,
      body: names.get(report.bodyId) ?? report.bodyId,
      office: report.byOffice,
      publishedAt: report.publishedAt.toISOString(),
      page: reportPath(report),
    })),
    source: 'Published by the bodies named',
  };
}

/** What a report says of each series, with the revision its figure came from and the one known since. */
export const reportDataset = ({ report, revised }: ReportShown): Dataset => ({
  name: `report-${report.id}`,
  columns: [
    { key: 'series', title: 'Series' },
    { key: 'title', title: 'Title' },
    { key: 'area', title: 'Area' },
    { key: 'areaName', title: 'Area name' },
    { key: 'concerns', title: 'Concerns' },
    { key: 'status', title: 'Status' },
    { key: 'because', title: 'Why' },
    { key: 'figure', title: 'Figure' },
    { key: 'period', title: 'Period' },
    { key: 'revision', title: 'Revision' },
    { key: 'value', title: 'Value' },
    { key: 'withdrawn', title: 'Whether the figure was withdrawn by suppression' },
    { key: 'revisedTo', title: 'Since revised to' },
    { key: 'target', title: 'Target' },
    { key: 'agreedBy', title: 'Agreed by' },
    { key: 'direction', title: 'Direction' },
    { key: 'forecast', title: 'Forecast' },
    { key: 'story', title: 'Story' },
    { key: 'illustrative', title: 'Illustrative' },
  ],
  rows: report.lines.map((line) => {
    const isOf = (figure: Readonly<{ seriesId: string; areaId: string; quotedAs: string | undefined }>) =>
      figure.seriesId === line.seriesId && figure.areaId === line.areaId && figure.quotedAs === undefined;
    const figure = report.figures.find(isOf);
    return {
      series: line.seriesId,
      title: line.title,
      area: line.areaId,
      areaName: line.areaName,
      concerns: line.concerns,
      status: line.status,
      because: line.because,
      figure: line.figure,
      period: line.period,
      revision: figure?.revision ?? null,
      value: figure?.value ?? null,
      withdrawn: line.isWithdrawn === true,
      revisedTo: revised.find((each) => isOf(each.figure))?.now.value ?? null,
      target: line.target,
      agreedBy: line.agreedBy,
      direction: line.direction,
      forecast: line.forecast,
      story: line.story,
      illustrative: line.isIllustrative,
    };
  }),
  source: `${report.title}, ${report.byOffice}`,
});
