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

/** Pence of a plain amount; null where the cell holds none or one that is dressed up, which is for who reads row by row. */
const plainPence = (cell: string): string =>
  `CASE WHEN regexp_full_match(${cell}, '-?[0-9]{1,11}(\\.[0-9]{0,2})?') THEN (CAST(${cell} AS DECIMAL(18, 2)) * 100)::BIGINT END`;

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

/** The columns whose words are known: of them a row keeps the number of a word and not the word. */
export type WordsKnown = Readonly<{
  /** The columns, and before each of their types the name of the database that has them. */
  of: ReadonlySet<string>;
  database: string;
  /** What days mean: lists in the order of their words, in the tables `day` and `invoice_day`; columns no day of which has one are left out. */
  days: readonly string[];
}>;

export const wordsType = (database: string, column: string): string => `${database}.${column}_words`;

/** What is kept of each row of a text: the columns with their types as they are stored. */
export function keptColumns(
  places: Places,
  { of, database, days }: WordsKnown,
): readonly Readonly<{ name: string; type: string }>[] {
  const kept = columnsOf(places).filter(
    ({ name }) =>
      !['line', 'payee', 'redaction'].includes(name) &&
      (!['paid_to', 'repairs'].includes(name) || days.includes(name)),
  );
  return [
    ...kept.map(({ name, type }: StagedColumn) => ({
      name,
      type: type === 'VARCHAR' && of.has(name) ? wordsType(database, name) : type,
    })),
    { name: 'hole', type: 'BOOLEAN' },
  ];
}

/**
 * What is asked of a text, as rows with `keptColumns`. A hole is for who reads row by row: its day or amount is not plain, it has more
 * cells than columns, or another word than are known. What is an amount in it is kept, to be counted.
 */
export function keptRows(text: string, places: Places, oddSpaces: boolean, known: WordsKnown): string {
  const cells = cellsByName(places).map(({ name }) => name);
  const money = cells.filter((name) => name === 'pence' || Object.values<string>(moneyRoles).includes(name));
  const coded = cells.filter((name) => known.of.has(name));
  const hole = [
    'pence_read IS NULL',
    'day_code IS NULL',
    ...beyond.map((name) => `${name} IS NOT NULL`),
    ...[
      ...money.filter((name) => name !== 'pence').map((name) => ({ name, read: `${name}_read` })),
      ...coded.filter((name) => name !== 'day').map((name) => ({ name, read: `${name}_code` })),
    ].map(({ name, read }) => `(${read} IS NULL AND ${name} IS NOT NULL)`),
  ].join(' OR ');
  const ofDay = (column: string, code: string, table: string) => `${table}_${column}[enum_code(${code}) + 1]`;
  // The one row of lists stands beside each row: asked for by itself, as one value, it would put the rows in another order.
  const lists = [...(known.of.has('invoice_day') ? ['invoice_day'] : []), 'day'].map(
    (table) =>
      `(SELECT ${['paid', 'paid_to', 'repairs'].map((column) => `list(${column} ORDER BY n) AS ${table}_${column}`).join(', ')} FROM ${table})`,
  );
  const values = new Map<string, string>([
    ...cells.map((name) => [name, known.of.has(name) ? `${name}_code` : name] as const),
    ...money.map((name) => [name, `${name}_read`] as const),
    ['paid', ofDay('paid', 'day_code', 'day')],
    ['paid_to', ofDay('paid_to', 'day_code', 'day')],
    ['repairs', `string_split(${ofDay('repairs', 'day_code', 'day')}, ',')`],
    ['invoice_date', ofDay('paid', 'invoice_day_code', 'invoice_day')],
    ['hole', `(${hole})`],
  ]);
  const read = [
    ...coded.map((name) => `TRY_CAST(${name} AS ${wordsType(known.database, name)}) AS ${name}_code`),
    ...money.map((name) => `${plainPence(name)} AS ${name}_read`),
  ];
  return `SELECT ${keptColumns(places, known)
    .map(({ name }) => `${values.get(name)} AS ${name}`)
    .join(
      ', ',
    )} FROM (SELECT *, ${read.join(', ')} FROM ${tidyCells(text, places, oddSpaces)}), ${lists.join(', ')}`;
}
