import { addDays, addMonths, date, daysBetween, type IsoDate } from '#platform/kernel';

/** How a file writes its days, and what can be known of the day from what is written. */
export type DateForm = Readonly<{
  write(on: IsoDate): string;
  /** First and last day it may be; undefined where it says nothing. */
  known(on: IsoDate): readonly [IsoDate, IsoDate] | undefined;
}>;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const monthsFull =
  `January February March April May June July August September October November December`.split(' ');
const parts = (on: IsoDate) => ({
  year: on.slice(0, 4),
  month: on.slice(5, 7),
  day: on.slice(8, 10),
  short: months[Number(on.slice(5, 7)) - 1] ?? '',
  full: monthsFull[Number(on.slice(5, 7)) - 1] ?? '',
});

const day = (write: (given: ReturnType<typeof parts>) => string): DateForm => ({
  write: (on) => write(parts(on)),
  known: (on) => [on, on],
});

export const dayForms: readonly DateForm[] = [
  day(({ day: d, month, year }) => `${d}/${month}/${year}`),
  day(({ day: d, month, year }) => `${Number(d)}/${Number(month)}/${year}`),
  day(({ day: d, month, year }) => `${d}-${month}-${year}`),
  day(({ day: d, month, year }) => `${d}.${month}.${year}`),
  day(({ day: d, month, year }) => `${d}/${month}/${year.slice(2)}`),
  day(({ day: d, month, year }) => `${d}/${month}/${year} 00:00`),
  day(({ day: d, month, year }) => `${year}-${month}-${d}`),
  day(({ day: d, month, year }) => `${year}-${month}-${d}T00:00:00`),
  day(({ day: d, month, year }) => `${year}/${month}/${d}`),
  day(({ day: d, short, year }) => `${d}-${short}-${year.slice(2)}`),
  day(({ day: d, short, year }) => `${Number(d)} ${short} ${year}`),
  day(({ day: d, full, year }) => `${Number(d)} ${full} ${year}`),
  day(({ day: d, month, year }) => `${year}${month}${d}`),
];

/** The month first, as some spreadsheets have it: told from the day first only where some day is past the twelfth. */
export const monthFirst: DateForm = day(({ day: d, month, year }) => `${month}/${d}/${year}`);

const spreadsheetEpoch = date('1899-12-30');
/** The number by which a spreadsheet counts its days. */
export const dayNumber: DateForm = {
  write: (on) => String(daysBetween(spreadsheetEpoch, on)),
  known: (on) => [on, on],
};

const firstOfMonth = (on: IsoDate): IsoDate => addDays(on, 1 - Number(on.slice(8, 10)));

/** Files that say no day. */
export const dayless: readonly DateForm[] = [
  {
    write: (on) => `${parts(on).short}-${on.slice(2, 4)}`,
    known: (on) => [firstOfMonth(on), addDays(addMonths(firstOfMonth(on), 1), -1)],
  },
  {
    write: (on) => `${parts(on).month}/${parts(on).year}`,
    known: (on) => [firstOfMonth(on), addDays(addMonths(firstOfMonth(on), 1), -1)],
  },
  { write: () => '00:00:00', known: () => undefined },
  { write: () => 'VARIOUS', known: () => undefined },
];
