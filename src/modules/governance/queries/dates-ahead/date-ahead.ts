import type { Sql } from '#platform/db';
import type { CalendarEvent } from '#platform/feeds';
import type { AboutKind, IsoDate } from '#platform/kernel';

/** A date that lies ahead, and what it is about: whoever follows one of these can have it in a calendar. */
export type DateAhead = CalendarEvent & Readonly<{ about: Readonly<Record<AboutKind, readonly string[]>> }>;

/** The day from which dates are wanted, which is the day itself, and the moment at which it is asked. */
export type AskedFrom = Readonly<{ from: IsoDate; now: Date }>;

/** What one part of governance has ahead, of every body. */
export type DatesPart = (sql: Sql, asked: AskedFrom) => Promise<readonly DateAhead[]>;
