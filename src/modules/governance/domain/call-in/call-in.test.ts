import { date, time } from '#platform/kernel';
import { describe, expect, test } from 'vitest';
import { england } from '../../../../../tests/support/england-calendar.ts';
import type { DecisionFacts } from '../decision/facts.ts';
import { at, cabinetDecision, knownRules, signature } from '../decision/facts.testing.ts';
import { standing } from '../decision/standing.ts';
import type { CallInRules } from './rules.ts';
import { type Signature, signatureSentences } from './signature.ts';
import { waiverSentences } from './urgency-waiver.ts';

const judged = (facts: DecisionFacts, moment: string, rules: CallInRules = knownRules) =>
  standing(facts, rules, england, at(moment));
const clauseOne = (facts: DecisionFacts, moment: string, rules: CallInRules = knownRules) =>
  judged(facts, moment, rules).clauses[0]?.standing;
const signedBy = (...signatures: readonly Signature[]): DecisionFacts => ({ ...cabinetDecision, signatures });
const refusals = (facts: DecisionFacts, moment: string, rules: CallInRules = knownRules) =>
  judged(facts, moment, rules).callIn?.judged?.signatures.map(({ refusal }) => refusal);
const twoSign = [signature('A', '2008-07-14 10:00'), signature('B', '2008-07-15 10:00')];
const calledIn = signedBy(...twoSign);

describe('each signature is checked', () => {
  test.each([
    [
      'of a member of the executive',
      signature('B', '2008-07-15 10:00', { seat: { isExecutive: true } }),
      'executive-member',
    ],
    [
      'of somebody whose term has ended',
      signature('B', '2008-07-15 10:00', { seat: { isMember: false } }),
      'not-a-member',
    ],
    [
      'of a member with an interest',
      signature('B', '2008-07-15 10:00', { isInterested: true }),
      'interested',
    ],
    ['without grounds', signature('B', '2008-07-15 10:00', { grounds: ' ' }), 'no-reasons'],
    ['before publication', signature('B', '2008-07-10 10:00'), 'before-publication'],
    ['a second late', signature('B', '2008-07-18 17:00:01'), 'after-the-deadline'],
    [
      'withdrawn in time',
      signature('B', '2008-07-15 10:00', { withdrawn: at('2008-07-16 10:00') }),
      'withdrawn',
    ],
    ['of the same member again', signature('A', '2008-07-15 10:00'), 'signed-already'],
  ] as const)('%s does not count', (_whose, second, refusal) => {
    const facts = signedBy(signature('A', '2008-07-14 10:00'), second);
    expect(refusals(facts, '2008-07-21 10:00')).toEqual([undefined, refusal]);
    expect(clauseOne(facts, '2008-07-21 10:00')?.standing).toBe('in-effect');
    expect(signatureSentences[refusal]).toMatch(/\w+ \w+/);
  });

  test('where only scrutiny’s members may sign, another’s does not count', () => {
    const facts = signedBy(signature('A', '2008-07-14 10:00', { seat: { isOnScrutiny: false } }));
    expect(refusals(facts, '2008-07-15 10:00', { ...knownRules, eligible: 'scrutiny-member' })).toEqual([
      'not-on-scrutiny',
    ]);
  });

  test('where two groups are needed, two members of one group are not enough', () => {
    const rules = { ...knownRules, groups: 2 };
    const [red, blue] = [{ seat: { group: 'red' } }, { seat: { group: 'blue' } }];
    const sameGroup = [signature('A', '2008-07-14 10:00', red), signature('B', '2008-07-15 10:00', red)];
    expect(clauseOne(signedBy(...sameGroup), '2008-07-16 10:00', rules)?.standing).toBe('open-to-call-in');
    const both = signedBy(...sameGroup, signature('C', '2008-07-16 10:00', blue));
    expect(clauseOne(both, '2008-07-16 10:00', rules)).toMatchObject({
      standing: 'called-in',
      since: at('2008-07-16 10:00'),
    });
  });

  test('one withdrawn after the window closed still counts', () => {
    const facts = signedBy(
      signature('A', '2008-07-14 10:00', { withdrawn: at('2008-07-18 17:00:01') }),
      signature('B', '2008-07-15 10:00'),
    );
    expect(clauseOne(facts, '2008-07-21 10:00')?.standing).toBe('called-in');
  });

  test('a member who withdrew may sign again', () => {
    const facts = signedBy(
      signature('A', '2008-07-14 10:00', { withdrawn: at('2008-07-14 11:00') }),
      signature('A', '2008-07-15 10:00'),
      signature('B', '2008-07-15 11:00'),
    );
    expect(refusals(facts, '2008-07-16 10:00')).toEqual(['withdrawn', undefined, undefined]);
    expect(clauseOne(facts, '2008-07-16 10:00')?.standing).toBe('called-in');
  });
});

