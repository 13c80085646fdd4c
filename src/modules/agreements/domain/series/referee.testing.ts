import { date } from '#platform/kernel';
import * as fc from 'fast-check';
import type { Reading, ReadingStatus } from '../reading/reading.ts';
import { courseOf, periodOf, published, seriesOf } from './series.testing.ts';
import type { Series } from './series.ts';
import type { Course } from './trajectory.ts';

/**
 * A random case of a target of 2008-09 read after one of its quarters. Every figure is a multiple of four tenths, so that the
 * referee can reckon in whole tenths.
 */
export type StatusCase = Readonly<{
  better: 'higher' | 'lower';
  counted: boolean;
  baseline: number;
  target: number;
  /** How far short of the target its floor lies. */
  slack: number;
  actual: number;
  quarter: 1 | 2 | 3 | 4;
  status: ReadingStatus;
}>;

const figure = fc.integer({ min: 0, max: 60 }).map((fours) => fours * 4);

export const statusCases: fc.Arbitrary<StatusCase> = fc.record({
  better: fc.constantFrom('higher', 'lower'),
  counted: fc.boolean(),
  baseline: figure,
  target: figure,
  slack: fc.integer({ min: 0, max: 6 }).map((fours) => fours * 4),
  actual: fc.nat(260),
  quarter: fc.constantFrom(1, 2, 3, 4),
  status: fc.constantFrom('estimate', 'provisional', 'final', 'revised'),
});

export const quarterEnds = ['2008-06-30', '2008-09-30', '2008-12-31', '2009-03-31'] as const;
const tenths = (value: number): string =>
  `${value < 0 ? '-' : ''}${Math.floor(Math.abs(value) / 10)}.${Math.abs(value) % 10}`;

export function seriesOfCase({ better, counted }: StatusCase): Series {
  const accumulation = counted ? 'cumulative' : 'point';
  return seriesOf({ polarity: { better }, measuredAs: 'count', accumulation });
}

export function courseOfCase({ better, baseline, target, slack }: StatusCase): Course {
  return courseOf(tenths(baseline), [
    tenths(target),
    tenths(better === 'higher' ? target - slack : target + slack),
  ]);
}

export function readingOfCase({ counted, quarter, actual, status }: StatusCase): Reading {
  const starts = ['2008-04-01', '2008-07-01', '2008-10-01', '2009-01-01'] as const;
  const from = counted ? '2008-04-01' : (starts[quarter - 1] ?? '2008-04-01');
  return published(tenths(actual), periodOf(from, quarterEnds[quarter - 1] ?? '2009-03-31'), { status });
}

/** The colour in its own way: in whole tenths, quarter by quarter, from a table of the course. Shares nothing with what it judges. */
export function statusReferee(each: StatusCase): string {
  const start = each.counted ? 0 : each.baseline;
  const table = [0, 1, 2, 3, 4].map((quarter) => start + ((each.target - start) * quarter) / 4);
  const expected = table[each.quarter] ?? 0;
  const slack = each.counted ? (each.slack * each.quarter) / 4 : each.slack;
  const short = each.better === 'higher' ? expected - each.actual : each.actual - expected;
  const colour = short <= 0 ? 'green' : short <= slack ? 'amber' : 'red';
  const isFirm = each.status === 'final' || each.status === 'revised';
  return `${colour}${colour === 'green' && isFirm && each.quarter === 4 ? ' achieved' : ''}`;
}

/** The lives of one period’s figure: revisions in July to December 2008, and the day asked about. */
export type RevisionCase = Readonly<{ days: readonly number[]; asked: number }>;
export const revisionCases: fc.Arbitrary<RevisionCase> = fc.record({
  days: fc
    .uniqueArray(fc.nat(150), { minLength: 1, maxLength: 5 })
    .map((days) => days.toSorted((a, b) => a - b)),
  asked: fc.nat(160),
});

const june = periodOf('2008-04-01', '2008-06-30');
export const dayOf = (number: number) => new Date(Date.UTC(2008, 6, 1 + number, 12));
export const askedDay = ({ asked }: RevisionCase) => date(dayOf(asked).toISOString().slice(0, 10));
export const revisionsOf = ({ days }: RevisionCase): readonly Reading[] =>
  days.map((day, index) => published(String(index), june, { revision: index + 1, publishedAt: dayOf(day) }));

/** Counts the revisions of the days before and at the one asked about. */
export const revisionReferee = ({ days, asked }: RevisionCase): string =>
  String(days.filter((day) => day <= asked).length - 1);
