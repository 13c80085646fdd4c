// Outcomes, actors, time
export { never, type Ok, ok, refuse, type Refused, type Result } from './result.ts';
export { type Actor, type Role, roles } from './actor.ts';
export type { Clock } from './clock.ts';

// Dates
export { civilDate, date, dateParts, daysInMonth, type IsoDate, isoDate } from './iso-date.ts';
export {
  addDays,
  addMonths,
  compareDates,
  dayRange,
  daysBetween,
  earliestOf,
  isWeekend,
  latestOf,
  type Weekday,
  weekday,
  weekdays,
} from './date-arithmetic.ts';

// Money
export {
  addMoney,
  compareMoney,
  formatMoney,
  type Fraction,
  greatestMoney,
  type Money,
  multiplyMoney,
  negateMoney,
  noMoney,
  pence,
  pounds,
  subtractMoney,
  sumMoney,
} from './money.ts';
export { type MoneyRefusal, parseMoney } from './parse-money.ts';
export { type Rounding } from './rounding.ts';
export { type Share, splitMoney, type SplitRefusal, type Weight } from './split-money.ts';

// Ids
export { isId, isSlug, newId } from './ids.ts';
