import type { IsoDate } from '#platform/kernel';
import {
  type BodyRules,
  ruleDefinition,
  type RuleKey,
  type RuleValue,
  sayRuleValue,
} from '#modules/register';
import type { Ruled } from '../domain/ruled.ts';

/** A body’s rule on a day with its value in words and where it is known from; `read` puts it in the terms it is used in. */
export function ruled<Key extends RuleKey, Value>(
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
