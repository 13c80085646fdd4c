import { date } from '#platform/kernel';
import type { Series } from '../series/series.ts';
import type { Brought } from './judge.ts';
import type { Reading } from './reading.ts';

/** A quarterly percentage of homes, due six weeks after each quarter; change what a test is about. */
export const seriesForTest = (change: Partial<Series> = {}): Series => ({
  id: 'decent-homes',
  indicatorId: 'local-1',
  title: 'Homes that are decent',
  concerns: 'population',
  polarity: { better: 'higher' },
  unit: '% of homes',
  measuredAs: 'percentage',
  decimals: 1,
  frequency: 'quarterly',
  accumulation: 'point',
  ratio: { numerator: 'Decent homes', denominator: 'Homes', per: '100' },
  method: { by: 'count' },
  suppressUnder: undefined,
  collectedBy: 'district',
  lagDays: 42,
  floorMargin: undefined,
  profile: undefined,
  measuredFrom: 'Housing return',
  fromDay: undefined,
  replaces: undefined,
  proxyFor: undefined,
  isIllustrative: true,
  source: 'Test',
  certainty: 'confirmed',
  ...change,
});

/** The reading of April to June 2026, as an officer brings it in July. */
export const broughtForTest = (change: Partial<Brought> = {}): Brought => ({
  seriesId: 'decent-homes',
  areaId: 'maidstone',
  period: { from: date('2026-04-01'), to: date('2026-06-30') },
  status: 'provisional',
  value: '61.9',
  numerator: undefined,
  denominator: undefined,
  confidence: undefined,
  sample: undefined,
  note: '',
  source: 'Housing return',
  unit: undefined,
  knownRevisions: undefined,
  ...change,
});

/** The same as it was published on 20 July 2026. */
export const readingForTest = (change: Partial<Reading> = {}): Reading => {
  const { unit: _, knownRevisions: __, ...measured } = broughtForTest();
  return {
    ...measured,
    revision: 1,
    bodyId: 'maidstone',
    batchId: 'b1',
    enteredBy: 'Performance',
    approvedBy: 'Chief executive',
    publishedAt: new Date('2026-07-20T09:00:00Z'),
    ...change,
  };
};
