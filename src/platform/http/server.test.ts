import { gunzipSync } from 'node:zlib';
import { h } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DatabaseUnavailable } from '#platform/db';
import { date, type IsoDate } from '#platform/kernel';
import { createLog } from './log.ts';
import { download, json, notFound, page, redirect, until } from './reply.ts';
import type { PublicRoute, Route } from './route.ts';
import { openTestServer, type TestServer } from './server.testing.ts';

let today: IsoDate = date('2026-03-02');
let now = new Date('2026-03-02T10:00:00Z');
const five = new Date('2026-03-02T17:00:00Z');
let head: string | undefined = 'one';
let served = 0;
let logged: string[] = [];
let keys: string[] = [];

const open = (path: string, handle: PublicRoute['handle']): PublicRoute => ({
  method: 'GET',
  path,
  may: 'anyone',
  handle,
});
const routes: readonly Route[] = [
  open('/plain', async ({ on }) => {
    served += 1;
    return page({ title: `Plain ${served}`, main: h('p', {}, `As on ${on}`) });
  }),
  open('/window', async () => {
    served += 1;
    return page({ title: `${now < five ? 'Open' : 'Closed'} ${served}`, main: h('p', {}), changesAt: five });
  }),
  open('/api/window', async () => until(five, json({ open: now < five, served: (served += 1) }))),
  open('/window.csv', async () => {
    const columns = [{ key: 'open', title: 'Open' }];
    const rows = [{ open: `${now < five} ${(served += 1)}` }];
    return until(five, download({ name: 'window', source: 'a test', columns, rows }, 'csv'));
  }),
  open('/onward', async ({ query }) => redirect(query['to'] ?? '/')),
  open('/missing/:thing', async () => notFound('There is no such thing.')),
  open('/bug', async () => {
    throw new Error('secret detail of the inside');
  }),
  open('/away', async () => {
    throw new DatabaseUnavailable('the database is away');
  }),
  open('/api/thing', async () => json({ exact: true })),
  open('/api/bug', async () => {
    throw new Error('secret detail of the inside');
  }),
  {
    method: 'GET',
    path: '/form',
    may: 'anyone-uncached',
    handle: async () => page({ title: 'A form', main: h('p', {}, 'here') }),
  },
  {
    method: 'POST',
    path: '/form',
    may: 'anyone-uncached',
    handle: async ({ answers, submission }) => {
      keys.push(submission);
      return json({ answers });
    },
  },
  {
    method: 'POST',
    path: '/bodies/:body/details',
    may: { name: 'edit', says: 'edit a body’s details', roles: 'any', scope: 'own-body' },
    handle: async () => json('acted'),
  },
  {
    method: 'GET',
    path: '/bodies/:body/details',
    may: { name: 'edit', says: 'edit a body’s details', roles: 'any', scope: 'own-body' },
    handle: async () => json('seen'),
  },
];

let server: TestServer;
beforeEach(async () => {
  today = date('2026-03-02');
  now = new Date('2026-03-02T10:00:00Z');
  head = 'one';
  served = 0;
  logged = [];
  keys = [];
  server = await openTestServer({
    routes,
    clock: { now: () => now, today: () => today },
    version: () => head,
    health: { database: async () => true, record: async () => head !== undefined },
    log: createLog('info', { write: (line: string) => void logged.push(line) }),
  });
});
afterEach(() => server.close());

const send: TestServer['send'] = (...asked) => server.send(...asked);
const get = (url: string, headers: Record<string, string> = {}) => send('GET', url, headers);

