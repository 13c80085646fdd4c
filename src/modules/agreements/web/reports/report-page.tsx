import type { Visit } from '#platform/http';
import { formatDate, listInWords, londonDate, plural } from '#platform/kernel';
import { DataTable, FollowLinks, InsetText, Prose, Text } from '#platform/ui';
import { AsOf, filesOf, Section } from '#platform/web';
import { reportPath } from '../../domain/report/report.ts';
import { periodName } from '../../domain/series/period-name.ts';
import { sayFigureOf } from '../../domain/series/say-figure.ts';
import type { ReportShown, RevisedFigure } from '../../queries/reports/report-shown.ts';
import { illustrativeWarning } from '../progress/parts/status.tsx';
import { ReportLines } from './report-lines.tsx';
import { ReportWords } from './report-words.tsx';

type Props = Readonly<{ shown: ReportShown; visit: Visit }>;

/** A report as it was published. What was revised since is told at its head, with both figures. */
export function ReportPage({ shown, visit }: Props) {
  const { report, series, revised, bodyName } = shown;
  const { lines, figures, says } = report;
  const path = reportPath(report);
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        <Text lead>
          {`${report.subject.name}, ${periodName(report.period)}, as it was known on ${formatDate(report.knownOn)}. ${sayCounts(lines)}`}
        </Text>
        <Text>{`Published by ${report.byOffice}, ${bodyName}, on ${formatDate(londonDate(report.publishedAt))}. It does not change.`}</Text>
      </Prose>
      {lines.some(({ isIllustrative }) => isIllustrative) && <InsetText>{illustrativeWarning}</InsetText>}
      {revised.length > 0 && <Revised shown={shown} />}
      {says !== '' && (
        <Prose>
          <ReportWords {...{ says, figures, series, revised }} />
        </Prose>
      )}
      <ReportLines lines={lines} files={filesOf(`${path}/lines`, visit)} />
      <FollowLinks followed={{ kind: 'bodies', id: report.bodyId }} what={bodyName} />
    </>
  );
}

function sayCounts(lines: ReportShown['report']['lines']): string {
  const counted = new Map<string, number>();
  for (const { status } of lines) {
    const word = status.replace(' (provisional)', '').toLowerCase();
    counted.set(word, (counted.get(word) ?? 0) + 1);
  }
  return `${plural(lines.length, 'measure')}: ${listInWords([...counted].map(([word, count]) => `${count} ${word}`))}.`;
}

function Revised({ shown: { revised, series, report } }: Pick<Props, 'shown'>) {
  const nameOf = ({ seriesId, areaId, period }: RevisedFigure['figure']) => {
    const line = report.lines.find((each) => each.seriesId === seriesId && each.areaId === areaId);
    const title = line?.title ?? series.get(seriesId)?.title ?? seriesId;
    return `${title}, ${line?.areaName ?? areaId}, ${periodName(period)}`;
  };
  const words = (seriesId: string, figure: Pick<RevisedFigure['now'], 'value' | 'status'>) => {
    const of = series.get(seriesId);
    return of === undefined ? (figure.value ?? '') : sayFigureOf(of, figure);
  };
  return (
    <Section title="Revised since this report" id="revised">
      <Text>
        {`${plural(revised.length, 'figure')} of this report ${revised.length === 1 ? 'is' : 'are'} known otherwise now. The report stays as it was published.`}
      </Text>
      <DataTable
        caption="Figures revised since"
        captionHidden
        rows={revised}
        columns={[
          { title: 'Figure', cell: ({ figure }) => nameOf(figure) },
          { title: 'In this report', numeric: true, cell: ({ figure }) => words(figure.seriesId, figure) },
          { title: 'Known now', numeric: true, cell: ({ figure, now }) => words(figure.seriesId, now) },
          { title: 'Since', cell: ({ now }) => formatDate(londonDate(now.publishedAt)) },
        ]}
        empty="None."
        narrow="stack"
      />
    </Section>
  );
}
