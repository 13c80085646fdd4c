import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, londonDate, ok } from '#platform/kernel';
import { createTestDatabase, type TestDatabase } from '#platform/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import {
  type Carrier,
  lettersWaiting,
  mailAddress,
  type MailAddress,
  migrations,
  outboxCarrier,
  post,
  smtpCarrier,
  startMailer,
} from './index.ts';
import { takeLetter } from './letters.ts';
import type { Trouble } from './mailer.ts';
import { openPostOffice, type PostOffice } from './post-office.testing.ts';

const from = { name: 'Accord', address: 'accord@example.gov.uk' };
const minuteMs = 60_000;

let made: TestDatabase;
let clock: Clock & { pass(ms: number): void };
beforeAll(async () => {
  made = await createTestDatabase([{ name: 'mail', migrations }]);
});
afterAll(() => made.drop());
beforeEach(async () => {
  await made.asSuperuser('DELETE FROM mail.letter');
  let now = new Date('2026-07-15T10:00:00Z').getTime();
  clock = {
    now: () => new Date(now),
    today: () => londonDate(new Date(now)),
    pass: (ms) => {
      now += ms;
    },
  };
});

const addressed = (typed: string): MailAddress => {
  const address = mailAddress(typed);
  if (!address.ok) throw new Error(`${typed} is no address`);
  return address.value;
};
const letter = (name = 'resident', others: Readonly<{ subject?: string; stop?: string }> = {}) => ({
  to: addressed(`${name}@example.org`),
  subject: 'Maidstone: a decision was published',
  text: 'A decision was published – “Mid Kent”.\nhttps://accord.example/decisions/1\n',
  html: '<p>A decision was published – “Mid Kent”.</p>',
  ...others,
});
const posted = (...letters: readonly ReturnType<typeof letter>[]) =>
  made.database.transaction({ purpose: 'follow' }, {}, async (sql) => {
    await post(sql, letters, clock.now());
    return ok();
  });

function mailerTo(carrier: Carrier) {
  const troubles: Trouble[] = [];
  const mailer = startMailer({
    database: made.database,
    clock,
    carrier,
    onTrouble: (trouble) => troubles.push(trouble),
  });
  onTestFinished(() => mailer.close());
  return { mailer, troubles };
}
async function openedPostOffice(): Promise<PostOffice> {
  const office = await openPostOffice();
  onTestFinished(() => office.close());
  return office;
}
const over = (office: PostOffice) => smtpCarrier({ url: office.url, from, connections: 3 });
const waiting = async () => (await lettersWaiting(made.database)).count;

