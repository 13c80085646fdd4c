import type { IsoDate } from '#platform/kernel';
import {
  type BodyRules,
  countingBasis,
  type Period,
  ruleDefinition,
  type RuleKey,
  type RuleValue,
  sayRuleValue,
} from '#modules/register';
import type { ClearDays } from '../domain/notice/timeliness.ts';
import type { Ruled } from '../domain/ruled.ts';

/** The rules whose value is a period. */
export type PeriodKey = { [Key in RuleKey]: RuleValue<Key> extends Period ? Key : never }[RuleKey];

/** A body’s rule on a day, with its words and where it is known from. */
export const ruledOn = <Key extends RuleKey>(
  rules: BodyRules,
  key: Key,
  on: IsoDate,
): Ruled<RuleValue<Key>> => ruled(rules, key, on, (value) => value);

/** The same of a period, as so many days of a kind. */
export const daysRuledOn = (rules: BodyRules, key: PeriodKey, on: IsoDate): Ruled<ClearDays> =>
  ruled(rules, key, on, (period: Period) => ({ count: period.count, basis: countingBasis(period) }));

function ruled<Key extends RuleKey, Value>(
  rules: BodyRules,
  key: Key,
  on: IsoDate,
  read: (value: RuleValue<Key>) => Value,
): Ruled<Value> {
  const ruling = rules.rule(key, { on });
  const named = { key, title: ruleDefinition(key).title };
  if (ruling.standing !== 'known') return { ...named, ...ruling };
  const { value, source, certainty, since, setBy, checkLocally } = ruling;
  const says = sayRuleValue(key, value);
  return {
    ...named,
    standing: 'known',
    value: read(value),
    says,
    source,
    certainty,
    since,
    setBy,
    checkLocally,
  };
}
