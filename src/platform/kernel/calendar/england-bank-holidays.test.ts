import { describe, expect, it } from 'vitest';
import { englandTable } from '../../../../tests/support/england-calendar.ts';

/** The one-off changes since 1998, typed here a second time so that the table cannot lose one unnoticed. */
const extra = [
  '1999-12-31',
  '2002-06-03',
  '2011-04-29',
  '2012-06-05',
  '2022-06-03',
  '2022-09-19',
  '2023-05-08',
];
const moved = new Map([
  ['2002-05-27', '2002-06-04'],
  ['2012-05-28', '2012-06-04'],
  ['2020-05-04', '2020-05-08'],
  ['2022-05-30', '2022-06-02'],
]);

const years = Array.from({ length: 2029 - 1998 + 1 }, (_, index) => 1998 + index);

describe('the table of England’s bank holidays', () => {
  it.each(years)('has for %d exactly what the statutory rule and the listed one-offs give', (year) => {
    const ruled = statutory(year).map((day) => moved.get(day) ?? day);
    const expected = [...ruled, ...extra.filter((day) => day.startsWith(String(year)))].toSorted();
    expect(inTable(year)).toEqual(expected);
  });

  it.each([
    [2008, '01-01 03-21 03-24 05-05 05-26 08-25 12-25 12-26'],
    [2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
    [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
    [2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
    [2029, '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26'],
  ])('has for %d the published dates', (year, days) => {
    expect(inTable(year)).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });

  it('says to which day it is known, and gives every row a source that says how sure it is', () => {
    expect([englandTable.knownFrom, englandTable.knownTo]).toEqual(['1998-01-01', '2029-12-31']);
    expect(englandTable.holidays.filter(({ source }) => source.text === '')).toEqual([]);
    expect(englandTable.holidays.find(({ date }) => date === '2022-09-19')).toMatchObject({
      name: 'State Funeral of Queen Elizabeth II',
      source: { certainty: 'confident' },
    });
  });

  it('never names a Saturday or Sunday', () => {
    expect(englandTable.holidays.filter(({ date }) => [0, 6].includes(dayOfWeek(date)))).toEqual([]);
  });
});

function inTable(year: number): readonly string[] {
  return englandTable.holidays.map(({ date }) => String(date)).filter((day) => day.startsWith(String(year)));
}

/** The eight yearly holidays, worked out by means the code under test does not use. */
function statutory(year: number): readonly string[] {
  const christmas = dayOfWeek(`${year}-12-25`);
  const substitutes: Record<number, readonly string[]> = {
    5: ['25', '28'],
    6: ['27', '28'],
    0: ['26', '27'],
  };
  return [
    inJanuary(year),
    step(easterSunday(year), -2),
    step(easterSunday(year), 1),
    mondayFrom(`${year}-05-01`, 1),
    mondayFrom(`${year}-05-31`, -1),
    mondayFrom(`${year}-08-31`, -1),
    ...(substitutes[christmas] ?? ['25', '26']).map((day) => `${year}-12-${day}`),
  ];
}

function inJanuary(year: number): string {
  const first = `${year}-01-01`;
  return [0, 6].includes(dayOfWeek(first)) ? mondayFrom(first, 1) : first;
}

/** Gauss’s reckoning with its two exceptions, good for 1900–2099. */
function easterSunday(year: number): string {
  const d = (19 * (year % 19) + 24) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7;
  const dayInMarch = 22 + d + e;
  if (dayInMarch === 57) return `${year}-04-19`;
  if (dayInMarch === 56 && d === 28 && year % 19 > 10) return `${year}-04-18`;
  return step(`${year}-03-01`, dayInMarch - 1);
}

function mondayFrom(day: string, direction: 1 | -1): string {
  return dayOfWeek(day) === 1 ? day : mondayFrom(step(day, direction), direction);
}

function step(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function dayOfWeek(day: string): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay();
}
