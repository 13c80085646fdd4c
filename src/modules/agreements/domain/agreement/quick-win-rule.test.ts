import { date } from '#platform/kernel';
import { expect, it } from 'vitest';
import { lastQuickDay, quickWinRuleOn, quickWinRules } from './quick-win-rule.ts';

it('gives six months from the day an action is entered, by the rule of that day', () => {
  expect(lastQuickDay(date('2026-07-15'))).toBe('2027-01-15');
  expect(lastQuickDay(date('2026-08-31'))).toBe('2027-02-28');
  expect(lastQuickDay(date('2000-01-01'))).toBeUndefined();
  expect(quickWinRuleOn(date('2026-07-15'))?.months).toBe(6);
});

it('says of each rule where it comes from, and no two are of one day', () => {
  for (const { source } of quickWinRules) expect(source).not.toBe('');
  const follow = quickWinRules.slice(1).map(({ from }, index) => [quickWinRules[index]?.until, from]);
  expect(follow.filter(([until, from]) => until === undefined || from === undefined || until > from)).toEqual(
    [],
  );
});
