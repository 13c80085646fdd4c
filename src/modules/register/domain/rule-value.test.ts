import { pounds } from '#platform/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodUnits } from './rule-catalogue/definition.ts';
import { ruleDefinition, type RuleKey, ruleKeys } from './rule-catalogue/index.ts';
import { answerRuleValue, countingBasis, readRuleValue, ruleJson, sayRuleValue } from './rule-value.ts';

/** An answer an officer could give for a rule, of the kind its form asks for. */
function answerTo(key: RuleKey): fc.Arbitrary<Readonly<{ value: string; unit?: string }>> {
  const { value } = ruleDefinition(key);
  const plain = (values: fc.Arbitrary<string>) => values.map((text) => ({ value: text }));
  switch (value.type) {
    case 'money':
      return plain(fc.nat().map((amount) => `£${amount.toLocaleString('en-GB')}.50`));
    case 'count':
      return plain(fc.integer({ min: value.least, max: value.most }).map(String));
    case 'period':
      return fc.record({
        value: fc.integer({ min: 1, max: value.most }).map(String),
        unit: fc.constantFrom(...value.units),
      });
    case 'time':
      return plain(fc.constantFrom('00:00', '12:00', '17:00', '23:59'));
    case 'yes-no':
      return plain(fc.constantFrom('yes', 'no'));
    case 'choice':
      return plain(fc.constantFrom(...Object.keys(value.options)));
    case 'text':
      return plain(fc.string({ minLength: 1, maxLength: 200 }).filter((text) => text.trim() !== ''));
    default:
      return value satisfies never;
  }
}

describe('every rule of the catalogue', () => {
  test.each(ruleKeys)('%s: an answer is read, kept and said without loss', (key) => {
    fc.assert(
      fc.property(answerTo(key), (answer) => {
        const read = answerRuleValue(key, answer);
        if (!read.ok) throw new Error(`${JSON.stringify(answer)} was refused: ${read.error}`);
        const kept: unknown = JSON.parse(JSON.stringify(ruleJson(read.value)));
        expect(readRuleValue(key, kept)).toEqual(read);
        expect(sayRuleValue(key, read.value)).not.toBe('');
      }),
      { numRuns: 30 },
    );
  });

  test.each(ruleKeys)('%s: no value of another kind is read', (key) => {
    const wrong: unknown[] = [
      null,
      undefined,
      [],
      {},
      -1,
      1.5,
      'no such option',
      { count: 0, unit: 'days' },
      Number.NaN,
    ];
    const isText = ruleDefinition(key).value.type === 'text';
    for (const json of isText ? wrong.filter((each) => typeof each !== 'string') : wrong)
      expect(readRuleValue(key, json).ok).toBe(false);
  });
});

describe('an answer in the form', () => {
  test.each([
    ['keyDecision.threshold', { value: '' }, 'value-missing'],
    ['keyDecision.threshold', { value: 'a lot' }, 'not-an-amount'],
    ['keyDecision.threshold', { value: '-5' }, 'not-an-amount'],
    ['callIn.signatories', { value: 'two' }, 'not-a-whole-number'],
    ['callIn.signatories', { value: '0' }, 'out-of-range'],
    ['callIn.signatories', { value: '101' }, 'out-of-range'],
    ['callIn.window', { value: '5', unit: 'weeks' }, 'unit-not-offered'],
    ['callIn.window', { value: '31', unit: 'working-days' }, 'out-of-range'],
    ['callIn.closeTime', { value: '5pm' }, 'not-a-time'],
    ['callIn.reasonsRequired', { value: 'perhaps' }, 'not-yes-or-no'],
    ['regime', { value: 'monarchy' }, 'not-an-option'],
    ['regime', { value: 'toString' }, 'not-an-option'],
    ['callIn.grounds', { value: 'x'.repeat(2001) }, 'text-too-long'],
  ] as const)('%s %o is refused as %s', (key, answer, refusal) => {
    expect(answerRuleValue(key, answer)).toEqual({ ok: false, error: refusal });
  });

  test('is said in words', () => {
    expect(sayRuleValue('keyDecision.threshold', pounds(250_000))).toBe('£250,000');
    expect(sayRuleValue('notice.keyDecision', { count: 28, unit: 'clear-days' })).toBe(
      '28 clear days, counted in calendar days',
    );
    expect(sayRuleValue('callIn.window', { count: 1, unit: 'working-days' })).toBe('1 working day');
    expect(sayRuleValue('callIn.groups', 1)).toBe('1 group');
    expect(sayRuleValue('callIn.signatories', 2)).toBe('2 members');
    expect(sayRuleValue('callIn.reasonsRequired', true)).toBe('Yes');
    expect(sayRuleValue('regime', 'committee')).toBe('Committee system');
  });

  test('a period says which days it counts', () => {
    const working = Object.keys(periodUnits).filter(
      (unit) => countingBasis({ count: 1, unit: unit as keyof typeof periodUnits }) === 'working',
    );
    expect(working).toEqual(['clear-working-days', 'working-days']);
  });
});
