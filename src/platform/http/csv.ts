import type { Dataset } from './reply.ts';

/**
 * A list as CSV for spreadsheets: UTF-8 with a byte order mark, so that Excel reads the £. Text that a spreadsheet would
 * run as a formula gets an apostrophe in front (OWASP, CSV injection); numbers stay numbers, minus sign and all. The
 * JSON of the same list holds every value exactly as it is.
 */
export function csv({ columns, rows }: Dataset): string {
  const lines = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ key }) => row[key] ?? null)),
  ];
  return `\uFEFF${lines.map(csvLine).join('')}`;
}

type Value = string | number | bigint | boolean | null;

/** One line of such a file, its end included: for a list too long to hold in memory. */
export const csvLine = (values: readonly Value[]): string => `${values.map(cell).join(',')}\r\n`;

/** ASCII and full-width signs that start a formula, and white space that a spreadsheet skips on its way to one. */
const startsFormula = /^[\s\u200B\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/** An amount below nothing, written out: a number to a spreadsheet, and no formula. */
const isAmount = /^-\d+\.\d\d$/;

function cell(value: Value): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = startsFormula.test(value) && !isAmount.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The same list for machines: whole numbers beyond what JSON readers keep exactly are written as text. */
export function datasetJson({ columns, rows, source, name }: Dataset): string {
  return JSON.stringify({ name, source, columns, rows }, exact);
}

/** A row of it, for a list that is written piece by piece. */
export const jsonRow = (row: Dataset['rows'][number]): string => JSON.stringify(row, exact);

const exact = (_key: string, value: unknown) => (typeof value === 'bigint' ? exactNumber(value) : value);

const exactNumber = (value: bigint): number | string =>
  value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : String(value);
