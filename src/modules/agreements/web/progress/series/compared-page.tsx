import type { Visit } from '#platform/http';
import { formatFraction, fractionOfNumber } from '#platform/kernel';
import {
  DataTable,
  FollowLinks,
  InsetText,
  Link,
  Prose,
  RankedDots,
  SmallMultiples,
  Text,
} from '#platform/ui';
import { AnotherDay, AsOf, filesOf, onDay, Section } from '#platform/web';
import { indicatorPath } from '../../../domain/framework/framework.ts';
import { seriesAreaPath } from '../../../domain/reading/reading-paths.ts';
import { periodName } from '../../../domain/series/period-name.ts';
import { seriesPath } from '../../../domain/series/series.ts';
import type { Compared, ComparedArea } from '../../../queries/progress/compared.ts';
import { sayFigureOf } from '../../../domain/series/say-figure.ts';
import { periodLabel } from '../parts/period-label.ts';
import { DirectionWord, illustrativeWarning, StatusTag } from '../parts/status.tsx';
import { NeighboursPart } from './neighbours-part.tsx';
import { SeriesMap } from './series-map.tsx';

type Props = Readonly<{ compared: Compared; visit: Visit }>;

/** One series from area to area: on the map, in order, over time, and as a table. It ranks figures of the same period alone. */
export function ComparedPage({ compared, visit }: Props) {
  const { series, areas, period } = compared;
  const chosen = visit.query['area'];
  const path = seriesPath(series.id);
  const figure = (value: number) => formatFraction(fractionOfNumber(value), series.decimals);
  const inRegister = areas.filter(({ isOutside }) => !isOutside);
  const county = inRegister.find(({ going }) =>
    compared.names.places.some(({ id, kind }) => id === going.areaId && kind === 'county'),
  );
  const reference = county ?? areas.find(({ isOutside }) => isOutside);
  const title = `${series.title}, ${series.unit}`;
  const when = period === undefined ? '' : `: ${periodName(period)}`;
  return (
    <>
      <AsOf visit={visit} />
      {series.isIllustrative && <InsetText>{illustrativeWarning}</InsetText>}
      <Prose>
        <Text lead>
          {period === undefined
            ? 'Nothing is published of it yet.'
            : `The figures of ${periodName(period)}, the last that most areas have. ${sayBetter(series.polarity.better)}`}
        </Text>
      </Prose>
      <SeriesMap compared={compared} visit={visit} />
      {period !== undefined && (
        <RankedDots
          id="ranked"
          title={`${title}${when}`}
          description="Each area’s figure, the highest first."
          labelTitle="Area"
          valueTitle={series.unit}
          bars={areas
            .filter((area) => area !== reference)
            .map((area) => ({
              label: area.isOutside ? `${area.name} (to compare with)` : area.name,
              value: numberOf(area.reading),
              emphasised: area.going.areaId === chosen,
            }))}
          format={figure}
          reference={referenceOf(reference)}
          source={{ text: series.measuredFrom }}
        />
      )}
      {areas.some(({ history }) => history.filter((each) => each?.value !== undefined).length > 1) && (
        <SmallMultiples
          id="over-time"
          title={`${title}: the last ${compared.periods.length} periods`}
          description="One line an area, all to the same scale."
          labelTitle="Area"
          periods={compared.periods.map((each) => periodLabel(series, each))}
          panels={areas.map(({ name, history, going }) => ({
            label: name,
            values: history.map(numberOf),
            emphasised: going.areaId === chosen,
          }))}
          format={figure}
          source={{ text: series.measuredFrom }}
        />
      )}
      <NeighboursPart compared={compared} chosen={chosen} visit={visit} />
      <Section title="Every area">
        <DataTable
          caption="Every area as it stands"
          captionHidden
          rows={areas}
          columns={[
            {
              title: 'Area',
              cell: ({ name, going, isOutside }) => (
                <div>
                  <Link href={onDay(seriesAreaPath({ seriesId: series.id, areaId: going.areaId }), visit)}>
                    {name}
                  </Link>
                  {isOutside && <div class="govuk-hint govuk-!-margin-bottom-0">to compare with</div>}
                </div>
              ),
            },
            { title: 'Figure', numeric: true, cell: ({ reading }) => wordsOf(compared, reading) },
            {
              title: 'Latest',
              cell: ({ going: { latest } }) => (latest === undefined ? 'none' : periodName(latest.period)),
            },
            {
              title: 'Status',
              cell: ({ going, isOutside }) => (isOutside ? '' : <StatusTag status={going.status} />),
            },
            { title: 'Direction', cell: ({ going }) => <DirectionWord direction={going.direction} /> },
          ]}
          empty="Nobody measures it yet."
          narrow="stack"
          downloads={filesOf(`${path}/areas`, visit)}
        />
      </Section>
      <Text>
        <Link href={onDay(indicatorPath({ id: series.indicatorId }), visit)}>How it is measured</Link>
      </Text>
      <FollowLinks followed={{ kind: 'things', id: path }} what={series.title} />
      <AnotherDay visit={visit} />
    </>
  );
}

const numberOf = (reading: ComparedArea['reading']): number | undefined =>
  reading?.value === undefined ? undefined : Number(reading.value);

const wordsOf = ({ series }: Compared, reading: ComparedArea['reading']): string =>
  reading === undefined ? 'not known' : sayFigureOf(series, reading);

function referenceOf(area: ComparedArea | undefined) {
  const value = numberOf(area?.reading);
  return area === undefined || value === undefined ? undefined : { label: area.name, value };
}

const sayBetter = (better: 'higher' | 'lower' | 'band'): string =>
  better === 'band' ? 'Best is within a band.' : `${better === 'higher' ? 'More' : 'Less'} is better.`;
