import type { IsoDate } from '#platform/kernel';

/** What a condition is watched by: something done, a report received, or a figure that holds. */
export const watchKinds = {
  milestone: 'Something is done by a date',
  report: 'A report is received by a date',
  figure: 'A figure stays on the right side of a value',
} as const;

export const comparisons = {
  'at-least': 'at least',
  'at-most': 'at most',
  'more-than': 'more than',
  'less-than': 'less than',
} as const;
export type Comparison = keyof typeof comparisons;

export type Watch =
  | Readonly<{
      kind: 'milestone' | 'report';
      /** What is to be done or received. */
      what: string;
      /** The last day for it; undefined: no day was stated. */
      by: IsoDate | undefined;
    }>
  | Readonly<{
      kind: 'figure';
      /** The figure’s name; another part of Accord that owns the figure gives its readings under the same name. */
      what: string;
      comparison: Comparison;
      threshold: number;
      unit: string;
      /** The first day on which it must hold; undefined: at once. */
      from: IsoDate | undefined;
    }>;

/** What was done about a condition, each with its day. Nothing else is kept of where it stands. */
export const conditionFactKinds = {
  watched: 'What to watch was set',
  met: 'Met',
  reopened: 'Found not to be met after all',
  moved: 'Expected on another day',
  agreed: 'The committee agreed to another day',
  slipped: 'Slipped',
  reading: 'A reading of the figure',
} as const;
export type ConditionFactKind = keyof typeof conditionFactKinds;

type Told = Readonly<{
  on: IsoDate;
  /** In words: why it slipped, how it was met. */
  says: string;
  source: string;
  byOffice: string;
}>;

export type ConditionFact = Told &
  (
    | Readonly<{ kind: 'watched'; watch: Watch }>
    | Readonly<{ kind: 'moved' | 'agreed'; to: IsoDate }>
    | Readonly<{ kind: 'reading'; value: number }>
    | Readonly<{ kind: 'met' | 'reopened' | 'slipped' }>
  );

/** Whether a value is on the right side. */
export function holds(value: number, comparison: Comparison, threshold: number): boolean {
  switch (comparison) {
    case 'at-least':
      return value >= threshold;
    case 'at-most':
      return value <= threshold;
    case 'more-than':
      return value > threshold;
    case 'less-than':
      return value < threshold;
    default:
      return comparison satisfies never;
  }
}
