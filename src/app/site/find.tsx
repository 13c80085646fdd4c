import { page, type PublicRoute, type Visit } from '#platform/http';
import { clip, formatCount, listInWords, normaliseTyped, plural } from '#platform/kernel';
import { Bullets, Heading, InsetText, Link, Prose, Text } from '#platform/ui';
import { findPath, findThings, FoundList, type FoundPage } from '#modules/governance';
import { findPromises, type FoundPromises } from '#modules/agreements';
import { everyBody, type FoundThing, search } from '#modules/register';
import { findMoney, type FoundMoney, FoundMoneyParts } from '#modules/open-books';
import { onDay } from '#platform/web';
import { SearchForm } from './search-form.tsx';
import type { SiteServices } from './site.ts';

/**
 * The search that stands in the header: councils, other bodies and places by any name they have or had, and below them what
 * was decided, announced and published, and what was promised, agreed and asked, by its words.
 */
export function findRoutes({ database, clock, published }: SiteServices): readonly PublicRoute[] {
  return [
    {
      method: 'GET',
      path: '/find',
      may: 'anyone',
      handle: async (visit) => {
        const query = clip(normaliseTyped(visit.query['q'] ?? ''), longest);
        const { on } = visit;
        const [found, papers, promises, money] =
          query === ''
            ? [[], none, noPromises, undefined]
            : await Promise.all([
                search(database, query, { on }),
                findThings(database, { words: query }, { on, limit: shown }),
                findPromises({ database, clock }, query, visit, shown),
                findMoney({ database, clock, published }, query, visit, shown),
              ]);
        const names = new Map((await everyBody(database, { on })).map(({ id, name }) => [id, name]));
        return page({
          title: query === '' ? 'Search' : `Search: ${clip(query, 40)}`,
          description:
            'Find a council, another public body or a place by any name it has or had, and decisions, papers, agreements, promises, consultations and payments by their words.',
          breadcrumbs: [{ text: 'Home', href: '/' }, { text: 'Search' }],
          main: (
            <Find
              query={query}
              found={found}
              papers={papers}
              promises={promises}
              money={money}
              names={names}
              visit={visit}
            />
          ),
        });
      },
    },
  ];
}

/** So many decisions and papers stand here; the others have a page of their own. */
const shown = 5;
const none: FoundPage = { lines: [], count: 0, isMore: false };
const noPromises: FoundPromises = { lines: [], commitments: 0 };

/** Longer than any name; what is beyond is not searched for. */
const longest = 120;

type Shown = Readonly<{
  query: string;
  found: readonly FoundThing[];
  papers: FoundPage;
  promises: FoundPromises;
  money: FoundMoney | undefined;
  names: ReadonlyMap<string, string>;
  visit: Visit;
}>;

function Find({ query, found, papers, promises, money, names, visit }: Shown) {
  const isFoundElsewhere = papers.count > 0 || promises.lines.length > 0 || money !== undefined;
  return (
    <Prose>
      <SearchForm query={query} label="Council, body, place, decision, paper, promise, supplier or payment" />
      {query === '' ? (
        <WaysOn />
      ) : (
        <>
          <section aria-labelledby="results">
            <h2 class="govuk-heading-m" id="results">
              {found.length > 0
                ? plural(found.length, 'result')
                : isFoundElsewhere
                  ? 'No council, body or place goes by that name'
                  : 'Nothing goes by that name'}
            </h2>
            {found.length === 0 ? (
              <Nothing query={query} hasPapers={isFoundElsewhere} />
            ) : (
              <Results found={found} visit={visit} />
            )}
          </section>
          <Papers query={query} papers={papers} names={names} visit={visit} />
          <Promises query={query} promises={promises} names={names} visit={visit} />
          {money !== undefined && <FoundMoneyParts words={query} found={money} visit={visit} />}
        </>
      )}
    </Prose>
  );
}

const Papers = ({ query, papers, names, visit }: Omit<Shown, 'found' | 'promises' | 'money'>) =>
  papers.count === 0 ? null : (
    <section aria-labelledby="papers">
      <h2 class="govuk-heading-m" id="papers">
        Decisions and papers
      </h2>
      <FoundList lines={papers.lines} names={names} visit={visit} />
      <Text>
        <Link href={onDay(findPath({ words: query }), visit)}>
          {papers.count > shown
            ? `All ${papers.isMore ? 'of more than ' : ''}${formatCount(papers.count)} in`
            : 'Narrow the search in'}{' '}
          decisions and papers
        </Link>
      </Text>
    </section>
  );

const kinds = { agreement: 'Agreement', commitment: 'Commitment', consultation: 'Consultation' } as const;

/** What was promised, agreed and asked. */
const Promises = ({ query, promises, names, visit }: Omit<Shown, 'found' | 'papers' | 'money'>) =>
  promises.lines.length === 0 ? null : (
    <section aria-labelledby="promises">
      <h2 class="govuk-heading-m" id="promises">
        Agreements, commitments and consultations
      </h2>
      <ol class="govuk-list accord-results">
        {promises.lines.map(({ kind, title, href, bodyIds, isIllustrative }) => (
          <li>
            <p class="accord-results__name">
              <Link href={onDay(href, visit)}>{title}</Link>
            </p>
            <p class="accord-results__about">
              {`${kinds[kind]}, ${listInWords(bodyIds.map((id) => names.get(id) ?? id))}${isIllustrative ? ' (illustrative)' : ''}`}
            </p>
          </li>
        ))}
      </ol>
      {promises.commitments > shown && (
        <Text>
          <Link href={onDay(`/commitments?text=${encodeURIComponent(query)}`, visit)}>
            {`All ${formatCount(promises.commitments)} commitments with these words`}
          </Link>
        </Text>
      )}
    </section>
  );

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

function Nothing({ query, hasPapers }: Readonly<{ query: string; hasPapers: boolean }>) {
  return (
    <>
      <Text>
        Searched for <strong class="accord-typed">{query}</strong> among the names of councils, other public
        bodies and places, those they had before too.
      </Text>
      <InsetText>Postcodes, streets and people are not searched: the register holds none.</InsetText>
      {!hasPapers && <WaysOn />}
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
        <Link href="/decisions">What councils decided</Link>,
        <Link href="/money">Who was paid what</Link>,
        <Link href="/record">What was done lately</Link>,
      ]}
    />
  </>
);
