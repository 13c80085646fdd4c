import type { Answers } from '#platform/http';
import { isSlug, isoDate } from '#platform/kernel';
import { isOfOurTime, type ReadRow, readRow } from '../../../domain/reading/read-row.ts';
import type { ReadingColumn } from '../../../domain/reading/reading-columns.ts';
import type { ReadingPeriod } from '../../../domain/reading/reading.ts';

/** Which reading a line of the form is for: one period of a series in an area. */
export type LineFor = Readonly<{ seriesId: string; areaId: string; period: ReadingPeriod }>;

/** Its name in an address and in the form: `decent-homes~maidstone~2026-04-01~2026-06-30`. */
export const lineName = ({ seriesId, areaId, period }: LineFor): string =>
  [seriesId, areaId, period.from, period.to].join('~');

/** Reads such a name; undefined for what is none. */
export function readLineName(text: string): LineFor | undefined {
  const [seriesId = '', areaId = '', first = '', last = '', ...others] = text.split('~');
  const [from, to] = [isoDate(first), isoDate(last)];
  if (!isSlug(seriesId) || !isSlug(areaId) || !from.ok || !to.ok || others.length > 0) return undefined;
  if (!isOfOurTime(from.value) || !isOfOurTime(to.value)) return undefined;
  return { seriesId, areaId, period: { from: from.value, to: to.value } };
}

/** What of a reading a line of the form asks for; the rest it knows. */
export const asked = [
  'status',
  'value',
  'numerator',
  'denominator',
  'low',
  'high',
  'sample',
  'note',
  'source',
] as const satisfies readonly ReadingColumn[];
const askedColumns: ReadonlySet<ReadingColumn> = new Set(asked);

/** The name of the field of a line, in which what is wrong with a column is said: with the figure where it has none. */
export const fieldOf = (column: ReadingColumn, number: number): string =>
  `${askedColumns.has(column) ? column : 'value'}-${number}`;

/** The lines that a form was sent with, each as the row of a file that it is. */
export function rowsOf(answers: Answers): readonly ReadRow[] {
  return linesOf(answers).map(({ number, line: { seriesId, areaId, period } }) => {
    const known: Partial<Record<ReadingColumn, string>> = {
      series: seriesId,
      area: areaId,
      from: period.from,
      to: period.to,
      revises: answers[`revises-${number}`] ?? '',
    };
    const text = (column: ReadingColumn) =>
      known[column] ?? (askedColumns.has(column) ? (answers[`${column}-${number}`] ?? '').trim() : '');
    return readRow({ line: number, text });
  });
}

/** Which lines a form has, by their numbers. */
export const linesOf = (answers: Answers): readonly Readonly<{ number: number; line: LineFor }>[] =>
  Object.entries(answers).flatMap(([name, value]) => {
    const number = /^line-(\d{1,3})$/.exec(name)?.[1];
    const line = number === undefined ? undefined : readLineName(value);
    return number === undefined || line === undefined ? [] : { number: Number(number), line };
  });
