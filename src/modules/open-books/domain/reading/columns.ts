import { matchHeading } from './heading.ts';
import { type Profile, profileOf } from './profile.ts';
import { type Role, roleIds } from './roles.ts';

/** A column that was understood: what it holds and how sure that is, between 0 and 1. */
export type Column = Readonly<{ at: number; heading: string; role: Role; confidence: number }>;

/**
 * Says what each column holds, by its heading and by what its cells are like, which must not contradict each other. Each role
 * is given once, to the column it fits best. A column that fits nothing surely is left unused.
 */
export function assignColumns(
  headings: readonly string[] | undefined,
  rows: readonly (readonly string[])[],
): readonly Column[] {
  const width = Math.max(headings?.length ?? 0, ...rows.map((cells) => cells.length));
  const columns = Array.from({ length: width }, (_, at) => ({
    at,
    heading: headings?.[at] ?? '',
    named: matchHeading(headings?.[at] ?? ''),
    profile: profileOf(rows.map((cells) => cells[at] ?? '')),
  }));
  const scored = columns.flatMap((column) =>
    roleIds.flatMap((role) => {
      const named = column.named.find((match) => match.role === role)?.score ?? 0;
      const fits = fitOf(role, column.profile);
      if (fits === 0) return [];
      const unnamed = column.heading === '' ? withoutHeading(role, column.profile, column.at / width) : 0;
      // Nothing but dates under a heading that nobody knows are the dates, where no other column has them.
      const strange = role === 'date' && column.named.length === 0 && column.profile.dates > 0.9 ? 0.6 : 0;
      const confidence = named > 0 ? named * 0.7 + fits * 0.3 : Math.max(unnamed, strange) * 0.75;
      return confidence < 0.35 ? [] : [{ at: column.at, heading: column.heading, role, confidence }];
    }),
  );
  const sure = headings === undefined ? scored.map((each) => doubted(each, scored)) : scored;
  const [taken, given] = [new Set<number>(), new Set<Role>()];
  const chosen: Column[] = [];
  for (const each of sure.toSorted((a, b) => b.confidence - a.confidence || a.at - b.at)) {
    if (taken.has(each.at) || given.has(each.role)) continue;
    taken.add(each.at);
    given.add(each.role);
    chosen.push(each);
  }
  return chosen
    .filter(({ role, confidence }) => confidence >= leastSure || raisesDoubt.has(role))
    .toSorted((a, b) => a.at - b.at);
}

/** What is less sure is not published as a fact: the column is left unused, and an officer may say what it holds. */
const leastSure = 0.6;
/** Of these the table itself is in doubt where they are not sure. */
const raisesDoubt: ReadonlySet<Role> = new Set(['date', 'supplier', 'amount', 'gross']);

/** Without headings a second column that looks much like the best one leaves it open which is which. */
function doubted(column: Column, all: readonly Column[]): Column {
  const rival = all.some(
    ({ role, at, confidence }) =>
      role === column.role && at !== column.at && column.confidence - confidence < leastApart,
  );
  return rival ? { ...column, confidence: Math.min(column.confidence, 0.5) } : column;
}
const leastApart = 0.1;

/** How well the cells suit a role, 0 where they rule it out. */
function fitOf(role: Role, profile: Profile): number {
  const { filled, dates, times, amounts, words, wholeNumbers, codes } = profile;
  const empty = filled === 0;
  switch (role) {
    case 'date':
    case 'invoice-date':
      // A spreadsheet’s day numbers are whole numbers, and only the heading can say that they are dates.
      if (empty || wholeNumbers + dates + times > 0.5)
        return empty ? 0.3 : Math.max(dates, times, wholeNumbers * 0.6);
      return 0;
    case 'amount':
    case 'gross':
      return !empty && amounts >= 0.6 && dates < 0.5 ? amounts : 0;
    case 'vat':
    case 'irrecoverable-vat':
      return empty || amounts >= 0.5 || words > 0 ? 0.5 + amounts / 2 : 0.3;
    case 'supplier':
      return !empty && words >= 0.4 && dates < 0.3 ? words : 0;
    case 'department':
    case 'service':
    case 'purpose':
    case 'category':
    case 'merchant-category':
    case 'body-name':
    case 'kind':
      return empty ? 0.3 : amounts > 0.9 && profile.decimals > 0.5 ? 0 : 0.6 + words * 0.4;
    case 'category-code':
    case 'transaction':
    case 'invoice':
    case 'line':
    case 'supplier-id':
    case 'company-number':
    case 'charity-number':
    case 'vat-number':
    case 'body-id':
    case 'contract':
      return empty ? 0.3 : 0.6 + Math.max(codes, wholeNumbers) * 0.4;
    default:
      return role satisfies never;
  }
}

/** Without headings the cells alone must say it: only what they can say with some certainty is understood so. */
function withoutHeading(role: Role, profile: Profile, place: number): number {
  if (profile.filled < 0.5) return 0;
  return byCellsAlone[role]?.(profile, place) ?? 0;
}

/** `place` is 0 for the first column and near 1 for the last: amounts stand to the right, departments to the left. */
const byCellsAlone: Readonly<Partial<Record<Role, (profile: Profile, place: number) => number>>> = {
  date: ({ dates }) => dates,
  amount: ({ amounts, wholeNumbers, decimals }, place) =>
    amounts > 0.9 && wholeNumbers < 0.95 ? 0.5 + decimals * 0.4 + place * 0.1 : 0,
  // References such as CRINV0012 have letters too, and are as many as the rows.
  supplier: ({ words, distinct, codes, firms }, place) =>
    words > 0.8 && codes < 0.5 && firms > 0.1
      ? 0.5 + Math.min(distinct, 0.6) * 0.2 + Math.min(firms, 0.6) * 0.6 + place * 0.1
      : 0,
  purpose: ({ words, length, distinct }) => (words > 0.6 && length > 12 ? 0.5 + distinct * 0.3 : 0),
  department: ({ words, distinct }, place) =>
    words > 0.9 && distinct < 0.5 ? 0.7 - distinct * 0.2 - place * 0.2 : 0,
  service: ({ words, distinct }, place) =>
    words > 0.9 && distinct < 0.7 ? 0.62 - distinct * 0.2 - place * 0.1 : 0,
  transaction: ({ words, distinct, amounts, dates }) =>
    words < 0.5 && distinct > 0.5 && amounts < 0.5 && dates < 0.2 ? 0.6 : 0,
};
