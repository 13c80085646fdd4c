import { date, type IsoDate } from '#platform/kernel';
import { expect, test } from 'vitest';
import type { MeetingEvent, MeetingEventKind } from './meeting.ts';
import { meetingStanding } from './standing.ts';

const happened = (kind: MeetingEventKind, on: string, more: Partial<MeetingEvent> = {}): MeetingEvent => ({
  position: 0,
  kind,
  on: date(on),
  sitting: undefined,
  replacedOn: undefined,
  says: '',
  atMeeting: undefined,
  byOffice: '',
  ...more,
});
const sits = (on: string) => ({ sitting: { on: date(on), at: undefined, place: 'Town Hall' } });
const on = (events: readonly MeetingEvent[], ...days: readonly string[]) =>
  days.map((day) => meetingStanding(events, date(day)).standing);

test('a meeting goes from its call to the approval of its minutes', () => {
  const events = [
    happened('called', '2008-06-20', sits('2008-07-09')),
    happened('agenda-published', '2008-07-01'),
    happened('minutes-published', '2008-07-18'),
    happened('minutes-approved', '2008-08-13'),
  ];
  expect(
    on(
      events,
      '2008-06-19',
      '2008-06-20',
      '2008-07-01',
      '2008-07-09',
      '2008-07-10',
      '2008-07-18',
      '2008-08-13',
    ),
  ).toEqual([
    'not-called',
    'called',
    'agenda-published',
    'today',
    'held',
    'minutes-published',
    'minutes-approved',
  ]);
});

test('one that is moved stands on its old day until it is moved', () => {
  const events = [
    happened('called', '2026-05-01', { ...sits('2026-06-10'), replacedOn: date('2026-06-01') }),
    happened('postponed', '2026-06-01', sits('2026-06-24')),
  ];
  const day = (asked: IsoDate) => meetingStanding(events, asked).sittings.map((sitting) => sitting.on);
  expect(day(date('2026-05-31'))).toEqual(['2026-06-10']);
  expect(day(date('2026-06-01'))).toEqual(['2026-06-24']);
  expect(on(events, '2026-06-11', '2026-06-24', '2026-06-25')).toEqual(['called', 'today', 'held']);
});

test('one that is adjourned goes on, and one that is cancelled does not', () => {
  const adjourned = [
    happened('called', '2026-05-01', sits('2026-06-10')),
    happened('adjourned', '2026-06-10', sits('2026-06-17')),
  ];
  expect(on(adjourned, '2026-06-10', '2026-06-12', '2026-06-17', '2026-06-18')).toEqual([
    'today',
    'to-go-on',
    'today',
    'held',
  ]);
  expect(on([...adjourned, happened('cancelled', '2026-06-11')], '2026-06-10', '2026-06-11')).toEqual([
    'today',
    'cancelled',
  ]);
});
