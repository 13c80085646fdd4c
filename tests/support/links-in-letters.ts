import { createHash } from 'node:crypto';
import type { TestSite } from './open-site.ts';
import type { Parameters } from './sample-addresses.ts';

const tokens = {
  request: 'r'.repeat(43),
  letter: 's'.repeat(43),
  list: 'l'.repeat(43),
  reminder: 'm'.repeat(43),
};
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');

/**
 * Lets somebody follow Maidstone and somebody else ask to, with a letter that is not due yet; lets the holder of an account ask to
 * be reminded, who was once and whose letter was given up. Answers what stands for the links in their letters.
 */
export async function linksInLetters({ test }: TestSite): Promise<Parameters> {
  await test.asSuperuser(
    `WITH asked AS (
      INSERT INTO follow.request (token_hash, email, kinds, ids, cadence, asked_at, ends_at)
      VALUES ($1, 'asked@resident.example', '{bodies}', '{maidstone}', 'daily', now(), '2999-01-01')
    ), follows AS (
      INSERT INTO follow.following (id, email, kind, about, cadence, since, confirmed_at)
      VALUES (gen_random_uuid(), 'follower@resident.example', 'bodies', 'maidstone', 'daily', 1000000, now())
      RETURNING id
    ), counted AS (
      INSERT INTO follow.asked VALUES ('asked@resident.example', now())
    ), waits AS (
      INSERT INTO mail.letter (id, recipient, subject, text, html, written_at, next_try_at)
      VALUES (gen_random_uuid(), 'asked@resident.example', 'Confirm', 'Confirm', 'Confirm', now(), '2999-01-01')
    ), asks_for_reminders AS (
      INSERT INTO reminders.mailbox (account_id, pending, token_hash, token_ends_at, asked_on, asked_times)
      SELECT id, 'holder@maidstone.example', $4, '2999-01-01', current_date, 1 FROM identity.account LIMIT 1
      RETURNING account_id
    ), reminded AS (
      INSERT INTO reminders.sent (account_id, thing, kind, letter_id, at)
      SELECT account_id, 'a reading', 'late', gen_random_uuid(), now() FROM asks_for_reminders RETURNING letter_id
    ), gave_up AS (
      INSERT INTO mail.given_up SELECT letter_id, 'the mail server answered 550', 1, now(), now() FROM reminded
    ), letter AS (
      INSERT INTO follow.stop_link SELECT $2, ARRAY[id], '2999-01-01' FROM follows
    )
    INSERT INTO follow.list_link VALUES ($3, 'follower@resident.example', '2999-01-01')`,
    [hashOf(tokens.request), hashOf(tokens.letter), hashOf(tokens.list), hashOf(tokens.reminder)],
  );
  return tokens;
}
