import { addDays, daysBetween, type IsoDate } from '#platform/kernel';
import { categories, departments, purposes, supplierOf } from './names.ts';
import { randomOf } from './random.ts';
import type { FileTruth } from './truth.ts';

export type FileAsked = Readonly<{
  rows: number;
  seed: number;
  /** The name of the body that paid, as it stands on every row. */
  body: string;
  from: IsoDate;
  to: IsoDate;
}>;

export const cleanHeadings =
  'Body Name,Payment Date,Supplier Name,Transaction Number,Net Amount,Department,Expenditure Category,Purpose';

const pieceRows = 4000;

/**
 * A file of payments as every file should be: UTF-8, one row of headings, ISO 8601 days in their order, amounts with two decimals.
 * It comes in pieces and is never whole in memory; once the last piece is taken `truth` says what it comes to.
 */
export function cleanFile({ rows, seed, body, from, to }: FileAsked): Readonly<{
  pieces: Iterable<string>;
  truth: () => FileTruth;
}> {
  const random = randomOf(seed);
  const days = daysBetween(from, to) + 1;
  const dates = Array.from({ length: days }, (_, day) => addDays(from, day));
  const names = suppliersNames(rows);
  const ends = rowEnds();
  const pennies = Array.from({ length: 100 }, (_, penny) => `.${String(penny).padStart(2, '0')}`);
  const payer = quoted(body);
  let pence = 0;
  function* pieces(): Generator<string> {
    let piece = `${cleanHeadings}\r\n`;
    for (let row = 0; row < rows; row += 1) {
      const size = amountOf(random.share());
      // One payment in fifty is a credit.
      const isCredit = random.below(50) === 0;
      pence += isCredit ? 0 - size : size;
      const shared = random.share();
      const name = names[Math.floor(shared * shared * shared * names.length)] ?? '';
      const pounds = `${isCredit ? '-' : ''}${Math.floor(size / 100)}${pennies[size % 100] ?? ''}`;
      const date = dates[Math.floor((row * days) / rows)] ?? from;
      piece += `${payer},${date},${name},${1_000_001 + row},${pounds},${ends[random.below(ends.length)] ?? ''}`;
      if (row % pieceRows === pieceRows - 1) {
        yield piece;
        piece = '';
      }
    }
    yield piece;
  }
  const none = rows === 0;
  return {
    pieces: pieces(),
    truth: () => ({
      rowsIn: rows,
      payments: rows,
      setAside: 0,
      reasons: {},
      pence,
      penceSetAside: 0,
      from: none ? null : from,
      to: none ? null : (dates[Math.floor(((rows - 1) * days) / rows)] ?? to),
    }),
  };
}

/** Pence of a payment: most are of hundreds of pounds, a few of more than a hundred thousand. */
export function amountOf(share: number): number {
  const fourth = share * share * share * share;
  return 50_001 + Math.floor(fourth * fourth * share * 15_000_000);
}

/** One supplier for about twenty payments, as councils have. */
export const suppliersFor = (rows: number): number => Math.max(12, Math.ceil(rows / 20));

function suppliersNames(rows: number): readonly string[] {
  const most = Math.min(suppliersFor(rows), 400_000);
  return Array.from({ length: most }, (_, number) => quoted(supplierOf(number).name));
}

function rowEnds(): readonly string[] {
  return departments.flatMap(([department]) =>
    categories.flatMap((category) =>
      purposes.map((purpose) => `${quoted(department)},${quoted(category)},${quoted(purpose)}\r\n`),
    ),
  );
}

export const quoted = (cell: string, delimiter = ','): string =>
  cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
