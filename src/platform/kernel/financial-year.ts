import { date, dateParts, type IsoDate } from './iso-date.ts';
import { ok, refuse, type Result } from './result.ts';

/** A council's financial year, 1 April to 31 March, named as accounts name it: `2008-09`. */
export type FinancialYear = string & { readonly financialYear: unique symbol };

/**
 * The financial year a date falls in: 31 March 2009 is the last day of `2008-09`. Local Government Finance
 * Act 1992, section 69.
 */
export function financialYear(on: IsoDate): FinancialYear {
  const { year, month } = dateParts(on);
  return named(month >= 4 ? year : year - 1);
}

/** The financial year named in `text`, if its two halves follow one another. */
export function parseFinancialYear(text: string): Result<FinancialYear, 'not-a-financial-year'> {
  const started = /^([1-9]\d{3})-\d{2}$/.exec(text)?.[1];
  // The last of them would end in a year that no date has.
  if (started === undefined || started === '9999') return refuse('not-a-financial-year');
  if (named(Number(started)) !== text) return refuse('not-a-financial-year');
  return ok(named(Number(started)));
}

/** Its first and last day. */
export function financialYearDates(year: FinancialYear): Readonly<{ first: IsoDate; last: IsoDate }> {
  const started = Number(year.slice(0, 4));
  return { first: date(`${fourDigits(started)}-04-01`), last: date(`${fourDigits(started + 1)}-03-31`) };
}

function named(startedIn: number): FinancialYear {
  const ends = String((startedIn + 1) % 100).padStart(2, '0');
  return `${fourDigits(startedIn)}-${ends}` as FinancialYear;
}

const fourDigits = (year: number): string => String(year).padStart(4, '0');
