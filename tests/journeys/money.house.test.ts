import { addDays } from '#platform/kernel';
import { expectNoHorizontalScroll, useBrowser, violationsOn } from '#platform/testing';
import { describe, expect, test } from 'vitest';
import { hostileTexts } from '../access/hostile-texts.ts';
import { smuggledInto } from '../access/markup.ts';
import { words } from '../support/read-page.ts';
import { useSite } from '../support/open-site.ts';
import { isWholeSweep } from '../support/sweep.ts';
import { visitorOf } from '../support/visitor.ts';

const site = useSite();
const browser = useBrowser();
const get = (path: string) => visitorOf(site().address).get(path);
const json = async (path: string) => JSON.parse((await get(path)).body);

test('a journalist finds who was paid what in three clicks from home, without JavaScript', async () => {
  const page = await browser.visitor({ javaScript: false });
  await page.goto(site().address);
  await page.getByRole('link', { name: 'Money', exact: true }).click();
  await page.getByRole('link', { name: 'Who was paid the most' }).click();
  await page.getByRole('link', { name: 'Example Heron Roofing Ltd', exact: true }).first().click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Example Heron Roofing Ltd');
  for (const said of [
    'Who pays it',
    'For what',
    'Names it is paid under',
    'The latest payments',
    'Illustrative.',
  ])
    expect(await page.getByText(said).count(), said).toBeGreaterThan(0);
  // One more, to the line of the file.
  await page
    .getByRole('link', { name: /: where it stood$/ })
    .first()
    .click();
  const text = (await page.getByRole('main').textContent()) ?? '';
  for (const said of [
    'As it stood there',
    'Example Heron Roofing',
    'Line',
    'Approved by',
    'illustrative-payments-',
  ])
    expect(text, said).toContain(said);

  // And by the search, by submitting it.
  await page.goto(`${site().address}/money`);
  await page.getByLabel('Find who was paid').fill('heron roof');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('link', { name: 'Example Heron Roofing Ltd' }).click();
  expect(page.url()).toContain('/money/suppliers/example-heron-roofing');
});

test('a month that is none is told of, and no file is made of more than was asked for', async () => {
  const { body } = await get('/money/payments?from=2011-13');
  expect(body).toContain('“2011-13” is no month, so these payments are not narrowed down by it');
  for (const path of ['/money/payments.csv', '/money/payments.parquet', '/api/spending/sums']) {
    const answer = await get(`${path}?from=2011-13`);
    expect([answer.status, answer.body]).toEqual([404, expect.stringContaining('Write it like 2026-04')]);
  }
});

