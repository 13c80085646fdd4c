import { date, type EffectiveRule, effectiveRules, time, type WallTime } from '#platform/kernel';
import * as fc from 'fast-check';
import type { CallInRules } from '../call-in/rules.ts';
import { clauseEffects, type ClauseEffect } from './clause.ts';
import { at, signature } from './facts.testing.ts';
import type { DecisionFacts } from './facts.ts';

// One random life of a decision, in plain words and texts: what the code under test and the independent referee are both
// told. Moments are texts such as `2008-07-18 17:00`, whose order is the order of time.

export type Life = Readonly<{
  takenOn: string;
  isKey: boolean;
  takenBy: 'body' | 'member' | 'officer';
  clauses: readonly ClauseEffect[];
  published: string;
  reconsideredBefore: boolean;
  waiver: Readonly<{ agreed: string; isWhole: boolean }> | undefined;
  signatures: readonly LifeSignature[];
  hearings: readonly Readonly<{
    at: string;
    outcome: 'released' | 'referred-back' | 'referred-to-council';
  }>[];
  councilReviews: readonly Readonly<{
    at: string;
    outcome: 'no-objection' | 'objection' | 'decided-instead';
  }>[];
  reconsiderations: readonly Readonly<{ at: string; outcome: 'confirmed' | 'amended' | 'withdrawn' }>[];
  resolutions: readonly Readonly<{ clause: number; at: string; outcome: 'accepted' | 'refused' }>[];
  rules: LifeRules;
  /** The moment at which it is asked where the decision stands. */
  asked: string;
}>;

export type LifeSignature = Readonly<{
  member: string;
  received: string;
  withdrawn: string | undefined;
  isMember: boolean;
  isExecutive: boolean;
  isOnScrutiny: boolean;
  isInterested: boolean;
  hasGrounds: boolean;
  group: string;
}>;

export type LifeRules = Readonly<{
  appliesTo: 'key' | 'all-executive' | 'key-and-member';
  window: number;
  closes: string;
  effective: EffectiveRule;
  signatories: number;
  eligible: 'non-executive' | 'scrutiny-member';
  groups: number;
  reasonsRequired: boolean;
  hearing: number;
  notHeard: 'effective' | 'frozen';
  once: boolean;
  cutOff: string | undefined;
}>;

/** Days around Christmas, Easter, a jubilee and a change of the clocks, where counting goes wrong if anywhere. */
const beginnings = [
  '2008-07-09',
  '2009-12-21',
  '2012-05-30',
  '2012-07-25',
  '2015-03-26',
  '2026-10-22',
  '2027-03-23',
];
const later = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const clocks = ['08:30', '11:59', '12:00', '12:01', '16:59', '17:00', '17:01', '19:00'];

