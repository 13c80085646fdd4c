import {
  addFractions,
  addMoney,
  type Fraction,
  type IsoDate,
  type Money,
  noMoney,
  subtractMoney,
  zero,
} from '#platform/kernel';
import { daysOf, type Reason, reasons, type RowRead } from './read-row.ts';

/** A total that the file itself states, and whether the rows add up to it. */
export type ControlTotal = Readonly<{
  line: number;
  stated: Money;
  /** The sum of the rows read as payments: all of them so far, or those since the last total, whichever agrees or is nearer. */
  found: Money;
  agrees: boolean;
}>;

/** What a table came to: every row is in it once, and every penny. */
export type Tally = Readonly<{
  rowsIn: number;
  rowsUnderstood: number;
  rowsSetAside: number;
  reasons: Readonly<Partial<Record<Reason, number>>>;
  understood: Money;
  setAside: Money;
  from: IsoDate | undefined;
  to: IsoDate | undefined;
  controlTotals: readonly ControlTotal[];
  /** Payments that were rounded to the penny, and what their rows write beyond that, in pence. */
  rounded: Readonly<{ rows: number; apart: Fraction }>;
}>;

/** Payments that follow one another, counted already. */
export type Stretch = Readonly<{ rows: number; pence: Money; from: IsoDate | null; to: IsoDate | null }>;

/** Counts rows in their order, as they are read. Blank ones are no rows. */
export type Counting = Readonly<{
  add(line: number, read: RowRead): void;
  addStretch(stretch: Stretch): void;
  so(): Tally;
}>;

export function tally(): Counting {
  let [rowsIn, rowsUnderstood] = [0, 0];
  let [understood, setAside, sinceTotal] = [noMoney, noMoney, noMoney];
  let [from, to]: [IsoDate | undefined, IsoDate | undefined] = [undefined, undefined];
  let rounded: Tally['rounded'] = { rows: 0, apart: zero };
  const counts = new Map<Reason, number>();
  const controlTotals: ControlTotal[] = [];
  const addStretch = (stretch: Stretch): void => {
    rowsIn += stretch.rows;
    rowsUnderstood += stretch.rows;
    understood = addMoney(understood, stretch.pence);
    sinceTotal = addMoney(sinceTotal, stretch.pence);
    if (stretch.from !== null && (from === undefined || stretch.from < from)) from = stretch.from;
    if (stretch.to !== null && (to === undefined || stretch.to > to)) to = stretch.to;
  };
  return {
    addStretch,
    add(line, read) {
      if (read.kind === 'blank') return;
      if (read.kind === 'payment') {
        const { amount, paid, apart } = read.payment;
        if (apart !== undefined)
          rounded = { rows: rounded.rows + 1, apart: addFractions(rounded.apart, apart) };
        const [first, last] = daysOf(paid) ?? [null, null];
        return addStretch({ rows: 1, pence: amount, from: first, to: last });
      }
      rowsIn += 1;
      counts.set(read.reason, (counts.get(read.reason) ?? 0) + 1);
      if (read.amount === undefined) return;
      setAside = addMoney(setAside, read.amount);
      if (read.reason !== 'total') return;
      controlTotals.push(controlTotal(line, read.amount, [understood, sinceTotal]));
      sinceTotal = noMoney;
    },
    so: () => ({
      rowsIn,
      rowsUnderstood,
      rowsSetAside: rowsIn - rowsUnderstood,
      reasons: Object.fromEntries(
        (Object.keys(reasons) as Reason[]).flatMap((reason) =>
          counts.has(reason) ? [[reason, counts.get(reason)]] : [],
        ),
      ),
      understood,
      setAside,
      from,
      to,
      controlTotals,
      rounded,
    }),
  };
}

function controlTotal(line: number, stated: Money, sums: readonly [Money, Money]): ControlTotal {
  const apart = (sum: Money): bigint => {
    const difference = subtractMoney(sum, stated);
    return difference < 0n ? 0n - difference : difference;
  };
  const found = apart(sums[1]) < apart(sums[0]) ? sums[1] : sums[0];
  return { line, stated, found, agrees: found === stated };
}
