import { describe, expect, it } from 'vitest';
import { england, englandTable } from '../../../../tests/support/england-calendar.ts';
import { date } from '../iso-date.ts';
import type { BankHolidayTable, NamedDay } from './bank-holiday-table.ts';
import { calendarEndsSoon, calendarFrom, isWorkingDay, whyNotCounted } from './calendar.ts';
import { clearDaysBetween, earliestEvent, latestNotice } from './clear-days.ts';
import { explain } from './explain.ts';
import { addWorkingDays } from './working-days.ts';

describe('working days', () => {
  it('leave out weekends and bank holidays and say which', () => {
    expect(isWorkingDay(england, date('2026-04-02'))).toBe(true);
    expect(whyNotCounted(england, date('2026-04-03'), 'working')).toBe('Good Friday');
    expect(whyNotCounted(england, date('2026-04-04'), 'working')).toBe('Saturday');
    expect(whyNotCounted(england, date('2022-09-19'), 'working')).toBe('State Funeral of Queen Elizabeth II');
    expect(whyNotCounted(england, date('2026-04-05'), 'calendar')).toBeUndefined();
  });

  it('are counted from a notice published on any day, which is day 0', () => {
    const fromWeekend = ['2008-07-11', '2008-07-12', '2008-07-13'].map(
      (on) => addWorkingDays(england, date(on), 1).date,
    );
    expect(fromWeekend).toEqual(['2008-07-14', '2008-07-14', '2008-07-14']);
    expect(addWorkingDays(england, date('2008-07-12'), 0).date).toBe('2008-07-12');
    expect(() => addWorkingDays(england, date('2008-07-11'), -1)).toThrow(RangeError);
    expect(() => addWorkingDays(england, date('2008-07-11'), 1.5)).toThrow(RangeError);
  });
});

describe('calendars of different bodies and laws', () => {
  const shutdown = {
    first: date('2026-12-29'),
    last: date('2026-12-31'),
    reason: 'Offices closed for Christmas',
  };
  const closing = calendarFrom({
    title: 'A council that closes',
    tables: [englandTable],
    closures: [shutdown],
  });

  it('skip a body’s own closures for that body alone', () => {
    expect(addWorkingDays(england, date('2026-12-24'), 1).date).toBe('2026-12-29');
    const later = addWorkingDays(closing, date('2026-12-24'), 1);
    expect(later.date).toBe('2027-01-04');
    expect(explain(later.explanation)).toContain('Tue 29 December 2026 (Offices closed for Christmas)');
    expect(explain(later.explanation)).toContain('Fri 1 January 2027 (New Year’s Day)');
  });

  it('skip a holiday of any nation for freedom of information, and know only what every table knows', () => {
    const standrews: NamedDay = {
      date: date('2026-11-30'),
      name: 'St Andrew’s Day',
      note: undefined,
      source: { text: 'Scotland', certainty: 'confident' },
    };
    const scotland: BankHolidayTable = {
      title: 'Bank holidays in Scotland',
      knownFrom: date('2020-01-01'),
      knownTo: date('2027-12-31'),
      holidays: [standrews],
      thanksgivingOrMourning: [],
    };
    const allNations = calendarFrom({ title: 'United Kingdom', tables: [englandTable, scotland] });
    expect(addWorkingDays(england, date('2026-11-27'), 1).date).toBe('2026-11-30');
    expect(addWorkingDays(allNations, date('2026-11-27'), 1).date).toBe('2026-12-01');
    expect(allNations).toMatchObject({ knownFrom: '2020-01-01', knownTo: '2027-12-31' });
  });
});

describe('beyond what the table knows', () => {
  it('an answer carries a warning that names the last known day', () => {
    const beyond = addWorkingDays(england, date('2029-12-28'), 5);
    expect(beyond.explanation.outsideKnown).toEqual({ knownFrom: '1998-01-01', knownTo: '2029-12-31' });
    expect(explain(beyond.explanation)).toContain(
      'Bank holidays are known from 1 January 1998 to 31 December 2029; this date reaches outside that, so check it again',
    );
    expect(addWorkingDays(england, date('1997-12-22'), 3).explanation.outsideKnown).toBeDefined();
  });

  it('an answer that looked only at known days carries none, nor one that needs no bank holidays', () => {
    expect(addWorkingDays(england, date('2029-12-28'), 1).explanation).not.toHaveProperty('outsideKnown');
    expect(earliestEvent(england, date('2035-01-01'), 28, 'calendar').explanation).not.toHaveProperty(
      'outsideKnown',
    );
  });

  it('administrators are warned twelve months before the table ends', () => {
    expect(calendarEndsSoon(england, date('2028-12-31'))).toBeUndefined();
    expect(calendarEndsSoon(england, date('2029-01-01'))).toContain('known only to 31 December 2029');
  });
});

describe('explanations', () => {
  it('say how Kent’s semi-urgent decision of 2025 reached 19 March', () => {
    expect(explain(earliestEvent(england, date('2025-03-11'), 5, 'working').explanation)).toBe(
      'Notice given on Tuesday 11 March 2025 must be followed by 5 clear working days, not counting the day of the ' +
        'notice or of the event. The last of them is Tuesday 18 March 2025, so the earliest day for the event is ' +
        'Wednesday 19 March 2025. Not counted: Sat 15 March 2025 and Sun 16 March 2025.',
    );
  });

  it('read well for one day and for none', () => {
    const said = (notice: string, n: number) =>
      explain(earliestEvent(england, date(notice), n, 'working').explanation);
    expect(said('2026-06-11', 0)).toBe(
      'Notice given on Thursday 11 June 2026 needs no clear days, so the earliest day for the event is Friday 12 June 2026.',
    );
    expect(said('2026-06-09', 1)).toContain('must be followed by 1 clear working day, not counting');
    expect(explain(latestNotice(england, date('2026-06-12'), 0, 'calendar').explanation)).toBe(
      'An event on Friday 12 June 2026 needs no clear days before it, so the latest day for the notice is Thursday 11 June 2026.',
    );
    expect(explain(latestNotice(england, date('2026-06-12'), 2, 'calendar').explanation)).toBe(
      'An event on Friday 12 June 2026 must come after 2 clear days, not counting the day of the event or of the notice. ' +
        'The first of them is Wednesday 10 June 2026, so the latest day for the notice is Tuesday 9 June 2026.',
    );
    const between = (event: string) =>
      explain(clearDaysBetween(england, date('2026-06-09'), date(event), 'working').explanation);
    expect(between('2026-06-11')).toContain('there is 1 clear working day, counting neither');
    expect(between('2026-06-10')).toContain('there are 0 clear working days');
    expect(between('2026-06-01')).toContain('there are 0 clear working days');
    expect(explain(addWorkingDays(england, date('2026-06-11'), 1).explanation)).toBe(
      '1 working day after Thursday 11 June 2026, which is not itself counted, is Friday 12 June 2026.',
    );
  });

  it('name holidays one by one and gather many weekends', () => {
    expect(explain(earliestEvent(england, date('2026-03-31'), 28, 'working').explanation)).toContain(
      'Not counted: Fri 3 April 2026 (Good Friday), Mon 6 April 2026 (Easter Monday), ' +
        'Mon 4 May 2026 (Early May bank holiday) and 12 days at weekends.',
    );
  });
});
