import type { Actor, Result } from '#platform/kernel';
import type { Kysely } from 'kysely';

/** Something SQL can be put to, typed by the tables of the module that asks. */
export type Sql = Readonly<{ tables<Tables>(): Kysely<Tables> }>;

export type TransactionOptions = Readonly<{
  /**
   * `serializable` where two people can race on more than one row; `read committed` with row locks otherwise.
   *
   * Serializable does not watch `INSERT … ON CONFLICT DO NOTHING`: two transactions that each find the other's row and
   * go on are both committed. After it, lock the row (`SELECT … FOR SHARE`), or write `DO UPDATE SET v = excluded.v`.
   */
  isolation?: 'read committed' | 'serializable';
}>;

/** A reason of the platform's own to read private rows when no body is acting yet. Its tables' policies name it. */
export type Purpose = 'sign-in' | 'mail' | 'follow' | 'remind';

/** Whose private rows may be seen: one body's, those a purpose of the platform needs, or nobody's. */
export type Viewer = Pick<Actor, 'bodyId'> | Readonly<{ purpose: Purpose }> | undefined;

/**
 * The database as the application role sees it. Asked directly it shows what anyone may see: no body is set, so
 * row-level security hides every private row.
 */
export type Database = Sql &
  Readonly<{
    /** Reads, in one read-only snapshot, what the public and the viewer's body may see. */
    as<Answer>(viewer: Viewer, read: (sql: Sql) => Promise<Answer>): Promise<Answer>;
    /**
     * Writes on behalf of the viewer's body. A refusal, like a throw, rolls everything back. `work` may run several
     * times: when others were quicker on the same rows it is tried again, then `TooBusy` is thrown; so it does nothing
     * that could not be undone. A broken rule of the database throws `ConstraintViolated` (see `onConstraint`), a
     * database that cannot be reached `DatabaseUnavailable`.
     */
    transaction<Value, Refusal>(
      viewer: Viewer,
      options: TransactionOptions,
      work: (sql: Sql) => Promise<Result<Value, Refusal>>,
    ): Promise<Result<Value, Refusal>>;
    /** Whether the database answers just now; for whoever watches over the site. */
    isAnswering(): Promise<boolean>;
    close(): Promise<void>;
  }>;

/**
 * One step of a module's schema, applied once by the migration role, in order of the list that holds it. `name` is
 * never changed after release; `up` is SQL.
 */
export type Migration = Readonly<{ name: string; up: string }>;
