import { date, type IsoDate } from '#platform/kernel';

/**
 * How far short of a target still counts as amber where neither the target nor its series says so: so many hundredths of
 * the expected figure, or so many percentage points.
 */
export type MarginRule = Readonly<{
  of: 'percentage' | 'anything-else';
  margin: string;
  basis: 'points' | 'per-cent-of-expected';
  from: IsoDate;
  until: IsoDate | undefined;
  source: string;
  certainty: 'confident' | 'recommended';
}>;

/** How many standard errors apart two figures of a survey must lie before one is said to differ from the other. */
export type SignificanceRule = Readonly<{
  standardErrors: string;
  from: IsoDate;
  until: IsoDate | undefined;
  source: string;
  certainty: 'confident';
}>;

const practice =
  'Accord’s default, after the practice of county performance reports; a series may set its own';

/** Dated, so that a change of practice leaves earlier statuses as they were. */
export const marginRules: readonly MarginRule[] = [
  {
    of: 'percentage',
    margin: '2',
    basis: 'points',
    from: date('1992-04-01'),
    until: undefined,
    source: practice,
    certainty: 'recommended',
  },
  {
    of: 'anything-else',
    margin: '5',
    basis: 'per-cent-of-expected',
    from: date('1992-04-01'),
    until: undefined,
    source: practice,
    certainty: 'recommended',
  },
];

export const significanceRules: readonly SignificanceRule[] = [
  {
    standardErrors: '1.96',
    from: date('1992-04-01'),
    until: undefined,
    source: 'The 95% level at which national surveys of places are reported',
    certainty: 'confident',
  },
];

/** The rule in force on a day; before the first of them, the first. */
export function inForce<Rule extends Readonly<{ from: IsoDate; until: IsoDate | undefined }>>(
  rules: readonly Rule[],
  on: IsoDate,
): Rule {
  const rule = rules.find(({ from, until }) => from <= on && (until === undefined || on < until)) ?? rules[0];
  if (rule === undefined) throw new Error('No rule at all');
  return rule;
}
