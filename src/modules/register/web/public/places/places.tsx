import { page, type PublicRoute, type Visit } from '#platform/http';
import { DataTable, Link, Prose, Text } from '#platform/ui';
import { placesDataset } from '../../../queries/datasets.ts';
import { type PlaceLine, placesOn } from '../../../queries/places.ts';
import { AnotherDay, AsOf, Day, fileRoutes, filesOf, home, onDay } from '#platform/web';
import { Origin } from '../parts/origin.tsx';
import type { PublicServices } from '../parts/services.ts';
import { AreaMap } from './area-map.tsx';
import {
  countInWords,
  deprivationCaveat,
  type FigureKey,
  figures,
  isFigure,
  rankInWords,
  sourcesOf,
} from './figures.ts';

/** The places of the area, on a map and ranked by a figure of the reader's choice. */
export function placeListRoutes({ database }: PublicServices): readonly PublicRoute[] {
  return [
    {
      method: 'GET',
      path: '/places',
      may: 'anyone',
      handle: async (visit) =>
        page({
          title: 'Places',
          description: 'The districts of the area: how many people live there, and how deprived they are.',
          section: 'places',
          breadcrumbs: [home, { text: 'Places' }],
          main: <Places places={await placesOn(database, { on: visit.on })} visit={visit} />,
        }),
    },
    ...fileRoutes('/places', ({ on }) => placesDataset(database, { on })),
  ];
}

function Places({ places, visit }: Readonly<{ places: readonly PlaceLine[]; visit: Visit }>) {
  const asked = visit.query['figure'];
  const figure: FigureKey = isFigure(asked) ? asked : 'population';
  const districts = ranked(
    places.filter(({ kind }) => kind !== 'county'),
    figure,
  );
  const counties = places.filter(({ kind }) => kind === 'county');
  const facts = districts.flatMap((place) => [place.population, place.households, place.deprivation]);
  const source = sourcesOf(facts.filter((fact) => fact !== undefined));
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        {counties.map((county) => (
          <p class="govuk-body-l">
            <Link href={onDay(`/places/${county.id}`, visit)}>{county.name}</Link>
            {county.population === undefined ? (
              ': how many people lived there is not known for this day.'
            ) : (
              <>
                {' '}
                had an estimated {countInWords(county.population)} residents on{' '}
                <Day on={county.population.asAt} />. <Origin {...county.population} />
              </>
            )}
          </p>
        ))}
      </Prose>
      <Figures chosen={figure} visit={visit} />
      <AreaMap
        places={places}
        visit={visit}
        figure={figure}
        title={
          figure === 'population'
            ? 'Estimated residents by district'
            : 'Deprivation rank by district, 1 the most deprived in England'
        }
      />
      <Prose>
        <Text>
          {figure === 'deprivation' && 'Shades show the deprivation score: the higher, the more deprived. '}
          {deprivationCaveat}
        </Text>
      </Prose>
      <DataTable
        caption={`Districts, ${figure === 'population' ? 'the most residents' : 'the most deprived'} first`}
        columns={[
          {
            title: 'Place',
            cell: ({ id, name }) => <Link href={onDay(`/places/${id}`, visit)}>{name}</Link>,
          },
          {
            title: 'Residents (estimate)',
            numeric: true,
            cell: ({ population }) => (population ? countInWords(population) : 'not known'),
          },
          {
            title: 'Estimate for',
            cell: ({ population }) => (population ? <Day on={population.asAt} /> : 'not known'),
          },
          {
            title: 'Households',
            numeric: true,
            cell: ({ households }) => (households ? countInWords(households) : 'not known'),
          },
          {
            title: 'Deprivation rank',
            numeric: true,
            cell: ({ deprivation }) => (deprivation ? rankInWords(deprivation) : 'not known'),
          },
          {
            title: 'Index of',
            numeric: true,
            cell: ({ deprivation }) => (deprivation ? String(deprivation.year) : 'not known'),
          },
        ]}
        rows={districts}
        empty="No district is recorded."
        source={source === '' ? undefined : { text: source }}
        downloads={filesOf('/places', visit)}
        narrow="stack"
      />
      <AnotherDay visit={visit} />
    </>
  );
}

function ranked(places: readonly PlaceLine[], figure: FigureKey): readonly PlaceLine[] {
  const { order } = figures[figure];
  const byFigure = (a: PlaceLine, b: PlaceLine) => (order(a) === order(b) ? 0 : order(a) - order(b));
  return places.toSorted((a, b) => byFigure(a, b) || a.name.localeCompare(b.name, 'en'));
}

const Figures = ({ chosen, visit }: Readonly<{ chosen: FigureKey; visit: Visit }>) => (
  <nav aria-label="What the map shows" class="accord-choices">
    <ul class="govuk-list">
      {Object.entries(figures).map(([key, { title }]) => (
        <li>
          <a
            class="govuk-link govuk-link--no-visited-state"
            href={onDay(`/places?figure=${key}`, visit)}
            aria-current={key === chosen ? 'true' : undefined}
          >
            {title}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
