import { randomUUID } from 'node:crypto';
import { writeLetter } from '#platform/follow';
import { plural } from '#platform/kernel';
import { type MailAddress, post } from '#platform/mail';
import type { ReminderServices } from './reminded.ts';
import { write } from './store.ts';
import type { ReminderTables } from './tables.ts';

/** One thing somebody is to be reminded of, once for each kind: `ahead` of its day, or when it is `late`. */
export type ToRemind = Readonly<{
  /** What it is known by, for good: a series, an area and a period. */
  thing: string;
  kind: 'ahead' | 'late';
  says: string;
  /** By when, in words. */
  also: string;
  /** Its page, from the root of the site. */
  href: string;
}>;

type Remind = Readonly<{
  accountId: string;
  to: MailAddress;
  /** The office that is to bring it, with its body, and where it does so. */
  office: string;
  href: string;
  things: readonly ToRemind[];
}>;

/** A letter names so many; the page has them all. */
const namedInLetter = 40;
const forgetAfterMs = 2 * 365 * 24 * 60 * 60_000;

/**
 * Writes one letter about those of the things that the holder of the account was not reminded of before, and answers how many
 * those are. That they were and the letter are one transaction, and the database keeps each once: however many processes do
 * this at one time, and wherever one is killed, nobody is reminded twice or not at all.
 */
export function remind(services: ReminderServices, { things, ...whom }: Remind): Promise<number> {
  const { database, clock } = services;
  const now = clock.now();
  if (things.length === 0) return Promise.resolve(0);
  return write(database, async (sql) => {
    const tables = sql.tables<ReminderTables>();
    await tables
      .deleteFrom('reminders.sent')
      .where('at', '<', new Date(now.getTime() - forgetAfterMs))
      .execute();
    const letterId = randomUUID();
    // In one order for all, so that two processes wait for each other and not in a circle.
    const sorted = things.toSorted((a, b) => (`${a.thing} ${a.kind}` < `${b.thing} ${b.kind}` ? -1 : 1));
    const claimed = await tables
      .insertInto('reminders.sent')
      .values(
        sorted.map(({ thing, kind }) => ({
          account_id: whom.accountId,
          thing,
          kind,
          letter_id: letterId,
          at: now,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning(['thing', 'kind'])
      .execute();
    const fresh = new Set(claimed.map(({ thing, kind }) => `${thing} ${kind}`));
    const left = things.filter(({ thing, kind }) => fresh.has(`${thing} ${kind}`));
    if (left.length === 0) return 0;
    await post(sql, [{ ...letterOf(services, whom, left), id: letterId }], now);
    return left.length;
  });
}

function letterOf(
  site: Pick<ReminderServices, 'address' | 'siteName'>,
  { to, office, href }: Omit<Remind, 'things'>,
  things: readonly ToRemind[],
) {
  const late = things.filter(({ kind }) => kind === 'late').length;
  const more = things.length - namedInLetter;
  return writeLetter(site, {
    to,
    subject:
      late === things.length
        ? `${plural(late, 'reading')} late`
        : `${plural(things.length, 'reading')} to bring${late === 0 ? '' : `, ${late} of them late`}`,
    parts: [
      `${office} brings these readings, and they are not published yet:`,
      {
        items: things
          .slice(0, namedInLetter)
          .map(({ says, also, href: page }) => ({ says, also, link: `${site.address}${page}` })),
      },
      ...(more > 0 ? [`And ${plural(more, 'other')}.`] : []),
      { says: 'Bring them here', link: `${site.address}${href}` },
      'You are reminded once before the day, and once when a reading is late.',
      {
        says: 'You gave this address for reminders. To end them, sign in and open this page',
        link: `${site.address}/account/reminders`,
      },
    ],
  });
}
