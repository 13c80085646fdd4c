import { date } from '#platform/kernel';
import type { Series } from '../series/series.ts';
import { seriesOf } from '../series/series.testing.ts';
import type { Brought } from './judge.ts';
import type { KeptReading } from './reading.ts';

/** A quarterly percentage of homes, due six weeks after each quarter; change what a test is about. */
export const seriesForTest = (change: Partial<Series> = {}): Series =>
  seriesOf({
    id: 'decent-homes',
    title: 'Homes that are decent',
    unit: '% of homes',
    ratio: { numerator: 'Decent homes', denominator: 'Homes', per: '100' },
    collectedBy: 'district',
    lagDays: 42,
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
export const readingForTest = (change: Partial<KeptReading> = {}): KeptReading => {
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
