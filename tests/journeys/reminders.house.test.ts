import { addDays, type Clock, date, type IsoDate, londonDate } from '#platform/kernel';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { openHouse } from '../../src/app/compose.ts';
import { runCommand } from '../../src/app/commands/run-command.ts';
import { openPostOffice, type Received } from '../../src/platform/mail/post-office.testing.ts';
import { openAccount, signedIn } from '../access/accounts.ts';
import { useSite } from '../support/open-site.ts';
import { errorsOf, words } from '../support/read-page.ts';
import { actingIn, type Visitor, visitorOf } from '../support/visitor.ts';

/** Stands at 8 in the morning in London until it is moved to another day. */
let today: IsoDate = date('2026-07-01');
const clock: Clock = {
  now: () => new Date(`${today}T07:00:00Z`),
  today: () => londonDate(clock.now()),
};
const office = await openPostOffice();
afterAll(() => office.close());
const site = useSite({ SMTP_URL: office.url, ACCORD_MAIL_FROM: 'accord@kent.example' }, clock);
const holder = 'performance@maidstone.example';
const address = 'figures@maidstone.example';
const repairs = 'Repairs done in time (made up), Maidstone, April to June 2026';
let due: IsoDate;

beforeAll(async () => {
  await openAccount(site(), holder, 'maidstone.performance-officer');
  const calendar = (await visitorOf(site().address).get('/follow/bodies/maidstone/readings-due')).body;
  const event = calendar
    .replaceAll('\r\n ', '')
    .split('BEGIN:VEVENT')
    .find((each) => each.replaceAll('\\', '').includes(repairs));
  const [, year, month, day] = /VALUE=DATE:(\d{4})(\d\d)(\d\d)/.exec(event ?? '') ?? [];
  due = date(`${year}-${month}-${day}`);
});

const lettersTo = (who: string): readonly Received[] => office.received.filter(({ to }) => to.includes(who));
const letter = (who: string, says: string): Promise<Received> =>
  vi.waitFor(
    () => {
      const found = lettersTo(who).find(({ headers }) => headers['subject']?.includes(says));
      if (found === undefined) throw new Error(`no letter "${says}"`);
      return found;
    },
    { timeout: 20_000, interval: 50 },
  );
const linkIn = ({ text }: Received, path: string): string =>
  new URL(new RegExp(`https?://\\S+${path}\\S*`).exec(text)?.[0] ?? 'none:').pathname;
const reminders = (visitor: Visitor) => visitor.get('/account/reminders');

