import { isDeepStrictEqual } from 'node:util';
import { readData } from '#platform/config';
import { fixedClock } from '#platform/kernel';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { exampleOf } from '../../src/app/site/api.tsx';
import { useSite } from '../support/open-site.ts';
import { words as wordsOf } from '../support/read-page.ts';
import { sampleAddress } from '../support/sample-addresses.ts';
import { isWholeSweep } from '../support/sweep.ts';
import { actingIn, type Answered, visitorOf } from '../support/visitor.ts';

const site = useSite({}, fixedClock(new Date('2026-07-15T10:00:00Z')));
const get = (path: string, headers?: Readonly<Record<string, string>>) =>
  visitorOf(site().address).get(path, headers);

/** What the register serves: the lists and the API of other modules are held to the same in tests/conformance. */
const isOfRegister = ({ path }: Readonly<{ path: string }>): boolean =>
  /^\/(?:api\/)?(?:bodies|places|statutory-partners|popolo|calculator)\b/.test(path) &&
  !/committees|papers|decisions/.test(path);

/** The words of the page itself, without those of the frame around it. */
const words = (answered: Answered): string =>
  wordsOf({ ...answered, body: answered.body.replace(/^.*<main/s, '<main') });
const wordsAt = async (path: string): Promise<string> => words(await get(path));

describe('somebody who knows a council by its old name', () => {
  test('finds Shepway, and the name it has now', async () => {
    const results = await wordsAt('/find?q=Shepway');
    expect(results).toContain('Folkestone and Hythe District Council');
    expect(results).toContain('Found by its other name, Shepway District Council');
    expect(await wordsAt('/bodies/folkestone-and-hythe')).toContain(
      'Shepway District Council, until 1 April 2018',
    );
  });

  test('sees the name of the day on the page of that day, and the way back to today', async () => {
    const then = await get('/bodies/folkestone-and-hythe?on=2018-03-31');
    expect(words(then)).toMatch(
      /District council Shepway District Council As it stood on 31 March 2018 ?\. See today/,
    );
    expect(then.body).toContain('<a class="govuk-link" href="/bodies/folkestone-and-hythe">See today</a>');
    expect(await wordsAt('/bodies/folkestone-and-hythe?on=2018-04-01')).toContain(
      'District council Folkestone and Hythe District Council',
    );
  });

  test('is led on by an address made of that name', async () => {
    expect((await get('/bodies/shepway')).to).toBe('/bodies/folkestone-and-hythe');
    expect((await get('/bodies/shepway/rules')).to).toBe('/bodies/folkestone-and-hythe');
  });
});

describe('the search', () => {
  test('shows the form alone when nothing was typed', async () => {
    for (const path of ['/find', '/find?q=', '/find?q=%20%20']) {
      const found = await wordsAt(path);
      expect(found).toContain('Council, body, place, decision, paper, promise, supplier or payment');
      expect(found).not.toContain('result');
    }
  });

  test('says what it searched for and where to go on, when nothing goes by that name', async () => {
    const found = await wordsAt('/find?q=Camelot');
    expect(found).toContain('Nothing goes by that name');
    expect(found).toContain('Searched for Camelot among the names of councils');
    expect(found).toContain('All councils and bodies');
  });

  test('shows what was typed as text and never as markup', async () => {
    for (const typed of [
      '"><script>alert(1)</script>',
      "' onmouseover='x",
      '<b>',
      '%',
      '\\',
      '\u202Egnp',
      'é'.repeat(2000),
    ]) {
      const { status, body } = await get(`/find?q=${encodeURIComponent(typed)}`);
      expect(status).toBe(200);
      expect(body).not.toContain('<script>alert');
      expect(body).not.toMatch(/<b>|&lt;b>[^<]*<b>/);
      expect(body.length).toBeLessThan(20_000);
    }
  });

  test('still gives a list when there is only one', async () => {
    expect(await wordsAt('/find?q=KCC')).toMatch(/1 result Kent County Council/);
  });
});

describe('an officer who asks which rules bound Maidstone', () => {
  test('reads two signatures for 9 July 2008 and three, to be checked locally, today', async () => {
    expect(await wordsAt('/bodies/maidstone/rules/callIn.signatories?on=2008-07-09')).toContain(
      '2 members A call-in needs the signatures of 2 members.',
    );
    expect(await wordsAt('/bodies/maidstone/rules/callIn.signatories')).toContain('3 members Check locally');
  });

  test('is told why there is no call-in while committees ran the council', async () => {
    expect(await wordsAt('/bodies/maidstone/rules/callIn.signatories?on=2018-01-01')).toContain(
      'Does not apply. The council is run by committees on this day',
    );
  });

  test('sees a lawful date worked out with the days it skipped', async () => {
    // 28 clear days after Wednesday 15 July 2026 end on 12 August; the decision may be taken the day after.
    const rule = await wordsAt('/bodies/maidstone/rules/notice.keyDecision');
    expect(rule).toContain('the decision may be taken from Thursday 13 August 2026');
  });

  test('sees each rule’s source on the page of all rules, and what must be checked', async () => {
    const rules = await wordsAt('/bodies/maidstone/rules?on=2008-07-09');
    expect(rules).toContain(
      'Record of decision of the Cabinet, establishment of a Mid Kent Improvement Partnership',
    );
    expect(rules).toContain('must be checked with the body');
  });
});

