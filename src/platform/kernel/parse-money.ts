import { formatMoney, greatestMoney, type Money, pence } from './money.ts';
import { never, ok, refuse, type Result } from './result.ts';
import { capitalise } from './text.ts';

export type MoneyRefusal = 'empty' | 'not-money' | 'part-of-a-penny' | 'misplaced-comma' | 'too-large';

const inPounds = /^£?([\d,]*)(?:\.(\d+))?$/;
const inPence = /^(\d+)p$/i;
/** No amount up to the greatest is typed in more characters; a longer text is not worth reading. */
const longestTyped = 40;
const groupedInThrees = /^(?:\d+|\d{1,3}(?:,\d{3})+)$/;

/**
 * Money as people type it and as spreadsheets write it: `£42,840.00`, `1,234.5`, `30p`, `-£600`, `−600`,
 * `(1,234.50)`. A comma may only part thousands, since `1,50` and `1.234,50` mean different things to
 * different readers.
 */
export function parseMoney(text: string): Result<Money, MoneyRefusal> {
  const typed = text.replaceAll(/\s+/gu, ' ').trim();
  if (typed === '') return refuse('empty');
  if (typed.length > longestTyped) return refuse('too-large');
  const { negative, size } = readSign(typed);
  const amount = readSize(size);
  if (!amount.ok) return amount;
  if (amount.value > greatestMoney) return refuse('too-large');
  return ok(pence(negative ? -amount.value : amount.value));
}

function readSign(typed: string): { negative: boolean; size: string } {
  const bracketed = /^\((.+)\)$/.exec(typed)?.[1];
  if (bracketed !== undefined) return { negative: true, size: bracketed.trim() };
  const [, pound = '', size] = /^(£?) ?[-−] ?(.+)$/.exec(typed) ?? [];
  if (size !== undefined) return { negative: true, size: pound + size };
  return { negative: false, size: typed.replace(/^£ /, '£') };
}

function readSize(size: string): Result<bigint, MoneyRefusal> {
  const penceOnly = inPence.exec(size)?.[1];
  if (penceOnly !== undefined) return ok(BigInt(penceOnly));
  const [, whole, fraction = ''] = inPounds.exec(size) ?? [];
  if (whole === undefined || whole + fraction === '') return refuse('not-money');
  if (whole !== '' && !groupedInThrees.test(whole)) return refuse('misplaced-comma');
  if (fraction.length > 2) return refuse('part-of-a-penny');
  return ok(BigInt(whole.replaceAll(',', '') || '0') * 100n + BigInt(fraction.padEnd(2, '0')));
}

/** The sentence beside the box. `name` is how the page calls the amount, `the contribution`. */
export function explainMoney(name: string, refusal: MoneyRefusal): string {
  const subject = capitalise(name);
  switch (refusal) {
    case 'empty':
      return `Enter ${name}`;
    case 'not-money':
      return `${subject} must be an amount of money, like 42,840 or 42,840.50`;
    case 'part-of-a-penny':
      return `${subject} must be in whole pence, with at most two digits after the point`;
    case 'misplaced-comma':
      return `${subject} must use commas only between thousands, like 1,250, and a point before the pence`;
    case 'too-large':
      return `${subject} must be no more than ${formatMoney(greatestMoney)}`;
    default:
      return never(refusal);
  }
}
