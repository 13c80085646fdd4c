import type { Sql } from '#platform/db';
import type { Calendar } from '#platform/kernel';
import type { Services, Tellers } from '#platform/module';

/** What the register's public pages are made from. */
export type PublicServices = Pick<Services, 'database'> &
  Readonly<{
    /** The days a body's clocks skip, for worked examples. */
    calendarFor(sql: Sql, bodyId: string): Promise<Calendar>;
    /** What later modules have to tell of a body or place. */
    told: Tellers;
  }>;
