import { addDays, addMonths, date, dateParts, type IsoDate } from '#platform/kernel';
import type { ReadingPeriod } from '../reading/reading.ts';

/** The last quarters of the financial year that were over before a day, the newest first. */
export function quartersBefore(on: IsoDate, count: number): readonly ReadingPeriod[] {
  const { year, month } = dateParts(on);
  const began = date(`${year}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`);
  return Array.from({ length: count }, (_, index) => ({
    from: addMonths(began, -3 * (index + 1)),
    to: addDays(addMonths(began, -3 * index), -1),
  }));
}
