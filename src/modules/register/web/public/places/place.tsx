import { page, type PublicRoute, type Visit } from '#platform/http';
import { entriesPage, type RecordedEntry } from '#platform/record';
import type { Told } from '#platform/module';
import { followAddresses, FollowLinks, KeyFigures, Link, Prose, SummaryList, Text } from '#platform/ui';
import { tiers } from '../../../domain/body.ts';
import { placeKinds } from '../../../domain/place.ts';
import type { BodyLine } from '../../../queries/bodies.ts';
import { placeFiguresDataset } from '../../../queries/datasets.ts';
import { placePage, type PlacePage } from '../../../queries/places.ts';
import { AnotherDay, AsOf, fileRoutes, home, onDay, Period, Section } from '#platform/web';
import { Lately } from '../parts/lately.tsx';
import { elsewhere, noSuch } from '../parts/missing.ts';
import type { PublicServices } from '../parts/services.ts';
import { changesOf, ToldParts } from '../parts/told.tsx';
import { countInWords, dayInWords, indexInWords, rankInWords } from './figures.ts';
import { DeprivationOverTime, PeopleOverTime } from './over-time.tsx';

/** Everything true of one place on a day. */
export function placeRoutes({ database, told }: PublicServices): readonly PublicRoute[] {
  return [
    {
      method: 'GET',
      path: '/places/:place',
      may: 'anyone',
      handle: async (visit) => {
        const id = visit.params['place'] ?? '';
        const [found, { entries }, others] = await Promise.all([
          placePage(database, id, { on: visit.on }),
          entriesPage(database, { subject: `/places/${id}`, limit: 5 }),
          told.ofPlace(id, visit),
        ]);
        if (found === undefined) return elsewhere(database, 'place', id, visit);
        return page({
          title: found.place.name,
          caption: placeKinds[found.place.kind] + (found.within ? ` in ${found.within.name}` : ''),
          description: `${found.place.name}: which councils serve it, how many people live there, how deprived it is.`,
          section: 'places',
          breadcrumbs: [home, { text: 'Places', href: onDay('/places', visit) }, { text: found.place.name }],
          feed: { href: followAddresses({ kind: 'places', id }).feed, title: found.place.name },
          ...changesOf(others),
          main: <Place found={found} entries={entries} told={others} visit={visit} />,
        });
      },
    },
    ...fileRoutes(
      '/places/:place/figures',
      async ({ params, on }) => {
        const id = params['place'] ?? '';
        const found = await placePage(database, id, { on });
        return found === undefined ? undefined : placeFiguresDataset(database, id);
      },
      ({ params }) => noSuch('place', params['place']),
    ),
  ];
}

function Place({
  found,
  entries,
  told,
  visit,
}: Readonly<{ found: PlacePage; entries: readonly RecordedEntry[]; told: readonly Told[]; visit: Visit }>) {
  const { place } = found;
  const counts = found.counts.filter(({ asAt }) => asAt <= visit.on);
  const deprivation = found.deprivation.filter(({ year }) => String(year) <= visit.on.slice(0, 4));
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        <p class="govuk-body-l">
          <Served found={found} visit={visit} />
        </p>
        <FollowLinks followed={{ kind: 'places', id: place.id }} what={place.name} />
      </Prose>
      <ToldParts told={told} />
      <Figures found={found} />
      <AboutPlace found={found} visit={visit} />
      <PeopleOverTime place={place} counts={counts} />
      {place.kind !== 'county' && <DeprivationOverTime place={place} years={deprivation} />}
      {found.parts.length > 0 && (
        <Section title="Its districts">
          <PlaceLinks places={found.parts} visit={visit} />
        </Section>
      )}
      {found.neighbours.length > 0 && (
        <Section title="Neighbours">
          <PlaceLinks places={found.neighbours} visit={visit} />
        </Section>
      )}
      <Lately entries={entries} nothing={`No office has entered anything about ${place.name} yet.`} />
      <AnotherDay visit={visit} />
    </>
  );
}

function Served({ found, visit }: Readonly<{ found: PlacePage; visit: Visit }>) {
  const tiered = (bodies: readonly BodyLine[]) => bodies.filter(({ tier }) => tier !== undefined);
  const councils = [...tiered(found.servedBy), ...tiered(found.servedByWithin)];
  if (councils.length === 0) return <>No council is recorded as serving {found.place.name} on this day.</>;
  return (
    <>
      {councils.length === 1 ? 'One council serves' : `${councils.length} councils serve`} {found.place.name}:{' '}
      {councils.map(({ id, name, tier }, position) => (
        <>
          {position > 0 && ' and '}
          <Link href={onDay(`/bodies/${id}`, visit)}>{name}</Link>
          {tier !== undefined && ` (${tiers[tier].toLowerCase()})`}
        </>
      ))}
      .
    </>
  );
}

function Figures({ found: { place } }: Readonly<{ found: PlacePage }>) {
  const { population, households, deprivation } = place;
  const known = [
    population && { label: 'Residents', value: countInWords(population), detail: dayInWords(population) },
    households && { label: 'Households', value: countInWords(households), detail: dayInWords(households) },
    deprivation && {
      label: 'Deprivation rank in England',
      value: rankInWords(deprivation),
      detail: indexInWords(deprivation),
    },
  ].filter((figure) => figure !== undefined);
  return known.length === 0 ? (
    <Text>No figure held goes back to this day.</Text>
  ) : (
    <KeyFigures figures={known} />
  );
}

function AboutPlace({ found, visit }: Readonly<{ found: PlacePage; visit: Visit }>) {
  const { place, within, otherNames } = found;
  const forums = [...found.servedBy, ...found.servedByWithin].filter(({ tier }) => tier === undefined);
  return (
    <Section title="About it">
      <Prose>
        <SummaryList
          rows={[
            { key: 'Kind', value: placeKinds[place.kind] },
            { key: 'GSS code', value: place.gss },
            ...(within === undefined
              ? []
              : [
                  {
                    key: 'Lies in',
                    value: {
                      children: <Link href={onDay(`/places/${within.id}`, visit)}>{within.name}</Link>,
                    },
                  },
                ]),
            ...(otherNames.length === 0
              ? []
              : [
                  {
                    key: 'Names of other days',
                    value: {
                      children: otherNames.map((each) => (
                        <p class="govuk-body govuk-!-margin-bottom-1">
                          {each.name}, <Period from={each.from} until={each.until} />
                        </p>
                      )),
                    },
                  },
                ]),
            ...(forums.length === 0
              ? []
              : [
                  {
                    key: 'Forums and partnerships',
                    value: {
                      children: (
                        <ul class="govuk-list govuk-!-margin-bottom-0">
                          {forums.map(({ id, name }) => (
                            <li>
                              <Link href={onDay(`/bodies/${id}`, visit)}>{name}</Link>
                            </li>
                          ))}
                        </ul>
                      ),
                    },
                  },
                ]),
          ]}
        />
      </Prose>
    </Section>
  );
}

/** Places by name; those beyond the area have no page. */
const PlaceLinks = ({
  places,
  visit,
}: Readonly<{ places: readonly Readonly<{ id: string | undefined; name: string }>[]; visit: Visit }>) => (
  <ul class="govuk-list accord-columns">
    {places.map(({ id, name }) => (
      <li>
        {id === undefined ? (
          `${name}, outside this area`
        ) : (
          <Link href={onDay(`/places/${id}`, visit)}>{name}</Link>
        )}
      </li>
    ))}
  </ul>
);
