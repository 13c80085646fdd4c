import { formatCount, formatDate } from '#platform/kernel';
import { BarChart, Certainty, DataTable, Prose, Text } from '#platform/ui';
import type { Deprivation, PlaceCount } from '../../../domain/place.ts';
import type { PlaceLine } from '../../../queries/places.ts';
import { Day, Section } from '#platform/web';
import { Origin } from '../parts/origin.tsx';
import { asAtInWords, countInWords, deprivationCaveat, sourcesOf } from './figures.ts';

const measures = { population: 'Residents (estimate)', households: 'Households' } as const;

/** How many people have lived here, drawn and as figures with their sources. */
export function PeopleOverTime({
  place,
  counts,
}: Readonly<{ place: PlaceLine; counts: readonly PlaceCount[] }>) {
  const people = counts.filter(({ measure }) => measure === 'population');
  if (counts.length === 0) return null;
  return (
    <Section title="People">
      {people.length > 1 && (
        <BarChart
          id="people"
          title={`Residents of ${place.name}, estimated`}
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
        rows={latestFirst(counts)}
        empty=""
        narrow="stack"
        downloads={figureFiles(place)}
      />
    </Section>
  );
}

/** Every index of deprivation held, with why its ranks must not be set side by side. */
export function DeprivationOverTime({
  place,
  years,
}: Readonly<{ place: PlaceLine; years: readonly Deprivation[] }>) {
  if (years.length === 0) return null;
  return (
    <Section title="Deprivation">
      <Prose>
        <Text>{deprivationCaveat}</Text>
      </Prose>
      <DataTable
        caption={`Indices of deprivation: ${place.name}`}
        columns={[
          { title: 'Year', cell: ({ year }) => String(year) },
          { title: 'Rank', numeric: true, cell: ({ rank }) => String(rank) },
          { title: 'Of districts', numeric: true, cell: ({ of }) => String(of) },
          { title: 'Average score', numeric: true, cell: ({ score }) => score.toFixed(1) },
          {
            title: 'Small areas in England’s most deprived tenth',
            numeric: true,
            cell: (each) => percent(each.mostDeprivedTenth),
          },
          { title: 'How sure', cell: ({ certainty }) => <Certainty mark={certainty} /> },
        ]}
        rows={years.toReversed()}
        empty=""
        narrow="stack"
        source={{ text: sourcesOf(years) }}
        downloads={figureFiles(place)}
      />
    </Section>
  );
}

const figureFiles = ({ id }: PlaceLine) => ({
  csv: `/places/${id}/figures.csv`,
  json: `/places/${id}/figures.json`,
});

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** Residents, then households, each from the latest back. */
const latestFirst = (counts: readonly PlaceCount[]): readonly PlaceCount[] =>
  counts.toSorted((a, b) => b.measure.localeCompare(a.measure) || b.asAt.localeCompare(a.asAt));
