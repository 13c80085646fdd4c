import { formatDate, londonDate } from '#platform/kernel';
import { Bullets, DataTable, Details, Link } from '#platform/ui';
import { type DayAsked, filesOf, onDay, Section } from '#platform/web';
import type { KeptReading } from '../../../domain/reading/reading.ts';
import { readingsPath, seriesAreaPath } from '../../../domain/reading/reading-paths.ts';
import { periodName } from '../../../domain/series/period-name.ts';
import { sayFigure, sayFigureOf } from '../../../domain/series/say-figure.ts';
import type { Series } from '../../../domain/series/series.ts';
import { trajectory } from '../../../domain/series/trajectory.ts';
import type { Curve } from '../../../queries/progress/curve.ts';

/** So many periods on the page; the files hold every one. */
const shown = 24;

type Props = Readonly<{ curve: Curve; visit: DayAsked }>;

/** The readings as they are known, and every revision of them: what was known on an earlier day is one question away. */
export function ReadingsPart({ curve: { going, known, revisions }, visit }: Props) {
  const { series, target } = going;
  const version = target?.standing.inForce?.version;
  const revised = known.filter(({ revision }) => revision > 1);
  return (
    <Section title="The readings">
      <DataTable
        caption={known.length > shown ? `The last ${shown} of ${known.length} periods` : 'Every period'}
        rows={known.toReversed().slice(0, shown)}
        columns={[
          { title: 'Period', cell: ({ period }) => periodName(period) },
          { title: 'Figure', numeric: true, cell: (reading) => sayFigureOf(series, reading) },
          {
            title: 'Expected',
            numeric: true,
            cell: ({ period }) => {
              const expected = trajectory(series, version, period);
              return typeof expected === 'string' ? '' : sayFigure(series, expected.value);
            },
          },
          {
            title: 'Published',
            cell: (reading) => (
              <div>
                <Link href={onDay(readingsPath({ id: reading.batchId }), visit)}>
                  {formatDate(londonDate(reading.publishedAt))}
                </Link>
                {reading.note !== '' && <div class="govuk-hint govuk-!-margin-bottom-0">{reading.note}</div>}
              </div>
            ),
          },
        ]}
        empty="No reading is published yet."
        narrow="stack"
        source={{ text: series.measuredFrom }}
        downloads={filesOf(
          `${seriesAreaPath({ seriesId: series.id, areaId: going.areaId })}/readings`,
          visit,
        )}
      />
      {revised.length > 0 && (
        <Details summary="Revised figures">
          {revised.map((reading) => (
            <>
              <p class="govuk-body">{periodName(reading.period)}</p>
              <Bullets
                items={revisions
                  .filter((each) => isSamePeriod(each, reading))
                  .map((each) => sayRevision(series, each))}
              />
            </>
          ))}
        </Details>
      )}
    </Section>
  );
}

const isSamePeriod = (a: KeptReading, b: KeptReading): boolean =>
  a.period.from === b.period.from && a.period.to === b.period.to;

const sayRevision = (series: Series, reading: KeptReading): string =>
  `${sayFigureOf(series, reading)}, published ${formatDate(londonDate(reading.publishedAt))}${reading.note === '' ? '' : `: ${reading.note}`}`;