describe('what becomes of a call-in', () => {
  const heard = (outcome: 'released' | 'referred-back' | 'referred-to-council'): DecisionFacts => ({
    ...calledIn,
    hearings: [{ at: at('2008-07-22 19:00'), outcome }],
  });

  test('it must be heard by the tenth working day after it was complete', () => {
    const found = clauseOne(calledIn, '2008-07-29 23:59');
    expect(found?.standing === 'called-in' && found.hearBy?.date).toBe('2008-07-29');
    expect(clauseOne(calledIn, '2008-07-30 00:00')).toMatchObject({
      standing: 'in-effect',
      because: 'not-heard-in-time',
    });
    const frozen = { ...knownRules, notHeard: 'frozen' } as const;
    expect(clauseOne(calledIn, '2008-07-30 00:00', frozen)).toMatchObject({
      standing: 'called-in',
      isOverdue: true,
    });
  });

  test('released, the decision takes effect at the end of the hearing', () => {
    expect(clauseOne(heard('released'), '2008-07-22 18:59')?.standing).toBe('called-in');
    expect(clauseOne(heard('released'), '2008-07-22 19:00')).toMatchObject({
      from: at('2008-07-22 19:00'),
      because: 'released',
    });
  });

  test.each(['confirmed', 'amended', 'withdrawn'] as const)(
    'referred back, it waits until it is %s',
    (outcome) => {
      const back = heard('referred-back');
      expect(clauseOne(back, '2009-07-22 19:00')?.standing).toBe('referred-back');
      const done = { ...back, reconsiderations: [{ at: at('2008-08-13 18:00'), outcome }] };
      expect(clauseOne(done, '2008-08-13 18:00')).toMatchObject({
        standing: outcome === 'withdrawn' ? 'ended' : 'in-effect',
        because: outcome,
      });
    },
  );

  test('referred to the Council, its objection sends the decision back', () => {
    const referred = heard('referred-to-council');
    expect(clauseOne(referred, '2008-08-01 12:00')?.standing).toBe('before-council');
    const reviewed = (outcome: 'no-objection' | 'objection' | 'decided-instead'): DecisionFacts => ({
      ...referred,
      councilReviews: [{ at: at('2008-09-10 19:00'), outcome }],
    });
    expect(clauseOne(reviewed('no-objection'), '2008-09-11 09:00')).toMatchObject({
      because: 'council-did-not-object',
    });
    expect(clauseOne(reviewed('objection'), '2008-09-11 09:00')?.standing).toBe('referred-back');
    expect(clauseOne(reviewed('decided-instead'), '2008-09-11 09:00')).toMatchObject({
      because: 'decided-by-council-instead',
    });
  });

  test('once heard it cannot be called in again, and no withdrawal undoes the hearing', () => {
    const [first = signature('A', '2008-07-14 10:00'), second = first] = twoSign;
    const facts: DecisionFacts = {
      ...signedBy(
        { ...first, withdrawn: at('2008-07-17 12:00') },
        second,
        signature('C', '2008-07-17 13:00'),
      ),
      hearings: [{ at: at('2008-07-16 10:00'), outcome: 'referred-back' }],
    };
    expect(refusals(facts, '2008-07-21 10:00')).toEqual([undefined, undefined, 'already-heard']);
    expect(clauseOne(facts, '2008-07-21 10:00')?.standing).toBe('referred-back');
  });

  test('a decision republished after call-in is safe from another', () => {
    const again = { ...calledIn, reconsideredBefore: true };
    expect(clauseOne(again, '2008-07-16 10:00')).toMatchObject({ because: 'not-open-to-call-in' });
    expect(clauseOne(again, '2008-07-16 10:00', { ...knownRules, oncePerDecision: false })?.standing).toBe(
      'called-in',
    );
  });
});

