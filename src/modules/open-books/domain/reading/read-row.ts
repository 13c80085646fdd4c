import type { Fraction, IsoDate, Money } from '#platform/kernel';
import { readAmount, type Repair } from './amount.ts';
import { headingRepeats, headingsMoved, readsLikeHeadings } from './find-heading.ts';
import { type PaidOn, readPaidDay } from './paid-day.ts';
import type { Reading } from './understand.ts';
import { cellAt, isBlank, type SourceRow } from './table.ts';

/** One payment as its row gives it. What the row does not say is left empty and never guessed. */
export type Payment = Readonly<{
  line: number;
  amount: Money;
  paid: PaidOn;
  /** The cells of its row, put right where they had moved: what a column holds is for the reading to say. */
  cells: readonly string[];
  repairs: readonly Repair[];
  /** What its row writes beyond the amount, in pence, where that was rounded. */
  apart?: Fraction;
}>;

/** Why a row is not read as a payment. */
export const reasons = {
  total: 'A total, not a payment',
  'repeated-heading': 'The headings again',
  'headings-below': 'The headings themselves, which stand below rows that are read by them',
  'other-headings': 'Other headings than those above: what follows may have other columns',
  note: 'A note or title, with no amount',
  'no-amount': 'The amount is empty',
  'amount-unknown': 'Which column holds the amount is not known yet',
  'amount-withheld': 'The amount is withheld',
  'amount-not-read': 'The amount cannot be read as one',
  'date-not-read': 'The date cannot be read as one',
  'too-few-cells': 'Cells are missing',
  'too-many-cells': 'There are more cells than columns, and which of them belong together cannot be told',
  'table-not-read': 'Its file or sheet was not read as payments',
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
  const prepared = preparedFor(reading);
  const { at } = reading;
  // Whatever else it says, a row with an amount is not headings alone.
  if (isHeading(row, reading) || prepared.repeatsHeading(row))
    if (readAmount(cellAt(row, at.amount)) === undefined)
      return aside(isHeading(row, reading) ? 'headings-below' : 'repeated-heading');
  const total = isTotal(row, at.amount);
  if (total) return aside('total', totalOf(row, at.amount));
  const straight = payment(row, reading);
  const tooMany = hasTooMany(row, reading);
  if (straight !== undefined && !tooMany) return { kind: 'payment', payment: straight };

  const moved = tooMany ? joined(row, reading) : [];
  const [only] = moved;
  if (only !== undefined && moved.length === 1) return { kind: 'payment', payment: only };
  // Something stands beside the table, and nothing says that it came out of it.
  if (straight !== undefined && moved.length === 0) return { kind: 'payment', payment: straight };
  const amount = readAmount(cellAt(row, at.amount))?.amount;
  if (moved.length > 1) return aside('too-many-cells', amount);
  if (amount !== undefined) return aside('date-not-read', amount);
  const filled = row.cells.filter((cell) => cell.trim() !== '').length;
  if (prepared.movesHeadings(row)) return aside('other-headings');
  if (filled <= 2) return aside('note');
  if (readsLikeHeadings(row)) return aside('other-headings');
  if (at.amount !== undefined && row.cells.length <= at.amount) return aside('too-few-cells');
  if (tooMany) return aside('too-many-cells');
  if (at.amount === undefined) return aside('amount-unknown');
  const written = cellAt(row, at.amount);
  if (written === '') return aside('no-amount');
  return aside(/^(?:redact|withheld|confidential)/i.test(written) ? 'amount-withheld' : 'amount-not-read');
}

/** Whether a row reads like other headings: with rows below it, another table begins there. */
export const beginsAnother = (read: RowRead): boolean =>
  read.kind === 'set-aside' && read.reason === 'other-headings';

const aside = (reason: Reason, amount?: Money): RowRead => ({ kind: 'set-aside', reason, amount });

/** The row of headings itself, where rows of data stand above it. */
const isHeading = ({ line }: SourceRow, { heading }: Reading): boolean =>
  heading !== undefined && line >= heading.line && line <= heading.lastLine;

/** What is the same for every row of a file, worked out once. */
type Prepared = Readonly<{
  repeatsHeading: (row: SourceRow) => boolean;
  movesHeadings: (row: SourceRow) => boolean;
}>;
const preparedReadings = new WeakMap<Reading, Prepared>();

