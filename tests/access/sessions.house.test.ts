import { beforeAll, describe, expect, test } from 'vitest';
import { useSite } from '../support/open-site.ts';
import { type Visitor, visitorOf } from '../support/visitor.ts';
import { openAccount, password, signedIn } from './accounts.ts';
import { smuggledInto } from './markup.ts';

const site = useSite({ ACCORD_ADDRESS: 'https://accord.example.gov.uk' });
const session = '__Host-accord-session';
const clerk = 'clerk@maidstone.example';
const officer = 'officer@maidstone.example';

beforeAll(async () => {
  await openAccount(site(), officer, 'maidstone.monitoring-officer');
  await openAccount(site(), clerk, 'maidstone.democratic-services-officer');
  await openAccount(site(), 'locked@maidstone.example', 'maidstone.leader');
  await site().test.asSuperuser(`
    INSERT INTO identity.appointment (account_id, body_id, office_id, held_from)
    SELECT id, 'swale', 'swale.democratic-services-officer', '2020-01-01' FROM identity.account WHERE email = '${clerk}'`);
});

const withCookies = (path: string, cookie: string, init: Omit<RequestInit, 'headers'> = {}) =>
  fetch(new URL(path, site().address), { redirect: 'manual', ...init, headers: { cookie } });
const isIn = async (token: string | undefined) =>
  (await withCookies('/account', `${session}=${token ?? ''}`)).status === 200;
const actingAt = async (visitor: Visitor, body: string) =>
  (await visitor.send('/office', { office: `${body}.democratic-services-officer` })).status === 303;

describe('a session', () => {
  test('planted before signing in is not the one that is signed in', async () => {
    const planted = 'A'.repeat(43);
    const form = await withCookies('/sign-in', `${session}=${planted}; __Host-accord-visit=${planted}`);
    const csrf = /name="csrf" value="([^"]+)"/.exec(await form.text())?.[1] ?? '';
    const entered = await withCookies('/sign-in', `${session}=${planted}; __Host-accord-visit=${planted}`, {
      method: 'POST',
      body: new URLSearchParams({ csrf, email: officer, password }),
    });
    expect(entered.status).toBe(303);
    const begun = entered.headers.getSetCookie().find((line) => line.startsWith(`${session}=`)) ?? '';
    expect(begun).toMatch(/=[\w-]{43}; /);
    expect(begun).not.toContain(planted);
    expect(await isIn(planted)).toBe(false);
  });

  test('is another after choosing an office, and again after signing in anew: the old ones are dead', async () => {
    const visitor = await signedIn(site(), clerk);
    const tokens = [visitor.cookie(session)];
    for (const body of ['maidstone', 'swale']) {
      expect(await actingAt(visitor, body)).toBe(true);
      tokens.push(visitor.cookie(session));
    }
    const csrf = await visitor.hiddenFields('/account');
    await visitor.post('/sign-in', { ...csrf, email: clerk, password });
    tokens.push(visitor.cookie(session));
    expect(new Set(tokens).size).toBe(4);
    expect(await Promise.all(tokens.map(isIn))).toEqual([false, false, false, true]);
  });

  test('acts for the body of its office alone, whichever body it acted for before', async () => {
    const visitor = await signedIn(site(), clerk);
    await actingAt(visitor, 'maidstone');
    expect((await visitor.get('/bodies/maidstone/drafts')).status).toBe(200);
    const form = await visitor.hiddenFields('/bodies/maidstone/details');
    await actingAt(visitor, 'swale');
    expect((await visitor.get('/bodies/maidstone/drafts')).status).toBe(403);
    expect((await visitor.post('/bodies/maidstone/details', form)).status).toBe(403);
    const { csrf = '' } = await visitor.hiddenFields('/account');
    expect((await visitor.post('/bodies/maidstone/details', { ...form, csrf })).status).toBe(403);
    expect((await visitor.send('/office', { office: 'swale.leader' })).status).toBe(422);
  });

  test('is dead once its holder has signed out, and the browser is told to forget', async () => {
    const visitor = await signedIn(site(), officer);
    const token = visitor.cookie(session);
    const left = await visitor.send('/account', {}, '/sign-out');
    expect([left.status, left.headers.get('clear-site-data')]).toEqual([
      303,
      expect.stringContaining('cache'),
    ]);
    expect(visitor.cookie(session)).toBeUndefined();
    expect(await isIn(token)).toBe(false);
  });

  test('cannot be ended, or told of, by another account', async () => {
    const [victim, thief] = [await signedIn(site(), officer), await signedIn(site(), clerk)];
    const [row] = await site().test.asSuperuser(`
      SELECT token_hash FROM identity.session JOIN identity.account ON id = account_id
      WHERE email = '${officer}' ORDER BY seen_at DESC LIMIT 1`);
    const id = String(row?.['token_hash']);
    expect((await thief.get('/account')).body).not.toContain(id);
    await thief.send('/account', { session: id }, '/account/sessions');
    await thief.send('/account', { session: '' }, '/account/sessions');
    expect(await isIn(victim.cookie(session))).toBe(true);
    expect(await isIn(id)).toBe(false);
  });

  test('never stands in a page or an address', async () => {
    const visitor = await signedIn(site(), officer);
    const token = visitor.cookie(session) ?? 'none';
    for (const path of [
      '/account',
      '/work',
      '/office',
      '/bodies/maidstone/details',
      '/bodies/maidstone',
      '/nowhere',
    ])
      expect((await visitor.get(path)).body, path).not.toContain(token);
  });

  test('loses its power at once when its office ends, and changes nothing from then on', async () => {
    const [head, leaving] = [await signedIn(site(), officer), await signedIn(site(), clerk)];
    await actingAt(leaving, 'maidstone');
    const closing = { ...(await leaving.hiddenFields('/bodies/maidstone/closures/add')), step: 'publish' };
    const [year = '', month = '', day = ''] = new Date()
      .toLocaleDateString('sv', { timeZone: 'Europe/London' })
      .split('-');
    const ended = await head.send('/bodies/maidstone/offices/democratic-services-officer/end', {
      'until-day': day,
      'until-month': month,
      'until-year': year,
      reason: 'The Council decided so',
      step: 'publish',
    });
    expect(ended.status).toBe(303);
    const tried = await leaving.post('/bodies/maidstone/closures/add', {
      ...closing,
      'day-day': '24',
      'day-month': '12',
      'day-year': '2035',
      reason: 'Closed',
      source: 'Nobody',
    });
    expect([tried.status, tried.to]).toEqual([303, '/office']);
    expect(await site().test.asOwner("SELECT FROM register.closure WHERE reason = 'Closed'")).toEqual([]);
    expect((await leaving.get('/bodies/maidstone/drafts')).status).toBe(303);
    expect((await leaving.get('/office')).body).not.toContain('maidstone.democratic-services-officer');
  });
});