describe('a letter, over SMTP', () => {
  test('arrives as it was written, with what machines must know of it, and leaves the queue', async () => {
    const office = await openedPostOffice();
    await posted(letter('resident', { stop: 'https://accord.example/follow/stop/abc' }));
    const { mailer, troubles } = mailerTo(over(office));
    await mailer.settled();

    const [message] = office.received;
    expect(message?.to).toEqual(['resident@example.org']);
    expect(message?.from).toBe('accord@example.gov.uk');
    expect(message?.headers).toMatchObject({
      from: 'Accord <accord@example.gov.uk>',
      to: 'resident@example.org',
      subject: 'Maidstone: a decision was published',
      'auto-submitted': 'auto-generated',
      'list-unsubscribe': '<https://accord.example/follow/stop/abc>',
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
      date: 'Wed, 15 Jul 2026 10:00:00 +0000',
    });
    expect(message?.headers['message-id']).toMatch(/^<[0-9a-f-]{36}@example\.gov\.uk>$/);
    expect(message?.headers['content-type']).toContain('multipart/alternative');
    expect(message?.source).toContain('text/plain');
    expect(message?.source).toContain('text/html');
    expect(await waiting()).toBe(0);
    expect(troubles).toEqual([]);
  });

  test('of a transaction that was rolled back is never sent', async () => {
    const office = await openedPostOffice();
    await made.database.transaction({ purpose: 'follow' }, {}, async (sql) => {
      await post(sql, [letter()], clock.now());
      return { ok: false, error: 'changed my mind' };
    });
    await mailerTo(over(office)).mailer.settled();
    expect(office.received).toEqual([]);
  });

  test('has its headers to itself, whatever its subject says', async () => {
    const office = await openedPostOffice();
    await posted(
      letter('resident', { subject: 'Waste\r\nBcc: victim@example.org\r\n\r\n<script>\u2028X: y' }),
    );
    await mailerTo(over(office)).mailer.settled();
    const [message] = office.received;
    expect(message?.to).toEqual(['resident@example.org']);
    expect(Object.keys(message?.headers ?? {})).not.toContain('bcc');
    expect(Object.keys(message?.headers ?? {})).not.toContain('x');
    expect(message?.headers['subject']).toContain('Waste Bcc: victim@example.org');
  });

  test('waits while the server is down, is tried again, and arrives once', async () => {
    const office = await openPostOffice();
    await office.close();
    await posted(letter(), letter('second'));
    const { mailer, troubles } = mailerTo(over(office));
    await mailer.settled();
    expect(troubles[0]).toMatchObject({ kind: 'later', tries: 1 });
    expect(await waiting()).toBe(2);

    const again = await openPostOffice(office.port);
    onTestFinished(() => again.close());
    await mailer.settled();
    expect(again.received).toEqual([]);
    clock.pass(minuteMs);
    await mailer.settled();
    expect(again.received).toHaveLength(2);
    expect(await waiting()).toBe(0);
  });

  test('to a server that greets strangers with “later” is tried again after a minute, then five', async () => {
    const office = await openedPostOffice();
    office.answer((message) => (message.tries < 3 ? 451 : undefined));
    await posted(letter());
    const { mailer, troubles } = mailerTo(over(office));
    await mailer.settled();
    clock.pass(minuteMs - 1);
    await mailer.settled();
    expect(troubles).toHaveLength(1);
    clock.pass(1);
    await mailer.settled();
    clock.pass(minuteMs);
    await mailer.settled();
    expect(troubles.map(({ kind, why, tries }) => [kind, why, tries])).toEqual([
      ['later', 'the mail server answered 451 after RCPT TO', 1],
      ['later', 'the mail server answered 451 after RCPT TO', 2],
    ]);
    clock.pass(4 * minuteMs);
    await mailer.settled();
    expect(office.received).toHaveLength(1);
    expect(await waiting()).toBe(0);
  });

  test('that the server will never have is given up, out loud, and the others go', async () => {
    const office = await openedPostOffice();
    office.answer(({ to }) => (to === 'nobody@example.org' ? 550 : undefined));
    await posted(letter('nobody'), letter('resident'));
    const { mailer, troubles } = mailerTo(over(office));
    await mailer.settled();
    expect(office.received.map(({ to }) => to)).toEqual([['resident@example.org']]);
    expect(troubles).toMatchObject([{ kind: 'given-up', why: 'the mail server answered 550 after RCPT TO' }]);
    expect(JSON.stringify(troubles)).not.toContain('nobody');
    expect(await waiting()).toBe(0);
  });

  test('that is only told “later” is given up after five days, and not before', async () => {
    const office = await openedPostOffice();
    office.answer(() => 451);
    await posted(letter());
    const { mailer, troubles } = mailerTo(over(office));
    for (let hours = 0; hours < 5 * 24 + 3; hours += 3) {
      await mailer.settled();
      clock.pass(180 * minuteMs);
    }
    expect(troubles.at(-1)?.kind).toBe('given-up');
    expect(troubles.filter(({ kind }) => kind === 'later')).toHaveLength(40);
    expect(await waiting()).toBe(0);
  });

  test('is not lost for a password that is wrong: that is no fault of the letter', async () => {
    const office = await openedPostOffice();
    office.refuseEverybody(535);
    await posted(letter());
    const { mailer, troubles } = mailerTo(
      smtpCarrier({ url: office.url.replace('//', '//accord:wrong@'), from, connections: 1 }),
    );
    await mailer.settled();
    expect(troubles).toMatchObject([{ kind: 'later' }]);
    expect(troubles[0]?.why).toContain('535');
    expect(JSON.stringify(troubles)).not.toContain('wrong');
    expect(await waiting()).toBe(1);
  });
});

