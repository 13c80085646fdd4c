import {
  addDays,
  addMonths,
  date,
  financialYear,
  financialYearDates,
  dateParts,
  type IsoDate,
} from '#platform/kernel';

/** How exactly a source dates a thing. */
export const precisions = {
  day: 'On that day',
  month: 'In that month',
  season: 'In that season',
  year: 'In that year',
  'financial-year': 'In that financial year',
} as const;
export type Precision = keyof typeof precisions;

/** By when a thing was to be done: the last day of what the source names, and the source’s own way of dating it. */
export type Due = Readonly<{ by: IsoDate; precision: Precision; said: string }>;

/**
 * The last day of the month, season, year or financial year in which a day lies. Seasons are the weather service’s: spring
 * ends on 31 May, summer on 31 August, autumn on 30 November, winter on the last of February.
 */
export function lastDayOf(on: IsoDate, precision: Precision): IsoDate {
  const { year, month } = dateParts(on);
  switch (precision) {
    case 'day':
      return on;
    case 'month':
      return lastOfMonth(on);
    case 'season':
      // Months 3 to 5 are spring, and so on; December belongs to the winter that ends in the next year.
      return lastOfMonth(addMonths(on, 2 - (month % 3)));
    case 'year':
      return date(`${String(year).padStart(4, '0')}-12-31`);
    case 'financial-year':
      return financialYearDates(financialYear(on)).last;
    default:
      return precision satisfies never;
  }
}

function lastOfMonth(on: IsoDate): IsoDate {
  const next = addMonths(on, 1);
  return addDays(next, -dateParts(next).day);
}
