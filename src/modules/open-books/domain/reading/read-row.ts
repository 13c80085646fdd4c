import type { IsoDate, Money } from '#platform/kernel';
import { readAmount, type Repair } from './amount.ts';
import { repeatsHeading } from './find-heading.ts';
import { type PaidOn, readPaidDay } from './paid-day.ts';
import type { Reading } from './understand.ts';
import type { Role } from './roles.ts';
import { cellAt, isBlank, type SourceRow } from './table.ts';

/** One payment as its row gives it. What the row does not say is left empty and never guessed. */
export type Payment = Readonly<{
  line: number;
  amount: Money;
  paid: PaidOn;
  texts: Readonly<Partial<Record<Role, string>>>;
  repairs: readonly Repair[];
}>;

/** Why a row is not read as a payment. */
export const reasons = {
  total: 'A total, not a payment',
  'repeated-heading': 'The headings again',
  note: 'A note or title, with no amount',
  'no-amount': 'The amount is empty',
  'amount-not-read': 'The amount cannot be read as one',
  'date-not-read': 'The date cannot be read as one',
  'too-few-cells': 'Cells are missing',
  'too-many-cells': 'There are more cells than columns, and which of them belong together cannot be told',
} as const;
export type Reason = keyof typeof reasons;

export type RowRead =
  | Readonly<{ kind: 'blank' }>
  | Readonly<{ kind: 'payment'; payment: Payment }>
  /** `amount` is what its amount column says, where that can be read. */
  | Readonly<{ kind: 'set-aside'; reason: Reason; amount: Money | undefined }>;

/** Reads one row of data. Every row is a payment, set aside with its reason, or blank; none is dropped. */
export function readRow(row: SourceRow, reading: Reading): RowRead {
  if (isBlank(row)) return { kind: 'blank' };
  const { heading, at } = reading;
  if (heading !== undefined && repeatsHeading(row, heading.headings)) return aside('repeated-heading');
  const straight = payment(row, reading);
  if (straight !== undefined && !isTotal(row, at.amount)) return { kind: 'payment', payment: straight };

  const amount = readAmount(cellAt(row, at.amount))?.amount;
  if (isTotal(row, at.amount)) return aside('total', totalOf(row));
  const moved = put(row, reading);
  if (moved !== undefined) return { kind: 'payment', payment: moved };
  const filled = row.cells.filter((cell) => cell.trim() !== '').length;
  if (amount === undefined) {
    if (filled <= 2) return aside('note');
    if (at.amount !== undefined && row.cells.length <= at.amount) return aside('too-few-cells');
    if (hasTooMany(row, reading)) return aside('too-many-cells');
    return aside(cellAt(row, at.amount) === '' ? 'no-amount' : 'amount-not-read');
  }
  return aside('date-not-read', amount);
}

const aside = (reason: Reason, amount?: Money): RowRead => ({ kind: 'set-aside', reason, amount });

function payment(
  row: SourceRow,
  { at, dayOrder }: Reading,
  repaired: readonly Repair[] = [],
): Payment | undefined {
  const amount = readAmount(cellAt(row, at.amount));
  if (amount === undefined) return undefined;
  const paid: PaidOn | undefined =
    at.date === undefined ? { kind: 'not-given' } : readPaidDay(cellAt(row, at.date), dayOrder);
  if (paid === undefined) return undefined;
  const texts: Partial<Record<Role, string>> = {};
  for (const [role, place] of Object.entries(at) as [Role, number][])
    if (role !== 'amount' && role !== 'date') texts[role] = cellAt(row, place);
  const dated = paid.kind === 'not-given' ? [] : paid.repairs;
  const quoted: readonly Repair[] = row.strayQuote ? ['stray-quote'] : [];
  return {
    line: row.line,
    amount: amount.amount,
    paid,
    texts,
    repairs: [...amount.repairs, ...dated, ...quoted, ...repaired],
  };
}

const totalWords =
  /^(?:(?:grand|sub|report|overall|monthly|period|net)[\s-]*)?totals?\b[\s:=-]*(?:\(?(?:£|gbp|net|gross|amount|spend|expenditure|for\b.{0,30}|of\b.{0,30}|excl?\.?\s*vat)\)?)*[\s:]*$/iu;

/** A row of nothing but amounts, or of amounts and the word total. A firm called Total has a date or a purpose beside it. */
function isTotal(row: SourceRow, amountAt: number | undefined): boolean {
  const filled = row.cells.map((cell, at) => ({ text: cell.trim(), at })).filter(({ text }) => text !== '');
  const figures = filled.filter(({ text }) => readAmount(text) !== undefined && !/^\d{1,3}$/.test(text));
  const texts = filled.filter(({ text }) => readAmount(text) === undefined);
  if (figures.length === 0) return false;
  if (texts.length === 0) return figures.length <= 3 && filled.some(({ at }) => at === amountAt);
  return texts.every(({ text }) => totalWords.test(text));
}

function totalOf(row: SourceRow): Money | undefined {
  return row.cells.flatMap((cell) => readAmount(cell)?.amount ?? []).at(-1);
}

function hasTooMany(row: SourceRow, { columns, heading }: Reading): boolean {
  const width = heading?.headings.length ?? Math.max(...columns.map(({ at }) => at)) + 1;
  return row.cells.slice(width).some((cell) => cell.trim() !== '');
}

/** A comma without quotation marks cuts a cell in two. Where only one way of joining makes the row readable, it is joined. */
function put(row: SourceRow, reading: Reading): Payment | undefined {
  const width = reading.heading?.headings.length;
  if (width === undefined) return undefined;
  const extra = row.cells.length - width;
  if (extra < 1 || extra > 3) return undefined;
  const readable = Array.from({ length: width }, (_, at) => at).flatMap((at) => {
    const joined = row.cells.slice(at, at + extra + 1);
    // What is joined is text on both sides of the comma: never an amount or a date.
    if (!joined.every((cell) => /\p{L}/u.test(cell))) return [];
    const cells = [...row.cells.slice(0, at), joined.join(','), ...row.cells.slice(at + extra + 1)];
    return payment({ ...row, cells }, reading, ['shifted']) ?? [];
  });
  return readable.length === 1 ? readable[0] : undefined;
}

/** The first and last day a payment tells of. */
export function daysOf(paid: PaidOn): readonly [IsoDate, IsoDate] | undefined {
  switch (paid.kind) {
    case 'day':
      return [paid.on, paid.on];
    case 'period':
      return [paid.from, paid.to];
    case 'not-given':
      return undefined;
    default:
      return paid satisfies never;
  }
}
