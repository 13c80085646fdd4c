import { weekday } from './date-arithmetic.ts';
import { dateParts, type IsoDate } from './iso-date.ts';
import { never } from './result.ts';

export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export type WeekdayShown = 'none' | 'short' | 'long';

/** `9 July 2008`; with its weekday `Wed 9 July 2008` (short) or `Wednesday 9 July 2008` (long). */
export function formatDate(
  on: IsoDate,
  { weekday: shown = 'none' }: Readonly<{ weekday?: WeekdayShown }> = {},
): string {
  const { year, month, day } = dateParts(on);
  const written = `${day} ${months[month - 1]} ${year}`;
  switch (shown) {
    case 'none':
      return written;
    case 'short':
      return `${weekday(on).slice(0, 3)} ${written}`;
    case 'long':
      return `${weekday(on)} ${written}`;
    default:
      return never(shown);
  }
}
