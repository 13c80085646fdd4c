import type { IsoDate } from '#platform/kernel';
import { type BodyRules, countingBasis, type Period, type RuleKey, type RuleValue } from '#modules/register';
import type { DateRules, Days } from '../../domain/dates/rules-of-day.ts';
import type { Ruled } from '../../domain/ruled.ts';
import { ruled } from '../../queries/ruled.ts';

/** A body's rules about dates on a day, from the register. */
export function dateRules(rules: BodyRules, on: IsoDate): DateRules {
  const plain = <Key extends RuleKey>(key: Key): Ruled<RuleValue<Key>> => ruled(rules, key, on, same);
  const period = (key: PeriodKey): Ruled<Days> => ruled(rules, key, on, daysOf);
  return {
    'notice.keyDecision': period('notice.keyDecision'),
    'notice.generalException': period('notice.generalException'),
    'notice.privateMeeting': period('notice.privateMeeting'),
    'notice.privateMeetingAgain': period('notice.privateMeetingAgain'),
    'notice.forwardPlan': period('notice.forwardPlan'),
    'meeting.access': period('meeting.access'),
    'callIn.window': period('callIn.window'),
    'callIn.closeTime': plain('callIn.closeTime'),
    'callIn.effective': plain('callIn.effective'),
    'notice.form': plain('notice.form'),
  };
}

type PeriodKey = { [Key in RuleKey]: RuleValue<Key> extends Period ? Key : never }[RuleKey];

const same = <Value>(value: Value): Value => value;
const daysOf = (period: Period): Days => ({ count: period.count, basis: countingBasis(period) });
