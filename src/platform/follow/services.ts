import type { Database, Sql } from '#platform/db';
import type { Clock, Followed } from '#platform/kernel';

/** What following needs of the house around it. */
export type FollowServices = Readonly<{
  database: Database;
  clock: Clock;
  /** Where people find the site: links in letters begin with it. */
  address: string;
  siteName: string;
  /** What something that can be followed is called; undefined when there is no such thing. Public knowledge alone. */
  nameOf(sql: Sql, followed: Followed): Promise<string | undefined>;
  /** Letters have been posted and committed. */
  posted(): void;
}>;