describe('whether there is call-in at all', () => {
  test('where only key decisions can be called in, others take effect when published', () => {
    const plain = { ...calledIn, isKey: false };
    expect(clauseOne(plain, '2008-07-11 00:00', { ...knownRules, appliesTo: 'key' })).toMatchObject({
      because: 'not-open-to-call-in',
    });
    const byMember = { ...plain, takenBy: 'member' } as const;
    expect(
      clauseOne(byMember, '2008-07-15 10:00', { ...knownRules, appliesTo: 'key-and-member' })?.standing,
    ).toBe('called-in');
  });

  test('a waiver agreed in time lets it take effect when published; a late or half one does not', () => {
    const waiver = {
      agreedAt: at('2008-07-09 10:00'),
      agreedBy: 'Chairman of the Council',
      reasons: 'The grant lapses on 14 July',
      isReasonable: true,
      isUrgent: true,
    };
    expect(clauseOne({ ...calledIn, waiver }, '2008-07-16 10:00')).toMatchObject({
      because: 'call-in-waived',
    });
    expect(
      judged({ ...calledIn, waiver }, '2008-07-16 10:00').callIn?.refused.map(({ refusal }) => refusal),
    ).toEqual(['waived', 'waived']);
    for (const [change, fault] of [
      [{ agreedAt: at('2008-07-10 09:00') }, 'agreed-after-the-decision'],
      [{ agreedBy: ' ' }, 'nobody-named'],
      [{ reasons: '' }, 'no-reasons'],
      [{ isReasonable: false }, 'not-agreed-to-be-reasonable'],
      [{ isUrgent: false }, 'not-agreed-to-be-urgent'],
    ] as const) {
      const found = judged({ ...calledIn, waiver: { ...waiver, ...change } }, '2008-07-16 10:00');
      expect(found.callIn?.waiverFault).toBe(fault);
      expect(found.clauses[0]?.standing.standing).toBe('called-in');
      expect(waiverSentences[fault]).toMatch(/\w+ \w+/);
    }
  });

  test('a body whose window is not known gets no invented date', () => {
    const rules = { ...knownRules, windowWorkingDays: undefined };
    expect(clauseOne(calledIn, '2030-01-01 10:00', rules)).toEqual({
      standing: 'not-known',
      missing: ['windowWorkingDays'],
    });
  });

  test('East Kent: published on 25 July 2012, in effect at noon of the fourth working day', () => {
    const facts = { ...cabinetDecision, published: { on: date('2012-07-25'), at: undefined } };
    const rules = { ...knownRules, windowWorkingDays: 4, effective: 'noonOfDay' } as const;
    expect(clauseOne(facts, '2012-07-31 11:59', rules)?.standing).toBe('open-to-call-in');
    expect(clauseOne(facts, '2012-07-31 12:00', rules)).toMatchObject({
      from: at('2012-07-31 12:00'),
      because: 'not-called-in',
    });
    const inTime = {
      ...facts,
      signatures: [signature('A', '2012-07-30 10:00'), signature('B', '2012-07-31 12:00')],
    };
    expect(clauseOne(inTime, '2012-07-31 12:00', rules)?.standing).toBe('called-in');
  });

  test('published after the cut-off, the window is counted from the next working day', () => {
    const late = { ...cabinetDecision, published: { on: date('2008-07-11'), at: time('18:00') } };
    const rules = { ...knownRules, cutOff: time('17:00') };
    expect(clauseOne(late, '2008-07-21 17:00', rules)?.standing).toBe('open-to-call-in');
    expect(clauseOne(late, '2008-07-21 17:01', rules)?.standing).toBe('in-effect');
  });
});
