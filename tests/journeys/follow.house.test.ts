import { afterAll, describe, expect, test, vi } from 'vitest';
import { type Actor, type Clock, londonDate, ok } from '#platform/kernel';
import { act, openRecordHead } from '#platform/record';
import { openHouse } from '../../src/app/compose.ts';
import {
  openPostOffice,
  type PostOffice,
  type Received,
} from '../../src/platform/mail/post-office.testing.ts';
import { useSite } from '../support/open-site.ts';
import { errorsOf, words } from '../support/read-page.ts';
import { actingIn, type Visitor, visitorOf } from '../support/visitor.ts';

let passed = 0;
const clock: Clock = {
  now: () => new Date(Date.now() + passed),
  today: () => londonDate(new Date(Date.now() + passed)),
};
let office: PostOffice = await openPostOffice();
const site = useSite({ SMTP_URL: office.url, ACCORD_MAIL_FROM: 'accord@kent.example' }, clock);
afterAll(() => office.close());

const address = 'resident@example.org';
const letterTo = (who: string, subject: string): Promise<Received> =>
  vi.waitFor(
    () => {
      const found = office.received.find(
        ({ to, headers }) => to.includes(who) && headers['subject']?.includes(subject),
      );
      if (found === undefined)
        throw new Error(
          `no letter "${subject}" among ${office.received.map(({ headers }) => headers['subject']).join('; ')}`,
        );
      return found;
    },
    { timeout: 20_000, interval: 20 },
  );
