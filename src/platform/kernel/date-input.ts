import { months } from './format-date.ts';
import { civilDate, daysInMonth, type IsoDate } from './iso-date.ts';
import { never, ok, refuse, type Result } from './result.ts';
import { capitalise, listInWords } from './text.ts';

/** The three boxes of a date input, as typed. */
export type DateInput = Readonly<{ day: string; month: string; year: string }>;
export type DateField = keyof DateInput;
export type DateFieldFault =
  | 'missing'
  | 'not-a-day'
  | 'not-a-month'
  | 'not-four-digits'
  | 'not-in-that-month';
/** What is wrong with each faulty box; a box not named is right. */
export type DateInputFaults = Readonly<Partial<Record<DateField, DateFieldFault>>>;

const fields = ['day', 'month', 'year'] as const;

/** The date typed into three boxes. The month may be a number or a name: `7`, `07`, `jul`, `July`. */
export function parseDateInput(input: DateInput): Result<IsoDate, DateInputFaults> {
  const day = wholeNumber(input.day, 31);
  const month = monthNumber(input.month);
  const year = /^[1-9]\d{3}$/.test(input.year.trim()) ? Number(input.year) : undefined;
  if (day === undefined || month === undefined || year === undefined) {
    return refuse({
      ...(day === undefined && { day: missingOr(input.day, 'not-a-day') }),
      ...(month === undefined && { month: missingOr(input.month, 'not-a-month') }),
      ...(year === undefined && { year: missingOr(input.year, 'not-four-digits') }),
    });
  }
  const found = civilDate(year, month, day);
  return found.ok ? ok(found.value) : refuse({ day: 'not-in-that-month' });
}

/** The sentence beside the boxes. `name` is how the page calls the date, `the date of the decision`. */
export function explainDateInput(name: string, input: DateInput, faults: DateInputFaults): string {
  const missing = fields.filter((field) => faults[field] === 'missing');
  if (missing.length === fields.length) return `Enter ${name}`;
  const subject = capitalise(name);
  if (missing.length > 0)
    return `${subject} must include ${listInWords(missing.map((field) => `a ${field}`))}`;
  const sentences = fields.map((field) => faults[field]).filter((fault) => fault !== undefined);
  return `${subject} must be a real date: ${listInWords(sentences.map((fault) => remedy(fault, input)))}`;
}

function remedy(fault: DateFieldFault, { month, year }: DateInput): string {
  switch (fault) {
    case 'missing':
      return 'fill in every box';
    case 'not-a-day':
      return 'the day must be a number from 1 to 31';
    case 'not-a-month':
      return 'the month must be a number from 1 to 12 or a name like July';
    case 'not-four-digits':
      return 'the year must have four digits, like 2008';
    case 'not-in-that-month': {
      const number = monthNumber(month) ?? 1;
      return `${months[number - 1]} ${year.trim()} has only ${daysInMonth(Number(year), number)} days`;
    }
    default:
      return never(fault);
  }
}

function missingOr(typed: string, fault: DateFieldFault): DateFieldFault {
  return typed.trim() === '' ? 'missing' : fault;
}

function wholeNumber(typed: string, greatest: number): number | undefined {
  if (!/^\d{1,2}$/.test(typed.trim())) return undefined;
  const number = Number(typed);
  return number >= 1 && number <= greatest ? number : undefined;
}

/** A name needs its first three letters; more must go on spelling the month. */
function monthNumber(typed: string): number | undefined {
  const name = typed.trim().toLowerCase();
  if (name.length < 3) return wholeNumber(typed, 12);
  const index = months.findIndex((month) => month.toLowerCase().startsWith(name));
  return index === -1 ? undefined : index + 1;
}
