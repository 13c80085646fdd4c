import { type Fraction, fraction, type Money, negateFraction, pence } from '#platform/kernel';

/** What had to be put right before a value could be read, said on the row. */
export const repairs = {
  brackets: 'a negative amount in brackets',
  'trailing-minus': 'a minus sign after the amount',
  'credit-mark': 'CR or DR beside the amount',
  currency: 'a currency sign in the amount',
  'lost-sign': 'an unreadable sign beside the amount',
  'part-pence': 'more than two decimals, rounded to the penny',
  'excel-date': 'a date written as a spreadsheet’s day number',
  'period-only': 'a date that is only a month or a quarter',
  'two-digit-year': 'a year of two digits',
  'stray-quote': 'a quotation mark that closes nothing',
  shifted: 'cells that had moved to the right of their columns',
} as const;
export type Repair = keyof typeof repairs;

export type ReadAmount = Readonly<{
  amount: Money;
  repairs: readonly Repair[];
  /** What is written beyond the amount where that was rounded, in pence and exact: of `0.125` it is half a penny less. */
  apart?: Fraction;
}>;

/**
 * Reads an amount of pounds as councils’ files write it, to the penny: with or without thousands’ commas, currency sign, minus
 * before or after, brackets or CR for a credit. Undefined where it is no amount; an empty cell is none.
 */
export function readAmount(written: string): ReadAmount | undefined {
  const text = written.trim();
  if (text.length === 0 || text.length > 40) return undefined;
  return plain(text) ?? (mayBeAmount(text) ? dressed(text) : undefined);
}

/** Millions of cells are words, days and references: without a figure, or with a sign that no amount has, there is nothing to try. */
function mayBeAmount(text: string): boolean {
  let hasFigure = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isFigure(code)) hasFigure = true;
    else if (code < 128 && inAmounts[code] !== 1) return false;
  }
  return hasFigure;
}

const minus = '-'.charCodeAt(0);
const point = '.'.charCodeAt(0);
const comma = ','.charCodeAt(0);
const pound = '£'.charCodeAt(0);
const zero = '0'.charCodeAt(0);
const isFigure = (code: number): boolean => code >= zero && code <= zero + 9;
/** Signs of ASCII that may stand in an amount besides figures: the letters are those of CR, DR, GBP and of the E in `1.2E+06`. */
const inAmounts = new Uint8Array(128);
for (const sign of '\t\n\v\f\r ()+,-.?crdgbpeCRDGBPE') inAmounts[sign.charCodeAt(0)] = 1;

const noRepairs: readonly Repair[] = [];
const currencyRepaired: readonly Repair[] = ['currency'];
const mostFigures = 11;

/**
 * `1234.5`, `-1,234.50` or `£1,234`, as most cells are, sign by sign and without trying any pattern; exact, as no number of so many
 * figures is rounded.
 */
function plain(text: string): ReadAmount | undefined {
  const end = text.length;
  const isNegative = text.charCodeAt(0) === minus;
  let at = isNegative ? 1 : 0;
  const hasPound = text.charCodeAt(at) === pound;
  if (hasPound) at += 1;
  let [units, figures, sinceComma, hasComma] = [0, 0, 0, false];
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (isFigure(code)) {
      units = units * 10 + code - zero;
      figures += 1;
      sinceComma += 1;
    } else if (code === comma && (hasComma ? sinceComma === 3 : figures > 0 && figures <= 3)) {
      hasComma = true;
      sinceComma = 0;
    } else break;
  }
  if (figures === 0 || figures > mostFigures || (hasComma && sinceComma !== 3)) return undefined;
  let decimals = 0;
  if (at < end && text.charCodeAt(at) === point)
    for (at += 1; at < end && decimals < 2 && isFigure(text.charCodeAt(at)); at += 1, decimals += 1)
      units = units * 10 + text.charCodeAt(at) - zero;
  if (at < end) return undefined;
  const inPence = units * (decimals === 0 ? 100 : decimals === 1 ? 10 : 1);
  return {
    amount: pence(BigInt(isNegative ? 0 - inPence : inPence)),
    repairs: hasPound ? currencyRepaired : noRepairs,
  };
}

