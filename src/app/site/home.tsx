import { page, type PublicRoute, type Visit } from '#platform/http';
import { earliestMoment, plural } from '#platform/kernel';
import { entriesPage, type RecordedEntry } from '#platform/record';
import {
  AreaMap,
  bodiesOn,
  type BodyKind,
  bodyKinds,
  type BodyLine,
  kindsPlural,
  Lately,
  type PlaceLine,
  placesOn,
} from '#modules/register';
import { OpenConsultations, openConsultations } from '#modules/agreements';
import { OpenNow, openNow } from '#modules/governance';
import { Heading, Link } from '#platform/ui';
import { feedOf } from './record/feed.ts';
import { SearchForm } from './search-form.tsx';
import type { SiteServices } from './site.ts';

/** Where everybody arrives: what this is, a way in by name or by map, and what happened lately. */
export function homeRoutes({ database, clock, example }: SiteServices): readonly PublicRoute[] {
  return [
    {
      method: 'GET',
      path: '/',
      may: 'anyone',
      handle: async (visit) => {
        const at = clock.now();
        const [bodies, places, { entries }, open, asked] = await Promise.all([
          bodiesOn(database, { on: visit.on }),
          placesOn(database, { on: visit.on }),
          entriesPage(database, { limit: latest }),
          openNow(database, { at, on: visit.today }),
          openConsultations(database, at),
        ]);
        return page({
          title: example ? 'How Kent’s councils work together' : 'How councils work together',
          description:
            'Which councils serve a place, the rules each decides by, and everything they enter, in the open and as data.',
          feed: feedOf(),
          changesAt: earliestMoment([open.changesAt, asked.changesAt]),
          main: <Home {...{ bodies, places, entries, open, asked, visit }} />,
        });
      },
    },
  ];
}

/** Enough to look past one import for other news. */
const latest = 60;

type Shown = Readonly<{
  bodies: readonly BodyLine[];
  places: readonly PlaceLine[];
  entries: readonly RecordedEntry[];
  open: Awaited<ReturnType<typeof openNow>>;
  asked: Awaited<ReturnType<typeof openConsultations>>;
  visit: Visit;
}>;

function Home({ bodies, places, entries, open, asked, visit }: Shown) {
  const councils = bodies.filter(({ tier }) => tier !== undefined).length;
  return (
    <>
      <div class="accord-home">
        <div class="accord-home__way-in">
          <p class="govuk-body-l">
            {plural(councils, 'council serves', 'councils serve')} this area, and none is above another. See
            who they are, whom they serve and by which rules each decides. Every change they enter is kept for
            good, for anyone to check.
          </p>
          <SearchForm query="" label="Find your council or place" />
        </div>
        <AreaMap places={places} visit={visit} title="Or choose your district" />
      </div>
      <OpenNow open={open} />
      <OpenConsultations open={asked} />
      <WhatYouCanDo />
      <div class="accord-home">
        <Lately
          entries={entries}
          nothing="No office has entered anything yet. Whatever one enters shows here at once."
          feed={feedOf().href}
        />
        <InShort bodies={bodies} />
      </div>
    </>
  );
}

const doable = [
  {
    title: 'Read what was decided, and why',
    href: '/decisions',
    text: 'Every record of a decision, clause by clause: what is in effect, what can still be called in, what waits and for whom.',
  },
  {
    title: 'Find who was paid what',
    href: '/money',
    text: 'What councils paid, to whom and for what, as they published it: put together, and down to each payment.',
  },
  {
    title: 'See how a council decides',
    href: '/bodies',
    text: 'Its rules on notice, key decisions and call-in. Each says where it is known from, or that it is not known.',
  },
  {
    title: 'Go back to any day',
    href: '/bodies?on=2008-07-09',
    text: 'Every page can be asked for another day: names, rules and seats then, as they stood on 9 July 2008.',
  },
  {
    title: 'Take the data',
    href: '/api',
    text: 'Every list is a CSV and a JSON file. Everything public has an address for programs. No key is needed.',
  },
  {
    title: 'Check that nothing was changed',
    href: '/record',
    text: 'Every act is entered in a record that can be added to but not altered. Download it and prove it yourself.',
  },
  {
    title: 'Keep your own body’s pages',
    href: '/sign-in',
    text: 'Officers sign in to correct a rule, say who holds a seat, or put right how to reach them.',
  },
];

const WhatYouCanDo = () => (
  <section class="accord-doable">
    <Heading size="m">What you can do here</Heading>
    <ul class="accord-doable__list">
      {doable.map(({ title, href, text }) => (
        <li class="accord-doable__item">
          <h3 class="govuk-heading-s">
            <Link href={href}>{title}</Link>
          </h3>
          <p class="govuk-body">{text}</p>
        </li>
      ))}
    </ul>
  </section>
);

/** How many there are of each kind, each a way to them. */
function InShort({ bodies }: { bodies: readonly BodyLine[] }) {
  const kinds = (Object.keys(bodyKinds) as BodyKind[])
    .map((kind) => ({ kind, count: bodies.filter((body) => body.kind === kind).length }))
    .filter(({ count }) => count > 0);
  return (
    <section class="accord-section">
      <Heading size="m">Who is here</Heading>
      <ul class="govuk-list accord-counts">
        {kinds.map(({ kind, count }) => (
          <li>
            <Link href={`/bodies?kind=${kind}`}>
              {plural(count, bodyKinds[kind].toLowerCase(), kindsPlural[kind].toLowerCase())}
            </Link>
          </li>
        ))}
        <li>
          <Link href="/statutory-partners">Partners by law, and their duties</Link>
        </li>
      </ul>
    </section>
  );
}
