import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import { plural } from '#platform/kernel';
import type { Services } from '#platform/module';
import { Bullets, Link, Pagination, Prose, Text } from '#platform/ui';
import { AnotherDay, AsOf, fileRoutes, filesOf, home, onDay, Section } from '#platform/web';
import { type BodyLine, everyBody } from '#modules/register';
import type { Collection } from '../../domain/commitment/commitment.ts';
import { collectionsKept } from '../../queries/commitments/collections.ts';
import { commitmentsDataset } from '../../queries/commitments/dataset.ts';
import {
  type CommitmentFilter,
  type CommitmentList,
  listCommitmentsAt,
} from '../../queries/commitments/list.ts';
import { schemaRoute } from '../table-schema.ts';
import { CommitmentsTable } from './commitments-table.tsx';
import { FilterForm } from './filter-form.tsx';
import { filterQuery, listedStandings, readFilter, readPage } from './read-filter.ts';

const path = '/commitments';
const pageLength = 50;

/** The register of what was promised in words, narrowed down as the reader likes. */
export const commitmentListRoutes = ({ database }: Pick<Services, 'database'>): readonly PublicRoute[] => [
  {
    method: 'GET',
    path,
    may: 'anyone',
    handle: async (visit) => {
      const filter = readFilter(visit.query);
      const [list, collections, bodies] = await Promise.all([
        listCommitmentsAt(database, filter, visit.on, 'decisive'),
        collectionsKept(database),
        everyBody(database, { on: visit.on }),
      ]);
      const at = readPage(visit.query);
      const pages = Math.max(1, Math.ceil(list.commitments.length / pageLength));
      if (at > pages)
        return notFound('The list of commitments has fewer pages than this. Go back to its first.');
      const chapters = await chaptersOf(database, filter, visit);
      return page({
        title: 'Commitments',
        description:
          'What councils promised in words: who promised it, how it can be told, and what became of it.',
        section: 'agreements',
        breadcrumbs: [
          home,
          { text: 'Agreements', href: onDay('/agreements', visit) },
          { text: 'Commitments' },
        ],
        main: (
          <Commitments {...{ list, filter, collections, chapters, bodies, visit }} place={{ at, pages }} />
        ),
      });
    },
  },
  ...fileRoutes(path, (visit) => datasetOf(database, visit)),
  schemaRoute(path, (visit) => datasetOf(database, visit)),
];

const datasetOf = async (database: Services['database'], { query, on }: Visit) =>
  commitmentsDataset((await listCommitmentsAt(database, readFilter(query), on)).commitments, on);

/** The parts of the document that is chosen, in their order. */
async function chaptersOf(
  database: Services['database'],
  { collectionId }: CommitmentFilter,
  { on }: Visit,
): Promise<readonly string[]> {
  if (collectionId === undefined) return [];
  const { commitments } = await listCommitmentsAt(database, { collectionId }, on, 'decisive');
  const chapters = commitments.flatMap(({ commitment }) => commitment.sources.map(({ chapter }) => chapter));
  return [...new Set(chapters)].filter((chapter) => chapter !== '');
}

type Props = Readonly<{
  list: CommitmentList;
  filter: CommitmentFilter;
  collections: readonly Collection[];
  chapters: readonly string[];
  bodies: readonly BodyLine[];
  place: Readonly<{ at: number; pages: number }>;
  visit: Visit;
}>;

function Commitments({ list, filter, collections, chapters, bodies, place, visit }: Props) {
  const names = new Map(bodies.map(({ id, name }) => [id, name]));
  const collection = collections.find(({ id }) => id === filter.collectionId);
  const first = (place.at - 1) * pageLength;
  const count = list.commitments.length;
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        <Text lead>
          What was promised in words, each promise retold in ours, with the paragraph it stands in, who
          answers for it, and what shows how it goes.
        </Text>
        {collection !== undefined && (
          <Text>
            {collection.summary} {collection.document}. Dated: {collection.dated}.
          </Text>
        )}
      </Prose>
      <FilterForm
        filter={filter}
        collections={collections}
        chapters={chapters}
        bodies={bodies}
        visit={visit}
      />
      <Section title="Where they stand">
        <Counts list={list} filter={filter} visit={visit} />
      </Section>
      <CommitmentsTable
        caption={
          place.pages === 1
            ? plural(count, 'commitment')
            : `${plural(count, 'commitment')}, ${first + 1} to ${Math.min(first + pageLength, count)}`
        }
        commitments={list.commitments.slice(first, first + pageLength)}
        names={names}
        visit={visit}
        downloads={filesOf(`${path}${filterQuery(filter)}`, visit)}
        empty="No commitment recorded here is of this kind."
      />
      <Pages filter={filter} place={place} visit={visit} />
      <Prose>
        <Text>
          No status stands here without evidence. A milestone whose day has passed has slipped without anybody
          saying so, until it is shown to be met. The same promise made in several places is told once.
        </Text>
      </Prose>
      <AnotherDay visit={visit} />
    </>
  );
}

function Counts({ list, filter, visit }: Pick<Props, 'list' | 'filter' | 'visit'>) {
  const known = Object.entries(listedStandings).filter(([standing]) =>
    list.counts.has(standing as keyof typeof listedStandings),
  );
  if (known.length === 0) return <Text>None is recorded by this day.</Text>;
  return (
    <Bullets
      items={known.map(([standing, { text }]) => {
        const asked = standing as keyof typeof listedStandings;
        return (
          <>
            <Link href={onDay(`${path}${filterQuery({ ...filter, standing: asked })}`, visit)}>{text}</Link>:{' '}
            {list.counts.get(asked)}
            {asked === 'slipped' && ', counted above too'}
          </>
        );
      })}
    />
  );
}

function Pages({ filter, place: { at, pages }, visit }: Pick<Props, 'filter' | 'place' | 'visit'>) {
  if (pages === 1) return null;
  const to = (number: number) => ({ href: onDay(`${path}${filterQuery(filter, number)}`, visit) });
  return (
    <Pagination
      previous={at === 1 ? undefined : to(at - 1)}
      next={at === pages ? undefined : to(at + 1)}
      items={Array.from({ length: pages }, (_, index) => ({
        number: index + 1,
        ...to(index + 1),
        current: index + 1 === at,
      }))}
    />
  );
}
