import { type Calendar, calendarFrom, londonTime } from '#platform/kernel';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { england, englandTable } from '../../../../../tests/support/england-calendar.ts';
import type { CallInRules } from '../call-in/rules.ts';
import { at } from './facts.testing.ts';
import type { DecisionFacts } from './facts.ts';
import { factsOf, type Life, lives, rulesOf } from './life.testing.ts';
import { referee } from './referee.testing.ts';
import { standing } from './standing.ts';
import type { Standing } from './clause-standing.ts';

/** How many random lives: 500 in the usual run, 10,000 with RUNS=10000. */
const runs = Number(process.env['RUNS'] ?? 500);

type Answerer = (
  facts: DecisionFacts,
  rules: CallInRules,
  calendar: Calendar,
  asked: Date,
) => readonly Standing[];
const real: Answerer = (...given) => standing(...given).clauses.map((clause) => clause.standing);

/** A standing in the referee’s words. */
function say(found: Standing): string {
  const clock = (moment: Date) => `${londonTime(moment).date} ${londonTime(moment).time}`;
  switch (found.standing) {
    case 'in-effect':
      return `in-effect ${clock(found.from)} ${found.because}`;
    case 'ended':
      return `ended ${clock(found.since)} ${found.because}`;
    case 'called-in':
      return `called-in ${clock(found.since)}${found.isOverdue ? ' overdue' : ''}`;
    case 'referred-back':
    case 'before-council':
      return `${found.standing} ${clock(found.since)}`;
    case 'open-to-call-in':
      return `open-to-call-in ${found.deadline.date} ${found.deadline.time}`;
    case 'not-published':
    case 'about-to-take-effect':
    case 'waits-for-council':
    case 'not-known':
      return found.standing;
    default:
      return found satisfies never;
  }
}

const agrees = (answer: Answerer) => (life: Life) => {
  const said = answer(factsOf(life), rulesOf(life), england, at(life.asked)).map(say);
  const expected = referee(life);
  return said.length === expected.length && said.every((each, index) => each === expected[index]);
};
const judge = (answer: Answerer, numRuns: number) =>
  fc.check(fc.property(lives, agrees(answer)), { numRuns, seed: 2008, endOnFailure: true });

describe(`${runs} random lives of decisions`, () => {
  test('stand where an independent referee says they stand', { timeout: 300_000 }, () => {
    const found = fc.check(fc.property(lives, agrees(real)), { numRuns: runs });
    const [life] = found.counterexample ?? [];
    const difference =
      life === undefined
        ? undefined
        : {
            life,
            said: real(factsOf(life), rulesOf(life), england, at(life.asked)).map(say),
            expected: referee(life),
          };
    expect(difference, `seed ${found.seed}`).toBeUndefined();
  });

  test('end in every way there is, so that nothing goes untried', { timeout: 300_000 }, () => {
    const seen = new Set<string>();
    for (const life of fc.sample(lives, { numRuns: Math.max(runs, 2000), seed: 2008 }))
      for (const said of referee(life)) seen.add(said.replaceAll(/ ?\d{4}-\d\d-\d\d \d\d:\d\d/g, ''));
    expect([...seen].toSorted()).toEqual([
      'about-to-take-effect',
      'before-council',
      'called-in',
      'called-in overdue',
      'ended decided-by-council-instead',
      'ended refused-by-council',
      'ended withdrawn',
      'in-effect amended',
      'in-effect call-in-waived',
      'in-effect confirmed',
      'in-effect council-did-not-object',
      'in-effect council-resolved',
      'in-effect not-called-in',
      'in-effect not-heard-in-time',
      'in-effect not-open-to-call-in',
      'in-effect published',
      'in-effect released',
      'not-published',
      'open-to-call-in',
      'referred-back',
      'waits-for-council',
    ]);
  });

  test('never have effect before publication, nor a recommendation before the Council', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const facts = factsOf(life);
        const answered = standing(facts, rulesOf(life), england, at(life.asked));
        for (const { clause, standing: found } of answered.clauses) {
          if (found.standing !== 'in-effect') continue;
          expect(found.from >= at(life.published)).toBe(true);
          expect(found.from <= at(life.asked)).toBe(true);
          const resolved = facts.resolutions.filter(
            (each) => each.clause === clause.number && each.at <= at(life.asked),
          );
          expect(clause.effect !== 'recommend-to-council' || resolved.length > 0).toBe(true);
        }
      }),
      { numRuns: runs },
    );
  });
});

