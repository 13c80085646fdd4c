import type { IsoDate } from '#platform/kernel';
import type { MeetingEvent, Sitting } from './meeting.ts';

/** Where a meeting is on a day. Derived from dated facts; never stored. */
export const meetingStandings = {
  'not-called': 'Not called yet',
  called: 'Called',
  'agenda-published': 'Agenda published',
  'to-go-on': 'Adjourned, to go on',
  today: 'On this day',
  held: 'Held',
  'minutes-published': 'Draft minutes published',
  'minutes-approved': 'Minutes approved',
  cancelled: 'Cancelled',
} as const;
export type MeetingStandingName = keyof typeof meetingStandings;

export type MeetingStanding = Readonly<{
  standing: MeetingStandingName;
  /** When it sits, as known on the day, the first first: several where it was adjourned. */
  sittings: readonly Sitting[];
}>;

/** Where a meeting stood at the end of a day, from what had happened to it by then. */
export function meetingStanding(events: readonly MeetingEvent[], on: IsoDate): MeetingStanding {
  const known = events.filter((event) => event.on <= on);
  const sittings = sittingsKnown(known, on);
  return { standing: standingOf(known, sittings, on), sittings };
}

function standingOf(
  known: readonly MeetingEvent[],
  sittings: readonly Sitting[],
  on: IsoDate,
): MeetingStandingName {
  const has = (kind: MeetingEvent['kind']) => known.some((event) => event.kind === kind);
  const [first, last] = [sittings.at(0), sittings.at(-1)];
  if (first === undefined || last === undefined) return 'not-called';
  if (has('cancelled')) return 'cancelled';
  if (has('minutes-approved')) return 'minutes-approved';
  if (has('minutes-published')) return 'minutes-published';
  if (last.on < on) return 'held';
  if (sittings.some((sitting) => sitting.on === on)) return 'today';
  if (first.on < on) return 'to-go-on';
  return has('agenda-published') ? 'agenda-published' : 'called';
}

/** The sittings that stood on a day: those that were not yet moved. */
export function sittingsKnown(known: readonly MeetingEvent[], on: IsoDate): readonly Sitting[] {
  return known
    .filter((event) => event.on <= on && (event.replacedOn === undefined || event.replacedOn > on))
    .flatMap(({ sitting }) => sitting ?? [])
    .toSorted((a, b) => a.on.localeCompare(b.on) || (a.at ?? '').localeCompare(b.at ?? ''));
}

/** Whether a meeting can still be moved, called off or given an agenda. */
export const isAhead = ({ standing }: MeetingStanding): boolean =>
  standing === 'called' || standing === 'agenda-published' || standing === 'today' || standing === 'to-go-on';

/** Whether what was said and done there can be recorded. */
export const hasBegun = ({ standing, sittings }: MeetingStanding, on: IsoDate): boolean =>
  standing !== 'cancelled' && sittings.some((sitting) => sitting.on <= on);
