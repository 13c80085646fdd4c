import { date } from '#platform/kernel';
import { expect, test } from 'vitest';
import type { Series } from '../series/series.ts';
import { newVersion } from './samples.testing.ts';
import type { TargetVersion } from './target.ts';
import { type NewVersion, versionFaults } from './version-faults.ts';

const homes: Pick<Series, 'measuredAs' | 'decimals' | 'polarity'> = {
  measuredAs: 'count',
  decimals: 0,
  polarity: { better: 'higher' },
};
const recycled = { ...homes, measuredAs: 'percentage', decimals: 1 } as const;
const today = date('2026-07-15');
const faultsOf = (
  given: NewVersion,
  series: Pick<Series, 'measuredAs' | 'decimals' | 'polarity'> = homes,
  before?: TargetVersion,
) =>
  versionFaults(given, series, { today, before, ended: ['old-council'] }).map(
    ({ fault, at }) => `${at}: ${fault}`,
  );
const baseline = (change: Partial<NewVersion['baseline']>) =>
  newVersion({ baseline: { ...newVersion().baseline, ...change } });
const firstYear = (change: Partial<NewVersion['values'][number]>) =>
  newVersion({
    values: newVersion().values.map((year, index) => (index === 0 ? { ...year, ...change } : year)),
  });

test('a whole version has nothing wrong with it', () => {
  expect(faultsOf(newVersion())).toEqual([]);
});

test('a target without a baseline is allowed as to be set, with the day by which, and never as final', () => {
  expect(faultsOf(baseline({ value: undefined }))).toEqual(['baseline: baseline-missing']);
  expect(faultsOf(baseline({ value: undefined, status: 'to-be-set' }))).toEqual([
    'baselineBy: baseline-to-be-set-by',
  ]);
  expect(faultsOf(baseline({ value: undefined, status: 'to-be-set', by: today }))).toEqual([
    'baselineBy: baseline-by-passed',
  ]);
  expect(faultsOf(baseline({ value: undefined, status: 'to-be-set', by: date('2026-09-30') }))).toEqual([]);
  expect(faultsOf(baseline({ status: 'to-be-set', by: date('2026-09-30') }))).toEqual([
    'baseline: baseline-and-to-be-set',
  ]);
});

test('a percentage of 140 is refused wherever it stands', () => {
  const percentages = newVersion({
    baseline: { ...newVersion().baseline, value: '140' },
    without: '-1',
    values: [{ ...firstYear({}).values[0], value: '50', floor: '100.1', stretch: '60' } as never],
  });
  expect(faultsOf(percentages, recycled)).toEqual([
    'baseline: percentage-out-of-range',
    'without: percentage-out-of-range',
    'floor-1: percentage-out-of-range',
    'floor-1: floor-beyond-target',
  ]);
});

test.each([
  [firstYear({ value: '-1' }), 'value-1: negative'],
  [firstYear({ value: '900.5' }), 'value-1: too-many-decimals'],
  [firstYear({ value: 'many' }), 'value-1: not-a-number'],
  [firstYear({ floor: '901' }), 'floor-1: floor-beyond-target'],
  [firstYear({ stretch: '899' }), 'stretch-1: stretch-short-of-target'],
  [firstYear({ period: { from: date('2026-04-01'), to: date('2026-03-31') } }), 'to-1: period-backwards'],
  [firstYear({ period: { from: date('2026-04-01'), to: date('2027-04-01') } }), 'from-2: years-overlap'],
  [newVersion({ values: [] }), 'value-1: years-missing'],
  [newVersion({ partners: [] }), 'partners: partners-missing'],
  [newVersion({ partners: ['kent-county-council', 'old-council'] }), 'partners: partner-ended'],
  [newVersion({ leadBody: 'thanet' }), 'lead: lead-not-bound'],
])('%# is refused in its own field', (given, fault) => {
  expect(faultsOf(given)).toEqual([fault]);
});

test('where lower is better, the floor is above the target and the stretch below it', () => {
  const lower = { ...homes, polarity: { better: 'lower' } } as const;
  expect(faultsOf(firstYear({ floor: '950', stretch: '850' }), lower)).toEqual([]);
  expect(faultsOf(firstYear({ floor: '850', stretch: '950' }), lower)).toEqual([
    'floor-1: floor-beyond-target',
    'stretch-1: stretch-short-of-target',
  ]);
  const band = { ...homes, polarity: { better: 'band', low: '800', high: '1000' } } as const;
  expect(faultsOf(firstYear({ floor: '850' }), band)).toEqual(['floor-1: band-has-no-floor']);
});

test('a change says why, and changes something', () => {
  const before: TargetVersion = {
    ...newVersion(),
    number: 1,
    putOn: date('2026-05-01'),
    putBy: 'Performance',
    byBody: 'kent-county-council',
  };
  expect(faultsOf(firstYear({ value: '950' }), homes, before)).toEqual(['reason: reason-missing']);
  expect(faultsOf(newVersion({ reason: 'A clearer source' }), homes, before)).toEqual([
    'form: nothing-changed',
  ]);
  expect(faultsOf({ ...firstYear({ value: '950' }), reason: 'More sites' }, homes, before)).toEqual([]);
});
