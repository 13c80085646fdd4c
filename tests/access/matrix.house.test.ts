import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { officeDirectory } from '#modules/register';
import type { Route } from '#platform/http';
import { systemClock } from '../../src/app/system-clock.ts';
import { type Role, roles } from '#platform/kernel';
import { aFewAtATime } from '../support/a-few-at-a-time.ts';
import { useCarriedOnSite } from '../support/carry-on.ts';
import { isWholeSweep } from '../support/sweep.ts';
import { actingIn, type Answered, type Visitor, visitorOf } from '../support/visitor.ts';
import { sampleAddress } from '../support/sample-addresses.ts';
import { programOf } from './accounts.ts';
import type { Rule } from './rule.ts';
import { actWithoutAnswers, whoMay } from './who-may.ts';

const site = useCarriedOnSite();
const own = 'maidstone';
const other = 'swale';

/** One visitor for each role, acting for Maidstone, and one who is signed out. */
const visitors = new Map<Role | 'signed out', Visitor>();
const csrf = new Map<Visitor, string>();
/** And for each role a program with a key, which sends that and no cookie. */
const programs = new Map<Role, Readonly<{ authorization: string }>>();
let headBefore: string;
let parameters: Readonly<Record<string, string>>;

beforeAll(async () => {
  const { address, test: database } = site();
  ({ parameters } = site());
  const offices = await officeDirectory(database).officesOn(systemClock.today());
  for (const { bodyId, role, officeId } of offices) {
    if (bodyId === own && !visitors.has(role)) visitors.set(role, await actingIn(address, officeId));
  }
  visitors.set('signed out', visitorOf(address));
  for (const { bodyId, role, officeId } of offices) {
    if (bodyId === own && !programs.has(role))
      programs.set(role, await programOf(site(), `${role}.program@maidstone.example`, officeId));
  }
  for (const [who, visitor] of visitors) {
    const page = who === 'signed out' ? '/sign-in' : '/account';
    csrf.set(visitor, (await visitor.hiddenFields(page))['csrf'] ?? '');
  }
  headBefore = await head();
});

const head = async () => (await visitorOf(site().address).get('/record/checkpoint')).body;
const keyOf = ({ method, path }: Route) => `${method} ${path}`;
type Outcome = 'in' | 'kept out' | 'asked to sign in';
function outcomeOf({ status, to }: Answered): Outcome {
  if (status === 401 || (status === 303 && to?.startsWith('/sign-in'))) return 'asked to sign in';
  return status === 403 ? 'kept out' : 'in';
}

async function tryIt(route: Route, who: Role | 'signed out', body: string): Promise<Outcome> {
  const visitor = visitors.get(who);
  if (visitor === undefined) throw new Error(`Nobody at ${own} has the role ${who}`);
  const path = sampleAddress(route, { ...parameters, body });
  const answered =
    route.method === 'GET'
      ? await visitor.get(path)
      : await visitor.post(path, { csrf: csrf.get(visitor) ?? '' });
  expect(answered.status, `${route.method} ${path} as ${who}`).toBeLessThan(500);
  return outcomeOf(answered);
}

/** Who tries what is for anyone. */
const anyone = ['signed out', 'councillor', 'signed out'] as const;

test('every role has an office to try with', () => {
  expect([...visitors.keys()].toSorted()).toEqual([...roles, 'signed out'].toSorted());
});

test('every route is in the table, and the table names no other', () => {
  expect(site().house.routes.map(keyOf).toSorted()).toEqual(Object.keys(whoMay).toSorted());
});

