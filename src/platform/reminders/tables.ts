import type { IsoDate } from '#platform/kernel';

/** The tables of schema `reminders`, as Kysely sees them. */
export type ReminderTables = Readonly<{
  'reminders.mailbox': {
    account_id: string;
    /** Confirmed; null until one is. */
    address: string | null;
    confirmed_at: Date | null;
    /** Asked for and not confirmed. */
    pending: string | null;
    token_hash: string | null;
    token_ends_at: Date | null;
    asked_on: IsoDate;
    asked_times: number;
  };
  'reminders.sent': {
    account_id: string;
    thing: string;
    kind: string;
    letter_id: string;
    at: Date;
  };
}>;
