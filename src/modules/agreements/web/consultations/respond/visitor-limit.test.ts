import { addDays, date, instantInLondon, londonDate, time } from '#platform/kernel';
import { expect, it } from 'vitest';
import { visitorLimit } from './visitor-limit.ts';

const hourMs = 60 * 60_000;

function clockAt(first: string) {
  let now = instantInLondon({ date: date('2026-07-15'), time: time(first) });
  return {
    now: () => now,
    today: () => londonDate(now),
    set(clock: string, daysLater = 0) {
      now = instantInLondon({ date: addDays(date('2026-07-15'), daysLater), time: time(clock) });
    },
  };
}

it('lets a visitor send so often in an hour, others meanwhile, and the same one again afterwards', () => {
  const clock = clockAt('10:00');
  const limit = visitorLimit({ clock }, { most: 3, withinMs: hourMs });
  const tries = (address: string, times: number) =>
    Array.from({ length: times }, () => limit.allows(address)).filter(Boolean).length;
  expect(tries('192.0.2.7', 5)).toBe(3);
  expect(tries('192.0.2.8', 5)).toBe(3);
  clock.set('10:59');
  expect(tries('192.0.2.7', 1)).toBe(0);
  clock.set('11:00');
  expect(tries('192.0.2.7', 1)).toBe(1);
});

it('takes one network of the new kind for one visitor', () => {
  const limit = visitorLimit({ clock: clockAt('10:00') }, { most: 1, withinMs: hourMs });
  expect(limit.allows('2001:db8:1:2::1')).toBe(true);
  expect(limit.allows('2001:db8:1:2::ffff')).toBe(false);
  expect(limit.allows('2001:db8:1:3::1')).toBe(true);
});