test.each([
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '\\\\evil.example',
  'https://evil.example',
  'javascript:canary()',
  '/a\r\nlocation: //evil.example',
  'evil.example',
  '@evil.example',
  '/日本',
])('signing in with the way on %j leads nowhere else', async (next) => {
  const visitor = visitorOf(site().address);
  const { csrf = '' } = await visitor.hiddenFields('/sign-in');
  const entered = await visitor.post(`/sign-in?next=${encodeURIComponent(next)}`, {
    csrf,
    email: officer,
    password,
  });
  expect(entered.status).toBe(303);
  const reached = new URL(entered.to ?? '', 'https://accord.example.gov.uk/sign-in');
  expect([reached.origin, entered.headers.get('location')]).toEqual([
    'https://accord.example.gov.uk',
    expect.stringMatching(/^\/(?![/\\])[\x21-\x7e]*$/),
  ]);
});

test('a notice that was tampered with is text, and a short one', async () => {
  for (const notice of [
    '<canary>',
    '"><svg onload=canary()>',
    `<script>canary()</script>${'x'.repeat(3000)}`,
    '\0\u202E',
  ])
    for (const path of ['/', '/sign-in', '/bodies/maidstone']) {
      const cookie = `__Host-accord-notice=${Buffer.from(notice).toString('base64url')}`;
      const body = await (await withCookies(path, cookie)).text();
      expect(smuggledInto(body)).toEqual([]);
      expect(body).not.toContain('x'.repeat(301));
    }
  expect((await withCookies('/', '__Host-accord-notice=%%%;;=')).status).toBe(200);
});

test('of a hundred guesses at once at one account ten are tried, wherever they say they come from', async () => {
  const { address } = site();
  const visitor = visitorOf(address);
  const { csrf = '' } = await visitor.hiddenFields('/sign-in');
  const written = ['locked@maidstone.example', ' LOCKED@maidstone.example', 'Locked@Maidstone.Example '];
  const answers = await Promise.all(
    Array.from({ length: 100 }, async (_, guess) => {
      const { status, body } = await visitor.post(
        '/sign-in',
        { csrf, email: written[guess % 3] ?? '', password: `guess ${guess}` },
        {
          'x-forwarded-for': `203.0.113.${guess}`,
          forwarded: `for=203.0.113.${guess}`,
          'x-real-ip': `203.0.113.${guess}`,
        },
      );
      if (status === 503) return 'too busy';
      return body.includes('is not right') ? 'tried' : body.includes('too many tries') ? 'not tried' : body;
    }),
  );
  const told = (what: string) => answers.filter((answer) => answer === what).length;
  // Where the machine is too busy for a hundred at once, some of the ten are told so, and were tried all the same or not at all.
  const tried = told('tried');
  const busy = told('too busy');
  expect(tried).toBeLessThanOrEqual(10);
  expect(tried + busy).toBeGreaterThanOrEqual(10);
  expect(tried + busy + told('not tried')).toBe(100);
  expect((await visitor.post('/sign-in', { csrf, email: written[0] ?? '', password })).status).toBe(422);
  await signedIn(site(), officer);
});
