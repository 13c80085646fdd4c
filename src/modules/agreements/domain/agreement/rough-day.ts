import { addDays, addMonths, dateParts, formatDate, type IsoDate, months } from '#platform/kernel';

export const precisions = ['day', 'month', 'season', 'year'] as const;
export type Precision = (typeof precisions)[number];

/** A day as exactly as a source gives it: `2009-09-01` to a season is autumn 2009, and no day of it is claimed. */
export type RoughDay = Readonly<{ on: IsoDate; precision: Precision }>;

/** A day that is known. */
export const exactly = (on: IsoDate): RoughDay => ({ on, precision: 'day' });

const seasons = ['winter', 'spring', 'summer', 'autumn'] as const;

/** As the source says it: “19 March 2008”, “March 2008”, “autumn 2009”, “2009”. */
export function sayRoughDay({ on, precision }: RoughDay): string {
  const { year, month } = dateParts(on);
  switch (precision) {
    case 'day':
      return formatDate(on);
    case 'month':
      return `${months[month - 1] ?? ''} ${year}`;
    case 'season':
      return `${seasons[Math.floor((month % 12) / 3)] ?? ''} ${month === 12 ? year + 1 : year}`;
    case 'year':
      return String(year);
    default:
      return precision satisfies never;
  }
}

/** “on 19 March 2008”, “in autumn 2009”. */
export const sayWhen = (rough: RoughDay): string =>
  `${rough.precision === 'day' ? 'on' : 'in'} ${sayRoughDay(rough)}`;

/**
 * The last day it can mean: nothing is late before it is over. A season is its three months, winter from December to February.
 */
export function lastDayOf({ on, precision }: RoughDay): IsoDate {
  const { month, day } = dateParts(on);
  const lastDayAfter = (count: number) => addDays(addMonths(addDays(on, 1 - day), count), -1);
  switch (precision) {
    case 'day':
      return on;
    case 'month':
      return lastDayAfter(1);
    case 'season':
      return lastDayAfter(3 - (month % 3));
    case 'year':
      return lastDayAfter(13 - month);
    default:
      return precision satisfies never;
  }
}
