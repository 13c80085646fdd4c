import { page, type PublicRoute, type Visit } from '#platform/http';
import { formatCount, plural } from '#platform/kernel';
import type { Services } from '#platform/module';
import { Bullets, Downloads, Heading, Link, Pagination, Prose, Text } from '#platform/ui';
import { AsOf, fileRoutes, filesOf, home, onDay } from '#platform/web';
import { everyBody, placesOn } from '#modules/register';
import type { FindAsked } from '../../queries/find/find-asked.ts';
import { findThings, type FoundPage, linesOnAPage } from '../../queries/find/find-things.ts';
import { foundDataset } from '../../queries/find/found-dataset.ts';
import { threadsOf } from '../../queries/find/threads.ts';
import { FindForm } from './find-form.tsx';
import { FoundList } from './found-list.tsx';
import { asksForSomething, findPath, pageAsked, readFind } from './read-find.ts';

/** Finds decisions, notices, meetings, papers, proposals and recommendations by their words. */
export const findPageRoutes = ({ database }: Services): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: '/decisions/find',
    may: 'anyone',
    handle: async (visit) => {
      const { on } = visit;
      const asked = readFind(visit.query);
      const number = pageAsked(visit.query);
      const [bodies, places] = await Promise.all([everyBody(database, { on }), placesOn(database, { on })]);
      const found = asksForSomething(asked)
        ? await findThings(database, asked, { on, page: number })
        : undefined;
      const threads = await threadsOf(database, found?.lines.map(({ subject }) => subject) ?? []);
      const names = new Map(bodies.map(({ id, name }) => [id, name]));
      return page({
        title: 'Find decisions and papers',
        description:
          'Search decisions, notices, meetings, papers, joint proposals and scrutiny by their words.',
        section: 'decisions',
        breadcrumbs: [home, { text: 'Decisions', href: onDay('/decisions', visit) }, { text: 'Find' }],
        main: (
          <>
            <AsOf visit={visit} />
            <FindForm asked={asked} bodies={bodies} places={places} visit={visit} />
            {found !== undefined && (
              <section aria-labelledby="found">
                <Heading size="m" id="found">
                  {inWords(found)}
                </Heading>
                <FoundList lines={found.lines} names={names} threads={threads} visit={visit} />
                {found.count === 0 && <Nothing asked={asked} visit={visit} />}
                <Pages asked={asked} number={number} found={found} visit={visit} />
              </section>
            )}
          </>
        ),
      });
    },
  },
  ...fileRoutes('/decisions/find', async ({ query, on }) => foundDataset(database, readFind(query), on)),
];

function inWords({ count, isMore, lines }: FoundPage): string {
  if (isMore) return `More than ${formatCount(count)} results: the newest of them, the best match first`;
  if (count === 0 && lines.length === 0) return 'Nothing was found';
  return plural(count, 'result');
}

type Asked = Readonly<{ asked: FindAsked; visit: Visit }>;

/** What to try instead: fewer conditions, other words, another way. */
function Nothing({ asked, visit }: Asked) {
  const { words } = asked;
  const isNarrowed = Object.entries(asked).some(([name, value]) => name !== 'words' && value !== undefined);
  return (
    <Prose>
      <Text>
        Searched among what is published here
        {words !== '' && (
          <>
            {' '}
            for <strong class="accord-typed">{words}</strong>
          </>
        )}
        . Try this:
      </Text>
      <Bullets
        items={[
          ...(isNarrowed && words !== ''
            ? [<Link href={onDay(findPath({ words }), visit)}>Search everything for these words</Link>]
            : []),
          'Use fewer words, or other ones: bins for waste',
          'Leave out short words such as the and of: they are not searched for',
          <Link href={onDay(`/find?q=${encodeURIComponent(words)}`, visit)}>
            Search councils and places by name
          </Link>,
          <Link href={onDay('/decisions/all', visit)}>Look through all decisions</Link>,
        ]}
      />
    </Prose>
  );
}

function Pages({ asked, number, found, visit }: Asked & Readonly<{ number: number; found: FoundPage }>) {
  const to = (page: number) => ({ href: onDay(findPath(asked, page), visit) });
  const hasNext = number * linesOnAPage < found.count;
  return (
    <>
      {(number > 1 || hasNext) && (
        <Pagination
          label="Results"
          previous={number > 1 ? to(number - 1) : undefined}
          next={hasNext ? to(number + 1) : undefined}
        />
      )}
      {found.count > 0 && <Downloads of="what was found" {...filesOf(findPath(asked), visit)} />}
    </>
  );
}
