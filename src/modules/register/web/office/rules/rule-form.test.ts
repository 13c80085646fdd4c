import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ruleDefinition, type RuleKey, ruleKeys } from '../../../domain/rule-catalogue/index.ts';
import { readCorrection } from './rule-form.ts';

const rest = { replaces: 'none', source: 'Constitution, part 4', certainty: 'confirmed', reason: 'Amended' };
const value = (key: RuleKey, typed: string, unit = '') =>
  readCorrection(key, { ...rest, value: typed, unit });

describe('a correction as an officer types it', () => {
  test.each([
    ['keyDecision.threshold', '£250,000', '', 25_000_000n],
    ['keyDecision.threshold', '250000.50', '', 25_000_050n],
    ['callIn.signatories', ' 3 ', '', 3],
    ['callIn.window', '5', 'working-days', { count: 5, unit: 'working-days' }],
    ['callIn.closeTime', '17:00', '', '17:00'],
    ['callIn.reasonsRequired', 'yes', '', true],
    ['callIn.reasonsRequired', 'no', '', false],
    ['callIn.notHeard', 'frozen', '', 'frozen'],
    ['callIn.instead', 'The chairman of scrutiny', '', 'The chairman of scrutiny'],
  ] as const)('%s: %s is understood', (key, typed, unit, understood) => {
    expect(value(key, typed, unit)).toMatchObject({ ok: true, value: { value: understood } });
  });

  test('what is not known needs no value', () => {
    const unknown = readCorrection('callIn.window', { ...rest, unknown: 'yes', value: 'nonsense' });
    expect(unknown).toMatchObject({ ok: true, value: { value: undefined } });
  });

  test.each(ruleKeys)(
    '%s: whatever is typed is understood or refused in one sentence beside its box',
    (key) => {
      const { value: kind } = ruleDefinition(key);
      const units = kind.type === 'period' ? kind.units : ['nonsense'];
      fc.assert(
        fc.property(fc.string(), fc.constantFrom(...units, ''), (typed, unit) => {
          const read = value(key, typed, unit);
          const fields = read.ok ? [] : Object.keys(read.error);
          expect(fields).toHaveLength(read.ok ? 0 : 1);
          expect(fields.filter((field) => field !== 'value' && field !== 'unit')).toEqual([]);
        }),
        { numRuns: 40 },
      );
    },
  );
});
