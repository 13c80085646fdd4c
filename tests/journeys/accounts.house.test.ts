import { beforeAll, describe, expect, test } from 'vitest';
import { londonDate } from '#platform/kernel';
import { openAccount, signedIn } from '../access/accounts.ts';
import { useSite } from '../support/open-site.ts';
import { errorsOf, words } from '../support/read-page.ts';
import { actingIn, type Answered, type Visitor, visitorOf } from '../support/visitor.ts';

/** The real clock, until a test sets it ahead. */
let aheadDays = 0;
const now = () => new Date(Date.now() + aheadDays * 24 * 60 * 60_000);
const site = useSite({}, { now, today: () => londonDate(now()) });

const list = '/bodies/maidstone/accounts';
const email = 'scrutiny@maidstone.example';
const scrutiny = 'maidstone.scrutiny-officer';
const committees = 'maidstone.democratic-services-officer';
const password = 'heron gravel teapot';
const from = { 'from-day': '1', 'from-month': '3', 'from-year': '2026' };

let officer: Visitor;
beforeAll(async () => {
  officer = await actingIn(site().address, 'maidstone.monitoring-officer');
});

const linkIn = ({ body }: Answered) => /\/set-password\/[\w-]{43}/.exec(body)?.[0] ?? 'no link';
const accountIn = ({ body }: Answered) => /\/accounts\/[\w-]{36}/.exec(body)?.[0] ?? 'no account';
const officesOffered = ({ body }: Answered) =>
  [...body.matchAll(/name="office" [^>]*value="([\w.-]+)"/g)].map(([, office]) => office);
const open = (answers: Readonly<Record<string, string>>) =>
  officer.send(`${list}/open`, { email, office: scrutiny, ...from, ...answers });
const secretsKept = async () => {
  const tables = ['identity.invitation', 'record.submission', 'record.private_entry', 'record.entry'];
  const kept = tables.map((table) =>
    site().test.asSuperuser(`SELECT row_to_json(t)::text AS row FROM ${table} t`),
  );
  return JSON.stringify(await Promise.all(kept));
};

test('a monitoring officer opens an account, its holder sets the password, and acts', async () => {
  expect(errorsOf(await open({ email: 'not an address' }))).toEqual([
    'Enter an e-mail address, like name@council.gov.uk',
  ]);
  expect(errorsOf(await open({ office: 'swale.leader' }))).toEqual([
    'Your body has no such office on the first day. Select one from the list, or a first day on which it exists',
  ]);
  const fields = { ...(await officer.hiddenFields(`${list}/open`)), email, office: scrutiny, ...from };
  const [opened, again] = [
    await officer.post(`${list}/open`, fields),
    await officer.post(`${list}/open`, fields),
  ];
  expect(opened.status).toBe(200);
  expect(linkIn(opened)).toHaveLength('/set-password/'.length + 43);
  expect(linkIn(again)).toBe(linkIn(opened));
  expect(words(await officer.get(list))).toMatch(
    `${email} Scrutiny Officer, Maidstone Borough Council Link sent`,
  );

  const holder = visitorOf(site().address);
  const page = await holder.get(linkIn(opened));
  expect(words(page)).toContain(`This is for the account ${email}`);
  expect(errorsOf(await holder.send(linkIn(opened), { wanted: 'too short' }))).toHaveLength(1);
  const both = await Promise.all(
    [password, 'walnut ferry bishop'].map((wanted) => holder.send(linkIn(opened), { wanted })),
  );
  expect(both.map(({ status }) => status)).toEqual(expect.arrayContaining([303, 410]));
  const wanted = both[0]?.status === 303 ? password : 'walnut ferry bishop';
  expect((await holder.get(linkIn(opened))).status).toBe(410);

  expect((await holder.send('/sign-in', { email, password: wanted })).to).toBe('/work');
  expect(words(await holder.get('/work'))).toContain('Scrutiny Officer, Maidstone Borough Council');
  expect(words(await officer.get(list))).toMatch(
    `${email} Scrutiny Officer, Maidstone Borough Council In use`,
  );

  const token = linkIn(opened).replace('/set-password/', '');
  expect(await secretsKept()).not.toContain(token);
});

test('the record keeps each act for the body alone, and names offices, never persons', async () => {
  const kept = await site().test.asSuperuser(
    "SELECT body_id, payload FROM record.private_entry WHERE payload LIKE '%identity.account.opened%'",
  );
  expect(kept.map(({ body_id: body }) => body)).toEqual(['maidstone']);
  expect(await secretsKept()).not.toContain(email);
  expect(await secretsKept()).toContain(scrutiny);
});

