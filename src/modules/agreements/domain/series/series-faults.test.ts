import { expect, test } from 'vitest';
import { seriesForTest } from '../reading/reading.testing.ts';
import { seriesFaults } from './series-faults.ts';
import type { Series } from './series.ts';

const faultsOf = (change: Partial<Series>) =>
  seriesFaults(seriesForTest(change), [], []).map(({ at, fault }) => `${at}: ${fault}`);
const ratio = (per: string) => ({ ratio: { numerator: 'Decent homes', denominator: 'Homes', per } });

test('a series with nothing wrong has no faults', () => {
  expect(faultsOf({ ...ratio('1000'), floorMargin: '0', profile: ['20', '25', '30', '25'] })).toEqual([]);
});

test.each([
  [{ floorMargin: '-5' }, 'floorMargin: below-nothing'],
  [{ floorMargin: '−5' }, 'floorMargin: not-a-number'],
  [{ floorMargin: '1e400' }, 'floorMargin: not-a-number'],
  [ratio('0'), 'per: not-above-nothing'],
  [ratio('-100'), 'per: not-above-nothing'],
  [ratio('٣'), 'per: not-a-number'],
  [{ profile: ['20', '25', '30', '20', '5'] }, 'profile: profile-parts'],
  [{ profile: ['0', '0', '0', '0'] }, 'profile: profile-of-nothing'],
  [{ profile: ['-1', '2', '2', '1'] }, 'profile: profile-of-nothing'],
  [{ profile: ['1', '2', 'x', '1'] }, 'profile: not-a-number'],
] as const)('%o is told', (change, fault) => {
  expect(faultsOf(change)).toEqual([fault]);
});