test('every view holds the same payments, to the penny, on the page, as files and for programs', async () => {
  const { pence, payments } = await json('/api/spending/sums');
  const published = await json('/money/published.json');
  expect(published.rows.reduce((sum: number, row: { pence: number }) => sum + row.pence, 0)).toBe(pence);
  const all = await json('/money/payments.json?by=payment');
  expect(all.rows).toHaveLength(payments);
  expect(all.source).toContain('ILLUSTRATIVE');
  expect(all.rows.every((row: { is_illustrative: boolean }) => row.is_illustrative)).toBe(true);
  for (const by of ['body', 'department', 'category', 'supplier', 'month']) {
    const { rows } = await json(`/money/payments.json?by=${by}`);
    expect(
      rows.reduce((sum: number, row: { pence: number }) => sum + row.pence, 0),
      by,
    ).toBe(pence);
    const csv = await get(`/money/payments.csv?by=${by}`);
    expect(csv.headers.get('content-disposition'), by).toContain('-illustrative.csv"');
    expect(csv.body.trimEnd().split('\r\n'), by).toHaveLength(rows.length + 1);
    const page = await get(`/money/payments?by=${by}`);
    expect(words(page), by).toContain('Illustrative.');
  }
  for (const by of ['payment', 'supplier', 'month']) {
    const file = await fetch(`${site().address}/money/payments.parquet?by=${by}`);
    const bytes = Buffer.from(await file.arrayBuffer());
    expect([file.status, bytes.subarray(0, 4).toString(), bytes.subarray(-4).toString()]).toEqual([
      200,
      'PAR1',
      'PAR1',
    ]);
  }
  expect(words(await get('/find?q=heron'))).toMatch(
    /Suppliers that councils paid Example Heron Roofing Ltd , £[\d,]+ from 14 councils \(illustrative/,
  );
  const purposes = words(await get('/find?q=depot'));
  const told = await json('/money/payments.json?by=payment&words=depot');
  expect(told.rows.length).toBeGreaterThan(0);
  expect(purposes).toContain(`${told.rows.length} payments for purposes with these words`);
  const named = words(await get('/find?q=maidstone+payments'));
  expect(named).toContain('Releases of payments Maidstone Borough Council, January to March 2026');
  expect(words(await get('/find?q=council'))).not.toContain('Releases of payments');
  expect(words(await get('/bodies/maidstone'))).toMatch(/In 2025-26 it paid £[\d,]+ in \d+ payments/);
});

test('a payment that no longer counts says so, and leads to what does', async () => {
  const { releases } = await releasesOf('maidstone');
  const [standing, superseded] = releases;
  const old = words(await get(`/money/payments/${superseded}/0/3`));
  expect(old).toContain('It no longer counts.');
  expect((await get(`/money/payments/${superseded}/0/3`)).body).toContain(`/money/releases/${standing}`);
  expect(words(await get(`/money/payments/${standing}/0/3`))).not.toContain('no longer counts');
  for (const nowhere of [
    `/money/payments/${standing}/0/999999`,
    `/money/payments/${standing}/9/0`,
    `/money/payments/${standing}/0/-1`,
    `/money/payments/${standing}/0/1e3`,
    `/money/payments/${standing}/..%2F..%2F/0`,
    '/money/payments/none/0/0',
    '/money/payments/..%2F..%2Fviews/0/0',
    '/money/suppliers/nobody-of-this-name',
    '/money/suppliers/~redacted',
    '/money/payments?body=atlantis',
    '/money/embed?body=atlantis',
    '/api/spending/sums?body=atlantis',
    '/api/spending/suppliers/nobody',
  ])
    expect((await get(nowhere)).status, nowhere).toBe(404);
});

test('what is taken away says what its columns mean, has pounds beside pence, and leads back by whole addresses', async () => {
  const headings = async (path: string) =>
    (await get(path)).body.replace('\uFEFF', '').split('\r\n')[0]?.split(',');
  const names = (fields: readonly { name: string }[]) => fields.map(({ name }) => name);
  for (const by of ['payment', 'body', 'month']) {
    const schema = await json(`/money/payments/schema.json?by=${by}`);
    expect(names(schema.fields), by).toEqual(await headings(`/money/payments.csv?by=${by}`));
    const { rows } = await json(`/money/payments.json?by=${by}`);
    for (const { pence, pounds } of rows) {
      expect(pounds).toMatch(/^-?\d+\.\d\d$/);
      expect(Math.round(Number(pounds) * 100)).toBe(pence);
    }
  }
  const [payment] = (await json('/money/payments.json?by=payment')).rows;
  expect(payment.page).toMatch(new RegExp(`^${site().address}/money/payments/`));
  expect((await fetch(payment.page)).status).toBe(200);

  const {
    releases: [standing],
  } = await releasesOf('maidstone');
  const described = await json(`/money/releases/${standing}/datapackage.json`);
  const [csv, ...columns] = described.resources;
  expect(names(csv.schema.fields)).toEqual(await headings(`/money/releases/${standing}/payments.csv`));
  expect(described.description).toContain('Illustrative');
  for (const { path } of [csv, ...columns]) {
    const resolved = new URL(path, `${site().address}/money/releases/${standing}/datapackage.json`);
    expect((await fetch(resolved)).status, path).toBe(200);
  }
});

test('every list can be taken away', async () => {
  const {
    releases: [standing],
  } = await releasesOf('maidstone');
  for (const page of [
    '/money',
    '/money/payments?body=maidstone',
    '/money/payments?body=maidstone&by=payment',
    '/money/suppliers/example-heron-roofing',
    '/money/supplier-choices',
    '/money/releases',
    `/money/releases/${standing}`,
    '/money/outturn',
    '/money/outturn/maidstone',
    '/money/completeness',
    '/money/completeness/maidstone',
  ]) {
    // The table that stands for a drawing holds what the list beside it holds.
    const lists = (await get(page)).body
      .replaceAll(/<figure[\s\S]*?<\/figure>/g, '')
      .split('class="accord-data"')
      .slice(1)
      // What a release was made of stands in its data package.
      .filter((list) => captionOf(list) !== 'Files that this was made from');
    expect(lists.length, page).toBeGreaterThan(0);
    for (const list of lists) {
      expect(csvOf(list), `${page}: ${captionOf(list)}`).not.toBe('');
      const path = csvOf(list);
      expect((await get(path)).status, path).toBe(200);
      expect((await json(path.replace('.csv', '.json'))).columns.length, path).toBeGreaterThan(1);
    }
  }
  const named = (path: string) => get(`${path}.csv`).then(({ body }) => body.split('\r\n').length - 2);
  expect(await named('/money/completeness/duties')).toBe(12);
  expect(await named('/money/outturn/maidstone/lines')).toBeGreaterThan(50);
  expect((await get('/money/suppliers/example-heron-roofing/links.csv')).status).toBe(200);
});

const captionOf = (list: string): string => /<caption[^>]*>([^<]*)/.exec(list)?.[1] ?? '';
const csvOf = (list: string): string =>
  (/href="(\/money[^"]*\.csv[^"]*)"/.exec(list)?.[1] ?? '').replaceAll('&amp;', '&');

test('what is drawn stands in the table beside it, and a sum for each resident says whose count of them it is', async () => {
  const headers = (html: string) =>
    [...html.matchAll(/<th scope="row"[^>]*>(.*?)<\/th>/gs)].map(([, cell = '']) =>
      cell.replaceAll(/<[^>]+>/g, '').trim(),
    );
  const figuresOf = (body: string) =>
    [...body.matchAll(/<figure[\s\S]*?<\/figure>/g)].map(([figure]) => figure);
  for (const by of ['body', 'department', 'category', 'supplier', 'month']) {
    const { body } = await get(`/money/payments?by=${by}`);
    const drawings = figuresOf(body);
    expect(drawings.length, by).toBe(by === 'month' ? 1 : 2);
    // The table stands once, beside them; in a page of somebody else’s each drawing brings its own.
    expect(drawings.some((figure) => figure.includes('<table'))).toBe(false);
    const table = headers(body);
    const figures = figuresOf((await get(`/money/embed?by=${by}`)).body);
    expect(figures.length, by).toBe(drawings.length);
    for (const figure of figures) {
      const drawn = headers(figure).filter((label) => label !== 'All others together');
      expect(drawn.length, by).toBeGreaterThan(1);
      expect(
        by === 'month' ? drawn.length === table.length : drawn.every((label) => table.includes(label)),
        by,
      ).toBe(true);
    }
  }
  expect(words(await get('/money/payments?by=body'))).toMatch(
    /Residents: .*Office for National Statistics.*, as at \d+ \w+ \d{4}\. Councils of two tiers/,
  );
});

test('releases are followed together or of one council, as a feed and by e-mail', async () => {
  const ofMaidstone = encodeURIComponent('/money/releases?body=maidstone');
  const [all, own] = await Promise.all(
    [encodeURIComponent('/money/releases'), ofMaidstone].map((thing) =>
      get(`/follow/things/feed?thing=${thing}`),
    ),
  );
  const entries = (feed = '') => feed.split('<entry>').length - 1;
  expect(entries(all?.body)).toBe(15);
  expect(entries(own?.body)).toBe(2);
  expect(own?.body).toContain('<title>Releases of payments of Maidstone Borough Council');
  expect(words(await get(`/follow?things=${ofMaidstone}`))).toContain(
    'Releases of payments of Maidstone Borough Council',
  );
  const page = await get('/money/releases?body=maidstone');
  expect(page.body).toContain(`/follow/things/feed?thing=${ofMaidstone}`);
  expect((await json('/money/releases.json?body=maidstone')).rows).toHaveLength(2);
  expect((await get('/money/releases?body=atlantis')).status).toBe(404);
});

test('a day on which other releases counted is never answered with today’s account', async () => {
  const dayBefore = addDays(site().today(), -1);
  const on = `on=${dayBefore}`;
  for (const path of ['/money', '/money/payments', '/money/payments?by=supplier', '/money/suppliers']) {
    const page = await get(`${path}${path.includes('?') ? '&' : '?'}${on}`);
    expect(words(page), path).toContain('Other releases of payments counted on this day than count today.');
    expect(words(page), path).toContain('No payments were published by this day.');
  }
  const {
    releases: [standing],
  } = await releasesOf('maidstone');
  for (const path of [
    `/money/payments.csv?${on}`,
    `/money/payments.parquet?${on}`,
    `/money/published.json?${on}`,
    `/api/spending/sums?${on}`,
    `/money/payments/${standing}/0/3?${on}`,
  ])
    expect((await get(path)).status, path).toBe(404);
  expect(words(await get(`/bodies/maidstone?${on}`))).not.toMatch(/it paid £/);

  // A day to come knows what counts now.
  const after = await get(`/money/payments?by=supplier&on=${addDays(site().today(), 1)}`);
  expect(words(after)).toContain('Example Heron Roofing');
});

async function releasesOf(body: string): Promise<{ releases: readonly string[] }> {
  const { body: page } = await get('/money/releases');
  const found = [...page.matchAll(new RegExp(`/money/releases/(${body}-[\\w-]+)"`, 'g'))].map(
    ([, id = '']) => id,
  );
  return { releases: [...new Set(found)].toSorted().toReversed() };
}

test(
  'what a reader types is text and nothing else, and months the wrong way round are turned',
  { timeout: 120_000 },
  async () => {
    const odd = [
      ...hostileTexts,
      "' OR 1=1 --",
      '"; DROP TABLE payee',
      'x'.repeat(10_000),
      '%',
      '\\',
      '~',
      '~redacted',
      '🦉',
      '$1',
    ];
    const fields = ['from', 'to', 'department', 'purpose', 'words', 'by', 'page', 'dataset'];
    for (const [nth, text] of odd.entries())
      for (const [place, [path, query]] of (
        [
          ['/money/payments', Object.fromEntries(fields.map((field) => [field, text]))],
          ['/money/payments', { body: text }],
          ['/money/payments', { supplier: text, by: 'payment' }],
          ['/money/payments.csv', { words: text }],
          ['/money/suppliers', { q: text }],
        ] as const
      ).entries()) {
        // Each text is tried in two of the places, and every place with two texts of five.
        if (!isWholeSweep && (nth + place) % 5 > 1) continue;
        const answered = await get(`${path}?${new URLSearchParams(query).toString()}`);
        // An address beyond what a server reads at all is refused before anybody looks at it.
        expect([200, 404, 431], `${path}: ${text.slice(0, 40)}`).toContain(answered.status);
        expect(smuggledInto(answered.body), `${path}: ${text.slice(0, 40)}`).toEqual([]);
      }
    const turned = words(await get('/money/payments?from=2026-03&to=2026-01'));
    expect(turned).toContain('From: January 2026');
    expect(turned).toContain('To: March 2026');
    expect(words(await get('/money/payments?from=2010-01&to=2010-12'))).toContain(
      'No payment is published here that is such a one',
    );
    expect(words(await get('/money/payments?supplier=heron'))).toContain(
      'Suppliers whose names hold its words',
    );
    const beyond = await get('/money/payments?by=payment&page=99999');
    expect([beyond.status, words(beyond)]).toEqual([
      404,
      expect.stringContaining('There are fewer payments than that'),
    ]);
    const cards = await get('/money/payments?dataset=procurement-card');
    expect(cards.body).toMatch(/<option value="procurement-card" selected/);
  },
);

describe('a chart for somebody else’s page', () => {
  test('may be framed by anybody, and holds no script and no form; nothing else of the site may be framed', async () => {
    for (const _again of ['made afresh', 'from memory']) {
      const { headers, body } = await get('/money/embed?by=month');
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain('frame-ancestors *');
      expect(policy).not.toMatch(/script-src|unsafe|connect-src/);
      expect(headers.get('x-frame-options')).toBeNull();
      expect(body).not.toMatch(/<script|<form/);
      expect(body).toContain('Illustrative.');
    }
    for (const path of ['/money', '/money/payments', '/money/suppliers', '/', '/money/embed?body=atlantis']) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
      expect(headers.get('x-frame-options'), path).toBe('DENY');
    }
  });
});

