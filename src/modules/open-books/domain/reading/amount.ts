import { type Money, pence } from '#platform/kernel';

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

export type ReadAmount = Readonly<{ amount: Money; repairs: readonly Repair[] }>;

/**
 * Reads an amount of pounds as councils’ files write it, to the penny: with or without thousands’ commas, currency sign, minus
 * before or after, brackets or CR for a credit. Undefined where it is no amount; an empty cell is none.
 */
export function readAmount(written: string): ReadAmount | undefined {
  const text = written.trim();
  if (text.length === 0 || text.length > 40 || !mayBeAmount(text)) return undefined;
  return plain(text) ?? dressed(text);
}

/** Millions of cells are words, days and references: without a figure, or with a sign that no amount has, there is nothing to try. */
function mayBeAmount(text: string): boolean {
  let hasFigure = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= zero && code <= zero + 9) hasFigure = true;
    else if (code < 128 && inAmounts[code] !== 1) return false;
  }
  return hasFigure;
}

const minus = '-'.charCodeAt(0);
const point = '.'.charCodeAt(0);
const zero = '0'.charCodeAt(0);
/** Signs of ASCII that may stand in an amount besides figures: the letters are those of CR, DR, GBP and of the E in `1.2E+06`. */
const inAmounts = new Uint8Array(128);
for (const sign of '\t\n\v\f\r ()+,-.?crdgbpeCRDGBPE') inAmounts[sign.charCodeAt(0)] = 1;

const noRepairs: readonly Repair[] = [];
const mostFigures = 11;

/** `1234.5`, with or without a minus before it, as most cells are; exact, as no number of so many figures is rounded. */
function plain(text: string): ReadAmount | undefined {
  const from = text.charCodeAt(0) === minus ? 1 : 0;
  let [units, pointAt] = [0, text.length];
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= zero && code <= zero + 9) units = units * 10 + code - zero;
    else if (code === point && pointAt === text.length) pointAt = at;
    else return undefined;
  }
  const decimals = Math.max(0, text.length - pointAt - 1);
  if (pointAt === from || pointAt - from > mostFigures || decimals > 2) return undefined;
  const inPence = units * (decimals === 0 ? 100 : decimals === 1 ? 10 : 1);
  return { amount: pence(BigInt(from === 1 ? 0 - inPence : inPence)), repairs: noRepairs };
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
  const { hundredths, isRounded } = toPence(decimals);
  if (isRounded) found.add('part-pence');
  const amount = units * 100n + hundredths;
  return { amount: pence(negative ? 0n - amount : amount), repairs: [...found] };
}

/** Half a penny goes up, as money is rounded away from nothing. */
function toPence(decimals: string): Readonly<{ hundredths: bigint; isRounded: boolean }> {
  const hundredths = BigInt(decimals.slice(0, 2).padEnd(2, '0'));
  const rest = decimals.slice(2);
  if (/^0*$/.test(rest)) return { hundredths, isRounded: false };
  return { hundredths: hundredths + (rest.charAt(0) >= '5' ? 1n : 0n), isRounded: true };
}

/** What a spreadsheet writes of a large amount, `1.2E+06`, holds no pence: it is read only where it loses none. */
function scientific(text: string, negative: boolean): ReadAmount | undefined {
  const match = /^(\d)(?:\.(\d+))?E\+?(\d{1,2})$/iu.exec(text);
  if (match === null) return undefined;
  const [, unit = '', decimals = '', exponent = '0'] = match;
  const places = Number(exponent);
  if (places > 10) return undefined;
  const shifted = `${unit}${decimals}`.padEnd(places + 1, '0');
  const amount = BigInt(shifted.slice(0, places + 1)) * 100n + toPence(shifted.slice(places + 1)).hundredths;
  return { amount: pence(negative ? 0n - amount : amount), repairs: ['part-pence'] };
}
