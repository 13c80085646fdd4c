import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedClock } from './fixed-clock.ts';
import { date, dateOfDayNumber, dayNumber } from './iso-date.ts';
import {
  compareLondonTimes,
  formatLondonTime,
  instantInLondon,
  londonDate,
  londonTime,
} from './london-time.ts';
import { time } from './wall-time.ts';

const at = (on: string, clock: string) => ({ date: date(on), time: time(clock) });

describe('the date in London', () => {
  it.each([
    ['2008-07-09T22:59:59Z', '2008-07-09'],
    ['2008-07-09T23:00:00Z', '2008-07-10'],
    ['2008-01-09T23:59:59Z', '2008-01-09'],
    ['2026-03-29T00:30:00Z', '2026-03-29'],
    ['2026-10-24T23:30:00Z', '2026-10-25'],
    ['2026-10-25T23:30:00Z', '2026-10-25'],
    ['2026-03-31T23:30:00Z', '2026-04-01'],
  ])('at %s is %s', (instant, expected) => {
    expect(londonDate(new Date(instant))).toBe(expected);
    expect(fixedClock(new Date(instant)).today()).toBe(expected);
  });
});

describe('the wall clock in London', () => {
  it.each([
    ['2008-07-18', '17:00', '2008-07-18T16:00:00.000Z'],
    ['2008-01-18', '17:00', '2008-01-18T17:00:00.000Z'],
    ['2026-03-29', '00:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '02:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '00:59', '2026-10-24T23:59:00.000Z'],
    ['2026-10-25', '02:00', '2026-10-25T02:00:00.000Z'],
    ['1970-01-01', '12:00', '1970-01-01T11:00:00.000Z'],
  ])('showing %s %s is the instant %s, and back', (on, clock, instant) => {
    expect(instantInLondon(at(on, clock)).toISOString()).toBe(instant);
    expect(londonTime(new Date(instant))).toEqual(at(on, clock));
  });

  it('shows 01:30 twice in autumn: the first is meant', () => {
    expect(instantInLondon(at('2026-10-25', '01:30')).toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(londonTime(new Date('2026-10-25T00:30:00Z'))).toEqual(
      londonTime(new Date('2026-10-25T01:30:00Z')),
    );
  });

  it('never shows 01:30 on the day the clocks go forward: 02:30 is meant', () => {
    expect(instantInLondon(at('2026-03-29', '01:30')).toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(londonTime(new Date('2026-03-29T01:30:00Z'))).toEqual(at('2026-03-29', '02:30'));
  });

  it('goes to an instant and back for every time that is shown once, from 1972 to 2037', () => {
    const days = fc
      .integer({ min: dayNumber(date('1972-01-01')), max: dayNumber(date('2037-12-31')) })
      .map((number) => dateOfDayNumber(number));
    const minutes = fc.integer({ min: 120, max: 1439 });
    fc.assert(
      fc.property(days, minutes, (on, minute) => {
        const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        expect(londonTime(instantInLondon(at(on, clock)))).toEqual(at(on, clock));
      }),
    );
  });

  it('sorts and reads as people say it', () => {
    expect(compareLondonTimes(at('2008-07-18', '17:00'), at('2008-07-18', '17:00'))).toBe(0);
    expect(compareLondonTimes(at('2008-07-18', '09:00'), at('2008-07-18', '17:00'))).toBe(-1);
    expect(compareLondonTimes(at('2008-07-19', '00:00'), at('2008-07-18', '17:00'))).toBe(1);
    expect(formatLondonTime(at('2008-07-18', '17:00'))).toBe('5pm on Friday 18 July 2008');
  });
});

describe('a fixed clock', () => {
  it('stays where it was set, even if the instant it was given is changed', () => {
    const instant = new Date('2008-07-09T12:00:00Z');
    const clock = fixedClock(instant);
    instant.setTime(0);
    clock.now().setTime(0);
    expect(clock.now().toISOString()).toBe('2008-07-09T12:00:00.000Z');
    expect(clock.today()).toBe('2008-07-09');
  });
});
