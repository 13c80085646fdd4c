import { describe, expect, it } from 'vitest';
import { england } from '../../../../tests/support/england-calendar.ts';
import { formatDate } from '../format-date.ts';
import { date } from '../iso-date.ts';
import { formatLondonTime } from '../london-time.ts';
import { noon, time } from '../wall-time.ts';
import { callInDeadline, effectiveFrom } from './call-in.ts';
import { earliestEvent, latestNotice } from './clear-days.ts';

describe('dates that Kent councils published', () => {
  it.each([
    ['2025-02-20', 28, 'calendar', '2025-03-21', 'key decision 25/00029'],
    ['2025-02-19', 28, 'calendar', '2025-03-20', 'key decisions 25/00033 and 25/00034'],
    ['2022-09-02', 28, 'calendar', '2022-10-01', 'key decision 22/00089'],
    ['2022-08-30', 28, 'calendar', '2022-09-28', 'key decisions 22/00080 and 22/00082'],
    ['2025-03-11', 5, 'working', '2025-03-19', 'semi-urgent decision 25/00035'],
  ] as const)(
    'Kent: notice on %s with %d clear %s days is not before %s (%s)',
    (notice, days, basis, event, _published) => {
      expect(earliestEvent(england, date(notice), days, basis).date).toBe(event);
    },
  );

  it('East Kent: published on 25 July 2012, effective at 12 noon on the fourth working day', () => {
    const effective = effectiveFrom(england, {
      publication: date('2012-07-25'),
      windowWorkingDays: 4,
      closeTime: noon,
      effective: 'noonOfDay',
    });
    expect(formatLondonTime(effective)).toBe('12 noon on Tuesday 31 July 2012');
  });

  it('Maidstone: published on Friday 11 July 2008, call-in by 18 July 2008', () => {
    const deadlines = ['2008-07-09', '2008-07-10', '2008-07-11'].map((publication) =>
      callInDeadline(england, {
        publication: date(publication),
        windowWorkingDays: 5,
        closeTime: time('17:00'),
        effective: 'startOfNextCalendarDay',
      }),
    );
    expect(deadlines.map((deadline) => formatLondonTime(deadline))).toEqual([
      '5pm on Wednesday 16 July 2008',
      '5pm on Thursday 17 July 2008',
      '5pm on Friday 18 July 2008',
    ]);
  });
});

describe('dates worked out by hand', () => {
  it.each([
    ['Fri 19 December 2025', '2025-12-19', 5, 'working', 'Wed 31 December 2025', '2025-12-31'],
    ['Tue 31 March 2026', '2026-03-31', 5, 'working', 'Fri 10 April 2026', '2026-04-10'],
    ['Fri 20 November 2026', '2026-11-20', 5, 'working', 'Mon 30 November 2026', '2026-11-30'],
    ['Fri 18 December 2026', '2026-12-18', 5, 'working', 'Wed 30 December 2026', '2026-12-30'],
    ['Wed 24 March 2027', '2027-03-24', 5, 'working', 'Mon 5 April 2027', '2027-04-05'],
    ['Tue 3 November 2026', '2026-11-03', 28, 'calendar', 'Wed 2 December 2026', '2026-12-02'],
    ['Tue 3 November 2026', '2026-11-03', 28, 'working', 'Mon 14 December 2026', '2026-12-14'],
    ['Tue 1 December 2026', '2026-12-01', 28, 'calendar', 'Wed 30 December 2026', '2026-12-30'],
  ] as const)(
    'notice on %s (%s), %d clear %s days: the earliest event is on %s',
    (said, notice, days, basis, event, on) => {
      const earliest = earliestEvent(england, date(notice), days, basis);
      expect(earliest.date).toBe(on);
      expect(formatDate(earliest.date, { weekday: 'short' })).toBe(event);
      expect(formatDate(date(notice), { weekday: 'short' })).toBe(said);
      expect(latestNotice(england, earliest.date, days, basis).date).toBe(notice);
    },
  );
});