describe('a public page', () => {
  test('is made once and then served from memory until the record moves on', async () => {
    expect((await get('/plain')).body).toContain('Plain 1');
    expect((await get('/plain')).body).toContain('Plain 1');
    head = 'two';
    expect((await get('/plain')).body).toContain('Plain 2');
  });

  test('is made again on the next day, since it speaks of today', async () => {
    await get('/plain');
    today = date('2026-03-03');
    expect((await get('/plain')).body).toContain('Plain 2');
  });

  test.each(['/window', '/api/window', '/window.csv'])(
    '%s, which speaks of the time of day, is made again at the moment it changes',
    async (url) => {
      const first = await get(url);
      now = new Date('2026-03-02T16:59:59Z');
      const etag = String(first.headers['etag']);
      expect((await get(url)).body).toBe(first.body);
      expect((await get(url, { 'if-none-match': etag })).statusCode).toBe(304);
      expect(first.headers['cache-control']).toBe('public, no-cache');
      now = five;
      const changed = await get(url, { 'if-none-match': etag });
      expect([changed.statusCode, served]).toEqual([200, 2]);
      expect(changed.body).not.toBe(first.body);
    },
  );

  test('is never served from memory while other processes’ writes may be missed', async () => {
    await get('/plain');
    head = undefined;
    expect((await get('/plain')).body).toContain('Plain 2');
    expect((await get('/plain')).body).toContain('Plain 3');
  });

  test('answers 304 to whoever has it, fresh or from memory', async () => {
    const first = await get('/plain');
    const etag = String(first.headers['etag']);
    const again = await get('/plain', { 'if-none-match': etag });
    expect([again.statusCode, again.body, again.headers['etag']]).toEqual([304, '', etag]);
    expect(again.headers['content-security-policy']).toBeDefined();
  });

  test('is zipped for who reads zip, and is the same inside', async () => {
    await get('/plain');
    const zipped = await get('/plain', { 'accept-encoding': 'gzip, br' });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(zipped.bytes).toString()).toBe((await get('/plain')).body);
    expect(zipped.headers['etag']).not.toBe((await get('/plain')).headers['etag']);
  });

  test('is not zipped for who says that zip is not wanted', async () => {
    await get('/plain');
    for (const accepts of ['gzip;q=0', 'identity, gzip; q=0.0, br', '', 'br'])
      expect(
        (await get('/plain', { 'accept-encoding': accepts })).headers['content-encoding'],
      ).toBeUndefined();
    for (const accepts of ['gzip;q=0.5', 'gzip, deflate;q=0', 'br, gzip;q=1.0'])
      expect((await get('/plain', { 'accept-encoding': accepts })).headers['content-encoding']).toBe('gzip');
  });

  test('has the same headers fresh and from memory', async () => {
    const besides = ({ headers }: Awaited<ReturnType<typeof get>>) => {
      const { date: _date, connection: _connection, ...rest } = headers;
      return rest;
    };
    const [fresh, kept] = [await get('/plain'), await get('/plain')];
    expect(besides(kept)).toEqual(besides(fresh));
    expect(kept.headers['vary']).toContain('Cookie');
  });

  test('answers HEAD without a body, fresh and from memory', async () => {
    const fresh = await send('HEAD', '/plain');
    const kept = await send('HEAD', '/plain');
    expect([fresh.statusCode, fresh.body, kept.statusCode, kept.body]).toEqual([200, '', 200, '']);
  });

  test('keeps addresses apart, and forgets none that is still asked for', async () => {
    await get('/plain?on=2008-07-15');
    expect((await get('/plain?on=2008-07-16')).body).toContain('Plain 2');
    expect((await get('/plain?on=2008-07-15')).body).toContain('Plain 1');
  });

  test.each([
    '2008-02-30',
    '9999-12-31',
    '0999-12-31',
    'yesterday',
    '20080715',
    '2008-7-15',
    "2008-07-15' OR 1=1",
  ])('asked for the day %s says how a day is written', async (on) => {
    const { statusCode, body } = await get(`/plain?on=${encodeURIComponent(on)}`);
    expect([statusCode, body]).toEqual([400, expect.stringContaining('That is not a date')]);
  });
});

