import { describe, expect, it } from 'vitest';
import { england } from '../../../../tests/support/england-calendar.ts';
import { date } from '../iso-date.ts';
import { time } from '../wall-time.ts';
import {
  callInDeadline,
  type CallInWindow,
  effectiveFrom,
  effectiveRules,
  hasTakenEffect,
  isInTime,
} from './call-in.ts';
import { explain } from './explain.ts';
import { countsFrom } from './working-days.ts';

const mkip: CallInWindow = {
  publication: date('2008-07-11'),
  windowWorkingDays: 5,
  closeTime: time('17:00'),
  effective: 'afterDeadline',
};

describe('a decision published on Friday 11 July 2008 with five working days for call-in', () => {
  it('can be called in until 5pm, British Summer Time, on Friday 18 July', () => {
    const deadline = callInDeadline(england, mkip);
    expect(isInTime(deadline, new Date('2008-07-18T16:00:00Z'))).toBe(true);
    expect(isInTime(deadline, new Date('2008-07-18T16:00:01Z'))).toBe(false);
    expect(explain(deadline.explanation)).toBe(
      'The call-in window is the 5 working days after publication on Friday 11 July 2008, so it ends on Friday 18 July 2008. ' +
        'A call-in must be received by 5pm on Friday 18 July 2008. Not counted: Sat 12 July 2008 and Sun 13 July 2008.',
    );
  });

  it.each([
    ['afterDeadline', '2008-07-18', '17:00', 'after', 'takes effect after 5pm on Friday 18 July 2008'],
    ['noonOfDay', '2008-07-18', '12:00', 'at', 'takes effect at 12 noon on Friday 18 July 2008'],
    [
      'startOfNextWorkingDay',
      '2008-07-21',
      '00:00',
      'at',
      'at the start of the next working day, Monday 21 July 2008',
    ],
    [
      'startOfNextCalendarDay',
      '2008-07-19',
      '00:00',
      'at',
      'at the start of the next day, Saturday 19 July 2008',
    ],
  ] as const)('takes effect under %s on %s at %s', (effective, on, at, moment, sentence) => {
    const from = effectiveFrom(england, { ...mkip, effective });
    expect(from).toMatchObject({ date: on, time: at, moment });
    expect(explain(from.explanation)).toContain(sentence);
  });

  it('has taken effect at the moment, or only after it', () => {
    const after = effectiveFrom(england, mkip);
    expect(hasTakenEffect(after, new Date('2008-07-18T16:00:00Z'))).toBe(false);
    expect(hasTakenEffect(after, new Date('2008-07-18T16:00:00.001Z'))).toBe(true);
    const nextDay = effectiveFrom(england, { ...mkip, effective: 'startOfNextCalendarDay' });
    expect(hasTakenEffect(nextDay, new Date('2008-07-18T22:59:59Z'))).toBe(false);
    expect(hasTakenEffect(nextDay, new Date('2008-07-18T23:00:00Z'))).toBe(true);
  });
});

describe('whatever the rule', () => {
  it.each(effectiveRules)(
    '%s never lets a decision take effect while a call-in is still in time',
    (effective) => {
      for (const publication of ['2008-07-11', '2026-03-27', '2026-12-23', '2026-10-23', '2029-12-27']) {
        const window = { ...mkip, publication: date(publication), effective };
        const lastMoment = callInDeadline(england, window);
        const taking = effectiveFrom(england, window);
        expect(taking.date + taking.time >= lastMoment.date + lastMoment.time).toBe(true);
        expect(taking.date > publication).toBe(true);
      }
    },
  );

  it('closes at noon where decisions take effect at noon, unless the body closes earlier still', () => {
    expect(callInDeadline(england, { ...mkip, effective: 'noonOfDay' }).time).toBe('12:00');
    expect(callInDeadline(england, { ...mkip, effective: 'noonOfDay', closeTime: time('10:00') }).time).toBe(
      '10:00',
    );
  });
});

describe('the cut-off for publication', () => {
  const cutOff = time('17:00');

  it.each([
    ['2008-07-11', '16:59', '2008-07-11', 'by the cut-off at 5pm, it counts from that day'],
    ['2008-07-11', '17:00', '2008-07-11', 'by the cut-off at 5pm'],
    [
      '2008-07-11',
      '17:01',
      '2008-07-14',
      'after the cut-off at 5pm, it counts from the next working day, Monday 14 July 2008',
    ],
    ['2008-07-12', '10:00', '2008-07-12', 'it counts from that day'],
    ['2026-12-24', '18:00', '2026-12-29', 'Tuesday 29 December 2026'],
  ])('%s at %s counts from %s', (on, at, counts, sentence) => {
    const from = countsFrom(england, { date: date(on), time: time(at) }, cutOff);
    expect(from.date).toBe(counts);
    expect(explain(from.explanation)).toContain(sentence);
  });
});