export const lives: fc.Arbitrary<Life> = fc
  .record({ beginning: fc.constantFrom(...beginnings), shift: fc.nat({ max: 6 }) })
  .chain(({ beginning, shift }) => {
    const takenOn = later(beginning, shift);
    const moment = (most: number, least = 0) =>
      fc
        .record({ days: fc.integer({ min: least, max: most }), clock: fc.constantFrom(...clocks) })
        .map(({ days, clock }) => `${later(takenOn, days)} ${clock}`);
    const mostly = (value: boolean) => fc.integer({ min: 0, max: 9 }).map((n) => (n === 0 ? !value : value));
    return fc.record({
      takenOn: fc.constant(takenOn),
      isKey: mostly(true),
      takenBy: fc.constantFrom('body', 'body', 'member', 'officer'),
      clauses: fc.array(fc.constantFrom('executive', ...effects), { minLength: 1, maxLength: 4 }),
      published: moment(4),
      reconsideredBefore: mostly(false),
      waiver: fc.option(fc.record({ agreed: moment(3), isWhole: mostly(true) }), { nil: undefined, freq: 8 }),
      signatures: fc.array(
        fc.record({
          member: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
          received: moment(9, 2),
          withdrawn: fc.option(moment(14, 2), { nil: undefined, freq: 5 }),
          isMember: mostly(true),
          isExecutive: mostly(false),
          isOnScrutiny: mostly(true),
          isInterested: mostly(false),
          hasGrounds: mostly(true),
          group: fc.constantFrom('red', 'blue'),
        }),
        { minLength: 1, maxLength: 7 },
      ),
      hearings: fc.array(
        fc.record({
          at: moment(18, 3),
          outcome: fc.constantFrom('released', 'referred-back', 'referred-to-council'),
        }),
        { minLength: 1, maxLength: 2 },
      ),
      councilReviews: fc.array(
        fc.record({
          at: moment(40, 8),
          outcome: fc.constantFrom('no-objection', 'objection', 'decided-instead'),
        }),
        { minLength: 1, maxLength: 2 },
      ),
      reconsiderations: fc.array(
        fc.record({ at: moment(60, 8), outcome: fc.constantFrom('confirmed', 'amended', 'withdrawn') }),
        { minLength: 1, maxLength: 2 },
      ),
      resolutions: fc.array(
        fc.record({
          clause: fc.integer({ min: 1, max: 4 }),
          at: moment(60),
          outcome: fc.constantFrom('accepted', 'refused'),
        }),
        { maxLength: 3 },
      ),
      rules: fc.record({
        appliesTo: fc.constantFrom('all-executive', 'all-executive', 'key', 'key-and-member'),
        window: fc.integer({ min: 1, max: 6 }),
        closes: fc.constantFrom('12:00', '16:00', '17:00', '17:00'),
        effective: fc.constantFrom(...effectiveRules),
        signatories: fc.integer({ min: 1, max: 3 }),
        eligible: fc.constantFrom('non-executive', 'scrutiny-member'),
        groups: fc.integer({ min: 1, max: 2 }),
        reasonsRequired: fc.boolean(),
        hearing: fc.integer({ min: 2, max: 12 }),
        notHeard: fc.constantFrom('effective', 'frozen'),
        once: fc.boolean(),
        cutOff: fc.option(fc.constantFrom('12:00', '17:00'), { nil: undefined }),
      }),
      asked: moment(70),
    });
  });

const effects = Object.keys(clauseEffects) as ClauseEffect[];

/** The life as the code under test is told it. */
export function factsOf(life: Life): DecisionFacts {
  const [publishedOn = '', publishedAt = ''] = life.published.split(' ');
  const timed = <Event extends Readonly<{ at: string }>>(events: readonly Event[]) =>
    events.map((event) => ({ ...event, at: at(event.at) }));
  return {
    takenOn: date(life.takenOn),
    isKey: life.isKey,
    takenBy: life.takenBy,
    clauses: life.clauses.map((effect, index) => ({
      number: String(index + 1),
      effect,
      text: 'It is agreed',
    })),
    published: { on: date(publishedOn), at: time(publishedAt) },
    reconsideredBefore: life.reconsideredBefore,
    waiver:
      life.waiver === undefined
        ? undefined
        : {
            agreedAt: at(life.waiver.agreed),
            agreedBy: 'Chairman of the Council',
            reasons: 'It cannot wait',
            isReasonable: life.waiver.isWhole,
            isUrgent: true,
          },
    signatures: life.signatures.map(({ member, received, withdrawn, isInterested, hasGrounds, ...seat }) =>
      signature(member, received, {
        withdrawn: withdrawn === undefined ? undefined : at(withdrawn),
        grounds: hasGrounds ? 'Too little consultation' : '',
        isInterested,
        seat,
      }),
    ),
    hearings: timed(life.hearings),
    councilReviews: timed(life.councilReviews),
    reconsiderations: timed(life.reconsiderations),
    resolutions: timed(life.resolutions).map((each) => ({ ...each, clause: String(each.clause) })),
  };
}

export function rulesOf({ rules }: Life): CallInRules {
  const clock = (text: string): WallTime => time(text);
  return {
    appliesTo: rules.appliesTo,
    windowWorkingDays: rules.window,
    closeTime: clock(rules.closes),
    effective: rules.effective,
    signatories: rules.signatories,
    eligible: rules.eligible,
    groups: rules.groups,
    reasonsRequired: rules.reasonsRequired,
    hearingWorkingDays: rules.hearing,
    notHeard: rules.notHeard,
    oncePerDecision: rules.once,
    cutOff: rules.cutOff === undefined ? undefined : clock(rules.cutOff),
  };
}
