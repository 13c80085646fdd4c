import { formatFraction, decimalFraction, formatDate, groupBy, londonDate } from '#platform/kernel';
import { DataTable, Details, Link } from '#platform/ui';
import { Day } from '#platform/web';
import type { KeptReading, ReadingStatus } from '../../domain/reading/reading.ts';
import { readingsPath } from '../../domain/reading/reading-paths.ts';
import { periodName } from '../../domain/series/period-name.ts';
import { readingMarks, sayFigure } from '../../domain/series/say-figure.ts';
import type { Series } from '../../domain/series/series.ts';

/** The letters that official tables put beside a figure. */
const letters: Readonly<Record<ReadingStatus, string>> = {
  estimate: 'e',
  provisional: 'p',
  final: '',
  revised: 'r',
  suppressed: 's',
  'not-available': 'n/a',
};

/** A figure with its letter, which says in full what it means to whoever hovers over it or hears it. */
export const Figure = ({
  series,
  reading: { value, status, withdrawnAt },
}: Readonly<{
  series: Pick<Series, 'unit' | 'decimals'>;
  reading: Pick<KeptReading, 'value' | 'status' | 'withdrawnAt'>;
}>) => (
  <>
    {value === undefined ? '' : `${sayFigure(series, value)} `}
    {withdrawnAt !== undefined && `withdrawn ${formatDate(londonDate(withdrawnAt))} `}
    {letters[status] !== '' && <abbr title={readingMarks[status]}>{`(${letters[status]})`}</abbr>}
  </>
);

type ReadingsTableProps = Readonly<{
  series: Pick<Series, 'id' | 'unit' | 'decimals'>;
  /** Every revision, of every period, known on the day that is shown. */
  revisions: readonly KeptReading[];
  downloads?: Readonly<{ csv: string; json: string }> | undefined;
}>;

/**
 * What is known of each period, the newest first, with every revision before it: what it said, who entered and who approved
 * it, and when it was published.
 */
export function ReadingsTable({ series, revisions, downloads }: ReadingsTableProps) {
  const periods = groupBy(
    revisions.toSorted((a, b) => b.period.to.localeCompare(a.period.to) || b.revision - a.revision),
    ({ period }) => `${period.from} ${period.to}`,
  );
  const rows = [...periods.values()].flatMap(([known, ...earlier]) =>
    known === undefined ? [] : { known, earlier },
  );
  return (
    <>
      <DataTable
        caption="Readings"
        captionHidden
        rows={rows}
        columns={[
          { title: 'Period', cell: ({ known }) => periodName(known.period) },
          { title: 'Figure', cell: ({ known }) => <Figure series={series} reading={known} /> },
          { title: 'Out of', cell: ({ known }) => parts(known) },
          { title: '95% interval', cell: ({ known }) => interval(known, series.decimals) },
          { title: 'Published', cell: ({ known }) => <Published reading={known} /> },
          {
            title: 'Note',
            cell: ({ known, earlier }) => <Notes known={known} earlier={earlier} series={series} />,
          },
        ]}
        empty="No reading is published yet."
        narrow="stack"
        downloads={downloads}
      />
      <p class="govuk-hint">
        (e) estimate, (p) provisional, (r) revised, (s) suppressed so that nobody can be known by it, (n/a)
        not available.
      </p>
    </>
  );
}

const parts = ({ numerator, denominator }: KeptReading): string =>
  numerator === undefined || denominator === undefined
    ? ''
    : `${formatFraction(decimalFraction(numerator))} of ${formatFraction(decimalFraction(denominator))}`;

const interval = ({ confidence, sample }: KeptReading, decimals: number): string => {
  const limit = (figure: string) => formatFraction(decimalFraction(figure), decimals);
  const between = confidence === undefined ? '' : `${limit(confidence.low)} to ${limit(confidence.high)}`;
  return sample === undefined ? between : `${between} (${sample} answered)`.trim();
};

const Published = ({ reading }: Readonly<{ reading: KeptReading }>) => (
  <>
    <Link href={readingsPath({ id: reading.batchId })}>
      <Day on={londonDate(reading.publishedAt)} />
    </Link>
    {`, entered by ${reading.enteredBy}, approved by ${reading.approvedBy}`}
  </>
);

const Notes = ({
  known,
  earlier,
  series,
}: Readonly<{
  known: KeptReading;
  earlier: readonly KeptReading[];
  series: ReadingsTableProps['series'];
}>) => (
  <>
    {known.note}
    {earlier.length > 0 && (
      <Details summary={earlier.length === 1 ? '1 revision before' : `${earlier.length} revisions before`}>
        <ul class="govuk-list govuk-list--bullet">
          {earlier.map((reading) => (
            <li key={reading.revision}>
              <Figure series={series} reading={reading} /> <Published reading={reading} />
              {reading.note === '' ? '' : `. ${reading.note}`}
            </li>
          ))}
        </ul>
      </Details>
    )}
  </>
);