test(
  'an officer gives an address, confirms it by its link, is reminded once before the day and once when late',
  { timeout: 90_000 },
  async () => {
    today = addDays(due, -8);
    // Another process on the same database, reminding at the same time.
    const second = await openHouse({ ...site().configuration, port: 0 }, () => undefined, { clock });
    onTestFinished(() => second.close());
    const officer = await signedIn(site(), holder);
    expect(words(await reminders(officer))).toContain('You get no reminders by e-mail.');
    for (const typed of ['', 'nobody', 'a@b', 'x@maidstone.example\r\nBcc: y@maidstone.example'])
      expect(errorsOf(await officer.send('/account/reminders', { address: typed }))).toEqual([
        'Enter an e-mail address in the correct format, like name@example.gov.uk',
      ]);
    expect((await officer.send('/account/reminders', { address })).status).toBe(303);
    const asks = await letter(address, 'confirm that you want reminders');
    const link = linkIn(asks, '/account/reminders/confirm/');

    // A mail scanner opens the link, twice, and nothing comes of it.
    const anybody = visitorOf(site().address);
    for (let times = 0; times < 2; times += 1) expect((await anybody.get(link)).status).toBe(200);
    expect(words(await reminders(officer))).toContain(`Not confirmed yet ${address}`);
    expect(words(await anybody.send(link, {}))).toContain('Reminders are on');
    expect((await anybody.get(link)).status).toBe(404);
    expect((await anybody.send('/sign-in', {}, link)).status).toBe(404);
    expect(words(await reminders(officer))).toContain(`Reminders go to ${address}`);

    today = addDays(due, -7);
    const ahead = await letter(address, 'to bring');
    expect(ahead.text).toContain(repairs);
    expect(ahead.text).toContain('Performance Officer, Maidstone Borough Council brings these readings');
    expect(ahead.text).toContain('/office/maidstone/readings');
    expect(ahead.text).toContain('/account/reminders');
    expect(ahead.headers['auto-submitted']).toBe('auto-generated');

    today = addDays(due, 1);
    // A server that will not have it: the failure is shown to the holder, and to whoever runs the site.
    office.answer(({ to }) => (to === address ? 550 : undefined));
    await vi.waitFor(
      async () => {
        const again = await signedIn(site(), holder);
        expect(words(await reminders(again))).toContain(
          'could not be delivered: the mail server answered 550',
        );
      },
      { timeout: 20_000, interval: 500 },
    );
    const said: string[] = [];
    const terminal = {
      configuration: { ...site().configuration, databaseUrl: site().test.ownerUrl },
      out: (line: string) => void said.push(line),
      err: (line: string) => void said.push(line),
      input: async () => '',
    };
    expect(await runCommand(['mail', 'status'], terminal)).toBe(1);
    expect(said.join('\n')).toMatch(
      /No letter waits\.\nGiven up on .* after 1 try: the mail server answered 550/,
    );
    expect(said.join('\n')).not.toContain(address);

    // Two processes, three days: one letter about it ahead, and the one that was given up.
    expect(lettersTo(address).filter(({ text }) => text.includes(repairs))).toHaveLength(1);
    const sent = await site().test.asSuperuser(
      `SELECT kind, count(*)::int AS times FROM reminders.sent WHERE thing LIKE 'illustration-repairs-in-time %2026-06-30' GROUP BY kind ORDER BY kind`,
    );
    expect(sent).toEqual([
      { kind: 'ahead', times: 1 },
      { kind: 'late', times: 1 },
    ]);

    const ends = await signedIn(site(), holder);
    expect((await ends.send('/account/reminders', {}, '/account/reminders/stop')).status).toBe(303);
    expect(words(await reminders(ends))).toContain('You get no reminders by e-mail.');
    expect(JSON.stringify(await site().test.asSuperuser('SELECT * FROM reminders.mailbox'))).not.toContain(
      address,
    );
  },
);

test('an address that is not confirmed in three days is forgotten', async () => {
  await openAccount(site(), 'finance@maidstone.example', 'maidstone.section-151-officer');
  const finance = await signedIn(site(), 'finance@maidstone.example');
  await finance.send('/account/reminders', { address: 'forgotten@maidstone.example' });
  const link = linkIn(await letter('forgotten@maidstone.example', 'confirm'), '/account/reminders/confirm/');
  today = addDays(today, 4);
  expect((await visitorOf(site().address).get(link)).status).toBe(404);
  await vi.waitFor(
    async () =>
      expect(JSON.stringify(await site().test.asSuperuser('SELECT * FROM reminders.mailbox'))).not.toContain(
        'forgotten@',
      ),
    { timeout: 20_000, interval: 200 },
  );
});

test('five letters a day are asked for and no more, and an office without an account has nobody to remind', async () => {
  await openAccount(site(), 'leader@maidstone.example', 'maidstone.leader');
  const leader = await signedIn(site(), 'leader@maidstone.example');
  const asked = [];
  for (let times = 1; times <= 6; times += 1) {
    asked.push((await leader.send('/account/reminders', { address: `n${times}@maidstone.example` })).status);
    await leader.send('/account/reminders', {}, '/account/reminders/stop');
  }
  expect(asked).toEqual([303, 303, 303, 303, 303, 422]);
  const withoutAccount = await actingIn(site().address, 'maidstone.performance-officer');
  expect(words(await reminders(withoutAccount))).toContain(
    'without an account, so there is nobody to remind',
  );
});
