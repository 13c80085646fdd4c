import { pence } from '#platform/kernel';
import { describe, expect, test } from 'vitest';
import {
  ruleDefinition,
  type RuleKey,
  ruleKeys,
  type RuleValue,
} from '../../../domain/rule-catalogue/index.ts';
import { sayMeaning } from './rule-meanings.ts';

/** Every kind of value a rule can take, at least once. */
function valuesOf(key: RuleKey): readonly RuleValue[] {
  const { value } = ruleDefinition(key);
  switch (value.type) {
    case 'money':
      return [pence(25_000_000n)];
    case 'count':
      return [2];
    case 'period':
      return value.units.map((unit) => ({ count: 5, unit }));
    case 'yes-no':
      return [true, false];
    case 'choice':
      return Object.keys(value.options);
    case 'time':
      return ['17:00'];
    case 'text':
      return ['The chairman of scrutiny'];
    default:
      return value satisfies never;
  }
}

describe('what a rule means', () => {
  test.each(ruleKeys)('%s is a sentence for every value it can take', (key) => {
    for (const value of valuesOf(key)) {
      const sentence = sayMeaning(key, value);
      expect(sentence).toMatch(/^[A-Z].{14,}/u);
      expect(sentence).not.toMatch(/undefined|\[object|\btrue\b|\bfalse\b|\.\.$/u);
    }
  });

  test('says what the number does, not just the number', () => {
    expect(sayMeaning('callIn.signatories', 2)).toBe('A call-in needs the signatures of 2 members.');
    expect(sayMeaning('keyDecision.threshold', pence(25_000_000n))).toBe(
      'A decision to spend or save £250,000 or more is a key decision and needs notice.',
    );
  });
});
