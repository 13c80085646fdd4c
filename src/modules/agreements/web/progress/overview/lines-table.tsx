import { DataTable, Link, Unseen } from '#platform/ui';
import { type DayAsked, onDay } from '#platform/web';
import { seriesAreaPath } from '../../../domain/reading/reading-paths.ts';
import { sayFigure, sayFigureOf } from '../../../domain/series/say-figure.ts';
import { targetPath } from '../../../domain/target/target.ts';
import type { Names } from '../../../queries/progress/names.ts';
import type { ProgressLine } from '../../../queries/progress/overview.ts';
import { DirectionWord, Illustrative, StatusTag } from '../parts/status.tsx';

type Props = Readonly<{
  caption: string;
  captionHidden?: boolean;
  lines: readonly ProgressLine[];
  names: Names;
  visit: DayAsked;
  empty: string;
  files?: Readonly<{ csv: string; json: string }> | undefined;
}>;

/** How series go, one row each: where it stands, where it goes, who agreed to its target and who answers for it. */
export const LinesTable = ({ caption, captionHidden, lines, names, visit, empty, files }: Props) => (
  <DataTable
    caption={caption}
    captionHidden={captionHidden}
    rows={lines}
    columns={[
      { title: 'What', cell: (line) => <What line={line} names={names} visit={visit} /> },
      { title: 'Status', cell: ({ status }) => <StatusTag status={status} /> },
      { title: 'Figure', cell: (line) => <Figure line={line} /> },
      { title: 'Direction', cell: ({ direction }) => <DirectionWord direction={direction} /> },
      { title: 'Agreed by', cell: (line) => <AgreedBy line={line} names={names} visit={visit} /> },
      {
        title: 'Answers for it',
        cell: (line) => (line.answersFor === undefined ? 'Owner not named' : names.body(line.answersFor)),
      },
    ]}
    empty={empty}
    narrow="stack"
    downloads={files}
  />
);

type Cell = Readonly<{ line: ProgressLine; names: Names; visit: DayAsked }>;

function What({ line: { series, areaId, proxies }, names, visit }: Cell) {
  const path = (seriesId: string) => onDay(seriesAreaPath({ seriesId, areaId }), visit);
  return (
    <div>
      <Link href={path(series.id)}>
        {series.title}
        <Unseen>, {names.area(series, areaId)}</Unseen>
      </Link>{' '}
      <Illustrative when={series.isIllustrative} />
      <div class="govuk-hint govuk-!-margin-bottom-0">
        {names.area(series, areaId)}
        {series.proxyFor !== undefined && ', a quick measure that stands for a slow one'}
      </div>
      {proxies.map((quick) => (
        <div class="govuk-hint govuk-!-margin-bottom-0">
          {'Slow; watched by the quick measure '}
          <Link href={path(quick.series.id)}>{quick.series.title}</Link> <StatusTag status={quick.status} />
        </div>
      ))}
    </div>
  );
}

function Figure({ line: { series, latest, status } }: Pick<Cell, 'line'>) {
  if (latest === undefined) return <>none published</>;
  return (
    <div>
      {sayFigureOf(series, latest)}
      {status.colour !== 'grey' && series.polarity.better !== 'band' && (
        <div class="govuk-hint govuk-!-margin-bottom-0">{sayFigure(series, status.expected)} expected</div>
      )}
    </div>
  );
}

function AgreedBy({ line: { target, agreedBy, targets }, names, visit }: Cell) {
  const shown = target ?? targets[0];
  if (shown === undefined) return <>No target</>;
  return (
    <div>
      {target === undefined ? 'Not agreed by all' : agreedBy.map(names.body).join(', ') || 'It binds nobody'}{' '}
      <Link href={onDay(targetPath(shown.target), visit)}>
        Target
        <Unseen>
          {' '}
          {shown.target.number} of {shown.target.agreementId}
        </Unseen>
      </Link>
    </div>
  );
}
