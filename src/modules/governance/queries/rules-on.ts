import type { IsoDate } from '#platform/kernel';
import { type BodyRules, countingBasis, type Period, type RuleKey, type RuleValue } from '#modules/register';
import type { CallInRules } from '../domain/call-in/rules.ts';
import type { ClearDays, NoticeRules } from '../domain/notice/timeliness.ts';
import type { RecordRules } from '../domain/record/completeness.ts';

/** A body’s rules of call-in on the day of a decision; what is not known or does not apply is undefined. */
export function callInRulesOn(rules: BodyRules, on: IsoDate): CallInRules {
  return {
    appliesTo: valueOn(rules, 'callIn.appliesTo', on),
    windowWorkingDays: countOn(rules, 'callIn.window', on),
    closeTime: valueOn(rules, 'callIn.closeTime', on),
    effective: valueOn(rules, 'callIn.effective', on),
    signatories: valueOn(rules, 'callIn.signatories', on),
    eligible: valueOn(rules, 'callIn.eligible', on),
    groups: valueOn(rules, 'callIn.groups', on),
    reasonsRequired: valueOn(rules, 'callIn.reasonsRequired', on),
    hearingWorkingDays: countOn(rules, 'callIn.hearing', on),
    notHeard: valueOn(rules, 'callIn.notHeard', on),
    oncePerDecision: valueOn(rules, 'callIn.oncePerDecision', on),
    cutOff: valueOn(rules, 'record.cutOff', on),
  };
}

/** A body’s rules of notice on the day a decision is taken. */
export function noticeRulesOn(rules: BodyRules, on: IsoDate): NoticeRules {
  return {
    law: valueOn(rules, 'law.executiveDecisions', on),
    keyDecision: clearDaysOn(rules, 'notice.keyDecision', on),
    generalException: clearDaysOn(rules, 'notice.generalException', on),
  };
}

/** What the law of the day asks of the record of a decision. */
export function recordRulesOn(rules: BodyRules, on: IsoDate): RecordRules {
  return {
    law: valueOn(rules, 'law.executiveDecisions', on),
    dispensationBy: valueOn(rules, 'record.dispensationBy', on),
    officerDecisions: valueOn(rules, 'record.officerDecisions', on),
    otherOfficerDecisions: valueOn(rules, 'record.otherOfficerDecisions', on),
  };
}

/** One rule’s value on a day; undefined where it is not known or does not apply. */
export function valueOn<Key extends RuleKey>(
  rules: BodyRules,
  key: Key,
  on: IsoDate,
): RuleValue<Key> | undefined {
  const ruling = rules.rule(key, { on });
  return ruling.standing === 'known' ? ruling.value : undefined;
}

type PeriodKey = { [Key in RuleKey]: RuleValue<Key> extends Period ? Key : never }[RuleKey];

/** A period with the basis on which its days count. */
export function clearDaysOn(rules: BodyRules, key: PeriodKey, on: IsoDate): ClearDays | undefined {
  const period = valueOn(rules, key, on);
  return period === undefined ? undefined : { count: period.count, basis: countingBasis(period) };
}

const countOn = (rules: BodyRules, key: PeriodKey, on: IsoDate): number | undefined =>
  valueOn(rules, key, on)?.count;
