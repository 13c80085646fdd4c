import {
  columnOf,
  columnsOf,
  moneyRoles,
  type StagedColumn,
  textRoles,
} from '../../domain/import/staged-row.ts';
import type { Role } from '../../domain/reading/roles.ts';
import { beyond } from './text-columns.ts';

/** Where each role’s column is, as a reading has it. */
export type Places = Readonly<{ at: Readonly<Partial<Record<Role, number>>> }>;

/**
 * A cell without the blanks around it, null where it holds nothing else. Hardly any cell has blanks, and to see that is much
 * quicker than to take them off; `oddSpaces` says that the file has others than the plain space.
 */
function trimmed(column: string, oddSpaces: boolean): string {
  if (oddSpaces) return `nullif(trim(${column}, ${spaces}), '')`;
  return `CASE WHEN prefix(${column}, ' ') OR suffix(${column}, ' ') THEN nullif(trim(${column}), '') ELSE ${column} END`;
}

/** What the language of the other way takes off a cell, so that both ways take off the same. */
const spaces = [
  0x20, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006,
  0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff,
]
  .map((code) => `chr(${code})`)
  .join(' || ');

/** So many figures as a plain amount has: hundred times that is still a number of the machine. */
const decimal = 'DECIMAL(13, 2)';

/**
 * Pence of a plain amount; null where the cell holds none or one that is dressed up, which is for who reads row by row. `number` is
 * what the cell is as a decimal: most are written as that would be, and the others have to keep to a pattern.
 */
const plainPence = (cell: string, number: string, tidy: string): string =>
  `(CASE WHEN ${number}::VARCHAR = ${cell} THEN ${number}
     WHEN regexp_full_match(${tidy}, '-?[0-9]{1,11}(\\.[0-9]{0,2})?') THEN CAST(${tidy} AS ${decimal}) END * 100::DECIMAL(3, 0))::BIGINT`;

/** A cell as a whole number: null where it is not written as that number would be, without a sign before it or noughts. */
const wholeNumber = (cell: string, number: string, tidy: string): string =>
  `CASE WHEN ${number}::VARCHAR = ${cell} THEN ${number} WHEN ${number}::VARCHAR = ${tidy} THEN ${number} END`;

/** The cells that a reading has something in, each under the name that it is staged by; days under `day` and `invoice_day`. */
export function cellsByName({ at }: Places): readonly Readonly<{ name: string; cell: string }>[] {
  const names: Readonly<Partial<Record<Role, string>>> = {
    date: 'day',
    supplier: 'supplier',
    ...Object.fromEntries(textRoles.map((role) => [role, columnOf(role)])),
    'invoice-date': 'invoice_day',
    amount: 'pence',
    ...moneyRoles,
  };
  return Object.entries(names).flatMap(([role, name]) => {
    const column = at[role as Role];
    return column === undefined ? [] : [{ name, cell: `c${column}` }];
  });
}

/** Cells of a text under their names and without the blanks around them, with what stands beyond its columns. */
export const tidyCells = (text: string, places: Places, oddSpaces: boolean): string =>
  `(SELECT ${[...cellsByName(places).map(({ name, cell }) => `${trimmed(cell, oddSpaces)} AS ${name}`), ...beyond].join(', ')} FROM ${text})`;

/** What is known of the columns of a text, so that a row need not keep the text of each of its cells. */
export type WordsFound = Readonly<{
  /** The columns whose words are known: of them a row keeps the number of a word and not the word. */
  of: ReadonlySet<string>;
  /** The columns that hold whole numbers, such as those of transactions: they are kept as such. */
  numbers: ReadonlySet<string>;
}>;

/** The same where a database file has the types of the words. */
export type WordsKnown = WordsFound &
  Readonly<{
    /** Stands before each of those types. */
    database: string;
    /** What days mean: lists in the order of their words, in the tables `day` and `invoice_day`; columns no day of which has one are left out. */
    days: readonly string[];
  }>;

export const wordsType = (database: string, column: string): string => `${database}.${column}_words`;