function preparedFor(reading: Reading): Prepared {
  const before = preparedReadings.get(reading);
  if (before !== undefined) return before;
  const prepared: Prepared = {
    repeatsHeading: headingRepeats(reading.heading?.headings ?? []),
    movesHeadings: headingsMoved(reading.heading?.headings ?? []),
  };
  preparedReadings.set(reading, prepared);
  return prepared;
}

const none: readonly Repair[] = [];
const strayQuote: readonly Repair[] = ['stray-quote'];

function payment(
  row: SourceRow,
  { at, dayOrder }: Reading,
  repaired: readonly Repair[] = none,
): Payment | undefined {
  const amount = readAmount(cellAt(row, at.amount));
  if (amount === undefined) return undefined;
  const paid: PaidOn | undefined =
    at.date === undefined ? { kind: 'not-given' } : readPaidDay(cellAt(row, at.date), dayOrder);
  if (paid === undefined) return undefined;
  const dated = paid.kind === 'not-given' ? none : paid.repairs;
  const isAsWritten = !row.strayQuote && amount.repairs.length + dated.length + repaired.length === 0;
  return {
    line: row.line,
    amount: amount.amount,
    paid,
    cells: row.cells,
    repairs: isAsWritten
      ? none
      : [...amount.repairs, ...dated, ...(row.strayQuote ? strayQuote : none), ...repaired],
    ...(amount.apart && { apart: amount.apart }),
  };
}

/** The word total and what may be said of it beside: no pattern in it can be tried in more than a few ways. */
const totalWords =
  /^(?:(?:grand|sub|report|overall|monthly|period|net)[\s-]*)?totals?\b[\s:=-]*(?:\(?(?:£|gbp|net|gross|amount|spend|expenditure|excl?\.?\s*vat)\)?\s*)*(?:\(?(?:for|of)\b.{0,60})?[\s:]*$/iu;

/** How each of those begins: of most cells no pattern need be tried. */
const mayBeTotal = (text: string): boolean => 'gsromnpt'.includes(text.charAt(0).toLowerCase());

/** A row of nothing but amounts, or of amounts and the word total. A firm called Total has a date or a purpose beside it. */
function isTotal({ cells }: SourceRow, amountAt: number | undefined): boolean {
  let [figures, texts, hasAmount] = [0, 0, false];
  for (const [at, cell] of cells.entries()) {
    const text = cell.trim();
    if (text === '') continue;
    if (at === amountAt) hasAmount = true;
    if (readAmount(text) === undefined) {
      if (!mayBeTotal(text) || !totalWords.test(text)) return false;
      texts += 1;
    } else if (!/^\d{1,3}$/.test(text)) figures += 1;
  }
  if (figures === 0) return false;
  return texts > 0 || (figures <= 3 && hasAmount);
}

function totalOf(row: SourceRow, amountAt: number | undefined): Money | undefined {
  const below = readAmount(cellAt(row, amountAt));
  if (below !== undefined) return below.amount;
  return row.cells.flatMap((cell) => readAmount(cell)?.amount ?? []).at(-1);
}

/** More cells than the headings have, or than every other row: a comma may have cut one of them in two. */
function hasTooMany({ cells }: SourceRow, { heading, usualCells }: Reading): boolean {
  const width = heading?.headings.length ?? usualCells;
  if (width === undefined || cells.length <= width) return false;
  if (usualCells === width) return true;
  for (let at = width; at < cells.length; at += 1) if ((cells[at] ?? '').trim() !== '') return true;
  return false;
}

/** A comma without quotation marks cuts a cell in two. The ways of joining two that make the row readable, if there are any. */
function joined(row: SourceRow, reading: Reading): readonly Payment[] {
  const width = reading.heading?.headings.length ?? reading.usualCells;
  if (width === undefined) return [];
  const extra = row.cells.length - width;
  if (extra < 1 || extra > 3) return [];
  return Array.from({ length: width }, (_, at) => at).flatMap((at) => {
    const parts = row.cells.slice(at, at + extra + 1);
    // What is joined is text on both sides of the comma: never an amount or a date.
    if (!parts.every((cell) => /\p{L}/u.test(cell))) return [];
    const cells = [...row.cells.slice(0, at), parts.join(','), ...row.cells.slice(at + extra + 1)];
    return payment({ ...row, cells }, reading, ['shifted']) ?? [];
  });
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
