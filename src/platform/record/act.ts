import type { Database, Sql, TransactionOptions } from '#platform/db';
import { type Actor, type Clock, ok, refuse, type Result } from '#platform/kernel';
import type { Json } from './canonical-json.ts';
import type { Entry } from './entry.ts';
import type { Head, RecordHead } from './head.ts';
import { appendEntries, lockHeadFirst } from './store/append.ts';
import { claimSubmission, keepAnswer } from './store/submissions.ts';

/** What a page can be answered with, now and again when the same form comes twice: plain data or nothing. */
// eslint-disable-next-line typescript/no-invalid-void-type -- `ok()` answers with nothing
export type Answer = Json | undefined | void;

/** What a successful act hands back: its answer for the page, and the entry the record keeps of it. */
export type Done<Value> = Readonly<{ value: Value; entry: Entry }>;

/** The same for many acts at once, such as an import: all of them happen or none. */
export type DoneTogether<Value> = Readonly<{ value: Value; entries: readonly Entry[] }>;

export type ActOptions = TransactionOptions &
  Readonly<{
    /**
     * The key the form was handed out with. The same key, actor and `fingerprint` acts once and is answered as it was
     * the first time; the same key with another fingerprint is refused as `already-submitted`.
     */
    submission?: Readonly<{ key: string; fingerprint: string }>;
  }>;

/**
 * The platform acting by itself, as when it loads the example. It may act for a body, whose private rows it then sees;
 * it sends no forms, so it has no submission keys.
 */
export type SystemActor = Readonly<{ officeTitle: string; bodyId: string | undefined; officeId?: never }>;

export type ActServices = Readonly<{ database: Database; clock: Clock; head: RecordHead }>;

/**
 * Does one thing for one office, wholly or not at all: the work and the record's entry of it are one transaction. A
 * refusal undoes everything, the claim of the submission key too, so that a corrected form can be sent again.
 *
 * Whoever holds `services.head` sees the new head before this returns.
 */
export async function act<Value extends Answer, Refusal>(
  services: ActServices,
  actor: Actor | SystemActor,
  options: ActOptions,
  work: (sql: Sql) => Promise<Result<Done<Value>, Refusal>>,
): Promise<Result<Value, Refusal | 'already-submitted'>> {
  return actTogether(services, actor, options, async (sql) => {
    const done = await work(sql);
    return done.ok ? ok({ value: done.value.value, entries: [done.value.entry] }) : done;
  });
}

/** As `act`, for work that the record keeps many entries of: thousands a second, in one transaction. */
export async function actTogether<Value extends Answer, Refusal>(
  { database, clock, head }: ActServices,
  actor: Actor | SystemActor,
  options: ActOptions,
  work: (sql: Sql) => Promise<Result<DoneTogether<Value>, Refusal>>,
): Promise<Result<Value, Refusal | 'already-submitted'>> {
  const { submission, isolation = 'read committed' } = options;
  const sender = submission === undefined ? undefined : officeOf(actor);
  const viewer = actor.bodyId === undefined ? undefined : { bodyId: actor.bodyId };

  const outcome = await database.transaction<Committed<Value>, Refusal | 'already-submitted'>(
    viewer,
    { isolation },
    async (sql) => {
      if (isolation === 'serializable') await lockHeadFirst(sql);
      const now = clock.now();
      if (submission !== undefined && sender !== undefined) {
        const claim = await claimSubmission(sql, submission, sender, now);
        if (claim.kind === 'other-answers') return refuse('already-submitted');
        if (claim.kind === 'answered') return ok({ value: claim.value as Value, moved: undefined });
      }
      const done = await work(sql);
      if (!done.ok) return done;

      const { value, entries } = done.value;
      if (submission !== undefined && sender !== undefined)
        await keepAnswer(sql, submission, sender, value ?? undefined);
      return ok({ value, moved: { head: await appendEntries(sql, entries, actor, now), entries } });
    },
  );
  if (!outcome.ok) return outcome;

  const { value, moved } = outcome.value;
  if (moved !== undefined) head.advance(moved.head, moved.entries);
  return ok(value);
}

type Committed<Value> = Readonly<{
  value: Value;
  moved: Readonly<{ head: Head; entries: readonly Entry[] }> | undefined;
}>;

function officeOf(actor: Actor | SystemActor): Actor {
  if (actor.officeId === undefined)
    throw new Error(`${actor.officeTitle} sends no forms, so it has no submission key`);
  return actor;
}
