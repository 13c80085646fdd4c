import type { Configuration } from '#platform/config';
import type { Log } from '#platform/http';
import { type IdentityServices, officesOf, openAmong } from '#platform/identity';
import { type Actor, groupBy, type IsoDate, londonTime, time } from '#platform/kernel';
import {
  forgetUnconfirmed,
  remind,
  remindable,
  type ReminderServices,
  stopReminders,
} from '#platform/reminders';
import { readingsToRemind } from '#modules/agreements';

/** When reminders are written, on London’s clocks: with the daily letters, before the day’s work. */
const remindingTime = time('07:00');
/** Looking costs nothing but a glance at the clock. */
const lookEveryMs = 5_000;
/** After a pass that failed, so that a database that is away fills no log. */
const afterFailureMs = 60_000;

/** Reminders of readings that are due, written for as long as the house is open. */
export type Reminders = Readonly<{
  /** What the pages of one’s own reminders need. */
  services: ReminderServices;
  /** Looks now, also where that was done today: somebody has just confirmed an address. */
  wake(): void;
  close(): Promise<void>;
}>;

type Served = ReminderServices &
  Readonly<{
    identity: IdentityServices;
    configuration: Pick<Configuration, 'remindDays'>;
    log: Log;
    /** When to begin. */
    after: Promise<void>;
  }>;

/**
 * Begins to remind, once a day after 7am in London, and where the house was closed then as soon as it opens. Several processes may
 * do so at one time: the database keeps whom each has been reminded of what. A pass that fails is told to the log and tried again.
 */
export function openReminders(services: Served): Reminders {
  let closed = false;
  let isBegun = false;
  let doneOn: IsoDate | undefined;
  let underWay: Promise<void> | undefined;
  let again = false;
  let notBefore = 0;

  async function look(): Promise<void> {
    const { date: today, time: now } = londonTime(services.clock.now());
    if (now < remindingTime || doneOn === today) return;
    await remindEverybody(services, today, () => closed);
    doneOn = today;
  }
  function lookSoon(): void {
    if (underWay !== undefined || closed || !isBegun || services.clock.now().getTime() < notBefore) return;
    underWay = look()
      .catch((error: unknown) => {
        services.log.warn({ error }, 'reminders could not be written for a moment');
        notBefore = services.clock.now().getTime() + afterFailureMs;
      })
      .finally(() => {
        underWay = undefined;
        if (!again) return;
        again = false;
        doneOn = undefined;
        lookSoon();
      });
  }
  const looking = setInterval(lookSoon, lookEveryMs).unref();
  const begin = (): void => {
    isBegun = true;
    lookSoon();
  };
  void services.after.then(begin);
  return {
    services,
    wake() {
      if (underWay !== undefined) again = true;
      else {
        doneOn = undefined;
        lookSoon();
      }
    },
    async close() {
      closed = true;
      clearInterval(looking);
      await underWay;
    },
  };
}

/** One letter for each account and each office of it that has something to bring. Accounts that are closed are forgotten. */
async function remindEverybody(services: Served, today: IsoDate, isOver: () => boolean): Promise<void> {
  await forgetUnconfirmed(services);
  const boxes = await remindable(services);
  const open = await openAmong(
    services,
    boxes.map(({ accountId }) => accountId),
  );
  const held: (Readonly<{ accountId: string; to: (typeof boxes)[number]['to'] }> & Held)[] = [];
  for (const box of boxes) {
    if (!open.has(box.accountId)) await stopReminders(services, box.accountId);
    else
      for (const office of await officesOf(services.identity, box.accountId, today))
        held.push({ ...box, office });
  }
  let written = 0;
  for (const [bodyId, ofBody] of groupBy(held, ({ office }) => office.bodyId)) {
    const roles = [...new Set(ofBody.map(({ office }) => office.role))];
    const asked = { bodyId, roles, today, daysBefore: services.configuration.remindDays };
    const due = await readingsToRemind(services.database, asked);
    for (const { accountId, to, office } of ofBody) {
      if (isOver()) return;
      const things = due.get(office.role) ?? [];
      const href = `/office/${bodyId}/readings`;
      written += await remind(services, { accountId, to, office: office.officeTitle, href, things });
    }
  }
  if (written > 0) services.posted();
}

type Held = Readonly<{ office: Omit<Actor, 'accountId'> }>;
