import type { Sql } from '#platform/db';
import type { KeptReading } from '../../domain/reading/reading.ts';
import { listSeries } from '../../store/series.ts';
import { readingsInPages, type ReadingsAsked } from '../../store/readings-pages.ts';

export type { ReadingsAsked };

/** A column of the open readings: its name, what it means and what its cells are (Frictionless Table Schema). */
export const openReadingColumns = [
  {
    name: 'series',
    type: 'string',
    says: 'The series, by its id: its definition is in the definitions file.',
  },
  { name: 'indicator', type: 'string', says: 'The indicator that the series measures.' },
  { name: 'title', type: 'string', says: 'What is measured.' },
  { name: 'area', type: 'string', says: 'The place or body it is of, by its id.' },
  { name: 'period_from', type: 'date', says: 'The first day the reading covers.' },
  { name: 'period_to', type: 'date', says: 'The last day it covers.' },
  { name: 'revision', type: 'integer', says: 'From 1; a later one takes the place of the one before.' },
  {
    name: 'is_latest',
    type: 'boolean',
    says: 'Whether no later revision was published by the day asked for.',
  },
  {
    name: 'status',
    type: 'string',
    says: 'Estimate, provisional, final, revised, suppressed or not available.',
  },
  { name: 'value', type: 'number', says: 'The figure; empty where it is suppressed or not available.' },
  { name: 'unit', type: 'string', says: 'The unit of the figure.' },
  { name: 'numerator', type: 'number', says: 'What was counted.' },
  { name: 'denominator', type: 'number', says: 'Out of what.' },
  { name: 'ci_low', type: 'number', says: 'The lower end of the 95% confidence interval.' },
  { name: 'ci_high', type: 'number', says: 'Its upper end.' },
  { name: 'sample', type: 'integer', says: 'How many answered, of a survey.' },
  { name: 'note', type: 'string', says: 'What a reader should know.' },
  { name: 'source', type: 'string', says: 'Where it can be checked.' },
  { name: 'published_by', type: 'string', says: 'The body that published it, by its id.' },
  { name: 'published_at', type: 'datetime', says: 'When it was published.' },
  { name: 'is_illustrative', type: 'boolean', says: 'Whether it was made up to show how the pages work.' },
  {
    name: 'withdrawn_at',
    type: 'datetime',
    says: 'When a suppression took back the figure that this revision had given; empty where none did.',
  },
] as const;

/**
 * The open readings as lines of CSV, read and written a page at a time: a million of them take no more memory than a few
 * thousand.
 */
export async function* openReadingsCsv(sql: Sql, asked: ReadingsAsked): AsyncGenerator<string> {
  yield `${openReadingColumns.map(({ name }) => name).join(',')}\r\n`;
  for await (const rows of openReadings(sql, asked)) yield rows.map(line).join('');
}

/** The same as JSON, in the shape of every list: its source, its columns, its rows. Figures are exact, as text. */
export async function* openReadingsJson(sql: Sql, asked: ReadingsAsked): AsyncGenerator<string> {
  const columns = openReadingColumns.map(({ name }) => ({ key: name, title: name }));
  yield `{"source":${JSON.stringify(source)},"columns":${JSON.stringify(columns)},"rows":[`;
  let before = '\n';
  for await (const rows of openReadings(sql, asked)) {
    yield rows.map((cells, row) => `${row === 0 ? before : ',\n'}${JSON.stringify(named(cells))}`).join('');
    if (rows.length > 0) before = ',\n';
  }
  yield '\n]}\n';
}

const source = 'Readings that public bodies published on Accord; each row names where it can be checked';

const named = (cells: readonly Cell[]): Readonly<Record<string, string | null>> =>
  Object.fromEntries(openReadingColumns.map(({ name }, column) => [name, cells[column] ?? null]));

/** Row by row, some at a time, each with whether it is the last revision of its period. */
async function* openReadings(sql: Sql, asked: ReadingsAsked): AsyncGenerator<readonly (readonly Cell[])[]> {
  const series = new Map((await listSeries(sql)).map((each) => [each.id, each]));
  const cellsOf = (reading: KeptReading, isLatest: boolean): readonly Cell[] => {
    const of = series.get(reading.seriesId);
    return [
      reading.seriesId,
      of?.indicatorId,
      of?.title,
      reading.areaId,
      reading.period.from,
      reading.period.to,
      String(reading.revision),
      String(isLatest),
      reading.status,
      reading.value,
      of?.unit,
      reading.numerator,
      reading.denominator,
      reading.confidence?.low,
      reading.confidence?.high,
      reading.sample === undefined ? undefined : String(reading.sample),
      reading.note,
      reading.source,
      reading.bodyId,
      reading.publishedAt.toISOString(),
      String(of?.isIllustrative ?? false),
      reading.withdrawnAt?.toISOString(),
    ];
  };
  let held: KeptReading | undefined;
  for await (const page of readingsInPages(sql, asked)) {
    const rows: (readonly Cell[])[] = [];
    for (const reading of page) {
      if (held !== undefined) rows.push(cellsOf(held, !isSamePeriod(held, reading)));
      held = reading;
    }
    yield rows;
  }
  if (held !== undefined) yield [cellsOf(held, true)];
}

const isSamePeriod = (a: KeptReading, b: KeptReading): boolean =>
  a.seriesId === b.seriesId &&
  a.areaId === b.areaId &&
  a.period.to === b.period.to &&
  a.period.from === b.period.from;

/** Undefined is an empty cell. */
type Cell = string | undefined;

/** The columns that people wrote. Every other holds an id, a day, a figure or a word of ours, and is written as it is. */
const inWords = new Set<string>(['title', 'unit', 'note', 'source']);
const isInWords = openReadingColumns.map(({ name }) => inWords.has(name));

function line(cells: readonly Cell[]): string {
  let written = '';
  for (const [column, value] of cells.entries()) {
    if (column > 0) written += ',';
    if (value !== undefined && value !== '') written += isInWords[column] === true ? guarded(value) : value;
  }
  return `${written}\r\n`;
}

/** Words that a spreadsheet would run as a formula get an apostrophe. A million rows say the same few things: each is looked at once. */
function guarded(words: string): string {
  const known = guardedBefore.get(words);
  if (known !== undefined) return known;
  const safe = /^[\s\u200B\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u.test(words) ? `'${words}` : words;
  const written = /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  if (guardedBefore.size >= mostGuarded) guardedBefore.clear();
  guardedBefore.set(words, written);
  return written;
}
const guardedBefore = new Map<string, string>();
const mostGuarded = 5000;