const linksIn = ({ source }: Received): readonly string[] => {
  const whole = source.replaceAll(/=\r\n/g, '').replaceAll('=3D', '=');
  const links = [...whole.matchAll(/https?:\/\/[^\s"<>]+/g)].map(
    ([link]) => new URL(link).pathname + new URL(link).search,
  );
  return [...new Set(links)];
};
const linkIn = (letter: Received, to: string): string =>
  linksIn(letter).find((link) => link.startsWith(to)) ?? 'none';

/** What a mail scanner does to every letter: it opens all links, some of them twice. */
async function scan(letter: Received): Promise<void> {
  for (const link of [...linksIn(letter), ...linksIn(letter)]) {
    expect((await visitorOf(site().address).get(link)).status, link).toBe(200);
    await fetch(new URL(link, site().address), { method: 'HEAD' });
  }
}

async function followAsks(visitor: Visitor, who: string, what = '/follow?bodies=maidstone'): Promise<void> {
  const asked = await visitor.send(what, { email: who, cadence: 'at-once' });
  expect([asked.status, asked.to]).toEqual([303, '/follow/asked']);
}

async function follows(who: string, what?: string): Promise<void> {
  const visitor = visitorOf(site().address);
  await followAsks(visitor, who, what);
  const confirm = linkIn(await letterTo(who, 'confirm'), '/follow/confirm/');
  expect((await visitor.send(confirm, {})).status).toBe(303);
}

/** Publishes a decision of Maidstone, as another process of the site would. */
async function publish(reference: string, title: string): Promise<void> {
  const { database, appUrl } = site().test;
  const head = await openRecordHead({ url: appUrl, onError: () => undefined });
  const subject = `/decisions/maidstone/${reference}`;
  const about = { bodies: ['maidstone'], places: ['maidstone'], topics: ['waste'], things: [subject] };
  const entry = {
    act: 'governance.decision.published',
    subject,
    summary: `Decision published: ${title}`,
    facts: { about },
    visibility: 'public',
  } as const;
  await act({ database, clock, head }, officer, {}, async () => ok({ value: undefined, entry }));
  await head.close();
}
const officer: Actor = {
  officeId: 'maidstone.democratic-services-officer',
  officeTitle: 'Democratic Services Officer, Maidstone Borough Council',
  role: 'democratic-services',
  bodyId: 'maidstone',
  bodyName: 'Maidstone Borough Council',
  accountId: undefined,
};

describe('a resident follows Maidstone', () => {
  test(
    'asks, confirms behind the link, hears of a decision, and stops in one click',
    { timeout: 60_000 },
    async () => {
      const resident = visitorOf(site().address);
      await followAsks(resident, address);
      expect(words(await resident.get('/follow/asked'))).toContain(
        'We have written to the address you gave.',
      );

      const first = await letterTo(address, 'confirm');
      expect(first.headers).toMatchObject({
        from: 'Accord <accord@kent.example>',
        'auto-submitted': 'auto-generated',
      });
      expect(first.headers['list-unsubscribe']).toBeUndefined();
      await scan(first);
      await publish('2026-001', 'Bins before anybody confirmed');

      const confirm = linkIn(first, '/follow/confirm/');
      expect(words(await resident.get(confirm))).toContain('Maidstone Borough Council');
      expect((await resident.send(confirm, {})).status).toBe(303);
      expect(words(await resident.get(confirm))).toContain('You are following');

      await publish('2026-002', 'Weekly collections');
      const news = await letterTo(address, 'Weekly collections');
      expect(news.text).toContain(`${site().address}/decisions/maidstone/2026-002`);
      expect(news.text).toContain('You get this because you follow Maidstone Borough Council.');
      expect(news.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
      expect(office.received.some(({ source }) => source.includes('Bins before'))).toBe(false);

      const stop = linkIn(news, '/follow/stop/');
      expect(news.headers['list-unsubscribe']).toBe(`<${site().address}${stop}>`);
      expect((await visitorOf(site().address).get(stop)).body).toContain('Stop these letters');
      await publish('2026-003', 'Still followed');
      await letterTo(address, 'Still followed');

      const form = new FormData();
      form.set('List-Unsubscribe', 'One-Click');
      const clicked = await fetch(new URL(stop, site().address), {
        method: 'POST',
        body: form,
        redirect: 'manual',
      });
      expect([clicked.status, clicked.headers.get('set-cookie')]).toEqual([200, null]);
      expect(await clicked.text()).toContain('These letters have stopped');
      const again = await visitorOf(site().address).post(stop, { 'List-Unsubscribe': 'One-Click' });
      expect(again.status).toBe(200);
      expect((await visitorOf(site().address).post('/follow/stop/unknown', {})).status).toBe(404);

      await follows('other@example.org');
      await publish('2026-004', 'After stopping');
      await letterTo('other@example.org', 'After stopping');
      expect(
        office.received.filter(({ to, source }) => to.includes(address) && source.includes('After stopping')),
      ).toEqual([]);
      expect(
        await site().test.asSuperuser(`SELECT FROM follow.following WHERE email = '${address}'`),
      ).toEqual([]);
    },
  );

  test('hears nothing of what is private', async () => {
    await follows('private@example.org');
    const sent = office.received.length;
    const acting = await actingIn(site().address, 'maidstone.monitoring-officer');
    const drafted = await acting.send('/bodies/maidstone/rules/callIn.window/correct', {
      value: '6',
      unit: 'working-days',
      'from-day': '1',
      'from-month': '5',
      'from-year': '2026',
      replaces: 'none',
      source: 'Council constitution',
      certainty: 'confirmed',
      reason: 'Not to be told yet',
      step: 'later',
    });
    expect(drafted.status).toBe(303);
    const [{ size } = { size: 0 }] = await site().test.asOwner(
      'SELECT count(*)::int AS size FROM record.entry WHERE act IS NULL',
    );
    expect(size).toBeGreaterThan(0);
    await publish('2026-005', 'Told after the private act');
    await letterTo('private@example.org', 'Told after the private act');
    const since = office.received.slice(sent).filter(({ to }) => to.includes('private@example.org'));
    expect(since).toHaveLength(1);
    expect(office.received.some(({ source }) => source.includes('Not to be told yet'))).toBe(false);
  });

  test('sees and ends everything behind a link that is sent to the address', async () => {
    await follows(
      'lister@example.org',
      '/follow?bodies=maidstone&topics=waste&things=/decisions/maidstone/2026-002',
    );
    const visitor = visitorOf(site().address);
    for (const email of ['lister@example.org', 'nobody@example.org'])
      expect((await visitor.send('/follow/yours', { email })).to).toBe('/follow/yours/asked');
    const letter = await letterTo('lister@example.org', 'everything you follow');
    expect(office.received.some(({ to }) => to.includes('nobody@example.org'))).toBe(false);
    await scan(letter);
    const link = linkIn(letter, '/follow/yours/');
    const shown = words(await visitor.get(link));
    for (const name of ['Maidstone Borough Council', 'Waste and recycling', '/decisions/maidstone/2026-002'])
      expect(shown).toContain(name);
    expect((await visitor.send(link, { end: 'everything' })).to).toBe('/follow/yours');
    expect((await visitor.get(link)).status).toBe(404);
    const kept = await site().test.asSuperuser(`
      SELECT email FROM follow.following WHERE email LIKE 'lister%' UNION ALL
      SELECT email FROM follow.request WHERE email LIKE 'lister%' UNION ALL
      SELECT email FROM follow.list_link WHERE email LIKE 'lister%'`);
    expect(kept).toEqual([]);
  });

  test.each([
    ['', 'Enter the e-mail address that should be written to'],
    ['resident@example', 'Enter an e-mail address in the correct format, like name@example.com'],
    [
      'a@example.org\r\nBcc: victim@example.org',
      'Enter an e-mail address in the correct format, like name@example.com',
    ],
    [
      'a@example.org, victim@example.org',
      'Enter an e-mail address in the correct format, like name@example.com',
    ],
  ])('who types %j is told how an address is written, and nothing is sent', async (email, error) => {
    const sent = office.received.length;
    const asked = await visitorOf(site().address).send('/follow?bodies=maidstone', {
      email,
      cadence: 'daily',
    });
    expect([asked.status, errorsOf(asked)]).toEqual([422, [error]]);
    expect(office.received).toHaveLength(sent);
  });

  test('is told that there is nothing of that name, and must say how soon', async () => {
    const visitor = visitorOf(site().address);
    for (const none of ['bodies=atlantis', 'places=atlantis', 'topics=constructor', 'things=/nowhere'])
      expect((await visitor.get(`/follow?${none}`)).status, none).toBe(404);
    const asked = await visitor.send('/follow?bodies=swale', { email: 'x@example.org' });
    expect(errorsOf(asked)).toEqual(['Select how soon you want to hear']);
  });

  test('follows the same by feed and calendar, without giving an address', async () => {
    const visitor = visitorOf(site().address);
    const subject = '/decisions/maidstone/2026-002';
    const thing = `things/feed?thing=${encodeURIComponent(subject)}`;
    for (const which of ['bodies/maidstone/feed', 'places/maidstone/feed', 'topics/waste/feed', thing]) {
      const feed = await visitor.get(`/follow/${which}`);
      expect([which, feed.status, feed.headers.get('content-type')]).toEqual([
        which,
        200,
        'application/atom+xml',
      ]);
      expect(feed.body, which).toContain('<title>Decision published: Weekly collections</title>');
      expect(feed.body, which).not.toContain('Not to be told yet');
    }
    expect((await visitor.get('/follow/bodies/swale/feed')).body).not.toContain('Weekly collections');
    const calendar = await visitor.get('/follow/bodies/maidstone/calendar');
    expect(calendar.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(calendar.body).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
    for (const none of [
      'bodies/atlantis/feed',
      'topics/atlantis/calendar',
      'things/feed',
      'things/calendar?thing=/x',
    ])
      expect((await visitor.get(`/follow/${none}`)).status, none).toBe(404);
  });

  test('has the letter when the mail server and then the site were down', { timeout: 60_000 }, async () => {
    await follows('patient@example.org');
    const { port } = office;
    await office.close();
    await publish('2026-006', 'While everything was down');
    await vi.waitFor(
      async () => {
        const [row] = await site().test.asSuperuser(
          "SELECT tries FROM mail.letter WHERE recipient = 'patient@example.org'",
        );
        expect(row?.['tries']).toBeGreaterThan(0);
      },
      { timeout: 20_000, interval: 50 },
    );
    await site().house.close();
    office = await openPostOffice(port);
    passed += 2 * 60_000;
    const reopened = await openHouse(site().configuration, () => undefined, { clock });
    await letterTo('patient@example.org', 'While everything was down');
    await reopened.close();
    expect(office.received.filter(({ to }) => to.includes('patient@example.org'))).toHaveLength(1);
  });
});