describe('a body that has ended', () => {
  test('says so first and leads on to who stands in its place', async () => {
    const page = await get('/bodies/kent-leaders-group');
    expect(words(page)).toContain('Kent Leaders Group ended on 1 June 2010. In its place: Kent Forum');
    expect(page.body).toContain('href="/bodies/kent-forum"');
    expect(await wordsAt('/bodies/kent-leaders-group?on=2010-08-01')).toContain('In its place: Kent Senate');
  });

  test('shows who sat in it on a day of its life, and for whom', async () => {
    const senate = await wordsAt('/bodies/kent-senate?on=2010-08-01');
    expect(senate).toContain('Leader of the Council, Swale Borough Council');
    expect(senate).toContain('On behalf of');
    const seat = await wordsAt('/bodies/kent-senate/offices/seat-swale?on=2010-08-01');
    expect(seat).toContain('Votes No');
  });
});

describe('a place', () => {
  test('shows the very figures of the reference data, with their day', async () => {
    const { places } = referenceFile.parse(readData('reference/places-kent.json'));
    for (const place of places) {
      const shown = await wordsAt(`/places/${place.id}`);
      for (const { asAt, count, nearest } of place.population) {
        expect(shown).toContain(`${nearest > 1 ? 'about ' : ''}${count.toLocaleString('en-GB')}`);
        expect(shown).toContain(asAt.slice(0, 4));
      }
      for (const { year, rank, of } of place.deprivation) expect(shown).toContain(`${year} ${rank} ${of}`);
    }
    expect(places.length).toBe(14);
  });

  test('has no figure that is younger than the day asked for', async () => {
    const then = await wordsAt('/places/thanet?on=2009-01-01');
    expect(then).toContain('about 129,900');
    expect(then).not.toContain('141,458');
    expect(await wordsAt('/places/thanet?on=2003-01-01')).toContain('No figure held goes back to this day.');
  });

  test('names the councils that serve it', async () => {
    expect(await wordsAt('/places/thanet')).toContain(
      '2 councils serve Thanet: Thanet District Council (lower tier) and Kent County Council (upper tier)',
    );
    expect(await wordsAt('/places/medway')).toContain(
      'One council serves Medway: Medway Council (single tier)',
    );
  });
});

const referenceFile = z.object({
  places: z.array(
    z.object({
      id: z.string(),
      population: z.array(z.object({ asAt: z.string(), count: z.int(), nearest: z.int() })),
      deprivation: z.array(z.object({ year: z.int(), rank: z.int(), of: z.int() })),
    }),
  ),
});

describe('everything that can be taken away', () => {
  const files = (ending: string) =>
    site()
      .house.routes.filter((route) => isOfRegister(route) && route.path.endsWith(ending))
      .map((route) => sampleAddress(route).slice(0, -ending.length));

  test('holds the same rows as CSV and as JSON, on today and on an earlier day', async () => {
    const lists = files('.csv');
    expect(lists.length).toBeGreaterThanOrEqual(7);
    expect(files('.json').filter((path) => !path.startsWith('/api'))).toEqual(lists);
    for (const list of lists) {
      for (const day of ['', '?on=2008-07-09']) {
        const csv = await get(`${list}.csv${day}`);
        const json = await get(`${list}.json${day}`);
        expect([list, csv.status, json.status]).toEqual([list, 200, 200]);
        const { columns, rows } = datasetShape.parse(JSON.parse(json.body));
        const text = (value: string | number | boolean | null | undefined) => String(value ?? '');
        const wanted = [
          columns.map(({ title }) => title),
          ...rows.map((row) => columns.map(({ key }) => text(row[key]))),
        ];
        expect(rows.length, list).toBeGreaterThan(0);
        expect(cells(csv.body)).toEqual(wanted);
      }
    }
  });

  test('holds the rows the page shows, filtered as it is', async () => {
    const { rows } = datasetShape.parse(JSON.parse((await get('/bodies.json?kind=forum')).body));
    expect(rows.map(({ kind }) => kind)).toEqual(rows.map(() => 'forum'));
    expect(rows.length).toBe(5);
  });
});

const datasetShape = z.object({
  columns: z.array(z.object({ key: z.string(), title: z.string() })),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
});

/** The cells of a CSV file (RFC 4180), line by line. */
function cells(csv: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain, end] of csv
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') lines.push([]);
    if (end === '') break;
  }
  return lines.slice(0, -1);
}

