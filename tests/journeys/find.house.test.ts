import { date, fixedClock } from '#platform/kernel';
import { openRecordHead } from '#platform/record';
import { beforeAll, expect, test } from 'vitest';
import { useSite } from '../support/open-site.ts';
import { publishedPaper } from '../support/published-paper.ts';
import { words } from '../support/read-page.ts';
import { type Visitor, visitorOf } from '../support/visitor.ts';

const clock = fixedClock(new Date('2026-07-15T10:00:00Z'));
const site = useSite({}, clock);
let reader: Visitor;

beforeAll(async () => {
  reader = visitorOf(site().address);
  const head = await openRecordHead({ url: site().test.appUrl, onError: () => undefined });
  const services = { database: site().test.database, clock, head };
  await publishedPaper(services, {
    title: 'Leisure centre options',
    holds: 'The swimming pool <b>roof</b> needs £2m. The consultants compared three options for the pool.',
  });
  await publishedPaper(services, {
    title: 'Bids for the pool',
    holds: 'Acme bid 1.7m',
    reviewOn: date('2999-01-01'),
  });
  await publishedPaper(services, {
    title: 'Bids for the roof',
    holds: 'Beta bid 9.9m',
    reviewOn: date('2999-06-01'),
  });
  await head.close();
});

test('a resident finds a paper by what it says, with the words marked and nothing of it taken for markup', async () => {
  const { body, status } = await reader.get('/decisions/find?q=pools+roof');
  expect(status).toBe(200);
  expect(body).toContain('1 result');
  expect(body).toMatch(/<a class="govuk-link" href="\/papers\/[0-9a-f-]{36}">Leisure centre options<\/a>/);
  expect(body).toContain('swimming <mark>pool</mark> &lt; b><mark>roof</mark>');
  expect(words(await reader.get('/decisions/find'))).not.toContain('result');
});

test('what is exempt is found by what the public may know of it, and by nothing that is in it', async () => {
  expect(words(await reader.get('/decisions/find?q=bids'))).toContain('2 results');
  for (const secret of ['acme', 'beta', '"9.9m"'])
    expect(words(await reader.get(`/decisions/find?q=${secret}`)), secret).toContain('Nothing was found');
});

test('the decisions of 2008 are found as of their day, and not before', async () => {
  const found = words(await reader.get('/decisions/find?q=improvement+partnership&kind=decision'));
  expect(found).toContain('Mid Kent');
  expect(found).toContain('9 July 2008');
  const before = words(
    await reader.get('/decisions/find?q=improvement+partnership&kind=decision&on=2008-06-01'),
  );
  expect(before).toContain('Nothing was found');
  const elsewhere = words(
    await reader.get('/decisions/find?q=improvement+partnership&kind=decision&place=thanet'),
  );
  expect(elsewhere).toContain('Search everything for these words');
});

test('the same is had as files and by programs', async () => {
  const query = 'q=pool&kind=paper&body=maidstone&place=maidstone&topic=waste&from=2026-01-01&to=2026-12-31';
  const page = await reader.get(`/decisions/find?${query}`);
  expect(page.body).toContain('/decisions/find.csv?q=pool&amp;kind=paper');
  const rows = JSON.parse((await reader.get(`/decisions/find.json?${query}`)).body) as {
    rows: { title: string }[];
  };
  expect(rows.rows.map(({ title }) => title).toSorted()).toEqual([
    'Bids for the pool',
    'Leisure centre options',
  ]);
  expect((await reader.get(`/decisions/find.csv?${query}`)).body.split('\r\n')).toHaveLength(4);
  const answer = JSON.parse((await reader.get(`/api/find?${query}`)).body) as {
    count: number;
    found: unknown[];
  };
  expect(answer).toMatchObject({ count: 2, isMore: false });
  expect(answer.found[0]).toMatchObject({
    kind: 'paper',
    body: 'maidstone',
    page: expect.stringMatching(/^\/papers\//),
  });
});

test('nothing found says what to try; what is no filter is no filter', async () => {
  const nothing = words(
    await reader.get('/decisions/find?q=zebra%20"%20OR%20(&kind=<b>&from=never&page=-1&topic=x'),
  );
  expect(nothing).toContain('Nothing was found');
  expect(nothing).toContain('Use fewer words');
});

test('the search in the header finds councils by name, and decisions and papers by their words', async () => {
  const both = words(await reader.get('/find?q=maidstone'));
  expect(both).toContain('Maidstone Borough Council');
  const paper = await reader.get('/find?q=pool');
  expect(words(paper)).toContain('Leisure centre options');
  expect(paper.body).toContain('href="/decisions/find?q=pool"');
});

test('and promises by their words, consultations and agreements by their titles, none before its day', async () => {
  const promises = await reader.get('/find?q=apprenticeships');
  expect(words(promises)).toContain('Agreements, commitments and consultations');
  expect(promises.body).toMatch(/href="\/commitments\/[a-z-]+\/[A-Z]+-\w+"/);
  expect(words(await reader.get('/find?q=walking+cycling+mid+kent'))).toContain('Consultation, ');
  expect((await reader.get('/find?q=kent+recommitment')).body).toContain(
    'href="/agreements/kent-recommitment"',
  );
  expect(words(await reader.get('/find?q=apprenticeships&on=2007-01-01'))).not.toContain('Commitment, ');
});
