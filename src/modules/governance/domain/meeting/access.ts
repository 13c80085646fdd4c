import {
  type Basis,
  type Calendar,
  type ComputedDate,
  earliestEvent,
  type IsoDate,
  latestNotice,
} from '#platform/kernel';

/** The rule that says how long an agenda must be open before its meeting, as it stands on the day of the meeting. */
export type AccessRule =
  | Readonly<{
      standing: 'known';
      title: string;
      law: string;
      source: string;
      says: string;
      days: number;
      basis: Basis;
      checkLocally: boolean;
    }>
  | Readonly<{ standing: 'not-known'; title: string; law: string }>
  | Readonly<{ standing: 'does-not-apply'; title: string; because: string }>;

/** Whether an agenda that is published on a day is in time for its meeting. */
export type AccessJudged =
  | Readonly<{
      standing: 'in-time' | 'late';
      rule: Extract<AccessRule, { standing: 'known' }>;
      /** The last day on which it could have been published. */
      latest: ComputedDate;
      /** The first day on which a meeting could take what is published now. */
      earliest: ComputedDate;
    }>
  | Readonly<{ standing: 'not-judged'; rule: Exclude<AccessRule, { standing: 'known' }> }>;

/**
 * Judges the days between publication and meeting. An item whose agenda was not open for so long may be considered only
 * where the chair takes it as a matter of urgency, for a reason that is recorded (Local Government Act 1972, section
 * 100B(4); SI 2012/2089, regulation 7).
 */
export function judgeAccess(
  rule: AccessRule,
  calendar: Calendar,
  { publishedOn, sitsOn }: Readonly<{ publishedOn: IsoDate; sitsOn: IsoDate }>,
): AccessJudged {
  if (rule.standing !== 'known') return { standing: 'not-judged', rule };
  const latest = latestNotice(calendar, sitsOn, rule.days, rule.basis);
  const earliest = earliestEvent(calendar, publishedOn, rule.days, rule.basis);
  return { standing: publishedOn <= latest.date ? 'in-time' : 'late', rule, latest, earliest };
}
