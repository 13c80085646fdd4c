// Outcomes and actors
export { type Actor, type Role, roles } from './actor.ts';
export { never, type Ok, ok, refuse, type Refused, type Result } from './result.ts';
export { type AboutKind, aboutKinds, type Followed } from './followed.ts';

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
export { formatBytes } from './format-bytes.ts';
export { formatDate, months } from './format-date.ts';
export {
  type DateField,
  type DateFieldFault,
  type DateInput,
  type DateInputFaults,
  explainDateInput,
  parseDateInput,
} from './date-input.ts';
export {
  type FinancialYear,
  financialYear,
  financialYearDates,
  parseFinancialYear,
} from './financial-year.ts';

// Times and clocks
export type { Clock } from './clock.ts';
export { fixedClock } from './fixed-clock.ts';
export {
  compareLondonTimes,
  formatLondonTime,
  instantInLondon,
  lastMomentOf,
  type LondonTime,
  londonDate,
  londonTime,
  earliestMoment,
  momentAfter,
  utcDate,
} from './london-time.ts';
export { formatTime, midnight, noon, time, type WallTime, wallTime } from './wall-time.ts';

// Calendars: every computed date carries its explanation
export {
  type BankHolidayTable,
  bankHolidayTable,
  type HolidaySource,
  type NamedDay,
  type TableFault,
} from './calendar/bank-holiday-table.ts';
export { explainTableFault } from './calendar/explain-table-fault.ts';
export {
  bases,
  type Basis,
  type Calendar,
  calendarEndsSoon,
  calendarFrom,
  isKnown,
  isWorkingDay,
  type LocalClosure,
  whyNotCounted,
} from './calendar/calendar.ts';
export { addWorkingDays, countsFrom } from './calendar/working-days.ts';
export { clearDaysBetween, earliestEvent, latestNotice } from './calendar/clear-days.ts';
export {
  callInDeadline,
  type CallInWindow,
  type EffectiveFrom,
  effectiveFrom,
  type EffectiveRule,
  effectiveRules,
  hasTakenEffect,
  isInTime,
} from './calendar/call-in.ts';
export { monthsBeginningWith, weeksBeginningWith } from './calendar/periods.ts';
export type {
  ComputedDate,
  ComputedTime,
  CountingRule,
  Explanation,
  SkippedDay,
} from './calendar/explanation.ts';
export { explain } from './calendar/explain.ts';

// Exact numbers
export {
  addFractions,
  compareFractions,
  decimalFraction,
  divideFractions,
  formatFraction,
  type Fraction,
  fraction,
  fractionNumber,
  fractionOfNumber,
  fractionText,
  greatestFraction,
  leastFraction,
  multiplyFractions,
  negateFraction,
  one,
  parseFraction,
  roundFraction,
  sizeOfFraction,
  subtractFractions,
  sumFractions,
  withPlainMinus,
  zero,
} from './fraction.ts';

// Money and shares
export {
  addMoney,
  compareMoney,
  formatMoney,
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
export { explainMoney, type MoneyRefusal, parseMoney } from './parse-money.ts';
export type { Rounding } from './rounding.ts';
export { explainSplit, type Share, splitMoney, type SplitRefusal, type Weight } from './split-money.ts';
export { formatPercentage, shareOf } from './percentages.ts';

// Ids and words
export { isId, isSlug, newId } from './ids.ts';
export {
  capitalise,
  clip,
  formatCount,
  listInWords,
  normaliseTyped,
  normaliseTypedPassage,
  plural,
} from './text.ts';

// Tables that people bring as files
export {
  type Cells,
  cellsOf,
  type Header,
  type KnownColumn,
  readHeader,
  type RowFault,
  type TableRow,
} from './columns.ts';
export { type DayAndTime, readDay, type ValueFault } from './written-day.ts';

// Lists
export { groupBy } from './group-by.ts';
// Long work and much work
export { breath, inBreaths } from './in-breaths.ts';
export { inTurn } from './in-turn.ts';
