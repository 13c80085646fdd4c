import { addMonths, date, type IsoDate } from '#platform/kernel';

/** Within how many months of being entered an action is a quick win, so that a plan of years shows something soon. */
export type QuickWinRule = Readonly<{
  months: number;
  from: IsoDate;
  until: IsoDate | undefined;
  source: string;
  certainty: 'recommended';
}>;

/** Dated, so that another practice leaves the plans of before as they were. */
export const quickWinRules: readonly QuickWinRule[] = [
  {
    months: 6,
    from: date('2007-04-01'),
    until: undefined,
    source:
      'Accord’s default: the Kent Commitment, paragraph 6, promises quicker wins within plans of two years, and says no length for them',
    certainty: 'recommended',
  },
];

/** The rule for actions entered on a day; undefined where there was none, so that any day may be a quick win’s. */
export const quickWinRuleOn = (on: IsoDate): QuickWinRule | undefined =>
  quickWinRules.find(({ from, until }) => from <= on && (until === undefined || on < until));

/** The last day by which a quick win that is entered on a day is done. */
export function lastQuickDay(on: IsoDate): IsoDate | undefined {
  const rule = quickWinRuleOn(on);
  return rule && addMonths(on, rule.months);
}
