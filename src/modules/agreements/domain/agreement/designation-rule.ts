import { addMonths, formatDate, type IsoDate } from '#platform/kernel';

/** How long after an approval targets may be designated, by the law of the day. Dates are first days. */
export const designationRules = [
  {
    from: '2007-12-30',
    until: undefined,
    months: 1,
    says: 'Section 109: designated within one month of the approval',
    source: 'Local Government and Public Involvement in Health Act 2007, section 109',
    certainty: 'unsure',
  },
] as const satisfies readonly Readonly<{
  from: string;
  until: string | undefined;
  months: number;
  says: string;
  source: string;
  certainty: string;
}>[];

/** The last day to designate what was approved on a day, and the rule; undefined where no rule of that day is known. */
export function lastToDesignate(approvedOn: IsoDate) {
  const rule = designationRules.findLast(({ from }) => from <= approvedOn);
  if (rule === undefined) return undefined;
  const by = addMonths(approvedOn, rule.months);
  return { by, rule, says: `${rule.says}, so by ${formatDate(by)}` };
}
