import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Route } from '#platform/http';
import { aFewAtATime } from '../support/a-few-at-a-time.ts';
import { useCarriedOnSite } from '../support/carry-on.ts';
import { officersOf } from '../support/every-page.ts';
import { type Parameters, sampleAddress } from '../support/sample-addresses.ts';
import { isWholeSweep } from '../support/sweep.ts';
import { actingIn, type Visitor, visitorOf } from '../support/visitor.ts';

const site = useCarriedOnSite();
let parameters: Parameters;
let officer: Visitor;
let other: Visitor;
let signedOut: Visitor;
let officers: readonly Visitor[];

beforeAll(async () => {
  ({ parameters } = site());
  officer = await actingIn(site().address, 'maidstone.monitoring-officer');
  other = await actingIn(site().address, 'maidstone.monitoring-officer');
  signedOut = visitorOf(site().address);
  officers = await officersOf(site().address);
});

const routesThat = (method: Route['method']) =>
  site().house.routes.filter(
    (route) => route.method === method && !needsLinkAlone(route) && !needsKey(route),
  );
/** What a program sends is no form: a key alone lets it in, which no page of anybody’s can make a browser send. */
const needsKey = (route: Route) => 'by' in route;
/** What a link in a letter does is meant to be posted from elsewhere: from a mail program. */
const needsLinkAlone = ({ may }: Route) => may === 'whoever-has-the-link';
const takesFiles = (route: Route): boolean => 'uploads' in route && route.uploads !== undefined;
const addressOf = (route: Route) => sampleAddress(route, parameters).split('?')[0] ?? '';
const aFile = { field: 'file', name: 'a.txt', type: 'text/plain', holds: 'x' };
const tokenOf = async (visitor: Visitor, at: string) => (await visitor.hiddenFields(at))['csrf'] ?? '';

/** Every table and how many rows it has, what they hold too, but for when a session was last seen. */
async function everything(): Promise<Readonly<Record<string, string>>> {
  const { test: database } = site();
  const tables = await database.asSuperuser(`
    SELECT format('%I.%I', schemaname, tablename) AS name, EXISTS (
      SELECT FROM pg_attribute
      WHERE attrelid = format('%I.%I', schemaname, tablename)::regclass AND attname = 'seen_at'
    ) AS tells_when_seen
    FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`);
  // All in one question: each question is a connection of its own, and there are hundreds of tables.
  const sums = await database.asSuperuser(
    tables
      .map(
        ({ name, tells_when_seen: seen }) => `
          SELECT '${String(name)}' AS name, concat(count(*), ' ', sum(hashtextextended(
            ${seen === true ? "(to_jsonb(each) - 'seen_at')" : 'each'}::text, 0))) AS sum
          FROM ${String(name)} AS each`,
      )
      .join(' UNION ALL '),
  );
  return Object.fromEntries(sums.map(({ name, sum }) => [String(name), String(sum)]));
}

/** What stood when a test ended that found nothing changed: the next begins with it. */
let standing: Readonly<Record<string, string>> | undefined;

/** Nothing anywhere is other than it was. */
async function expectNothingChanged(before: Readonly<Record<string, string>>): Promise<void> {
  standing = undefined;
  const now = await everything();
  expect(now).toEqual(before);
  standing = now;
}

/** As `everything`, once what follows an act by itself (letters to those who follow) has come to rest. */
async function settled(): Promise<Readonly<Record<string, string>>> {
  for (let before = await everything(), tries = 0; ; tries += 1) {
    await wait(700);
    const now = await everything();
    if (tries > 20 || JSON.stringify(now) === JSON.stringify(before)) return now;
    before = now;
  }
}

/**
 * Every route is tried without a token. One guard stands before all of them, so in the usual run the other forgeries take turns:
 * each meets a third of the routes.
 */
function forgeriesOf<Forgery>(nth: number, [first, ...others]: readonly Forgery[]): readonly Forgery[] {
  const inTurn = others.filter((_, number) => isWholeSweep || number % 3 === nth % 3);
  return first === undefined ? inTurn : [first, ...inTurn];
}

