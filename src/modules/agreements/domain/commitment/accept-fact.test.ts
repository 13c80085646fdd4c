import { addDays, date } from '#platform/kernel';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptFact } from './accept-fact.ts';
import { commitmentLives } from './commitment-referee.testing.ts';
import type { CommitmentFact, ToldFact } from './fact.ts';
import { readLink } from './links.ts';

const kent = 'kent-county-council';
const path = '/commitments/bold-steps/C3-05';
const commitment = { owners: [kent], from: date('2010-12-01'), path };
const base = { says: 'Why', source: 'Minutes' };
const said = (number: number, fact: ToldFact, bodyId = kent): CommitmentFact => ({
  ...fact,
  number,
  bodyId,
  byOffice: 'Performance',
});
const due = { by: date('2014-12-31'), precision: 'year', said: 'by 2014' } as const;
const on = date('2012-01-01');
const milestone = said(1, { ...base, on: date('2010-12-01'), kind: 'milestone', what: 'A plan', due });
const evidence = said(2, { ...base, on, kind: 'evidence', evidence: 'paper', at: 'Report, page 2' });
const kept = said(3, { ...base, on, kind: 'status', status: 'kept', evidence: [2] });

const told = (facts: readonly CommitmentFact[], fact: ToldFact, bodyId = kent) => {
  const accepted = acceptFact({ commitment, facts, bodyId, today: date('2015-01-01') }, fact);
  return accepted.ok ? 'accepted' : accepted.error;
};

describe('of a promise it can be said', () => {
  test.each<readonly [string, readonly CommitmentFact[], ToldFact, string]>([
    [
      'nothing that has not happened yet',
      [],
      { ...base, on: date('2015-01-02'), kind: 'evidence', evidence: 'paper', at: 'x' },
      'in-the-future',
    ],
    [
      'nothing from before it was made',
      [],
      { ...base, on: date('2010-11-30'), kind: 'evidence', evidence: 'paper', at: 'x' },
      'before-the-promise',
    ],
    ['no reply without words', [], { ...base, on, says: ' ', kind: 'reply', to: undefined }, 'says-missing'],
    ['no reply to what was not said', [milestone], { ...base, on, kind: 'reply', to: 9 }, 'no-such-fact'],
    [
      'no status without evidence',
      [evidence],
      { ...base, on, kind: 'status', status: 'under-way', evidence: [] },
      'no-evidence',
    ],
    [
      'no status by what is no evidence',
      [milestone],
      { ...base, on, kind: 'status', status: 'kept', evidence: [1] },
      'no-such-evidence',
    ],
    [
      'no status by evidence of a later day',
      [evidence],
      { ...base, on: date('2011-12-31'), kind: 'status', status: 'kept', evidence: [2] },
      'no-such-evidence',
    ],
    [
      'no other status once it ended',
      [evidence, kept],
      { ...base, on, kind: 'status', status: 'under-way', evidence: [2] },
      'closed-already',
    ],
    [
      'not that it is opened again while it is open',
      [evidence],
      { ...base, on, kind: 'reopened' },
      'not-closed',
    ],
    [
      'not that a milestone is met that nobody set',
      [evidence],
      { ...base, on, kind: 'met', milestone: 1, evidence: [2] },
      'no-such-milestone',
    ],
    [
      'not that a milestone is met without evidence',
      [milestone],
      { ...base, on, kind: 'met', milestone: 1, evidence: [] },
      'no-evidence',
    ],
    [
      'not that a milestone is unmet that was never met',
      [milestone],
      { ...base, on, kind: 'unmet', milestone: 1 },
      'milestone-not-met',
    ],
    [
      'not that a milestone moves to where it is',
      [milestone],
      { ...base, on, kind: 'moved', milestone: 1, due },
      'day-unchanged',
    ],
    ['not that it is linked with itself', [], { ...base, on, kind: 'linked', at: path }, 'linked-to-itself'],
    [
      'not that a link goes that never was',
      [],
      { ...base, on, kind: 'unlinked', at: '/decisions/swale/2012-001' },
      'not-linked',
    ],
  ])('%s', (_, facts, fact, refusal) => {
    expect(told(facts, fact)).toBe(refusal);
  });

  test('by an office of a body that made it, and by no other', () => {
    const fact: ToldFact = { ...base, on, kind: 'status', status: 'kept', evidence: [2] };
    expect(told([evidence], fact)).toBe('accepted');
    expect(told([evidence], fact, 'swale')).toBe('not-an-owner');
  });

  test('nothing more once it is joined with another, but a reply', () => {
    const joined = said(2, { ...base, on, kind: 'joined', at: '/commitments/bold-steps/ES-27' });
    expect(told([milestone, joined], { ...base, on, kind: 'missed', milestone: 1 })).toBe('joined-already');
    expect(told([milestone, joined], { ...base, on, kind: 'reply', to: 1 })).toBe('accepted');
  });
});

/** Whether some random life is accepted to its end with a status or a met milestone that nothing shows. */
const showsNothing = (accept: typeof acceptFact) =>
  fc.check(
    fc.property(commitmentLives, fc.boolean(), ({ owners, facts }, isHeld) => {
      let entered: readonly CommitmentFact[] = [];
      for (const fact of facts) {
        const bodyId = owners[0] ?? kent;
        const given: ToldFact =
          fact.number === 3 && isHeld
            ? { ...base, on: fact.on, kind: 'evidence', evidence: 'paper', at: 'x' }
            : fact;
        const accepted = accept(
          { commitment: { ...commitment, owners }, facts: entered, bodyId, today: addDays(fact.on, 100) },
          given,
        );
        if (accepted.ok) entered = [...entered, said(fact.number, accepted.value, bodyId)];
      }
      const held = new Set(entered.flatMap((fact) => (fact.kind === 'evidence' ? [fact.number] : [])));
      return entered.every(
        (fact) =>
          !(fact.kind === 'status' || fact.kind === 'met') || fact.evidence.every((each) => held.has(each)),
      );
    }),
    { numRuns: 1000, seed: 2010, endOnFailure: true },
  ).failed;

describe('whatever is tried', () => {
  test('nothing is said to be done that nothing shows', () => {
    expect(showsNothing(acceptFact)).toBe(false);
  });

  test('and a rule that forgot to look would be found out', () => {
    const forgetful: typeof acceptFact = (given, fact) => {
      const accepted = acceptFact(given, fact);
      return !accepted.ok && accepted.error === 'no-such-evidence' ? { ok: true, value: fact } : accepted;
    };
    expect(showsNothing(forgetful)).toBe(true);
  });
});

test.each([
  ['/outcomes/kent-agreement-two/12', { kind: 'outcome', id: 'kent-agreement-two/12' }],
  [
    'https://accord.example/decisions/maidstone/2008-001?on=2010-01-01#x',
    { kind: 'decision', id: 'maidstone/2008-001' },
  ],
  [' /indicators/ni-16/ ', { kind: 'indicator', id: 'ni-16' }],
  ['/bodies/maidstone', undefined],
  ['/decisions/../office/maidstone', undefined],
  ['javascript:alert(1)', undefined],
  ['', undefined],
])('%j is read as the page of %j', (typed, thing) => {
  const found = readLink(typed);
  expect(found && { kind: found.kind, id: found.id }).toEqual(thing);
});