/** What is kept of each row of a text: the columns with their types as they are stored. */
export function keptColumns(
  places: Places,
  { of, numbers, database, days }: WordsKnown,
): readonly Readonly<{ name: string; type: string }>[] {
  const kept = columnsOf(places).filter(
    ({ name }) =>
      !['line', 'payee', 'redaction'].includes(name) &&
      (!['paid_to', 'repairs'].includes(name) || days.includes(name)),
  );
  return [
    ...kept.map(({ name, type }: StagedColumn) => ({
      name,
      type: numbers.has(name)
        ? 'BIGINT'
        : type === 'VARCHAR' && of.has(name)
          ? wordsType(database, name)
          : type,
    })),
    { name: 'hole', type: 'BOOLEAN' },
  ];
}

/**
 * What is asked of a text, as rows with `keptColumns`. A hole is for who reads row by row: its day or amount is not plain, it has more
 * cells than columns, or another word than are known. What is an amount in it is kept, to be counted.
 */
export function keptRows(text: string, places: Places, oddSpaces: boolean, known: WordsKnown): string {
  const cells = cellsByName(places);
  const tidy = new Map(cells.map(({ name, cell }) => [name, trimmed(cell, oddSpaces)]));
  const isMoney = (name: string): boolean =>
    name === 'pence' || Object.values<string>(moneyRoles).includes(name);
  // What a cell is in itself is nearly always what it is without blanks: these are looked for where it is nothing.
  const tried = cells.flatMap(({ name, cell }) => {
    if (isMoney(name)) return [`TRY_CAST(${cell} AS ${decimal}) AS ${name}_number`];
    if (known.numbers.has(name)) return [`TRY_CAST(${cell} AS BIGINT) AS ${name}_number`];
    if (!known.of.has(name)) return [];
    const type = wordsType(known.database, name);
    return [`coalesce(TRY_CAST(${cell} AS ${type}), TRY_CAST(${tidy.get(name)} AS ${type})) AS ${name}_read`];
  });
  const read = cells.flatMap(({ name, cell }) => {
    if (known.of.has(name)) return [];
    const found = tidy.get(name) ?? cell;
    const as = isMoney(name) ? plainPence : known.numbers.has(name) ? wholeNumber : undefined;
    return [`${as === undefined ? found : as(cell, `${name}_number`, found)} AS ${name}_read`];
  });
  const isDoubtful = cells.flatMap(({ name }) => {
    if (name === 'pence' || name === 'day') return [`${name}_read IS NULL`];
    if (!isMoney(name) && !known.numbers.has(name) && !known.of.has(name)) return [];
    return [`CASE WHEN ${name}_read IS NULL THEN ${tidy.get(name)} IS NOT NULL ELSE false END`];
  });
  const hole = [...isDoubtful, ...beyond.map((name) => `${name} IS NOT NULL`)].join(' OR ');
  const ofDay = (column: string, table: string) => `${table}_${column}[enum_code(${table}_read) + 1]`;
  // The one row of lists stands beside each row: asked for by itself, as one value, it would put the rows in another order.
  const lists = [...(known.of.has('invoice_day') ? ['invoice_day'] : []), 'day'].map(
    (table) =>
      `(SELECT ${['paid', 'paid_to', 'repairs'].map((column) => `list(${column} ORDER BY n) AS ${table}_${column}`).join(', ')} FROM ${table})`,
  );
  const values = new Map<string, string>([
    ['paid', ofDay('paid', 'day')],
    ['paid_to', ofDay('paid_to', 'day')],
    ['repairs', `string_split(${ofDay('repairs', 'day')}, ',')`],
    ['invoice_date', ofDay('paid', 'invoice_day')],
    ['hole', `(${hole})`],
  ]);
  const kept = keptColumns(places, known).map(
    ({ name }) => `${values.get(name) ?? `${name}_read`} AS ${name}`,
  );
  const withTried = `(SELECT *, ${tried.join(', ')} FROM ${text})`;
  return `SELECT ${kept.join(', ')} FROM (SELECT *, ${read.join(', ')} FROM ${withTried}), ${lists.join(', ')}`;
}
