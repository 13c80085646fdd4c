import { page, type PublicRoute, type Visit } from '#platform/http';
import { clip, normaliseTyped, plural } from '#platform/kernel';
import { Bullets, Heading, InsetText, Link, Prose, Text } from '#platform/ui';
import { type FoundThing, search } from '#modules/register';
import { SearchForm } from './search-form.tsx';
import type { SiteServices } from './site.ts';

/** The search that stands in the header: councils, other bodies and places, by any name they have or had. */
export function findRoutes({ database }: SiteServices): readonly PublicRoute[] {
  return [
    {
      method: 'GET',
      path: '/find',
      may: 'anyone',
      handle: async (visit) => {
        const query = clip(normaliseTyped(visit.query['q'] ?? ''), longest);
        const found = query === '' ? [] : await search(database, query, { on: visit.on });
        return page({
          title: query === '' ? 'Search' : `Search: ${clip(query, 40)}`,
          description: 'Find a council, another public body or a place by any name it has or had.',
          breadcrumbs: [{ text: 'Home', href: '/' }, { text: 'Search' }],
          main: <Find query={query} found={found} visit={visit} />,
        });
      },
    },
  ];
}

/** Longer than any name; what is beyond is not searched for. */
const longest = 120;

function Find({ query, found, visit }: { query: string; found: readonly FoundThing[]; visit: Visit }) {
  return (
    <Prose>
      <SearchForm query={query} label="Council, body or place" />
      {query === '' ? (
        <WaysOn />
      ) : (
        <section aria-labelledby="results">
          <h2 class="govuk-heading-m" id="results">
            {found.length === 0 ? 'Nothing goes by that name' : plural(found.length, 'result')}
          </h2>
          {found.length === 0 ? <Nothing query={query} /> : <Results found={found} visit={visit} />}
        </section>
      )}
    </Prose>
  );
}

function Results({ found, visit }: { found: readonly FoundThing[]; visit: Visit }) {
  const day = visit.on === visit.today ? '' : `?on=${visit.on}`;
  return (
    <ol class="govuk-list accord-results">
      {found.map(({ kind, id, name, alsoKnownAs, now }) => (
        <li>
          <p class="accord-results__name">
            <Link href={`/${kind === 'body' ? 'bodies' : 'places'}/${id}${day}`}>{name}</Link>
          </p>
          <p class="accord-results__about">
            {kind === 'body' ? 'Council or body' : 'Place'}
            {alsoKnownAs !== undefined && <>. Found by its other name, {alsoKnownAs}</>}
            {now.length > 0 && (
              <>
                . It has ended; in its place:{' '}
                {now.map((body, position) => (
                  <>
                    {position > 0 && ', '}
                    <Link href={`/bodies/${body.id}${day}`}>{body.name}</Link>
                  </>
                ))}
              </>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Nothing({ query }: { query: string }) {
  return (
    <>
      <Text>
        Searched for <strong class="accord-typed">{query}</strong> among the names of councils, other public
        bodies and places, those they had before too.
      </Text>
      <InsetText>Postcodes, streets and people are not searched: the register holds none.</InsetText>
      <WaysOn />
    </>
  );
}

const WaysOn = () => (
  <>
    <Heading size="m">Or go by way of a list</Heading>
    <Bullets
      items={[
        <Link href="/bodies">All councils and bodies</Link>,
        <Link href="/places">The map and list of places</Link>,
        <Link href="/record">What was done lately</Link>,
      ]}
    />
  </>
);
