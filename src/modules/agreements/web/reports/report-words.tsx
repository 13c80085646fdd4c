import { Text } from '#platform/ui';
import { piecesOf } from '../../domain/report/quote.ts';
import type { ReportFigure } from '../../domain/report/report.ts';
import { sayFigureOf } from '../../domain/series/say-figure.ts';
import type { Series } from '../../domain/series/series.ts';
import type { RevisedFigure } from '../../queries/reports/report-shown.ts';

type Props = Readonly<{
  says: string;
  figures: readonly ReportFigure[];
  series: ReadonlyMap<string, Series>;
  revised: readonly RevisedFigure[];
}>;

/** The office’s own words, each figure they quote as it was when the report was published, and as it is known since. */
export const ReportWords = ({ says, ...figures }: Props) => (
  <>
    {says.split('\n\n').map((paragraph) => (
      <Text>
        {piecesOf(paragraph).map((piece) => {
          if (piece.is === 'text') return piece.text;
          if (piece.is === 'unreadable') return piece.token;
          return <Quoted token={piece.quote.token} {...figures} />;
        })}
      </Text>
    ))}
  </>
);

function Quoted({ token, figures, series, revised }: Omit<Props, 'says'> & Readonly<{ token: string }>) {
  const figure = figures.find(({ quotedAs }) => quotedAs === token);
  const of = series.get(figure?.seriesId ?? '');
  if (figure === undefined || of === undefined) return <>{token}</>;
  const now = revised.find((each) => each.figure.quotedAs === token)?.now;
  return (
    <>
      {sayFigureOf(of, figure)}
      {now !== undefined && <strong>{` [since revised to ${sayFigureOf(of, now)}]`}</strong>}
    </>
  );
}