const everyDayWorks = calendarFrom({
  title: 'Every day works',
  tables: [{ ...englandTable, holidays: [], thanksgivingOrMourning: [] }],
});
const signaturesOf =
  (
    change: (
      signature: DecisionFacts['signatures'][number],
      facts: DecisionFacts,
    ) => Partial<DecisionFacts['signatures'][number]>,
  ): Answerer =>
  (facts, ...given) =>
    real(
      { ...facts, signatures: facts.signatures.map((each) => ({ ...each, ...change(each, facts) })) },
      ...given,
    );
const rulesWith =
  (change: (rules: CallInRules) => Partial<CallInRules>): Answerer =>
  (facts, rules, ...given) =>
    real(facts, { ...rules, ...change(rules) }, ...given);

/** Mistakes that software of this kind makes, each made here on purpose. */
const plantedBugs: Readonly<Record<string, Answerer>> = {
  'bank holidays are counted as working days': (facts, rules, _calendar, asked) =>
    real(facts, rules, everyDayWorks, asked),
  'a signature a minute late is let in': signaturesOf(({ received }) => ({
    received: new Date(received.getTime() - 60_000),
  })),
  'a member of the executive may sign': signaturesOf(({ seat }) => ({
    seat: { ...seat, isExecutive: false },
  })),
  'the same member counts twice': signaturesOf((each, facts) => ({
    member: `${each.member}${facts.signatures.indexOf(each)}`,
  })),
  'a withdrawn signature still counts': signaturesOf(() => ({ withdrawn: undefined })),
  'a member with an interest may sign': signaturesOf(() => ({ isInterested: false })),
  'a signature before publication counts': signaturesOf(({ received }, { published }) => ({
    received:
      published === undefined || received >= at(`${published.on} ${published.at}`)
        ? received
        : at(`${published.on} ${published.at}`),
  })),
  'one signature too few is enough': rulesWith(({ signatories = 1 }) => ({
    signatories: Math.max(1, signatories - 1),
  })),
  'groups are not looked at': rulesWith(() => ({ groups: 1 })),
  'a call-in nobody hears stays for ever': rulesWith(() => ({ notHeard: 'frozen' })),
  'the hearing limit is a day too long': rulesWith(({ hearingWorkingDays = 0 }) => ({
    hearingWorkingDays: hearingWorkingDays + 1,
  })),
  'noon is taken for the end of the window': rulesWith(({ effective }) => ({
    effective: effective === 'noonOfDay' ? 'afterDeadline' : effective,
  })),
  'the publication cut-off is forgotten': rulesWith(() => ({ cutOff: undefined })),
  'every decision can be called in': rulesWith(() => ({ appliesTo: 'all-executive' })),
  'a waiver agreed late still waives': ({ waiver, ...facts }, ...given) =>
    real({ ...facts, waiver: waiver && { ...waiver, agreedAt: at(`${facts.takenOn} 00:00`) } }, ...given),
  'a decision can be called in twice': (facts, ...given) =>
    real({ ...facts, reconsideredBefore: false }, ...given),
  'call-in stops recommendations instead of executive clauses': (...given) => {
    const found = real(...given);
    const stopped = found.find((each) => each.standing === 'called-in');
    return found.map((each) =>
      each.standing === 'waits-for-council' && stopped !== undefined ? stopped : each,
    );
  },
  'a recommendation has effect when published': (facts, ...given) =>
    real(
      {
        ...facts,
        clauses: facts.clauses.map((each) =>
          each.effect === 'recommend-to-council' ? { ...each, effect: 'note' } : each,
        ),
      },
      ...given,
    ),
  'what happened later is known before': (facts, rules, calendar, _asked) =>
    real(facts, rules, calendar, at('2028-01-31 12:00')),
};

describe('the referee notices', () => {
  test.each(Object.entries(plantedBugs))('that %s', { timeout: 300_000 }, (_bug, planted) => {
    expect(judge(planted, 3000).failed).toBe(true);
  });

  test('nothing where nothing was planted', { timeout: 300_000 }, () => {
    expect(judge(real, Math.min(runs, 500)).failed).toBe(false);
  });
});
