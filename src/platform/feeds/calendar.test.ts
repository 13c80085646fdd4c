import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date, time } from '#platform/kernel';
import { calendarLine, calendarText } from './calendar-lines.ts';
import { calendar, type CalendarEvent } from './calendar.ts';

const changedAt = new Date('2008-07-10T09:30:15.250Z');
const callIn: CalendarEvent = {
  uid: 'call-in/maidstone/2008-001',
  title: 'Last moment to call in: Mid Kent Improvement Partnership',
  href: '/decisions/maidstone/2008-001',
  starts: { date: date('2008-07-18'), time: time('17:00') },
  changedAt,
};
const written = (...events: readonly CalendarEvent[]) =>
  calendar({
    title: 'Dates of Maidstone',
    address: 'https://accord.example',
    self: '/follow/bodies/maidstone/calendar',
    events,
  });
/** As a reader of iCalendar unfolds it: RFC 5545, 3.1. */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar', () => {
  test('says a deadline in London’s time, and from the facts when it was last changed', () => {
    const lines = unfolded(written(callIn));
    expect(lines).toContain('UID:call-in/maidstone/2008-001@accord.example');
    expect(lines).toContain('DTSTART;TZID=Europe/London:20080718T170000');
    expect(lines).toContain('DTSTAMP:20080710T093015Z');
    expect(lines).toContain(`SEQUENCE:${Math.floor(changedAt.getTime() / 60_000)}`);
    expect(lines).toContain('URL:https://accord.example/decisions/maidstone/2008-001');
    expect(lines.some((line) => line.startsWith('DTEND'))).toBe(false);
  });

  test('ends a day the day after, as iCalendar counts', () => {
    const lines = unfolded(written({ ...callIn, starts: date('2008-07-31'), ends: date('2008-07-31') }));
    expect(lines).toContain('DTSTART;VALUE=DATE:20080731');
    expect(lines).toContain('DTEND;VALUE=DATE:20080801');
  });

  test('has a higher sequence when the facts have changed, and is the same when they have not', () => {
    const later = { ...callIn, changedAt: new Date('2008-07-11T08:00:00Z') };
    const sequenceOf = (event: CalendarEvent) => Number(/SEQUENCE:(\d+)/.exec(written(event))?.[1]);
    expect(sequenceOf(later)).toBeGreaterThan(sequenceOf(callIn));
    expect(written(callIn)).toBe(written({ ...callIn }));
  });

  test('tells of a meeting that will not take place, and where it would have been', () => {
    const lines = unfolded(written({ ...callIn, isCancelled: true, where: 'Town Hall, High Street' }));
    expect(lines).toContain('STATUS:CANCELLED');
    expect(lines).toContain(String.raw`LOCATION:Town Hall\, High Street`);
  });

  test('without a date still has a part, which RFC 5545 asks for: the zone', () => {
    expect(written()).toContain('BEGIN:VTIMEZONE\r\n');
    expect(written().endsWith('END:VCALENDAR\r\n')).toBe(true);
  });
});

describe('a line of a calendar', () => {
  test('ends with CR and LF, is at most 75 octets, and is read back as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (words) => {
        const line = calendarText('SUMMARY', words);
        for (const part of line.split('\r\n')) {
          expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
          expect(part).toBe(part.toWellFormed());
        }
        const read = unfolded(line)
          .join('')
          .slice('SUMMARY:'.length)
          .replaceAll(/\\(.)/gs, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));
        const kept = words
          .toWellFormed()
          .replaceAll(/\r\n?/g, '\n')
          .replaceAll(/(?!\n)\p{Cc}/gu, '');
        expect(read).toBe(kept);
      }),
    );
  });

  test('cannot be broken out of', () => {
    const line = calendarText('SUMMARY', 'Cabinet\r\nEND:VEVENT\nBEGIN:VALARM\u2028X:1');
    expect(line.split('\r\n').every((part, at) => at === 0 || part.startsWith(' '))).toBe(true);
    expect(calendarLine('URL:https://accord.example/\r\nATTACH:file:///etc')).not.toContain('\r\nATTACH');
  });

  test('is cut at 75 octets and not a letter earlier', () => {
    const [first, second] = calendarLine(`X:${'a'.repeat(73)}b`).split('\r\n');
    expect([first?.length, second]).toEqual([75, ' b']);
    expect(calendarLine(`X:${'a'.repeat(73)}`)).not.toContain('\r\n');
    expect(Buffer.byteLength(calendarLine(`X:${'a'.repeat(72)}é`).split('\r\n')[0] ?? '')).toBe(74);
  });
});
