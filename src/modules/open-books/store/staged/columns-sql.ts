import { columnOf, columnsOf, moneyRoles, textRoles } from '../../domain/import/staged-row.ts';
import type { Role } from '../../domain/reading/roles.ts';
import { beyond } from './text-columns.ts';

/** Where each role’s column is, as a reading has it. */
type Places = Readonly<{ at: Readonly<Partial<Record<Role, number>>> }>;

/**
 * A cell without the blanks around it, null where it holds nothing else. Hardly any cell has blanks, and to see that is much
 * quicker than to take them off; `oddSpaces` says that the file has others than the plain space.
 */
export function trimmed(column: string, oddSpaces: boolean): string {
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
export function plainPence(column: string, oddSpaces: boolean): string {
  const cell = trimmed(column, oddSpaces);
  return `CASE WHEN regexp_full_match(${cell}, '-?[0-9]{1,11}(\\.[0-9]{0,2})?') THEN (CAST(${cell} AS DECIMAL(18, 2)) * 100)::BIGINT END`;
}

/** The same of a cell that is known to hold a plain amount or nothing: to see that again is what takes the time. */
const knownPence = (column: string, oddSpaces: boolean): string =>
  `(CAST(${oddSpaces ? trimmed(column, oddSpaces) : column} AS DECIMAL(18, 2)) * 100)::BIGINT`;

/** The column of a role in the text, `c3`. */
const cellOf = ({ at }: Places, role: Role): string | undefined =>
  at[role] === undefined ? undefined : `c${at[role]}`;

const moneyOf = (places: Places): readonly (readonly [name: string, cell: string])[] =>
  Object.entries(moneyRoles).flatMap(([role, name]) => {
    const cell = cellOf(places, role as Role);
    return cell === undefined ? [] : [[name, cell] as const];
  });

/** That a row is for who reads row by row, whatever its amount and day: more cells than columns, or VAT that is no plain amount. */
export const isOdd = (places: Places, oddSpaces: boolean): string =>
  [
    ...beyond.map((name) => `${name} IS NOT NULL`),
    ...moneyOf(places).map(
      ([, cell]) => `(${trimmed(cell, oddSpaces)} IS NOT NULL AND ${plainPence(cell, oddSpaces)} IS NULL)`,
    ),
  ].join(' OR ');

/** How a text is asked; `meant` are the columns for which there is a list of meanings, named `<column>_list`. */
export type Asked = Readonly<{ oddSpaces: boolean; hasHoles: boolean; meant: ReadonlySet<string> }>;

/** What is asked of a text, as staged rows: a row that is for who reads row by row is null in every column, a hole. */
export function stagedFrom(cells: string, places: Places, { oddSpaces, hasHoles, meant }: Asked): string {
  const [amount, paid, supplier] = (['amount', 'date', 'supplier'] as const).map(
    (role) => cellOf(places, role) ?? 'NULL',
  );
  const invoiced = cellOf(places, 'invoice-date');
  const meaning = (column: string, code: string) =>
    meant.has(column) ? `${column}_list[${code} + 1]` : 'NULL';
  const penceOf = hasHoles ? plainPence : knownPence;
  const values = new Map<string, string>([
    ['paid', meaning('paid', 'day')],
    ['paid_to', meaning('paid_to', 'day')],
    [
      'supplier',
      meant.has('supplier') ? meaning('supplier', 'name') : trimmed(supplier ?? 'NULL', oddSpaces),
    ],
    ['payee', meaning('payee', 'name')],
    ...textRoles.flatMap((role) => {
      const cell = cellOf(places, role);
      return cell === undefined ? [] : [[columnOf(role), trimmed(cell, oddSpaces)] as const];
    }),
    ['invoice_date', meaning('invoice_date', 'invoice_day')],
    ['pence', penceOf(amount ?? 'NULL', oddSpaces)],
    ...moneyOf(places).map(([name, cell]) => [name, penceOf(cell, oddSpaces)] as const),
    ['redaction', meaning('redaction', 'name')],
    ...(meant.has('repairs')
      ? [['repairs', `string_split(${meaning('repairs', 'day')}, ',')`] as const]
      : []),
  ]);
  const columns = columnsOf(places);
  const all = columns
    .map(({ name, type }) => {
      const value = values.get(name) ?? 'NULL';
      return `${value === 'NULL' ? `NULL::${type}` : value} AS ${name}`;
    })
    .join(', ');
  const codes = [
    `enum_code(TRY_CAST(${paid} AS days)) AS day`,
    `enum_code(TRY_CAST(${supplier} AS payees)) AS name`,
    ...(invoiced === undefined ? [] : [`enum_code(TRY_CAST(${invoiced} AS invoiced)) AS invoice_day`]),
  ];
  const from = `FROM (SELECT *, ${codes.join(', ')} FROM ${cells}), meanings`;
  if (!hasHoles) return `SELECT ${all} ${from}`;
  const kept = columns
    .map(({ name }) => `CASE WHEN whole AND pence IS NOT NULL THEN ${name} END AS ${name}`)
    .join(', ');
  const whole = `day IS NOT NULL AND NOT (${isOdd(places, oddSpaces)})`;
  return `SELECT ${kept} FROM (SELECT ${all}, ${whole} AS whole ${from})`;
}