describe('every form of the site, sent by somebody else’s page', () => {
  test('is refused, and nothing anywhere changes', { timeout: 120_000 }, async () => {
    const tokens = {
      own: await tokenOf(officer, '/account'),
      others: await tokenOf(other, '/account'),
      signedOut: await tokenOf(signedOut, '/sign-in'),
    };
    const forgeries: Readonly<
      Record<string, readonly [Visitor, string | undefined, Record<string, string>?]>
    > = {
      'no token': [officer, undefined],
      'an empty token': [officer, ''],
      'a wrong token': [officer, 'x'.repeat(43)],
      'a token cut short': [officer, tokens.own.slice(0, -1)],
      'the token of another session of the same office': [officer, tokens.others],
      'the token of somebody signed out': [officer, tokens.signedOut],
      'another site as origin': [officer, tokens.own, { origin: 'https://elsewhere.example' }],
      'no origin to tell of': [officer, tokens.own, { origin: 'null' }],
      'the right host, not over the right scheme': [
        officer,
        tokens.own,
        { origin: site().address.replace('http:', 'https:') },
      ],
      'a host that begins as ours': [officer, tokens.own, { origin: `${site().address}.elsewhere.example` }],
      'a browser that says cross-site': [officer, tokens.own, { 'sec-fetch-site': 'cross-site' }],
      'a browser that says same-site': [officer, tokens.own, { 'sec-fetch-site': 'same-site' }],
      'signed out, no token': [signedOut, undefined],
      'signed out, the token of a session': [signedOut, tokens.own],
      'without any cookie': [visitorOf(site().address), tokens.own],
    };
    const accepted: string[] = [];
    // Primed: an anonymous visit must not loosen what comes after it. What a link in a letter asks for is done by it.
    for (const route of routesThat('POST'))
      await signedOut.post(addressOf(route), { csrf: tokens.signedOut });
    const before = await settled();
    for (const [nth, route] of routesThat('POST').entries())
      for (const [how, [visitor, csrf, headers]] of forgeriesOf(nth, Object.entries(forgeries))) {
        const fields: Readonly<Record<string, string>> = csrf === undefined ? {} : { csrf };
        const tries = [visitor.post(addressOf(route), fields, headers)];
        if (takesFiles(route)) tries.push(visitor.upload(addressOf(route), fields, [aFile], headers));
        for (const { status } of await Promise.all(tries))
          if (status !== 403 && status !== 401) accepted.push(`${route.path} with ${how}: ${status}`);
      }
    expect(routesThat('POST').some(takesFiles)).toBe(true);
    expect(accepted).toEqual([]);
    await expectNothingChanged(before);
    expect(routesThat('POST').length).toBeGreaterThan(14);
  });

  test('with a right token in the address is refused as well', async () => {
    const csrf = await tokenOf(officer, '/account');
    for (const route of routesThat('POST'))
      expect((await officer.post(`${addressOf(route)}?csrf=${csrf}`, {})).status, route.path).toBe(403);
  });

  test('sent as anything but a form is not read', async () => {
    const csrf = await tokenOf(officer, '/account');
    for (const route of routesThat('POST'))
      for (const type of [
        'application/json',
        'text/plain',
        'application/xml',
        'multipart/form-data; boundary=b',
      ]) {
        const response = await fetch(new URL(addressOf(route), site().address), {
          method: 'POST',
          headers: {
            'content-type': type,
            cookie: `accord-session=${officer.cookie('accord-session') ?? ''}`,
          },
          body: JSON.stringify({ csrf, toString: 1 }),
        });
        // Where files are taken it is read as a form with files, and is none.
        const wanted = takesFiles(route) && type.startsWith('multipart') ? 400 : 415;
        expect([route.path, type, response.status]).toEqual([route.path, type, wanted]);
      }
  });

  test('and with everything right it is read: the test would notice if nothing were', async () => {
    const csrf = await tokenOf(officer, '/account');
    const details = await officer.post('/bodies/maidstone/details', { csrf }, { origin: site().address });
    expect(details.status).toBe(422);
  });
});

test('what takes a key takes no session, not even with the right token of a form', async () => {
  const csrf = await tokenOf(officer, '/account');
  const open = site().house.routes.filter((route) => needsKey(route) && route.method === 'POST');
  expect(open.map(({ path }) => path)).toEqual(['/api/readings', '/api/spending/imports']);
  const before = standing ?? (await settled());
  for (const route of open)
    for (const headers of [{}, { 'idempotency-key': 'x' }, { authorization: 'Basic eDp5' }])
      for (const visitor of [officer, signedOut])
        expect((await visitor.post(addressOf(route), { csrf }, headers)).status).toBe(401);
  await expectNothingChanged(before);
});

test('the one address that may be posted to from anywhere does nothing to whoever has no link', async () => {
  const open = site().house.routes.filter(needsLinkAlone);
  expect(open.map(({ path }) => path)).toEqual(['/follow/stop/:letter']);
  const before = standing ?? (await settled());
  for (const letter of ['x', 'S'.repeat(43), parameters['list'] ?? '', parameters['request'] ?? ''])
    expect((await officer.post(`/follow/stop/${letter}`, { csrf: 'none' })).status).toBe(404);
  await expectNothingChanged(before);
});

test('a GET changes nothing, whoever asks for whatever', { timeout: 180_000 }, async () => {
  const before = standing ?? (await settled());
  const asks: (() => Promise<unknown>)[] = [];
  for (const route of routesThat('GET')) {
    const address = sampleAddress(route, parameters);
    asks.push(() => signedOut.get(address));
    asks.push(() => officer.get(`${addressOf(route)}?step=publish&submission=x`));
    // Between them they may see every page. What is for anyone is the same for everyone, which `answers` holds.
    if (route.may !== 'anyone') asks.push(...officers.map((each) => () => each.get(address)));
  }
  for (const route of routesThat('POST')) {
    asks.push(() => officer.get(addressOf(route)));
    asks.push(() => fetch(new URL(addressOf(route), site().address), { method: 'HEAD', redirect: 'manual' }));
  }
  expect(asks.length).toBeGreaterThan(500);
  await aFewAtATime(asks);
  await expectNothingChanged(before);
});
