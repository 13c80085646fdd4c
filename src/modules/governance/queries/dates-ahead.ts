import type { Sql } from '#platform/db';
import { aboutKinds, type AboutKind } from '#platform/kernel';
import { callInsAhead } from './dates-ahead/call-ins-ahead.ts';
import type { AskedFrom, DateAhead, DatesPart } from './dates-ahead/date-ahead.ts';
import { meetingsAhead } from './dates-ahead/meetings-ahead.ts';
import { noticesAhead } from './dates-ahead/notices-ahead.ts';
import { proposalsAhead } from './dates-ahead/proposals-ahead.ts';

export type { DateAhead };

/** Whose dates are asked for. Nothing named: everybody's. */
export type DatesAsked = AskedFrom & Readonly<Partial<Record<AboutKind, readonly string[]>>>;

/** What each part of governance has ahead. A new kind of date is a new line here. */
const parts: readonly DatesPart[] = [meetingsAhead, callInsAhead, noticesAhead, proposalsAhead];

/**
 * Meetings, closing call-ins, earliest days for decisions and last days to adopt, from a day on, the soonest first: those
 * about any of the bodies, places, topics or things asked for. Public knowledge alone, unless a body asks.
 */
export async function datesAhead(
  sql: Sql,
  { from, now, ...asked }: DatesAsked,
): Promise<readonly DateAhead[]> {
  const dates: DateAhead[] = [];
  for (const part of parts) dates.push(...(await part(sql, { from, now })));
  const kinds = aboutKinds.filter((kind) => asked[kind] !== undefined);
  return dates
    .filter(
      ({ about }) =>
        kinds.length === 0 || kinds.some((kind) => asked[kind]?.some((id) => about[kind].includes(id))),
    )
    .toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)) || a.uid.localeCompare(b.uid));
}

const dayOf = ({ starts }: DateAhead): string =>
  typeof starts === 'string' ? starts : starts.date + starts.time;
