import {
  type Actor,
  type AboutKind,
  type Clock,
  date,
  type Followed,
  instantInLondon,
  londonDate,
  ok,
  time,
} from '#platform/kernel';
import { type Letter, mailAddress, type MailAddress, migrations as mailMigrations } from '#platform/mail';
import {
  act,
  type Entry,
  migrations as recordMigrations,
  openRecordHead,
  type RecordHead,
} from '#platform/record';
import { createTestDatabase, type TestDatabase } from '#platform/testing';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Cadence } from './cadence.ts';
import { askToFollow, confirmRequest, type FollowServices, migrations } from './index.ts';

export const maidstone: Actor = {
  officeId: 'maidstone.democratic-services-officer',
  officeTitle: 'Democratic Services Officer, Maidstone Borough Council',
  role: 'democratic-services',
  bodyId: 'maidstone',
  bodyName: 'Maidstone Borough Council',
  accountId: undefined,
};

/** What can be followed in these tests. */
const names: Readonly<Record<string, string>> = {
  'bodies maidstone': 'Maidstone Borough Council',
  'bodies swale': 'Swale Borough Council',
  'topics waste': 'Waste',
  'things /proposals/mid-kent': 'Mid Kent Improvement Partnership',
};

export const addressed = (typed: string): MailAddress => {
  const address = mailAddress(typed);
  if (!address.ok) throw new Error(`${typed} is no address`);
  return address.value;
};

/** A letter as it waits in the queue. */
export type Waiting = Omit<Letter, 'to' | 'stop'> & Readonly<{ recipient: string; stop: string | null }>;

/** A record, a queue of letters and what is followed, on a clock that can be set; nothing runs by itself. */
export type FollowHouse = Readonly<{
  services: FollowServices;
  made: TestDatabase;
  head: RecordHead;
  clock: Clock & Readonly<{ set(day: string, at: string): void }>;
  /** Enters an act into the record, as Maidstone unless said otherwise. */
  enter(entry: Partial<Entry> & Readonly<{ summary: string }>): Promise<void>;
  /** Follows by asking and confirming, as a person does. */
  follow(who: string, followed: readonly (readonly [AboutKind, string])[], cadence?: Cadence): Promise<void>;
  /** The letters that wait, oldest first, and takes them away. */
  letters(): Promise<readonly Waiting[]>;
  /** Called whenever a name is asked for: in the middle of everything. */
  inTheMiddle(happens: () => Promise<void>): void;
}>;

/** One for the test file that calls this at its top; before each test it is ten on 15 July 2026 and nobody follows. */
export function useFollowHouse(): FollowHouse {
  let opened: (FollowHouse & Readonly<{ drop(): Promise<void> }>) | undefined;
  beforeAll(async () => {
    opened = await openFollowHouse();
  });
  afterAll(() => opened?.drop());
  beforeEach(async () => {
    opened?.clock.set('2026-07-15', '10:00');
    opened?.inTheMiddle(async () => undefined);
    await opened?.made.asSuperuser(`
      TRUNCATE follow.request, follow.following, follow.stop_link, follow.list_link, follow.asked, mail.letter;
      UPDATE follow.reached SET seq = (SELECT size FROM record.head), day = '2026-07-15'`);
  });
  const house = (): FollowHouse => {
    if (opened === undefined) throw new Error('useFollowHouse() belongs at the top of the test file');
    return opened;
  };
  return {
    get services() {
      return house().services;
    },
    get made() {
      return house().made;
    },
    get head() {
      return house().head;
    },
    get clock() {
      return house().clock;
    },
    enter: (entry) => house().enter(entry),
    follow: (who, followed, cadence) => house().follow(who, followed, cadence),
    letters: () => house().letters(),
    inTheMiddle: (happens) => house().inTheMiddle(happens),
  };
}

async function openFollowHouse(): Promise<FollowHouse & Readonly<{ drop(): Promise<void> }>> {
  const made = await createTestDatabase([
    { name: 'record', migrations: recordMigrations },
    { name: 'mail', migrations: mailMigrations },
    { name: 'follow', migrations },
  ]);
  const head = await openRecordHead({ url: made.appUrl, onError: () => undefined });
  let now = instantInLondon({ date: date('2026-07-15'), time: time('10:00') });
  const clock = {
    now: () => new Date(now),
    today: () => londonDate(now),
    set(day: string, at: string) {
      now = instantInLondon({ date: date(day), time: time(at) });
    },
  };
  let middle: () => Promise<void> = async () => undefined;
  const services: FollowServices = {
    database: made.database,
    clock,
    address: 'https://accord.example',
    siteName: 'Accord',
    nameOf: async (_sql, { kind, id }: Followed) => {
      await middle();
      return names[`${kind} ${id}`];
    },
    posted: () => undefined,
  };
  const letters = async () => {
    const rows = await made.asSuperuser(
      'WITH taken AS (DELETE FROM mail.letter RETURNING *) SELECT * FROM taken ORDER BY written_at, recipient',
    );
    return rows as unknown as readonly Waiting[];
  };
  return {
    services,
    made,
    head,
    clock,
    letters,
    inTheMiddle(happens) {
      middle = happens;
    },
    async enter({ visibility = 'public', facts = {}, ...entry }) {
      const whole = {
        act: 'governance.decision.published',
        subject: '/decisions/maidstone/2026-001',
        facts,
        visibility,
        ...entry,
      };
      await act({ ...services, head }, maidstone, {}, async () => ok({ value: undefined, entry: whole }));
    },
    async follow(who, followed, cadence = 'at-once') {
      const asked = followed.map(([kind, id]) => ({ kind, id }));
      await askToFollow(services, { address: addressed(who), followed: asked, cadence, visitor: who });
      const letter = (await letters()).find(({ recipient }) => recipient === who);
      await confirmRequest(services, tokenIn(letter?.text ?? ''));
    },
    async drop() {
      await head.close();
      await made.drop();
    },
  };
}

/** The token in the first link of a letter that has one. */
export const tokenIn = (text: string): string =>
  /\/follow\/(?:confirm|yours|stop)\/([\w-]{43})/.exec(text)?.[1] ?? '';
