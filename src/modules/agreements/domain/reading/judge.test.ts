import { addMonths, addDays, date } from '#platform/kernel';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodsBetween } from '../series/periods.ts';
import type { Series } from '../series/series.ts';
import { type Brought, judgeReading, withItsFigure } from './judge.ts';
import type { Reading } from './reading.ts';
import { broughtForTest, readingForTest, seriesForTest } from './reading.testing.ts';

const today = date('2026-07-15');
const period = (from: string, to: string) => ({ from: date(from), to: date(to) });

function faultsOf(
  brought: Partial<Brought>,
  series: Partial<Series> = {},
  stands?: Reading,
  others: readonly Reading[] = [],
) {
  const judged = judgeReading(broughtForTest(brought), {
    series: seriesForTest(series),
    stands,
    others,
    today,
  });
  return judged.faults.map(({ column, fault }) => `${column}: ${fault.is}`);
}

describe('the period of a reading', () => {
  test('must be over before its reading is taken', () => {
    expect(faultsOf({ period: period('2026-07-01', '2026-09-30') })).toEqual(['to: not-over']);
    const monthly = { frequency: 'monthly' } as const;
    expect(faultsOf({ period: period('2026-06-01', '2026-06-30') }, monthly)).toEqual([]);
  });

  test('must be one of its series', () => {
    expect(faultsOf({ period: period('2026-04-01', '2026-05-31') })).toEqual(['to: no-such-period']);
    expect(faultsOf({ period: period('2026-05-01', '2026-06-30') })).toEqual(['to: no-such-period']);
    expect(faultsOf({ period: period('2026-06-30', '2026-04-01') })).toEqual(['to: ends-before-it-begins']);
    expect(faultsOf({}, { accumulation: 'cumulative' })).toEqual([]);
    expect(faultsOf({}, { fromDay: date('2026-07-01') })).toEqual(['to: before-the-series']);
  });

  test('that is over and of the series is taken, whatever the rhythm', () => {
    const rhythm = fc.record({
      frequency: fc.constantFrom('monthly', 'quarterly', 'termly', 'annual', 'biennial'),
      accumulation: fc.constantFrom('point', 'cumulative', 'rolling', 'academic-year'),
    });
    fc.assert(
      fc.property(rhythm, (chosen) => {
        const series = seriesForTest(chosen);
        for (const each of periodsBetween(series, addMonths(today, -30), addDays(today, -1)))
          expect(faultsOf({ period: each }, chosen)).toEqual([]);
        for (const each of periodsBetween(series, today, addMonths(today, 30)))
          expect(faultsOf({ period: each }, chosen)).toEqual(['to: not-over']);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the figure of a reading', () => {
  test.each([
    ['140', ['value: over-a-hundred']],
    ['100.1', ['value: over-a-hundred']],
    ['100.0', []],
    ['-0.1', ['value: below-nothing']],
    ['61.95', ['value: too-many-decimals']],
    ['61.900', []],
  ])('%s per cent', (value, expected) => {
    expect(faultsOf({ value })).toEqual(expected);
  });

  test('may be anything where it is a change, or a number of its own kind', () => {
    expect(faultsOf({ value: '-140' }, { measuredAs: 'change', unit: '%' })).toEqual([]);
    expect(faultsOf({ value: '140' }, { measuredAs: 'change', unit: '%' })).toEqual([]);
    // A word in the unit makes no change of a percentage.
    expect(faultsOf({ value: '140' }, { unit: '% change' })).not.toEqual([]);
    expect(faultsOf({ value: '-4.1' }, { measuredAs: 'number', unit: 'degrees' })).toEqual([]);
    expect(faultsOf({ value: '140' }, { measuredAs: 'rate', unit: 'per 1,000' })).toEqual([]);
    expect(faultsOf({ value: '-1' }, { measuredAs: 'count', unit: 'homes' })).toEqual([
      'value: below-nothing',
    ]);
  });

  test('follows from numerator and denominator, by which it is checked exactly', () => {
    expect(faultsOf({ numerator: '619', denominator: '1000' })).toEqual([]);
    expect(faultsOf({ value: '61.8', numerator: '619', denominator: '1000' })).toEqual([
      'value: another-ratio',
    ]);
    expect(faultsOf({ numerator: '1001', denominator: '1000' })).toEqual(['numerator: part-over-whole']);
    expect(faultsOf({ numerator: '619' })).toEqual(['denominator: half-a-ratio']);
    expect(faultsOf({ numerator: '0', denominator: '0' })).toEqual(['denominator: out-of-nothing']);
    const rate = { measuredAs: 'rate', ratio: { numerator: 'Cases', denominator: 'People', per: '1000' } };
    expect(faultsOf({ value: '1500.0', numerator: '3', denominator: '2' }, rate as Partial<Series>)).toEqual(
      [],
    );
    const read = { ...broughtForTest({ numerator: '1', denominator: '3' }), value: undefined };
    expect(withItsFigure(read, seriesForTest()).value).toBe('33.3');
  });

  test('worked out from any numerator and denominator is never refused, and one unit off always is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), (whole, part) => {
        const parts = { numerator: String(Math.min(part, whole)), denominator: String(whole) };
        const { value = '' } = withItsFigure(
          { ...broughtForTest(parts), value: undefined as string | undefined },
          seriesForTest(),
        );
        expect(faultsOf({ ...parts, value })).toEqual([]);
        const off = (Number(value) + (Number(value) > 50 ? -0.1 : 0.1)).toFixed(1);
        expect(faultsOf({ ...parts, value: off })).toEqual(['value: another-ratio']);
      }),
      { numRuns: 200 },
    );
  });

  test('is in the unit of its series, which never changes midway', () => {
    expect(faultsOf({ unit: '%of Homes' })).toEqual([]);
    expect(faultsOf({ unit: 'homes' })).toEqual(['unit: another-unit']);
  });

  test('lies within its own confidence interval', () => {
    expect(faultsOf({ confidence: { low: '60', high: '63.5' } })).toEqual([]);
    expect(faultsOf({ confidence: { low: '62', high: '63.5' } })).toEqual(['low: outside-its-limits']);
    expect(faultsOf({ confidence: { low: '63', high: '60' } })).toEqual(['low: outside-its-limits']);
  });

  test('is given unless it is suppressed or not available, and then it is not', () => {
    expect(faultsOf({ value: undefined })).toEqual(['value: no-figure']);
    expect(faultsOf({ value: undefined, status: 'not-available' })).toEqual([]);
    expect(faultsOf({ status: 'suppressed' })).toEqual(['value: has-a-figure']);
    expect(faultsOf({ value: undefined, numerator: '3', denominator: '90', status: 'suppressed' })).toEqual([
      'numerator: has-a-figure',
    ]);
  });

  test('of a few people is suppressed', () => {
    const few = { suppressUnder: 5 };
    expect(faultsOf({ value: '4.0', numerator: '4', denominator: '100' }, few)).toEqual([
      'status: must-be-suppressed',
    ]);
    expect(faultsOf({ value: '5.0', numerator: '5', denominator: '100' }, few)).toEqual([]);
    const count = { ...few, ratio: undefined, measuredAs: 'count', decimals: 0 } as const;
    expect(faultsOf({ value: '4' }, count)).toEqual(['status: must-be-suppressed']);
  });
});

describe('a reading of a period that has one', () => {
  const provisional = readingForTest();
  const final = readingForTest({ status: 'final' });

  test('follows what stands', () => {
    expect(faultsOf({ status: 'final' }, {}, provisional)).toEqual([]);
    expect(faultsOf({ status: 'provisional' }, {}, final)).toEqual(['status: follows-badly']);
    expect(faultsOf({ status: 'final' }, {}, final)).toEqual(['status: follows-badly']);
    expect(faultsOf({ status: 'revised' }, {}, final)).toEqual([]);
    expect(faultsOf({ status: 'revised' })).toEqual(['status: nothing-to-revise']);
  });

  test('says why, where its year is closed', () => {
    const march = period('2026-01-01', '2026-03-31');
    const closed = readingForTest({ status: 'final', period: march });
    expect(faultsOf({ status: 'revised', period: march }, {}, closed)).toEqual(['note: reason-needed']);
    expect(faultsOf({ status: 'revised', period: march, note: 'Homes counted twice' }, {}, closed)).toEqual(
      [],
    );
    const open = readingForTest({ period: march });
    expect(faultsOf({ status: 'final', period: march }, {}, open)).toEqual([]);
  });

  test('is refused where somebody was quicker', () => {
    const two = readingForTest({ revision: 2 });
    expect(faultsOf({ status: 'final', knownRevisions: 1 }, {}, two)).toEqual(['revises: stale']);
    expect(faultsOf({ status: 'final', knownRevisions: 2 }, {}, two)).toEqual([]);
    expect(faultsOf({ knownRevisions: 1 })).toEqual(['revises: stale']);
  });
});

test('a figure far from all before it is asked about, and never refused', () => {
  const before = ['60.1', '61.0', '61.4', '60.8', '62.0'].map((value) => readingForTest({ value }));
  const judged = (value: string, others = before) =>
    judgeReading(broughtForTest({ value }), { series: seriesForTest(), stands: undefined, others, today });
  expect(judged('16.9')).toEqual({ faults: [], doubt: { is: 'unlike-before', usual: '61', periods: 5 } });
  expect(judged('63.0').doubt).toBeUndefined();
  expect(judged('16.9', before.slice(0, 3)).doubt).toBeUndefined();
});
