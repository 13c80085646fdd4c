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
  let text = written.trim();
  if (text.length === 0 || text.length > 40) return undefined;
  const found = new Set<Repair>();
  let negative = false;
  const take = (pattern: RegExp, repair: Repair, negates: boolean): void => {
    const match = pattern.exec(text);
    if (match === null) return;
    text = (match[1] ?? '').trim();
    found.add(repair);
    if (negates) negative = !negative;
  };
  take(/^\((.+)\)$/u, 'brackets', true);
  take(/^(.+?)\s*[-−–]$/u, 'trailing-minus', true);
  take(/^(.+?)\s*CR$/iu, 'credit-mark', true);
  take(/^(.+?)\s*DR$/iu, 'credit-mark', false);
  const minus = /^[-−–]\s*(.+)$/u.exec(text);
  if (minus !== null) {
    negative = !negative;
    text = minus[1] ?? '';
  }
  take(/^(?:Â?£|GBP)\s*(.+)$/iu, 'currency', false);
  take(/^(.+?)\s*(?:£|GBP)$/iu, 'currency', false);
  take(/^[\u{fffd}?]\s*(.+)$/u, 'lost-sign', false);
  const minusInside = minus === null ? /^[-−–]\s*(.+)$/u.exec(text) : null;
  if (minusInside !== null) {
    negative = !negative;
    text = minusInside[1] ?? '';
  }
  take(/^\((.+)\)$/u, 'brackets', true);

  const digits = /^(\d{1,3}(?:[, \u{a0}]\d{3})+|\d+)?(?:\.(\d*))?$/u.exec(text);
  if (digits === null) return scientific(text, negative);
  const [, whole = '', decimals = ''] = digits;
  if (whole === '' && decimals === '') return undefined;
  const units = BigInt(whole.replaceAll(/\D/g, '') || '0');
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
  if (places > 12) return undefined;
  const shifted = `${unit}${decimals}`.padEnd(places + 1, '0');
  const amount = BigInt(shifted.slice(0, places + 1)) * 100n + toPence(shifted.slice(places + 1)).hundredths;
  return { amount: pence(negative ? 0n - amount : amount), repairs: ['part-pence'] };
}
