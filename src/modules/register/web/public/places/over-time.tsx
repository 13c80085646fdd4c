import { formatCount, formatDate } from '#platform/kernel';
import { BarChart, DataTable } from '#platform/ui';
import type { Deprivation, PlaceCount } from '../../../domain/place.ts';
import type { PlaceLine } from '../../../queries/places.ts';
import { Day } from '../parts/dates.tsx';
import { Origin } from '../parts/origin.tsx';
import { Heading, Prose, Text } from '../parts/prose.tsx';
import { asAtInWords, countInWords, deprivationCaveat, rankInWords, sourcesOf } from './figures.ts';

const measures = { population: 'Residents', households: 'Households' } as const;

/** How many people have lived here, drawn and as figures with their sources. */
export function PeopleOverTime({
  place,
  counts,
}: Readonly<{ place: PlaceLine; counts: readonly PlaceCount[] }>) {
  const people = counts.filter(({ measure }) => measure === 'population');
  if (counts.length === 0) return null;
  return (
    <section>
      <Heading>People</Heading>
      {people.length > 1 && (
        <BarChart
          id="people"
          title={`Residents of ${place.name}`}
          description={people.map((each) => `${asAtInWords(each)}: ${countInWords(each)}.`).join(' ')}
          labelTitle="Day"
          valueTitle="Residents"
          bars={people.map((each) => ({ label: formatDate(each.asAt), value: each.count }))}
          format={formatCount}
          source={{ text: sourcesOf(people) }}
        />
      )}
      <DataTable
        caption="Every count held"
        columns={[
          { title: 'Day', cell: ({ asAt }) => <Day on={asAt} /> },
          { title: 'What is counted', cell: ({ measure }) => measures[measure] },
          { title: 'Count', numeric: true, cell: countInWords },
          { title: 'Source', cell: (count) => <Origin {...count} /> },
        ]}
        rows={counts}
        empty=""
        narrow="stack"
        downloads={figureFiles(place)}
      />
    </section>
  );
}

/** Every index of deprivation held, with why its ranks must not be set side by side. */
export function DeprivationOverTime({
  place,
  years,
}: Readonly<{ place: PlaceLine; years: readonly Deprivation[] }>) {
  if (years.length === 0) return null;
  return (
    <section>
      <Heading>Deprivation</Heading>
      <Prose>
        <Text>{deprivationCaveat}</Text>
      </Prose>
      <DataTable
        caption={`Indices of deprivation: ${place.name}`}
        columns={[
          { title: 'Year', cell: ({ year }) => String(year) },
          { title: 'Rank', numeric: true, cell: rankInWords },
          { title: 'Average score', numeric: true, cell: ({ score }) => score.toFixed(1) },
          { title: 'Small areas in England’s most deprived tenth', numeric: true, cell: (each) => percent(each.mostDeprivedTenth) },
          { title: 'Source', cell: (each) => <Origin {...each} /> },
        ]}
        rows={years.toReversed()}
        empty=""
        narrow="stack"
        downloads={figureFiles(place)}
      />
    </section>
  );
}

const figureFiles = ({ id }: PlaceLine) => ({
  csv: `/places/${id}/figures.csv`,
  json: `/places/${id}/figures.json`,
});

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
