import type { RuleKey, RuleValue } from './rule-catalogue/index.ts';
import { sayRuleValue } from './rule-value.ts';
import type { Ruling } from './rules.ts';

/** The value in words, or what to do where there is none. */
export function sayRuling(key: RuleKey, ruling: Ruling<RuleValue>): string {
  switch (ruling.standing) {
    case 'known':
      return sayRuleValue(key, ruling.value);
    case 'check-locally':
      return 'Check locally';
    case 'does-not-apply':
      return ruling.because;
    default:
      return ruling satisfies never;
  }
}