type Dress = Readonly<{ form: RegExp; repair?: Repair; negates: boolean }>;
/** What may stand around the figures, each taken away once, in this order. */
const dresses: readonly Dress[] = [
  { form: /^\((.+)\)$/u, repair: 'brackets', negates: true },
  { form: /^(.+?)\s*[-−–]$/u, repair: 'trailing-minus', negates: true },
  { form: /^(.+?)\s*CR$/iu, repair: 'credit-mark', negates: true },
  { form: /^(.+?)\s*DR$/iu, repair: 'credit-mark', negates: false },
];
const minusBefore: Dress = { form: /^[-−–]\s*(.+)$/u, negates: true };
const currencies: readonly Dress[] = [
  { form: /^(?:Â?£|GBP)\s*(.+)$/iu, repair: 'currency', negates: false },
  { form: /^(.+?)\s*(?:£|GBP)$/iu, repair: 'currency', negates: false },
  { form: /^[\u{fffd}?]\s*(.+)$/u, repair: 'lost-sign', negates: false },
];
const innerBrackets: Dress = { form: /^\((.+)\)$/u, repair: 'brackets', negates: true };

/** A hundred thousand millions: no council pays so much, and a number as long is somebody’s reference. */
const tooManyPounds = 100_000_000_000n;

const figures = /^(\d{1,3}(?:[, \u{a0}]\d{3})+|\d+)?(?:\.(\d*))?$/u;

function dressed(written: string): ReadAmount | undefined {
  let text = written;
  let negative = false;
  const found = new Set<Repair>();
  const take = ({ form, repair, negates }: Dress): boolean => {
    const match = form.exec(text);
    if (match === null) return false;
    text = (match[1] ?? '').trim();
    if (repair !== undefined) found.add(repair);
    if (negates) negative = !negative;
    return true;
  };
  for (const dress of dresses) take(dress);
  const hadMinus = take(minusBefore);
  for (const currency of currencies) take(currency);
  // `£-12` has its minus behind the sign.
  if (!hadMinus) take(minusBefore);
  take(innerBrackets);

  const digits = figures.exec(text);
  if (digits === null) return scientific(text, negative);
  const [, whole = '', decimals = ''] = digits;
  if (whole === '' && decimals === '') return undefined;
  const units = BigInt(whole.replaceAll(/\D/g, '') || '0');
  if (units >= tooManyPounds) return undefined;
  const { hundredths, apart } = toPence(decimals);
  if (apart !== undefined) found.add('part-pence');
  return signed(units * 100n + hundredths, apart, negative, [...found]);
}

const signed = (
  amount: bigint,
  apart: Fraction | undefined,
  negative: boolean,
  repaired: readonly Repair[],
): ReadAmount => ({
  amount: pence(negative ? 0n - amount : amount),
  repairs: repaired,
  ...(apart && { apart: negative ? negateFraction(apart) : apart }),
});

/** Half a penny goes up, as money is rounded away from nothing; `apart` is what is written beyond that. */
function toPence(decimals: string): Readonly<{ hundredths: bigint; apart?: Fraction }> {
  const hundredths = BigInt(decimals.slice(0, 2).padEnd(2, '0'));
  const rest = decimals.slice(2);
  if (/^0*$/.test(rest)) return { hundredths };
  const up = rest.charAt(0) >= '5' ? 1n : 0n;
  const parts = 10n ** BigInt(rest.length);
  return { hundredths: hundredths + up, apart: fraction(BigInt(rest) - up * parts, parts) };
}

/** What a spreadsheet writes of a large amount, `1.2E+06`, holds no pence: it is read only where it loses none. */
function scientific(text: string, negative: boolean): ReadAmount | undefined {
  const match = /^(\d)(?:\.(\d+))?E\+?(\d{1,2})$/iu.exec(text);
  if (match === null) return undefined;
  const [, unit = '', decimals = '', exponent = '0'] = match;
  const places = Number(exponent);
  if (places > 10) return undefined;
  const shifted = `${unit}${decimals}`.padEnd(places + 1, '0');
  const { hundredths, apart } = toPence(shifted.slice(places + 1));
  return signed(BigInt(shifted.slice(0, places + 1)) * 100n + hundredths, apart, negative, ['part-pence']);
}