describe('what is not there', () => {
  test.each([
    '/nothing',
    '/missing/thing',
    '/missing/%27%3B--',
    `/missing/${'x'.repeat(190)}`,
    '/missing/%E2%82%AC',
  ])('%s is a 404 page', async (url) => {
    const { statusCode, headers } = await get(url);
    expect([statusCode, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  });

  test.each(['/missing/%', '/missing/%zz', '/%c0%ae%c0%ae'])(
    '%s, which is no address, is a 400 page',
    async (url) => {
      const { statusCode, headers } = await get(url);
      expect(statusCode).toBe(400);
      expect(headers['content-security-policy']).toBeDefined();
    },
  );

  test('an address with a null character does not reach a handler as one', async () => {
    expect((await get('/missing/%00')).statusCode).toBe(404);
  });

  test('in the API is a problem', async () => {
    const { statusCode, headers, body } = await get('/api/nothing');
    expect([statusCode, headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
    expect(JSON.parse(body)).toMatchObject({ status: 404, title: 'Not found' });
  });
});

test.each([
  ['/日本?on=1', '/%E6%97%A5%E6%9C%AC?on=1'],
  ['/a\r\nset-cookie: x=1', '/a%0D%0Aset-cookie:%20x=1'],
  ['/a\uD800', '/a%EF%BF%BD'],
])('a way on that no header can carry, %j, is written so that one can', async (to, location) => {
  const { statusCode, headers } = await get(`/onward?to=${encodeURIComponent(to.toWellFormed())}`);
  expect([statusCode, headers.location, headers['set-cookie']]).toEqual([303, location, undefined]);
});

describe('when something goes wrong on our side', () => {
  test.each(['/bug', '/api/bug'])('%s gives a reference and no detail', async (url) => {
    const { statusCode, body } = await get(url);
    expect(statusCode).toBe(500);
    expect(body).not.toContain('secret');
    expect(body).not.toContain('server.test');
  });

  test('a database that is away is a 503 that says when to come back', async () => {
    const { statusCode, headers } = await get('/away');
    expect([statusCode, headers['retry-after']]).toEqual([503, '5']);
  });

  test('readiness names what fails, and tells no more', async () => {
    head = undefined;
    const { statusCode, body } = await get('/health/ready');
    expect(statusCode).toBe(503);
    expect(JSON.parse(body)).toEqual({ status: 'not ready', checks: { database: true, record: false } });
    expect((await get('/health/live')).statusCode).toBe(200);
  });
});

describe('a form', () => {
  async function tokens() {
    const shown = await get('/form');
    const [cookie = ''] = String(shown.headers['set-cookie']).split(';');
    return { cookie, csrf: /<i>(.+)<\/i>/.exec(shown.body)?.[1] ?? '' };
  }
  const post = (url: string, payload: string, headers: Record<string, string> = {}) =>
    send('POST', url, { 'content-type': 'application/x-www-form-urlencoded', ...headers }, payload);

  test('sent from its own page is acted on', async () => {
    const { cookie, csrf } = await tokens();
    const { statusCode, body } = await post('/form', `csrf=${csrf}&tick=a&tick=b&name=%00J%C3%B6rg`, {
      cookie,
    });
    expect([statusCode, JSON.parse(body).answers]).toEqual([200, { csrf, tick: 'a\nb', name: 'Jörg' }]);
  });

  test('is refused without its cookie, its token, or its origin', async () => {
    const { cookie, csrf } = await tokens();
    const other = await tokens();
    const outcomes = await Promise.all([
      post('/form', `csrf=${csrf}`),
      post('/form', 'name=x', { cookie }),
      post('/form', `csrf=${other.csrf}`, { cookie }),
      post('/form', `csrf=${csrf}`, { cookie, origin: 'https://elsewhere.example' }),
      post('/form', `csrf=${csrf}`, { cookie, 'sec-fetch-site': 'cross-site' }),
    ]);
    expect(outcomes.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403, 403]);
  });

  test('that is too long or no form is refused in words', async () => {
    const long = await post('/form', `name=${'x'.repeat(300 * 1024)}`);
    expect([long.statusCode, long.body]).toEqual([413, expect.stringContaining('could not read')]);
  });

  test.each([
    ['text/xml', '<xml/>'],
    ['text/plain', 'name=x'],
    ['application/json', '{"name":{"toString":1}}'],
    ['multipart/form-data; boundary=x', '--x--'],
  ])('sent as %s is no form', async (type, payload) => {
    const answered = await send('POST', '/form', { 'content-type': type }, payload);
    expect([answered.statusCode, answered.body]).toEqual([415, expect.stringContaining('could not read')]);
  });

  test('has a key of bounded length, whatever is sent as one', async () => {
    const { cookie, csrf } = await tokens();
    await post('/form', `csrf=${csrf}&submission=${'k'.repeat(20_000)}`, { cookie });
    expect(keys).toEqual(['k'.repeat(100)]);
  });

  test('that takes its time to arrive is not waited for', () => {
    const { requestTimeout, headersTimeout } = server.waits;
    expect([requestTimeout, headersTimeout]).toEqual([300_000, 10_000]);
  });

  test('of an office, sent signed out, changes nothing and says how to keep the answers', async () => {
    const { cookie, csrf } = await tokens();
    const { statusCode, body } = await post('/bodies/swale/details', `csrf=${csrf}`, { cookie });
    expect([statusCode, body]).toEqual([401, expect.stringContaining('You are signed out')]);
    const shown = await get('/bodies/swale/details');
    expect([shown.statusCode, shown.headers['location']]).toEqual([
      303,
      '/sign-in?next=%2Fbodies%2Fswale%2Fdetails',
    ]);
  });
});

test('every answer carries the policy and forbids framing, sniffing and inline scripts', async () => {
  for (const url of [
    '/plain',
    '/plain',
    '/nothing',
    '/bug',
    '/api/thing',
    '/form',
    '/health/live',
    '/missing/%',
  ]) {
    const { headers } = await get(url);
    expect(headers['content-security-policy'], url).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['x-content-type-options'], url).toBe('nosniff');
    expect(headers['x-frame-options'], url).toBe('DENY');
  }
});

describe('the log', () => {
  test('names the route, the answer and the reference, and nothing that a person typed or is', async () => {
    const canary = 'canary-7741';
    await get(`/missing/${canary}?q=${canary}`, {
      'user-agent': canary,
      cookie: `other=${canary}`,
      'x-forwarded-for': canary,
    });
    await send('POST', '/form', { 'content-type': 'application/x-www-form-urlencoded' }, `email=${canary}`);
    await get(`/bug?q=${canary}`);
    await get('/plain');
    expect(logged.map((line) => JSON.parse(line).route)).toEqual(
      expect.arrayContaining(['GET /missing/:thing', 'POST /form', 'GET /bug', 'GET /plain']),
    );
    expect(logged.join()).not.toContain(canary);
    expect(logged.join()).not.toContain('127.0.0.1');
  });

  test('holds the stack of a bug under the reference that the reader was given', async () => {
    const { body } = await get('/api/bug');
    const reference = /Reference: (\w+)/.exec(body)?.[1] ?? 'none';
    const line = logged.find((each) => each.includes('a bug was thrown')) ?? '{}';
    expect(JSON.parse(line)).toMatchObject({
      level: 'error',
      reference,
      error: { message: 'secret detail of the inside' },
    });
  });
});
