import { describe, expect, it } from 'vitest';
import { england } from '../../../../tests/support/england-calendar.ts';
import { dayRange } from '../date-arithmetic.ts';
import { date } from '../iso-date.ts';
import { whyNotCounted } from './calendar.ts';
import { clearDaysBetween, earliestEvent } from './clear-days.ts';
import { explain } from './explain.ts';

const parish = (on: string) => whyNotCounted(england, date(on), 'parish');

describe('three clear days for a parish council', () => {
  it('count Saturdays and not Sundays', () => {
    expect(clearDaysBetween(england, date('2026-06-11'), date('2026-06-16'), 'parish').days).toBe(3);
    expect(earliestEvent(england, date('2026-06-11'), 3, 'parish').date).toBe('2026-06-16');
    expect(earliestEvent(england, date('2026-06-11'), 3, 'working').date).toBe('2026-06-17');
  });

  it('leave out Maundy Thursday to Easter Tuesday', () => {
    expect(dayRange(date('2026-04-01'), date('2026-04-08')).map((on) => parish(on))).toEqual([
      undefined,
      'Easter break',
      'Easter break',
      'Easter break',
      'Sunday',
      'Easter break',
      'Easter break',
      undefined,
    ]);
  });

  it('leave out the week days on either side of a bank holiday', () => {
    expect(dayRange(date('2026-05-01'), date('2026-05-06')).map((on) => parish(on))).toEqual([
      undefined,
      'Early May bank holiday break',
      'Sunday',
      'Early May bank holiday break',
      'Early May bank holiday break',
      undefined,
    ]);
  });

  it('leave out Christmas Eve to the first open week day, and New Year with its neighbours', () => {
    const out = dayRange(date('2024-12-23'), date('2025-01-03')).filter((on) => parish(on) !== undefined);
    expect(out).toEqual([
      '2024-12-24',
      '2024-12-25',
      '2024-12-26',
      '2024-12-27',
      '2024-12-29',
      '2024-12-31',
      '2025-01-01',
      '2025-01-02',
    ]);
    expect(parish('2026-12-28')).toBe('Boxing Day break');
  });

  it('leave out days of public mourning, as in April 2021', () => {
    const meeting = earliestEvent(england, date('2021-04-12'), 3, 'parish');
    expect(meeting.date).toBe('2021-04-22');
    expect(explain(meeting.explanation)).toContain(
      'Wed 14 April 2021 (National mourning for the Duke of Edinburgh)',
    );
    expect(explain(meeting.explanation)).toContain('3 clear days as parish notices are counted');
  });
});
