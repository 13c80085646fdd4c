import { utcDate } from '#platform/kernel';

/**
 * A cell of a workbook as text: a day as `2017-04-05`, a number with the figures that its file gives it and none that only
 * binary fractions have.
 */
export function cellText(value: unknown): string {
  if (typeof value === 'number') return numberText(value);
  if (value instanceof Date) return utcDate(value);
  if (typeof value === 'string') return value;
  return typeof value === 'boolean' ? String(value).toUpperCase() : '';
}

/** Fifteen figures are what a spreadsheet keeps: 1234.5600000000001 was typed as 1234.56. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  const short = Number(value.toPrecision(15));
  const text = String(short);
  return text.includes('e')
    ? short.toLocaleString('en-GB', { useGrouping: false, maximumFractionDigits: 15 })
    : text;
}
