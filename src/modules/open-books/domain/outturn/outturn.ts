import { addMoney, type Money, noMoney, pence } from '#platform/kernel';

/**
 * Revenue outturn: what each authority returned to the government that it had spent in a financial year, service by service, net of
 * fees, charges and other income of its own, before grants and council tax ("net current expenditure").
 */
export type OutturnLine = Readonly<{
  id: string;
  title: string;
  /** A service; a total that is given, never worked out here; or what is counted beside the services. */
  kind: 'service' | 'total' | 'beside';
}>;

/** Who files a return: a body of the register, or an authority that is not in it. */
export type OutturnFiler = Readonly<{ code: string; name: string; bodyId: string | undefined }>;

/** A change in what a line means, from this year on. */
export type OutturnChange = Readonly<{
  year: string;
  says: string;
  lines: readonly string[];
  certainty: string;
}>;

/** A line of the return of 2006-07, which cannot be held against later years. */
export type OutturnDetail = Readonly<{
  filer: string;
  block: string;
  part: string;
  line: string;
  amount: Money;
}>;

export type Outturn = Readonly<{
  lines: readonly OutturnLine[];
  filers: readonly OutturnFiler[];
  /** The financial years that are held, as `2010-11`, in order. */
  years: readonly string[];
  changes: readonly OutturnChange[];
  source: string;
  licence: string;
  /** What this authority returned; undefined where the source has no figure. */
  amount(year: string, filer: string, line: string): Money | undefined;
}>;

/** Every financial year from the first held to the last, those that are not held among them. */
export function yearsThrough(years: readonly string[]): readonly string[] {
  const begins = years.map((year) => Number(year.slice(0, 4)));
  const [first, last] = [begins[0], begins.at(-1)];
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: last - first + 1 }, (_, at) => yearId(first + at));
}

/** `2017-18` of the year that begins in April 2017. */
export const yearId = (begins: number): string => `${begins}-${String((begins + 1) % 100).padStart(2, '0')}`;

/** The sum over those that returned a figure, and how many did. */
export type Sum = Readonly<{ amount: Money | undefined; known: number; asked: number }>;

export function sumOver(outturn: Outturn, year: string, line: string, filers: readonly OutturnFiler[]): Sum {
  const known = filers.flatMap(({ code }) => outturn.amount(year, code, line) ?? []);
  return {
    amount: known.length === 0 ? undefined : known.reduce(addMoney, noMoney),
    known: known.length,
    asked: filers.length,
  };
}

/** So much for each of so many people, to the penny; half a penny goes away from nothing. */
export function perHead(amount: Money | undefined, people: number | undefined): Money | undefined {
  if (amount === undefined || people === undefined || people <= 0) return undefined;
  const size = amount < 0n ? 0n - amount : amount;
  const each = (size * 2n + BigInt(people)) / (2n * BigInt(people));
  return pence(amount < 0n ? 0n - each : each);
}

/** Its part of a whole, in tenths of one per cent; undefined where there is no whole above nothing. */
export function tenthsOfPercent(amount: Money | undefined, whole: Money | undefined): number | undefined {
  if (amount === undefined || whole === undefined || whole <= 0n) return undefined;
  return Number((amount * 2000n + (amount < 0n ? 0n - whole : whole)) / (2n * whole));
}

/** What changed in these lines after the first of the years and up to the last. */
export const changesBetween = (
  { changes }: Pick<Outturn, 'changes'>,
  lines: readonly string[],
): readonly OutturnChange[] => changes.filter((change) => change.lines.some((line) => lines.includes(line)));
