import { page, type PublicRoute, type Visit } from '#platform/http';
import type { Services } from '#platform/module';
import { Pagination, Prose, Text } from '#platform/ui';
import { everyBody, type BodyLine, placesOn, type PlaceLine } from '#modules/register';
import { AsOf, fileRoutes, filesOf, home, onDay } from '#platform/web';
import { type DecisionList, type DecisionFilter, listDecisions } from '../../../queries/decisions-list.ts';
import { decisionsDataset } from '../../../queries/decisions-dataset.ts';
import { momentOn } from '../../../queries/standings.ts';
import { DecisionsTable } from './decisions-table.tsx';
import { firstChange } from './first-change.ts';
import { FilterForm } from './filter-form.tsx';
import { filterQuery, readFilter, readPlace } from './read-filter.ts';

const pageLength = 25;
const path = '/decisions/all';

/** Every decision recorded, the newest first, narrowed down as the reader likes. */
export const allDecisionsRoutes = ({ database, clock }: Services): readonly PublicRoute[] => [
  {
    method: 'GET',
    path,
    may: 'anyone',
    handle: async (visit) => {
      const filter = readFilter(visit.query);
      const { on, today } = visit;
      const at = momentOn({ on, today, now: clock.now() });
      const [list, bodies, places] = await Promise.all([
        listDecisions(database, filter, { at, on, after: readPlace(visit.query), limit: pageLength }),
        everyBody(database, { on }),
        placesOn(database, { on }),
      ]);
      return page({
        title: 'All decisions',
        description:
          'Every decision recorded here, with where it stands: by council, year, kind, topic and place.',
        section: 'decisions',
        breadcrumbs: [
          home,
          { text: 'Decisions', href: onDay('/decisions', visit) },
          { text: 'All decisions' },
        ],
        changesAt: on === today ? firstChange(list.decisions, at) : undefined,
        main: <AllDecisions list={list} filter={filter} bodies={bodies} places={places} visit={visit} />,
      });
    },
  },
  ...fileRoutes(path, async ({ query, on, today }) =>
    decisionsDataset(database, readFilter(query), {
      at: momentOn({ on, today, now: clock.now() }),
      on,
    }),
  ),
];

type Shown = Readonly<{
  list: DecisionList;
  filter: DecisionFilter;
  bodies: readonly BodyLine[];
  places: readonly PlaceLine[];
  visit: Visit;
}>;

function AllDecisions({ list, filter, bodies, places, visit }: Shown) {
  const names = new Map(bodies.map(({ id, name }) => [id, name]));
  const isFirst = readPlace(visit.query) === undefined;
  return (
    <>
      <AsOf visit={visit} />
      <FilterForm filter={filter} bodies={bodies} places={places} visit={visit} />
      <DecisionsTable
        caption="Decisions, the newest first"
        decisions={list.decisions}
        names={names}
        visit={visit}
        downloads={filesOf(`${path}${filterQuery(filter)}`, visit)}
        empty={
          list.next === undefined
            ? 'No decision recorded here is of this kind.'
            : 'None among those looked through so far. Go on to older ones.'
        }
      />
      {(list.next !== undefined || !isFirst) && (
        <Pagination
          previous={
            isFirst
              ? undefined
              : { href: onDay(`${path}${filterQuery(filter)}`, visit), children: 'The newest' }
          }
          next={
            list.next === undefined
              ? undefined
              : {
                  href: onDay(`${path}${filterQuery(filter, list.next)}`, visit),
                  children: 'Older decisions',
                }
          }
        />
      )}
      <Prose>
        <Text>
          A decision stands here once its record is published. A council that has not yet entered its older
          records is not listed for those years: what is not here may still have been decided.
        </Text>
      </Prose>
    </>
  );
}
