import { studentBelow } from './student-t.ts';

/** What is seen of the future: the middle, and the ends between which it lies with the stated probability. */
export type Outlook = Readonly<{ low: number; middle: number; high: number }>;

/**
 * A weighted sum of figures to come: `weights[0]` is the weight of the next one. The figure three periods from now is
 * `[0, 0, 1]`; what the rest of a year brings is `[1, 1, 1]`.
 */
export type Wanted = readonly number[];

/**
 * Exponential smoothing with drift (the ARIMA(0,1,1) model with drift, of which a straight trend and a random walk with drift
 * are the two ends), with seasonal levels where `seasons` is above 1. Nobody knows how quickly old readings lose their weight,
 * so every smoothing weight from 0 to 1 by tenths is fitted and counts by how well it explains what was seen; the answer is the
 * mixture of their predictions, each a Student’s t that carries the uncertainty of its level, drift and seasons. With as few
 * readings as it can be fitted to its intervals are honestly wide. Undefined with fewer: it needs two more than it fits.
 */
export function lookAhead(
  seen: readonly number[],
  wanted: Wanted,
  { seasons = 1, within }: Readonly<{ seasons?: number; within: number }>,
): Outlook | undefined {
  const unknowns = 1 + seasons;
  if (seen.length < unknowns + 2) return undefined;
  const fits = smoothingWeights.flatMap((weight) => fit(seen, wanted, seasons, weight) ?? []);
  const best = Math.max(...fits.map(({ logWeight }) => logWeight));
  const mixture = fits
    .map((each) => ({ ...each, share: Math.exp(each.logWeight - best) }))
    .filter(({ share }) => share > 1e-6);
  if (mixture.length === 0) return undefined;
  const tail = (1 - within) / 2;
  const below = studentBelow(seen.length - unknowns);
  const at = (part: number) => quantile(mixture, below, part);
  return { low: at(tail), middle: at(0.5), high: at(1 - tail) };
}

const smoothingWeights = Array.from({ length: 11 }, (_, index) => index / 10);

type Fit = Readonly<{ middle: number; scale: number; logWeight: number }>;

/** One smoothing weight: least squares of what is left over once each column has been smoothed. */
function fit(seen: readonly number[], wanted: Wanted, seasons: number, weight: number): Fit | undefined {
  const columns = columnsOf(seen.length + wanted.length, seasons);
  const observed = smooth(seen, weight);
  const known = columns.map((column) => smooth(column.slice(0, seen.length), weight));
  const products = known.map(({ surprises: a }) => known.map(({ surprises: b }) => dot(a, b)));
  const solved = solve(
    products,
    known.map(({ surprises }) => dot(surprises, observed.surprises)),
  );
  if (solved === undefined) return undefined;
  const residual = observed.surprises.reduce((sum, surprise, time) => {
    const off =
      surprise -
      dot(
        solved.answer,
        known.map(({ surprises }) => surprises[time] ?? 0),
      );
    return sum + off * off;
  }, 0);
  const freedom = seen.length - columns.length;
  const total = wanted.reduce((sum, each) => sum + each, 0);
  const ahead = columns.map(
    (column, index) => dot(wanted, column.slice(seen.length)) - total * (known[index]?.level ?? 0),
  );
  const middle = total * observed.level + dot(solved.answer, ahead);
  const uncertain = shockVariance(wanted, weight) + dot(ahead, solve(products, ahead)?.answer ?? []);
  const variance = Math.max(residual / freedom, 1e-18);
  const logWeight = -0.5 * solved.logDeterminant - 0.5 * freedom * Math.log(variance);
  return { middle, scale: Math.sqrt(variance * uncertain), logWeight };
}

/** Level (one for each season) and drift, as columns over all times. */
function columnsOf(times: number, seasons: number): readonly (readonly number[])[] {
  const each = Array.from({ length: times }, (_, time) => time);
  const levels = Array.from({ length: seasons }, (_, season) =>
    each.map((time) => (season === 0 || time % seasons === season ? 1 : 0)),
  );
  return [...levels, each];
}

/** What smoothing does not foresee of each value in turn, and the level it ends with. */
function smooth(
  values: readonly number[],
  weight: number,
): Readonly<{ surprises: readonly number[]; level: number }> {
  let level = 0;
  const surprises = values.map((value) => {
    const surprise = value - level;
    level += weight * surprise;
    return surprise;
  });
  return { surprises, level };
}

/** How the shocks to come add up in the sum that is wanted: each stays, by the smoothing weight, in all that follow it. */
function shockVariance(wanted: Wanted, weight: number): number {
  let after = 0;
  let variance = 0;
  for (const each of wanted.toReversed()) {
    variance += (each + weight * after) ** 2;
    after += each;
  }
  return variance;
}

/** A loop and no `reduce`: it is most of the work of a forecast. */
function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

/** The solution of symmetric equations, by elimination, with the logarithm of their determinant; undefined where they are no more than so many. */
function solve(
  rows: readonly (readonly number[])[],
  right: readonly number[],
): Readonly<{ answer: readonly number[]; logDeterminant: number }> | undefined {
  const size = rows.length;
  const work = rows.map((row, index) => [...row, right[index] ?? 0]);
  let logDeterminant = 0;
  for (let column = 0; column < size; column += 1) {
    const pivotRow = work[column] ?? [];
    const pivot = pivotRow[column] ?? 0;
    if (!(pivot > 1e-9 * Math.max(1, rows[column]?.[column] ?? 0))) return undefined;
    logDeterminant += Math.log(pivot);
    for (const row of work.slice(column + 1)) {
      const factor = (row[column] ?? 0) / pivot;
      for (let place = column; place <= size; place += 1)
        row[place] = (row[place] ?? 0) - factor * (pivotRow[place] ?? 0);
    }
  }
  const answer = Array.from({ length: size }, () => 0);
  for (let column = size - 1; column >= 0; column -= 1) {
    const row = work[column] ?? [];
    const rest = answer.reduce(
      (sum, each, place) => (place > column ? sum + each * (row[place] ?? 0) : sum),
      0,
    );
    answer[column] = ((row[size] ?? 0) - rest) / (row[column] ?? 1);
  }
  return { answer, logDeterminant };
}

type Share = Fit & Readonly<{ share: number }>;

/** Where so much of a mixture lies below: a chord between two ends, drawn again (the Illinois way). */
function quantile(mixture: readonly Share[], below: (t: number) => number, part: number): number {
  const whole = mixture.reduce((sum, { share }) => sum + share, 0);
  const off = (value: number) =>
    mixture.reduce((sum, { middle, scale, share }) => sum + share * below((value - middle) / scale), 0) /
      whole -
    part;
  const widest = Math.max(...mixture.map(({ scale }) => scale));
  let [low, high] = [
    Math.min(...mixture.map(({ middle }) => middle)) - 20 * widest,
    Math.max(...mixture.map(({ middle }) => middle)) + 20 * widest,
  ];
  let [offLow, offHigh] = [off(low), off(high)];
  for (let step = 0; step < 60 && high - low > 1e-5 * widest; step += 1) {
    const chord = step % 3 === 2 ? (low + high) / 2 : (low * offHigh - high * offLow) / (offHigh - offLow);
    const offChord = off(chord);
    if (Math.abs(offChord) < 1e-7) return chord;
    if (offChord < 0) {
      [low, offLow, offHigh] = [chord, offChord, offHigh / 2];
    } else {
      [high, offHigh, offLow] = [chord, offChord, offLow / 2];
    }
  }
  return (low + high) / 2;
}
