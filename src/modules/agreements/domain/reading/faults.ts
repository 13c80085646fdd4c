import type { IsoDate } from '#platform/kernel';
import type { Frequency } from '../series/series.ts';
import type { ReadingPeriod, ReadingStatus } from './reading.ts';

/** What is wrong with a reading, so that it cannot be taken. The web has a sentence and a remedy for each. */
export type ReadingFault =
  // Cells that cannot be read
  | Readonly<{ is: 'missing' }>
  | Readonly<{ is: 'not-a-day' }>
  | Readonly<{ is: 'not-a-status' }>
  | Readonly<{ is: 'not-a-figure' }>
  | Readonly<{ is: 'not-a-count' }>
  | Readonly<{ is: 'too-long'; most: number }>
  | Readonly<{ is: 'limits-come-together' }>
  | Readonly<{ is: 'twice'; line: number }>
  // Whose it is
  | Readonly<{ is: 'unknown-series' }>
  | Readonly<{ is: 'unknown-area' }>
  | Readonly<{ is: 'no-owner' }>
  | Readonly<{ is: 'not-the-owner'; owner: string }>
  | Readonly<{ is: 'owned-already'; owner: string }>
  | Readonly<{ is: 'brought-by-another'; by: string }>
  | Readonly<{ is: 'waits-already' }>
  // What it covers
  | Readonly<{ is: 'ends-before-it-begins' }>
  | Readonly<{ is: 'not-over'; period: ReadingPeriod }>
  | Readonly<{ is: 'no-such-period'; frequency: Frequency; like: ReadingPeriod }>
  | Readonly<{ is: 'before-the-series'; from: IsoDate }>
  // Its figures
  | Readonly<{ is: 'another-unit'; unit: string }>
  | Readonly<{ is: 'no-figure' }>
  | Readonly<{ is: 'has-a-figure'; status: ReadingStatus }>
  | Readonly<{ is: 'too-many-decimals'; decimals: number }>
  | Readonly<{ is: 'over-a-hundred' }>
  | Readonly<{ is: 'below-nothing' }>
  | Readonly<{ is: 'half-a-ratio' }>
  | Readonly<{ is: 'out-of-nothing' }>
  | Readonly<{ is: 'part-over-whole'; denominator: string }>
  | Readonly<{ is: 'another-ratio'; expected: string }>
  | Readonly<{ is: 'must-be-suppressed'; under: number }>
  | Readonly<{ is: 'outside-its-limits' }>
  // What was published before
  | Readonly<{ is: 'stale'; revisions: number }>
  | Readonly<{ is: 'follows-badly'; before: ReadingStatus; status: ReadingStatus }>
  | Readonly<{ is: 'nothing-to-revise' }>
  | Readonly<{ is: 'reason-needed'; year: string }>;

/** What is unlikely of a reading and may be right: whoever brings it looks again. */
export type ReadingDoubt = Readonly<{ is: 'unlike-before'; usual: string; periods: number }>;