describe('a mailer that is killed', () => {
  test('while it has a letter leaves it to be sent when its time is over', async () => {
    const office = await openedPostOffice();
    await posted(letter());
    await takeLetter(made.database, clock.now(), new Date(clock.now().getTime() + 20 * minuteMs));
    const { mailer } = mailerTo(over(office));
    await mailer.settled();
    expect(office.received).toEqual([]);
    clock.pass(20 * minuteMs);
    await mailer.settled();
    expect(office.received).toHaveLength(1);
  });

  test('after the server’s “250” and before its own mark sends it twice, known for the same', async () => {
    const office = await openedPostOffice();
    await posted(letter());
    const taken = await takeLetter(made.database, clock.now(), new Date(clock.now().getTime() + minuteMs));
    const carrier = over(office);
    if (taken !== undefined) await carrier.carry(taken);
    carrier.close();
    clock.pass(minuteMs);
    await mailerTo(over(office)).mailer.settled();
    const ids = office.received.map(({ headers }) => headers['message-id']);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});

test('five mailers beside each other send three hundred letters once each', async () => {
  const office = await openedPostOffice();
  await posted(...Array.from({ length: 300 }, (_, number) => letter(`resident-${number}`)));
  const mailers = Array.from({ length: 5 }, () => mailerTo(over(office)));
  await Promise.all(mailers.map(({ mailer }) => mailer.settled()));
  expect(office.received).toHaveLength(300);
  expect(new Set(office.received.map(({ to }) => to[0])).size).toBe(300);
  expect(await waiting()).toBe(0);
  expect(mailers.flatMap(({ troubles }) => troubles)).toEqual([]);
});

test('a letter is marked as sent also when the database was away for a moment', async () => {
  const office = await openedPostOffice();
  await posted(letter());
  const real = over(office);
  const cuts = async () =>
    made.asSuperuser(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'accord_app' AND datname = current_database()`,
    );
  const { mailer, troubles } = mailerTo({
    close: real.close,
    carry: async (carried) => {
      const outcome = await real.carry(carried);
      await cuts();
      return outcome;
    },
  });
  await mailer.settled();
  clock.pass(60 * minuteMs);
  await mailer.settled();
  expect(office.received).toHaveLength(1);
  expect(troubles.every(({ kind }) => kind === 'queue')).toBe(true);
  expect(await waiting()).toBe(0);
});

test('where no server is set a letter becomes one file that its owner alone can read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'accord-outbox-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const outbox = join(folder, 'outbox');
  await posted(letter());
  await mailerTo(outboxCarrier(outbox, from)).mailer.settled();
  const files = readdirSync(outbox);
  expect(files).toHaveLength(1);
  expect(files[0]).toMatch(/^[0-9a-f-]{36}\.eml$/);
  const file = join(outbox, files[0] ?? '');
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(readFileSync(file, 'utf8')).toContain('To: resident@example.org');
  expect(existsSync(file)).toBe(true);
});

test('an outbox that cannot be written to keeps the letters waiting, and says so', async () => {
  await posted(letter());
  const { mailer, troubles } = mailerTo(outboxCarrier('/dev/null/outbox', from));
  await mailer.settled();
  expect(troubles).toMatchObject([{ kind: 'later', why: 'the outbox could not be written to (ENOTDIR)' }]);
  expect(await waiting()).toBe(1);
});

describe('letters that wait', () => {
  test('are seen by the sender alone, by row-level security and nothing else', async () => {
    await posted(letter());
    const seenBy = async (viewer: Parameters<typeof made.database.as>[0]) =>
      made.database.as(
        viewer,
        async (sql) =>
          (
            await sql
              .tables<{ 'mail.letter': { id: string } }>()
              .selectFrom('mail.letter')
              .select('id')
              .execute()
          ).length,
      );
    expect(await seenBy({ purpose: 'mail' })).toBe(1);
    for (const viewer of [
      undefined,
      { bodyId: 'maidstone' },
      { bodyId: '' },
      { purpose: 'sign-in' },
      { purpose: 'follow' },
    ] as const)
      expect([viewer, await seenBy(viewer)]).toEqual([viewer, 0]);
    expect(await made.asOwner('SELECT * FROM mail.letter')).toEqual([]);
  });

  test('cannot be posted by somebody else', async () => {
    for (const viewer of [undefined, { bodyId: 'maidstone' }, { purpose: 'sign-in' }] as const)
      await expect(
        made.database.transaction(viewer, {}, async (sql) => {
          await post(sql, [letter()], clock.now());
          return ok();
        }),
      ).rejects.toThrow('row-level security');
  });
});
