import { describe, expect, it } from 'vitest';
import { formatTime, minutesAfterMidnight, time, wallTime } from './wall-time.ts';

describe('a time of day', () => {
  it.each(['00:00', '09:05', '17:00', '23:59'])('may be %s', (text) => {
    expect(wallTime(text)).toEqual({ ok: true, value: text });
  });

  it.each(['24:00', '9:00', '17:60', '17', '17:00:00', '5pm', ''])('may not be “%s”', (text) => {
    expect(wallTime(text)).toEqual({ ok: false, error: 'not-a-time' });
    expect(() => time(text)).toThrow('not a time of day');
  });

  it.each([
    ['00:00', 'midnight', 0],
    ['00:05', '12:05am', 5],
    ['09:30', '9:30am', 570],
    ['12:00', '12 noon', 720],
    ['12:15', '12:15pm', 735],
    ['17:00', '5pm', 1020],
  ])('%s is said %s, %d minutes after midnight', (text, said, minutes) => {
    expect(formatTime(time(text))).toBe(said);
    expect(minutesAfterMidnight(time(text))).toBe(minutes);
  });
});