describe('the API', () => {
  const routes = () =>
    site()
      .house.routes.filter(isOfRegister)
      .flatMap((route) =>
        route.may === 'anyone' && route.api !== undefined ? [{ path: route.path, api: route.api }] : [],
      );

  test('answers every address as its schema says, and the OpenAPI document lists each', async () => {
    const document = z
      .object({ paths: z.record(z.string(), z.unknown()) })
      .parse(JSON.parse((await get('/api/openapi.json')).body));
    for (const route of routes()) {
      for (const day of ['', 'on=2008-07-09']) {
        const example = exampleOf(route);
        const answered = await get(`${example}${example.includes('?') ? '&' : '?'}${day}`);
        expect([route.path, answered.status]).toEqual([route.path, 200]);
        const value: unknown = JSON.parse(answered.body);
        const read = route.api.answers.safeParse(value);
        expect(read.error?.issues ?? [], route.path).toEqual([]);
        // What the schema does not name would be dropped in reading: nothing goes out unannounced.
        expect(isDeepStrictEqual(read.data, value), `${route.path} says more than its schema`).toBe(true);
      }
      expect(Object.keys(document.paths)).toContain(route.path.replaceAll(/:(\w+)/g, '{$1}'));
    }
    expect(routes().length).toBeGreaterThanOrEqual(13);
  });

  test('says in a problem what there is not', async () => {
    const answered = await get('/api/bodies/atlantis');
    expect(answered.status).toBe(404);
    expect(answered.headers.get('content-type')).toContain('application/problem+json');
    expect(answered.body).toContain('There is no body with the address “atlantis”');
  });
});

describe('addresses that nothing has', () => {
  const hostile = [
    'atlantis',
    '%00',
    '..%2F..%2Fetc%2Fpasswd',
    "'%20OR%201=1--",
    '%22%3E%3Cscript%3E',
    '%F0%9F%90%9D',
    '%E2%80%AE',
    'constructor',
    '__proto__',
    'toString',
    '-1',
    'x'.repeat(190),
    'x'.repeat(3000),
  ];

  test('are pages that are not found, never a fault of ours', async () => {
    const open = site().house.routes.filter(({ may, path }) => may === 'anyone' && path.includes(':'));
    expect(open.length).toBeGreaterThan(10);
    const places = open.flatMap((route) =>
      [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({ route, name })),
    );
    for (const [place, { route, name }] of places.entries()) {
      // Each place is tried with a few of them, and each of them in many places.
      for (const id of hostile.filter((_, nth) => isWholeSweep || (nth + place) % 4 === 0)) {
        const { status } = await get(sampleAddress(route, { [name]: id }));
        // An address longer than any of ours is refused before it is looked up.
        const wanted = id.length > 200 ? [400, 404, 414] : [400, 404];
        expect(wanted, `${route.path} with ${name} ${id}`).toContain(status);
      }
    }
    expect(places.length).toBeGreaterThan(hostile.length * 4);
  });

  test('say what was not found, in words', async () => {
    expect(await wordsAt('/bodies/atlantis')).toContain(
      'There is no body with the address “atlantis” in the register.',
    );
    expect(await wordsAt('/places/atlantis')).toContain('There is no place with the address “atlantis”');
    expect(await wordsAt('/bodies/maidstone/offices/emperor')).toContain(
      'Maidstone Borough Council has no office',
    );
    expect(await wordsAt('/bodies/maidstone/rules/nonsense')).toContain('There is no rule with this address');
  });
});

describe('a day that is no day', () => {
  test.each(['yesterday', '2008-02-30', '2008-7-9', '20080709', '<script>'])(
    '%s is refused in words',
    async (day) => {
      for (const path of ['/bodies', '/places/thanet', '/find?q=kent', '/']) {
        const joined = path.includes('?') ? '&' : '?';
        const answered = await get(`${path}${joined}on=${encodeURIComponent(day)}`);
        expect(answered.status).toBe(400);
        expect(words(answered)).toContain('The day must be a real date');
      }
    },
  );

  test('long ago and far ahead are days like any other', async () => {
    for (const on of ['1000-01-01', '1066-10-14', '2999-12-31']) {
      for (const path of [
        '/',
        '/bodies',
        '/bodies/maidstone',
        '/bodies/maidstone/rules',
        '/places',
        '/places/thanet',
        '/bodies.csv',
      ])
        expect([path, on, (await get(`${path}?on=${on}`)).status]).toEqual([path, on, 200]);
    }
  });
});

test('a page is fresh after a write, and costs nothing until then', async () => {
  await get('/bodies/maidstone');
  const kept = await get('/bodies/maidstone');
  const tag = kept.headers.get('etag') ?? '';
  expect((await get('/bodies/maidstone', { 'if-none-match': tag })).status).toBe(304);

  const officer = await actingIn(site().address, 'maidstone.democratic-services-officer');
  const closed = await officer.send('/bodies/maidstone/closures/add', {
    'day-day': '24',
    'day-month': '12',
    'day-year': '2026',
    reason: 'Offices closed before Christmas',
    source: 'Notice of the council',
    step: 'publish',
  });
  expect(closed.status).toBe(303);
  const entered = await get('/bodies/maidstone', { 'if-none-match': tag });
  expect([entered.status, entered.headers.get('etag') === tag]).toEqual([200, false]);
  expect(words(entered)).toContain('Offices closed on 24 December 2026: Offices closed before Christmas');
});
