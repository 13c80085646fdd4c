import {
  type Cells,
  type IsoDate,
  isSlug,
  normaliseTyped,
  normaliseTypedPassage,
  parseFraction,
  readDay,
  withPlainMinus,
} from '#platform/kernel';
import type { ReadingFault } from './faults.ts';
import type { Brought, FaultAt } from './judge.ts';
import { type ReadingStatus, readingStatuses } from './reading.ts';
import type { ReadingColumn } from './reading-columns.ts';

/** What one row of a file, or one line of a form, says. */
export type ReadRow = Readonly<{
  line: number;
  /** Undefined where a cell cannot be read. */
  brought: Brought | undefined;
  areaName: string;
  faults: readonly FaultAt[];
  /** A figure was asked for and none is given: the row is passed over, as lines not filled in are. */
  isEmpty: boolean;
  /** What stands in a cell, as it was written. */
  text(column: ReadingColumn): string;
}>;

type Row = Pick<Cells<ReadingColumn>, 'line' | 'text'>;

const most = { note: 2000, source: 500, areaName: 200 };

/** Reads one row, telling of every cell that cannot be read. What it means is judged afterwards. */
export function readRow(row: Row): ReadRow {
  const faults: FaultAt[] = [];
  const say = (column: ReadingColumn, fault: ReadingFault) => {
    faults.push({ column, fault });
    return undefined;
  };
  const slug = (column: 'series' | 'area') => {
    const text = row.text(column);
    if (text === '') return say(column, { is: 'missing' });
    return isSlug(text) ? text : say(column, { is: column === 'series' ? 'unknown-series' : 'unknown-area' });
  };
  const day = (column: 'from' | 'to'): IsoDate | undefined => {
    const text = row.text(column);
    if (text === '') return say(column, { is: 'missing' });
    const read = readDay(text);
    return read.ok && isOfOurTime(read.value.on) ? read.value.on : say(column, { is: 'not-a-day' });
  };
  const figure = (column: 'value' | 'numerator' | 'denominator' | 'low' | 'high') => {
    const text = row.text(column);
    const read = text === '' ? undefined : readFigure(text);
    return text === '' ? undefined : (read ?? say(column, { is: 'not-a-figure' }));
  };
  const words = (column: keyof typeof most, tidy: (text: string) => string) => {
    const text = tidy(unguarded(row.text(column)));
    if (text.length > most[column]) say(column, { is: 'too-long', most: most[column] });
    return text;
  };
  const [seriesId, areaId, from, to] = [slug('series'), slug('area'), day('from'), day('to')];
  const status = readStatus(row.text('status')) ?? say('status', { is: statusFault(row.text('status')) });
  const [low, high] = [figure('low'), figure('high')];
  if ((low === undefined) !== (high === undefined))
    say(low === undefined ? 'low' : 'high', { is: 'limits-come-together' });
  const read = {
    value: figure('value'),
    numerator: figure('numerator'),
    denominator: figure('denominator'),
    confidence: low === undefined || high === undefined ? undefined : { low, high },
    sample: count(row.text('sample'), () => say('sample', { is: 'not-a-count' })),
    knownRevisions: count(row.text('revises'), () => say('revises', { is: 'not-a-count' })),
    note: words('note', normaliseTypedPassage),
    source: words('source', normaliseTyped),
    unit: row.text('unit') === '' ? undefined : row.text('unit'),
  };
  const areaName = words('areaName', normaliseTyped);
  const isRead =
    faults.length === 0 &&
    seriesId !== undefined &&
    areaId !== undefined &&
    from !== undefined &&
    to !== undefined &&
    status !== undefined;
  return {
    line: row.line,
    brought: isRead ? { seriesId, areaId, period: { from, to }, status, ...read } : undefined,
    areaName,
    faults,
    isEmpty: isLeftEmpty(row),
    text: row.text,
  };
}

/** Nothing is measured outside these years: such a day is a slip of the key, and no period is reckoned from it. */
export const isOfOurTime = (on: IsoDate): boolean => on >= '1800-01-01' && on < '2200-01-01';

/** No figure, and nothing that says why there is none. */
function isLeftEmpty(row: Row): boolean {
  const figures = ['value', 'numerator', 'denominator', 'low', 'high', 'sample'] as const;
  const status = readStatus(row.text('status'));
  return (
    figures.every((column) => row.text(column) === '') &&
    status !== 'suppressed' &&
    status !== 'not-available'
  );
}

/**
 * A figure as people and systems write it: `1,234.5`, `£1,234`, `61.9%`, with a minus sign of any kind. Exact, as text that
 * is written the same whoever wrote it.
 */
export function readFigure(text: string): string | undefined {
  const bare = withPlainMinus(unguarded(text).replaceAll(/[\s£%]/gu, ''));
  const grouped = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare);
  const plain = grouped ? bare.replaceAll(',', '') : bare;
  if (!parseFraction(plain).ok) return undefined;
  const [, sign = '', whole = '', part] = /^(-?)0*(\d+?)(?:\.(\d+))?$/.exec(plain) ?? [];
  const isNothing = /^0*$/.test(whole + (part ?? ''));
  return `${isNothing ? '' : sign}${whole}${part === undefined ? '' : `.${part}`}`;
}

/** The apostrophe that keeps a spreadsheet from running a text as a formula is no part of the text. */
const unguarded = (text: string): string => text.replace(/^'(?=\s*[=+\-@＝＋－＠−])/u, '');

function count(text: string, refuse: () => undefined): number | undefined {
  if (text === '') return undefined;
  const plain = text.replaceAll(/[,\s]/g, '');
  return /^\d{1,9}$/.test(plain) ? Number(plain) : refuse();
}

/** Words and the letters that official tables use. */
const written: Readonly<Record<string, ReadingStatus>> = {
  e: 'estimate',
  estimated: 'estimate',
  p: 'provisional',
  f: 'final',
  r: 'revised',
  s: 'suppressed',
  na: 'not-available',
  unavailable: 'not-available',
};

function readStatus(text: string): ReadingStatus | undefined {
  const plain = text
    .toLowerCase()
    .replaceAll(/[()[\]]/g, '')
    .trim();
  const word = plain.replaceAll(/[\s_]+/g, '-');
  return readingStatuses.find((status) => status === word) ?? written[plain.replaceAll(/[^a-z]/g, '')];
}

const statusFault = (text: string) => (text === '' ? 'missing' : 'not-a-status');
