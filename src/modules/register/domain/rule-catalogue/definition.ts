/** How a period is counted. Clear days leave out both ends, the day of the notice and the day of the event. */
export const periodUnits = {
  'clear-days': 'clear days, counted in calendar days',
  'clear-working-days': 'clear days, counted in working days',
  'working-days': 'working days',
  days: 'days',
  months: 'months',
  years: 'years',
} as const;
export type PeriodUnit = keyof typeof periodUnits;
export type Period = Readonly<{ count: number; unit: PeriodUnit }>;

/** What kind of value a rule takes, and so which question its form asks. */
export type RuleValueType =
  | Readonly<{ type: 'money' }>
  | Readonly<{ type: 'count'; unit: string; least: number; most: number }>
  | Readonly<{ type: 'period'; units: readonly PeriodUnit[]; most: number }>
  | Readonly<{ type: 'time' }>
  | Readonly<{ type: 'yes-no' }>
  | Readonly<{ type: 'text' }>
  | Readonly<{ type: 'choice'; options: Readonly<Record<string, string>> }>;

/** The regulations on executive decisions, of which one or the other was in force on the day of an act. */
export const executiveRegulations = {
  'si-2000-3272': 'SI 2000/3272',
  'si-2012-2089': 'SI 2012/2089',
} as const;
export type ExecutiveRegulations = keyof typeof executiveRegulations;

/** One rule a body may have, as its page shows it. */
export type RuleDefinition = Readonly<{
  title: string;
  /** What it decides, in a sentence for a monitoring officer. */
  help: string;
  /** The enactment or kind of document it comes from. */
  law: string;
  /** Whom it concerns: any body, principal councils, or those of them run by an executive. */
  concerns: 'any' | 'councils' | 'executives';
  /** The regulations that alone ask for it. Under the others there is no such rule, unless a body keeps one of its own. */
  onlyUnder?: ExecutiveRegulations;
  value: RuleValueType;
}>;

/** Periods that a constitution counts in working days. */
export const workingPeriods = ['working-days', 'clear-working-days'] as const;
/**
 * Periods of notice, in which neither end counts (SI 2012/2089 and the Local Government Act 1972 say “clear days”).
 */
export const clearPeriods = ['clear-days', 'clear-working-days'] as const;
