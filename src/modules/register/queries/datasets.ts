import type { Sql } from '#platform/db';
import type { Dataset } from '#platform/http';
import { certainties } from '../domain/certainty.ts';
import type { AsOf } from '../domain/dated.ts';
import { listCounts, listDeprivation } from '../store/places.ts';
import { everyBody } from './bodies.ts';
import { officesPage } from './offices.ts';
import { placesOn } from './places.ts';
import { rulesPage } from './rules-page.ts';

const ownSource =
  'Accord’s register; each body’s page gives the source of each fact. Open Government Licence v3.0';

/** Every body: what it is, since when and until when. */
export async function bodiesDataset(sql: Sql, asOf: AsOf): Promise<Dataset> {
  return {
    name: `bodies-${asOf.on}`,
    columns: columns(
      'id:Id',
      'name:Name',
      'kind:Kind',
      'tier:Tier',
      'gss:GSS code',
      'founded:Founded',
      'ended:Ended',
    ),
    rows: (await everyBody(sql, asOf)).map((body) => ({
      id: body.id,
      name: body.name,
      kind: body.kind,
      tier: body.tier ?? null,
      gss: body.gss ?? null,
      founded: body.founded ?? null,
      ended: body.ended ?? null,
    })),
    source: ownSource,
  };
}

/** Every place, with its latest figures on the day. */
export async function placesDataset(sql: Sql, asOf: AsOf): Promise<Dataset> {
  return {
    name: `places-${asOf.on}`,
    columns: columns(
      'id:Id',
      'name:Name',
      'kind:Kind',
      'gss:GSS code',
      'population:Population',
      'populationAsAt:Population as at',
      'households:Households',
      'deprivationYear:Deprivation index of',
      'deprivationRank:Deprivation rank, 1 the most deprived',
      'deprivationOf:Districts ranked',
    ),
    rows: (await placesOn(sql, asOf)).map((place) => ({
      id: place.id,
      name: place.name,
      kind: place.kind,
      gss: place.gss,
      population: place.population?.count ?? null,
      populationAsAt: place.population?.asAt ?? null,
      households: place.households?.count ?? null,
      deprivationYear: place.deprivation?.year ?? null,
      deprivationRank: place.deprivation?.rank ?? null,
      deprivationOf: place.deprivation?.of ?? null,
    })),
    source:
      'Office for National Statistics and the English indices of deprivation; see each place. Open Government Licence v3.0',
  };
}

/** Every figure held of one place, with its date, source and certainty. */
export async function placeFiguresDataset(sql: Sql, placeId: string): Promise<Dataset> {
  const counts = await listCounts(sql, [placeId]);
  const deprivation = await listDeprivation(sql, [placeId]);
  const shared = 'source:Source,licence:Licence,certainty:Certainty'.split(',');
  return {
    name: `${placeId}-figures`,
    columns: columns('measure:Measure', 'asAt:As at', 'value:Value', ...shared),
    rows: [
      ...counts.map((each) => ({
        measure: each.measure,
        asAt: each.asAt,
        value: each.count,
        ...provenance(each),
      })),
      ...deprivation.flatMap((each) =>
        (['score', 'extent', 'mostDeprivedTenth', 'rank'] as const).map((measure) => ({
          measure: `deprivation ${measure}`,
          asAt: String(each.year),
          value: each[measure],
          ...provenance(each),
        })),
      ),
    ],
    source: 'As given in each row',
  };
}

/** A body's offices on a day and who holds them. */
export async function officesDataset(sql: Sql, bodyId: string, asOf: AsOf): Promise<Dataset | undefined> {
  const found = await officesPage(sql, bodyId, asOf);
  if (found === undefined) return undefined;
  return {
    name: `${bodyId}-offices-${asOf.on}`,
    columns: columns(
      'id:Id',
      'title:Title',
      'role:Role in Accord',
      'voting:May vote',
      'from:From',
      'until:Until',
      'holder:Held by',
      'onBehalfOf:On behalf of',
      'mandate:Mandate',
    ),
    rows: found.offices.map(({ office, heldBy }) => ({
      id: office.id,
      title: office.title,
      role: office.role ?? null,
      voting: office.voting ?? null,
      from: office.from ?? null,
      until: office.until ?? null,
      holder: heldBy?.holder ?? null,
      onBehalfOf: heldBy?.onBehalfOf?.name ?? null,
      mandate: heldBy?.holding.mandate ?? null,
    })),
    source: ownSource,
  };
}

/** A body's rules on a day, each with its source and certainty. */
export async function rulesDataset(sql: Sql, bodyId: string, asOf: AsOf): Promise<Dataset | undefined> {
  const found = await rulesPage(sql, bodyId, asOf);
  if (found === undefined) return undefined;
  return {
    name: `${bodyId}-rules-${asOf.on}`,
    columns: columns(
      'key:Key',
      'title:Rule',
      'standing:Standing',
      'value:Value',
      'since:Since',
      'setBy:Set by',
      'source:Source',
      'certainty:Certainty',
      'law:Law',
    ),
    rows: found.groups.flatMap(({ rules }) =>
      rules.map(({ key, definition, ruling, says }) => ({
        key,
        title: definition.title,
        standing: ruling.standing,
        value: ruling.standing === 'known' ? says : null,
        since: ruling.standing === 'known' ? (ruling.since ?? null) : null,
        setBy: ruling.standing === 'known' ? ruling.setBy : null,
        source: ruling.standing === 'known' ? ruling.source : null,
        certainty: ruling.standing === 'known' ? certainties[ruling.certainty] : null,
        law: definition.law,
      })),
    ),
    source: ownSource,
  };
}

/** `key:Title` pairs. */
function columns(...pairs: readonly string[]): Dataset['columns'] {
  return pairs.map((pair) => {
    const [key = '', title = ''] = pair.split(':');
    return { key, title };
  });
}

function provenance(
  each: Readonly<{ source: string; licence: string; certainty: keyof typeof certainties }>,
) {
  return { source: each.source, licence: each.licence, certainty: certainties[each.certainty] };
}
