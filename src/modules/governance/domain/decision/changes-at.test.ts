import { expect, test } from 'vitest';
import { england } from '../../../../../tests/support/england-calendar.ts';
import { at, cabinetDecision, knownRules, signature } from './facts.testing.ts';
import { changesAt } from './changes-at.ts';
import type { DecisionFacts } from './facts.ts';
import { standing } from './standing.ts';

const clauseOne = (facts: DecisionFacts, moment: Date) =>
  standing(facts, knownRules, england, moment).clauses[0]?.standing.standing;

/** The life of a decision as a page that is kept would tell it: made anew only at the moments it says. */
function pagesOf(facts: DecisionFacts, from: Date): readonly (readonly [string | undefined, Date])[] {
  const found = standing(facts, knownRules, england, from);
  const next = changesAt(found, from);
  const page = [clauseOne(facts, from), from] as const;
  return next === undefined ? [page] : [page, ...pagesOf(facts, next)];
}

test('a decision that nobody calls in changes the moment after its window closed', () => {
  expect(pagesOf(cabinetDecision, at('2008-07-14 10:00'))).toEqual([
    ['open-to-call-in', at('2008-07-14 10:00')],
    ['in-effect', new Date(at('2008-07-18 17:00').getTime() + 1)],
  ]);
  expect(clauseOne(cabinetDecision, at('2008-07-18 17:00'))).toBe('open-to-call-in');
});

test('one that is called in changes when the last day for its hearing has ended', () => {
  const signatures = [signature('A', '2008-07-14 10:00'), signature('B', '2008-07-15 10:00')];
  expect(pagesOf({ ...cabinetDecision, signatures }, at('2008-07-15 10:00'))).toEqual([
    ['called-in', at('2008-07-15 10:00')],
    ['in-effect', at('2008-07-30 00:00')],
  ]);
});
