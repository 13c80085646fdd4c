import { addDays, daysBetween } from '#platform/kernel';
import { amountForms, plainAmount } from './amount-forms.ts';
import { amountOf, type FileAsked, suppliersFor } from './clean.ts';
import type { MadeRole } from './headings.ts';
import {
  categories,
  departments,
  purposes,
  redactions,
  supplierOf,
  trickyNames,
  writtenOtherwise,
} from './names.ts';
import type { Random } from './random.ts';
import type { Shape } from './shape.ts';
import type { RowTruth } from './truth.ts';

/** What is true of a row, but for its line. */
export type Told = RowTruth extends infer Each ? (Each extends RowTruth ? Omit<Each, 'line'> : never) : never;
export type PaymentTold = Extract<Told, { kind: 'payment' }>;

/** A row as it is to be written: its cells column by column, which of them stand without quotation marks, and what is true. */
export type MadeRow = Readonly<{ cells: readonly string[]; bare?: string; truth: Told | undefined }>;

type Cells = Readonly<Partial<Record<MadeRole, string>>>;

/** The cells of a row, each in its column. */
function placed(shape: Shape, cells: Cells, random: Random): readonly string[] {
  return shape.columns.map(({ holds }) => {
    if (holds === 'empty') return '';
    return holds === 'stray' ? random.pick(['B1', 'B2', 'Y', '']) : (cells[holds] ?? '');
  });
}

/** One payment and its row, the way this file writes such rows. */
export function paymentRow(asked: FileAsked, shape: Shape, row: number, random: Random): MadeRow {
  const pence = amountOf(random.share()) * (random.below(30) === 0 ? -1 : 1);
  const on = addDays(asked.from, Math.floor((row * (daysBetween(asked.from, asked.to) + 1)) / asked.rows));
  const { name, payee, companyNumber } = payeeOf(asked.rows, shape, random);
  const [department, ...services] = random.pick(departments);
  const days = shape.has('no-days') && random.chance(0.02) ? undefined : shape.date.known(on);
  const multiline = shape.has('quotes') && random.chance(0.05);
  const cells: Cells = {
    'body-name': asked.body,
    date: days === undefined && shape.date.known(on) !== undefined ? '' : shape.date.write(on),
    supplier: name,
    transaction: `T-${100_000 + row}`,
    amount: written(pence, shape, random),
    gross: plainAmount(Math.round(pence * 1.2)),
    vat: plainAmount(Math.round(pence * 1.2) - pence),
    department,
    service: random.pick(services),
    category: random.pick(categories),
    purpose: multiline ? 'Illustrative works\r\nat the depot' : random.pick(purposes),
    'supplier-id': payee === null ? '' : `S${payee.slice(6)}`,
    'company-number': companyNumber,
    kind: random.pick(['Revenue', 'Revenue', 'Capital']),
  };
  const truth: PaymentTold = {
    kind: 'payment',
    pence,
    from: days?.[0] ?? null,
    to: days?.[1] ?? null,
    supplier: name.trim(),
    payee,
    repeats: null,
    isSpoilt: false,
  };
  return spoilt({ cells: placed(shape, cells, random), truth }, truth, shape, random);
}

/** Now and then a name with a comma is written without quotation marks, or one mark opens and never closes. */
function spoilt(row: MadeRow, truth: PaymentTold, shape: Shape, random: Random): MadeRow {
  if (!shape.has('quotes') || shape.delimiter !== ',' || truth.payee === null || !random.chance(0.02))
    return row;
  const bare = random.pick(['Example Oak, Heron and Partners', '"Example Unclosed Works']);
  const cells = row.cells.map((cell, at) => (shape.columns[at]?.holds === 'supplier' ? bare : cell));
  return { cells, bare, truth: { ...truth, supplier: bare, payee: `payee-${bare}`, isSpoilt: true } };
}

function payeeOf(rows: number, shape: Shape, random: Random) {
  if (shape.has('redactions') && random.chance(0.15))
    return { name: random.pick(redactions), payee: null, companyNumber: '' };
  if (shape.has('names') && random.chance(0.1)) {
    const name = random.pick(trickyNames);
    return { name, payee: `payee-${name}`, companyNumber: '' };
  }
  const supplier = supplierOf(Math.floor(random.share() ** 3 * suppliersFor(rows)));
  const name = shape.has('names') ? writtenOtherwise(supplier, random) : supplier.name;
  return { name, payee: supplier.id, companyNumber: supplier.companyNumber };
}

function written(pence: number, shape: Shape, random: Random): string {
  if (!shape.has('amounts')) return plainAmount(pence);
  const usual = amountForms[shape.amount % amountForms.length] ?? plainAmount;
  return (random.chance(0.85) ? usual : random.pick(amountForms))(pence, random);
}

/** A total of the payments before it, with the word or without, in whichever column. */
export function totalRow(shape: Shape, pence: number, random: Random): MadeRow {
  const amount = written(pence, shape, random);
  const word = random.pick(['Total', 'TOTAL', 'Grand Total', 'Total:', 'Sub-total', 'Total Spend', '']);
  const cells: Cells = {
    amount,
    gross: plainAmount(Math.round(pence * 1.2)),
    vat: plainAmount(Math.round(pence * 1.2) - pence),
    [random.pick(['supplier', 'date'] as const)]: word,
  };
  const row = shape.columns.map(({ holds }) =>
    holds === 'empty' || holds === 'stray' ? '' : (cells[holds] ?? ''),
  );
  return { cells: row, truth: { kind: 'set-aside', reason: 'total', pence } };
}

export function noteRow(random: Random): MadeRow {
  const cells = random.pick([
    ['Illustrative figures, made up'],
    ['Page 2 of 7'],
    ['Prepared by', 'the finance office'],
    ['End of report'],
  ]);
  return { cells, truth: { kind: 'set-aside', reason: 'note', pence: null } };
}

/** A payment that cannot be read, for a reason its row shows. */
export function gapRow(made: MadeRow, shape: Shape, random: Random): MadeRow {
  if (made.truth?.kind !== 'payment' || made.truth.isSpoilt) return made;
  const { pence } = made.truth;
  const having = (role: MadeRole, text: string): readonly string[] =>
    made.cells.map((cell, at) => (shape.columns[at]?.holds === role ? text : cell));
  const amountAt = shape.columns.findIndex(({ holds }) => holds === 'amount');
  const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length;
  switch (random.below(5)) {
    case 0: {
      const cells = having('amount', '');
      return {
        cells,
        truth: { kind: 'set-aside', reason: filled(cells) <= 2 ? 'note' : 'no-amount', pence: null },
      };
    }
    case 1:
      return {
        cells: having('amount', 'REDACTED'),
        truth: { kind: 'set-aside', reason: 'amount-withheld', pence: null },
      };
    case 2:
      return {
        cells: having('amount', 'see note'),
        truth: { kind: 'set-aside', reason: 'amount-not-read', pence: null },
      };
    case 3:
      return {
        cells: having('date', random.pick(['31/02/2024', 'to be confirmed', '2024-13-45'])),
        truth: { kind: 'set-aside', reason: 'date-not-read', pence },
      };
    default: {
      const cells = made.cells.slice(0, amountAt);
      if (filled(cells) <= 2) return made;
      return { cells, truth: { kind: 'set-aside', reason: 'too-few-cells', pence: null } };
    }
  }
}
