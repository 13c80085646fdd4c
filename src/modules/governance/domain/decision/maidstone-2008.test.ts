import { date, formatLondonTime, time } from '#platform/kernel';
import { describe, expect, test } from 'vitest';
import { england } from '../../../../../tests/support/england-calendar.ts';
import type { CallInRules } from '../call-in/rules.ts';
import type { DecisionFacts } from './facts.ts';
import { at, cabinetDecision, signature } from './facts.testing.ts';
import { standing } from './standing.ts';

/** What the record of decision says of call-in, and no more: the rest of Maidstone’s rules of 2008 is in no source held. */
const maidstone2008: CallInRules = {
  appliesTo: undefined,
  windowWorkingDays: 5,
  closeTime: time('17:00'),
  effective: undefined,
  signatories: 2,
  eligible: 'non-executive',
  groups: undefined,
  reasonsRequired: undefined,
  hearingWorkingDays: undefined,
  notHeard: undefined,
  oncePerDecision: true,
  cutOff: undefined,
};

/** Maidstone Borough Council, the Cabinet, 9 July 2008: establishment of a Mid Kent Improvement Partnership. */
const partnership: DecisionFacts = {
  ...cabinetDecision,
  clauses: [
    { number: '1', effect: 'executive', text: 'A contribution of £42,840 a year, invest to save, is agreed' },
    { number: '2', effect: 'agree-scrutiny-reference', text: 'The three scrutiny conditions are agreed' },
    {
      number: '3(i)',
      effect: 'recommend-to-council',
      text: 'That the Council enter, and be accountable body',
    },
    { number: '3(ii)', effect: 'recommend-to-council', text: 'That the draft governance be agreed' },
  ],
};

const where = (facts: DecisionFacts, moment: string) =>
  Object.fromEntries(
    standing(facts, maidstone2008, england, at(moment)).clauses.map(({ clause, standing: found }) => [
      clause.number,
      found.standing,
    ]),
  );
const calledIn: DecisionFacts = {
  ...partnership,
  signatures: [signature('A', '2008-07-17 10:00'), signature('B', '2008-07-18 17:00')],
};

describe('the Mid Kent Improvement Partnership, as Maidstone’s Cabinet decided it', () => {
  test('has no effect before its record is published on 11 July', () => {
    expect(where(partnership, '2008-07-10 12:00')).toEqual({
      '1': 'not-published',
      '2': 'not-published',
      '3(i)': 'not-published',
      '3(ii)': 'not-published',
    });
  });

  test('can be called in until 5pm on Friday 18 July', () => {
    const { callIn, assumed } = standing(partnership, maidstone2008, england, at('2008-07-14 09:00'));
    expect(callIn?.window?.standing === 'known' && formatLondonTime(callIn.window.deadline)).toBe(
      '5pm on Friday 18 July 2008',
    );
    expect(assumed).toEqual(['appliesTo', 'effective']);
    expect(where(partnership, '2008-07-18 17:00')).toMatchObject({
      '1': 'open-to-call-in',
      '2': 'in-effect',
    });
  });

  test('not called in, the money takes effect; when exactly is not recorded, by Monday at the latest', () => {
    expect(where(partnership, '2008-07-18 17:01')['1']).toBe('about-to-take-effect');
    expect(where(partnership, '2008-07-21 00:00')['1']).toBe('in-effect');
  });

  test('called in by two members in the last minute, the money alone stops', () => {
    expect(where(calledIn, '2008-07-18 16:59')['1']).toBe('open-to-call-in');
    expect(where(calledIn, '2008-07-18 17:00')).toEqual({
      '1': 'called-in',
      '2': 'in-effect',
      '3(i)': 'waits-for-council',
      '3(ii)': 'waits-for-council',
    });
  });

  test('a second late, a signature counts for nothing', () => {
    const late = {
      ...calledIn,
      signatures: [signature('A', '2008-07-17 10:00'), signature('B', '2008-07-18 17:00:01')],
    };
    const { callIn } = standing(late, maidstone2008, england, at('2008-07-22 12:00'));
    expect(callIn?.judged?.signatures.map(({ refusal }) => refusal)).toEqual([
      undefined,
      'after-the-deadline',
    ]);
    expect(where(late, '2008-07-22 12:00')['1']).toBe('in-effect');
  });

  test('the partnership itself is never in effect before the Council resolves, called in or not', () => {
    for (const facts of [partnership, calledIn])
      expect(where(facts, '2029-12-31 12:00')).toMatchObject({
        '3(i)': 'waits-for-council',
        '3(ii)': 'waits-for-council',
      });
    const resolved: DecisionFacts = {
      ...partnership,
      resolutions: [
        { clause: '3(i)', at: at('2008-07-23 20:00'), outcome: 'accepted' },
        { clause: '3(ii)', at: at('2008-07-23 20:05'), outcome: 'refused' },
      ],
    };
    expect(where(resolved, '2008-07-23 19:59')).toMatchObject({ '3(i)': 'waits-for-council' });
    expect(where(resolved, '2008-07-24 09:00')).toMatchObject({ '3(i)': 'in-effect', '3(ii)': 'ended' });
  });

  test('a resolution on another clause moves nothing', () => {
    const other: DecisionFacts = {
      ...partnership,
      resolutions: [{ clause: '3', at: at('2008-07-23 20:00'), outcome: 'accepted' }],
    };
    expect(where(other, '2008-08-01 09:00')).toMatchObject({ '3(i)': 'waits-for-council' });
  });

  test('published on the day it was taken, it could be called in only until Wednesday 16 July', () => {
    const early = { ...partnership, published: { on: date('2008-07-09'), at: time('12:00') } };
    expect(where(early, '2008-07-16 17:00')['1']).toBe('open-to-call-in');
    expect(where(early, '2008-07-16 17:01')['1']).toBe('about-to-take-effect');
  });
});