describe('every route, as every role, for one’s own body and for another', () => {
  test('lets in whom the table lets in, and nobody else', { timeout: 300_000 }, async () => {
    const wrong: string[] = [];
    const tries: (() => Promise<void>)[] = [];
    for (const [index, route] of site().house.routes.entries()) {
      const rule = whoMay[keyOf(route)];
      if (rule === undefined) continue;
      const shownTo = route.method === 'GET' ? reader(rule, index) : undefined;
      // What is for anyone is the same for everyone, which `answers` holds: one of them stands for all, by turns.
      const visiting = rule === 'anyone' ? [anyone[index % anyone.length] ?? 'signed out'] : visitors.keys();
      for (const who of visiting) {
        const isKeptOut = expected(rule, who, own) !== 'in';
        // Whoever is kept out of their own body is kept out of another: in the usual run one of them tries, by turns.
        const triesAnother =
          isWholeSweep || !isKeptOut || who === roles[index % roles.length] || who === 'signed out';
        const ofBody = route.path.includes(':body') && rule !== 'anyone';
        for (const body of ofBody && triesAnother ? [own, other] : [own]) {
          const wanted = expected(rule, who, body);
          if (wanted === 'in' && actWithoutAnswers.includes(keyOf(route))) continue;
          if (wanted === 'in' && shownTo !== undefined && shownTo !== who) continue;
          tries.push(async () => {
            const outcome = await tryIt(route, who, body);
            if (outcome !== wanted)
              wrong.push(`${keyOf(route)} as ${who} for ${body}: ${outcome}, not ${wanted}`);
          });
        }
      }
    }
    expect(tries.length).toBeGreaterThan(1000);
    await aFewAtATime(tries);
    expect(wrong).toEqual([]);
  });

  test('lets a program in by its key where the table names its role, and nowhere else', async () => {
    const wrong: string[] = [];
    const tries: (() => Promise<void>)[] = [];
    for (const [index, route] of site().house.routes.entries()) {
      const rule = whoMay[keyOf(route)];
      // What a key is no help with is the same for every key: which role tries it goes round.
      const trying = opensByKey(rule) ? roles : roles.slice(index % roles.length).slice(0, 1);
      for (const role of trying) {
        tries.push(async () => {
          const outcome = outcomeOf(await tryByKey(route, role));
          if (outcome !== expectedByKey(route, rule, role))
            wrong.push(`${keyOf(route)} with a key of ${role}: ${outcome}`);
        });
      }
    }
    expect(tries.length).toBeGreaterThan(200);
    await aFewAtATime(tries);
    expect(wrong).toEqual([]);
    expect(programs.size).toBe(roles.length);
  });

  test('and none of these visits changed anything', async () => {
    expect(await head()).toBe(headBefore);
  });
});

/**
 * The one of those who may see a page for whom it is made: all whom it is kept from are tried, and making it for each who may
 * see it would take the time of this whole test again. Which one it is goes round, so that every role is let in somewhere.
 */
function reader(rule: (typeof whoMay)[string], index: number): Role | undefined {
  const allowed =
    rule === 'signed in'
      ? roles
      : rule === 'anyone' || 'byKey' in rule
        ? []
        : roles.filter((role) => rule.includes(role));
  return allowed[index % Math.max(1, allowed.length)];
}

function expected(rule: (typeof whoMay)[string], who: Role | 'signed out', body: string): Outcome {
  if (rule === 'anyone') return 'in';
  if (typeof rule === 'object' && 'byKey' in rule) return 'asked to sign in';
  if (who === 'signed out') return 'asked to sign in';
  if (rule === 'signed in') return 'in';
  return rule.includes(who) && body === own ? 'in' : 'kept out';
}

const opensByKey = (rule: Rule | undefined): rule is Extract<Rule, { byKey: unknown }> =>
  typeof rule === 'object' && 'byKey' in rule;

async function tryByKey(route: Route, role: Role): Promise<Answered> {
  const headers = programs.get(role) ?? { authorization: 'none' };
  const path = sampleAddress(route, { ...parameters, body: own });
  const program = visitorOf(site().address);
  const answered =
    route.method === 'GET' ? await program.get(path, headers) : await program.post(path, {}, headers);
  expect(answered.status, `${route.method} ${path} with a key of ${role}`).toBeLessThan(500);
  return answered;
}

/** A key opens what it is for. What is public it is shown like anybody; at pages and forms of people it is turned away. */
function expectedByKey(route: Route, rule: Rule | undefined, role: Role): Outcome {
  if (opensByKey(rule)) return rule.byKey.includes(role) ? 'in' : 'kept out';
  return rule === 'anyone' && route.may === 'anyone' ? 'in' : 'kept out';
}

afterAll(() => visitors.clear());