test('the pages of money keep WCAG 2.2 AA, fit 320 px and can be printed', { timeout: 120_000 }, async () => {
  const page = await browser.visitor({ width: 'phone', theme: 'dark', javaScript: true });
  for (const path of [
    '/money/payments?by=payment&body=maidstone',
    '/money/payments?by=month',
    '/money/payments?by=supplier&words=repair',
    '/money/payments?supplier=heron',
    '/money/suppliers/example-heron-roofing',
  ]) {
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    await page.goto(site().address + path);
    expect(await violationsOn(page), path).toEqual([]);
    await expectNoHorizontalScroll(page);
    await page.emulateMedia({ media: 'print' });
    expect((await page.pdf()).length, path).toBeGreaterThan(1000);
  }
  // On paper a payment and a release say where they stand; on the screen the browser does.
  const {
    releases: [standing],
  } = await releasesOf('maidstone');
  const onPaper: readonly string[] = [`/money/payments/${standing}/0/3`, `/money/releases/${standing}`];
  for (const path of onPaper) {
    await page.goto(site().address + path);
    const from = page.getByText(`This page stands at ${site().address}${path}`);
    expect(await from.isVisible(), path).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    expect(await from.isVisible(), path).toBe(false);
    await page.emulateMedia({ media: 'print' });
  }
});