describe('an account of several offices', () => {
  const named = 'several@maidstone.example';
  let account: string;
  beforeAll(async () => {
    const opened = await open({ email: named });
    account = `/bodies/maidstone${accountIn(opened)}`;
    await visitorOf(site().address).send(linkIn(opened), { wanted: password });
  });
  const enter = async () => {
    const visitor = visitorOf(site().address);
    const answered = await visitor.send('/sign-in', { email: named, password });
    return { visitor, answered };
  };

  test('is asked which one it acts in, and loses the session of one that is ended', async () => {
    const twice = await officer.send(`${account}/appoint`, { office: scrutiny, ...from });
    expect(errorsOf(twice)[0]).toContain('is appointed to this office in these days already');
    const appointed = await officer.send(`${account}/appoint`, { office: committees, ...from });
    expect(appointed.to).toBe(account);

    const { visitor } = await enter();
    const choice = await visitor.get('/office');
    expect(new Set(officesOffered(choice))).toEqual(new Set([committees, scrutiny]));
    await visitor.send('/office', { office: committees });
    const { visitor: elsewhere } = await enter();
    await elsewhere.send('/office', { office: scrutiny });

    const page = await officer.get(account);
    const end = [...page.body.matchAll(/\/appointments\/[\w-]+\/end/g)].map(([path]) => path);
    expect(end).toHaveLength(2);
    const committeesEnd =
      /appointments\/[\w-]+\/end">[^<]*<span[^>]*>: Democratic/.exec(page.body)?.[0] ?? '';
    const path = `${account}/${committeesEnd.split('"')[0]}`;
    const fields = await officer.hiddenFields(path);
    const sent = await Promise.all(Array.from({ length: 5 }, () => officer.post(path, fields)));
    expect(sent.map(({ to }) => to)).toEqual(Array.from({ length: 5 }, () => account));
    expect(errorsOf(await officer.send(path, {}))).toEqual(['This appointment has ended already']);

    expect((await visitor.get('/work')).to).toMatch('/sign-in');
    expect((await elsewhere.get('/work')).status).toBe(200);
    // Appointed anew, the session that was ended stays ended.
    expect((await officer.send(`${account}/appoint`, { office: committees, ...from })).status).toBe(303);
    expect((await visitor.get('/work')).to).toMatch('/sign-in');
  });

  test('closed, signs in no more and is nowhere signed in; opened again, it needs a new password', async () => {
    const { visitor } = await enter();
    await visitor.send('/office', { office: scrutiny });
    expect((await visitor.get('/work')).status).toBe(200);
    expect((await officer.send(`${account}/close`, {})).to).toBe(account);
    expect((await visitor.get('/work')).to).toMatch('/sign-in');
    expect((await enter()).answered.status).toBe(422);
    expect(errorsOf(await officer.send(`${account}/appoint`, { office: scrutiny, ...from }))[0]).toContain(
      'This account is closed',
    );

    const reopened = await officer.send(`${account}/link`, {});
    expect((await enter()).answered.status).toBe(422);
    await visitorOf(site().address).send(linkIn(reopened), { wanted: password });
    expect((await enter()).answered.status).toBe(303);
    expect((await visitor.get('/work')).to).toMatch('/sign-in');
  });

  test('a link asked for by a form without a key of its own is another each time', async () => {
    const { csrf = '' } = await officer.hiddenFields(`${account}/link`);
    const links = [
      linkIn(await officer.post(`${account}/link`, { csrf })),
      linkIn(await officer.post(`${account}/link`, { csrf })),
    ];
    expect(new Set(links).size).toBe(2);
    expect(links).not.toContain('no link');
  });

  test('a new link takes the place of the one before, and works for seven days', async () => {
    const [first, second] = [
      await officer.send(`${account}/link`, {}),
      await officer.send(`${account}/link`, {}),
    ];
    const holder = visitorOf(site().address);
    expect((await holder.get(linkIn(first))).status).toBe(404);
    expect((await holder.get(linkIn(second))).status).toBe(200);
    aheadDays = 7;
    const late = await holder.get(linkIn(second));
    aheadDays = 0;
    expect([late.status, words(late)]).toEqual([410, expect.stringContaining('more than seven days ago')]);
  });
});

test('a monitoring officer keeps their own body’s accounts alone, and cannot lock it out', async () => {
  await openAccount(site(), 'monitoring@maidstone.example', 'maidstone.monitoring-officer');
  const own = await signedIn(site(), 'monitoring@maidstone.example');
  const listed = await own.get(list);
  const account = /\/bodies\/maidstone\/accounts\/[\w-]{36}(?=">monitoring@)/.exec(listed.body)?.[0] ?? '';
  expect(errorsOf(await own.send(`${account}/close`, {}))[0]).toContain('This is your own account');
  const end = /\/appointments\/[\w-]+\/end/.exec((await own.get(account)).body)?.[0] ?? '';
  expect(errorsOf(await own.send(`${account}${end}`, {}))[0]).toContain('You act in this appointment now');

  const swale = await actingIn(site().address, 'swale.monitoring-officer');
  expect((await swale.get(account)).status).toBe(403);
  const elsewhere = account.replace('maidstone', 'swale');
  expect((await swale.get(elsewhere)).status).toBe(404);
  const { csrf = '' } = await swale.hiddenFields('/bodies/swale/accounts/open');
  expect((await swale.post(`${elsewhere}/close`, { csrf })).status).toBe(404);
  expect((await own.get('/work')).status).toBe(200);
});
