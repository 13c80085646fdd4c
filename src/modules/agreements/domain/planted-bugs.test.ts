import { fraction, fractionNumber } from '#platform/kernel';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Measured, Reading } from './reading/reading.ts';
import { earn, type Run } from './reward/earn.ts';
import type { RewardTerms } from './reward/reward-rule.ts';
import { outturnOf, targetOf, termsOf } from './reward/reward.testing.ts';
import { aggregate, type Part } from './series/aggregate.ts';
import { directionOf, type Travelling } from './series/direction.ts';
import { knownOn } from './series/known.ts';
import {
  askedDay,
  courseOfCase,
  readingOfCase,
  type RevisionCase,
  revisionCases,
  revisionReferee,
  revisionsOf,
  seriesOfCase,
  type StatusCase,
  statusCases,
  statusReferee,
} from './series/referee.testing.ts';
import { measured, periodOf, seriesOf } from './series/series.testing.ts';
import { statusOf } from './series/status.ts';
import { suppress } from './series/suppress.ts';
import { trajectory } from './series/trajectory.ts';

/** The rules of this part as one set of answers: the real ones, or the same with a mistake made in them on purpose. */
type Rules = Readonly<{
  status(given: StatusCase): string;
  known(given: RevisionCase): string | undefined;
  county(parts: readonly Part[]): string;
  survey(now: Measured, then: Measured): string;
  hidden(counts: readonly number[]): readonly (number | undefined)[];
  earned(terms: RewardTerms, runs: readonly Run[]): readonly number[];
}>;

const rate = seriesOf({ ratio: { numerator: 'Households in need', denominator: 'Households', per: '100' } });
const survey: Travelling = seriesOf({ method: { by: 'survey', designEffect: '1.2' } });
const pot = fraction(1_000_000_00n);

const real: Rules = {
  status: (given) => judged(given),
  known: (given) => knownOn(revisionsOf(given), askedDay(given))[0]?.value ?? '-1',
  county: (parts) => {
    const found = aggregate(rate, parts);
    return found.value === undefined
      ? found.why
      : `${fractionNumber(found.value).toFixed(6)} ${found.isWhole ? 'whole' : 'part'}`;
  },
  survey: (now, then) => directionOf(survey, now, [then]).direction,
  hidden: (counts) => {
    const { cells, total } = suppress(
      counts.map((count, index) => ({ key: `k${index}`, count })),
      5,
    );
    return [...cells.map(({ count }) => count), total];
  },
  earned: (terms, runs) => earn(terms, pot, runs).targets.map(({ earned }) => Number(earned)),
};

function judged(
  given: StatusCase,
  asked: StatusCase = given,
  reading: Reading = readingOfCase(given),
): string {
  const series = seriesOfCase(asked);
  const found = statusOf(series, reading, trajectory(series, courseOfCase(asked), reading.period));
  return `${found.colour}${found.colour !== 'grey' && found.isAchieved ? ' achieved' : ''}`;
}

// What each part of the rules is held against: a referee that reckons another way, or what must hold whatever it answers.

const statuses = (rules: Rules) =>
  fc.property(statusCases, (given) => rules.status(given) === statusReferee(given));
const revisions = (rules: Rules) =>
  fc.property(revisionCases, (given) => rules.known(given) === revisionReferee(given));

const districts = fc.array(
  fc.record({
    of: fc.integer({ min: 1, max: 900 }),
    out: fc.nat(900),
    is: fc.constantFrom('final', 'final', 'missing', 'suppressed'),
  }),
  { minLength: 1, maxLength: 6 },
);
const counties = (rules: Rules) =>
  fc.property(districts, (given) => {
    const parts = given.map(({ of, out, is }, index): Part => {
      if (is === 'missing') return { areaId: `a${index}`, reading: undefined };
      const value = is === 'suppressed' ? undefined : ((100 * out) / of).toFixed(1);
      const status = is === 'suppressed' ? 'suppressed' : 'final';
      return {
        areaId: `a${index}`,
        reading: { status, value, numerator: String(out), denominator: String(of) },
      };
    });
    const there = given.filter(({ is }) => is === 'final');
    const [out, of] = [
      there.reduce((sum, each) => sum + each.out, 0),
      there.reduce((sum, each) => sum + each.of, 0),
    ];
    const whole = there.length === given.length ? 'whole' : 'part';
    return rules.county(parts) === (of === 0 ? 'nothing-came' : `${((100 * out) / of).toFixed(6)} ${whole}`);
  });

const surveys = (rules: Rules) =>
  fc.property(
    fc.integer({ min: 15, max: 85 }),
    fc.integer({ min: -9, max: 9 }),
    fc.integer({ min: 100, max: 3000 }),
    (then, by, sample) => {
      const [p, q] = [then / 100, (then + by) / 100];
      const pooled = (p + q) / 2;
      const z = (q - p) / Math.sqrt(pooled * (1 - pooled) * ((2 * 1.2) / sample));
      const expected = Math.abs(z) < 1.96 ? 'steady' : z > 0 ? 'improving' : 'worsening';
      const reading = (value: number, from: string, to: string) =>
        measured(String(value), periodOf(from, to), { sample });
      const now = reading(then + by, '2008-07-01', '2008-09-30');
      return rules.survey(now, reading(then, '2008-04-01', '2008-06-30')) === expected;
    },
  );

const tables = (rules: Rules) =>
  fc.property(fc.array(fc.nat(12), { minLength: 2, maxLength: 6 }), (counts) => {
    const shown = rules.hidden(counts);
    const cells = shown.slice(0, -1);
    const isSafe = cells.every((count) => count === undefined || count >= 5);
    return (
      isSafe && (shown.at(-1) === undefined || cells.filter((count) => count === undefined).length !== 1)
    );
  });

const run = fc.record({
  start: fc.integer({ min: 0, max: 300 }),
  way: fc.constantFrom(-50, -20, -5, 5, 20, 50),
  tenths: fc.integer({ min: -3, max: 14 }),
  isFirm: fc.boolean(),
});
const allReached = run.map((each) => ({ ...each, tenths: 10, isFirm: true }));

const rewards = (rules: Rules) =>
  fc.property(
    fc.oneof(
      { weight: 3, arbitrary: fc.array(run, { minLength: 1, maxLength: 7 }) },
      { weight: 1, arbitrary: fc.array(allReached, { minLength: 1, maxLength: 7 }) },
    ),
    (given) => {
      const text = (tenths: number) => (tenths / 10).toFixed(1);
      const runs = given.map(({ start, way, tenths, isFirm }, index) => ({
        target: targetOf(`t${index}`, {
          polarity: { better: way > 0 ? 'higher' : 'lower' },
          without: text(start),
          baseline: text(start - way),
          target: text(start + way),
        }),
        outturn: outturnOf(((start * 10 + way * tenths) / 100).toFixed(2), isFirm),
        isAgreed: true,
      }));
      const earned = rules.earned(termsOf('lpsa'), runs);
      // In tenths of the way, and pence to within one: 6 tenths earn, 5 do not, 10 are all there is.
      const share = 100_000_000 / given.length;
      const isNear = given.every(({ tenths, isFirm }, index) => {
        const part = !isFirm || tenths < 6 ? 0 : Math.min(tenths, 10) / 10;
        return Math.abs((earned[index] ?? -2) - share * part) < 1;
      });
      return isNear && earned.reduce((sum, each) => sum + each, 0) <= 100_000_000;
    },
  );

const checks = { statuses, revisions, counties, surveys, tables, rewards };

/** Whether a check finds fault with the rules. */
const findsFault = (check: keyof typeof checks, rules: Rules): boolean =>
  fc.check(checks[check](rules) as fc.IProperty<unknown>, { numRuns: 300, seed: 2008, endOnFailure: true })
    .failed;

const changedRuns =
  (change: (run: Run) => Partial<Run>): Rules['earned'] =>
  (terms, runs) =>
    real.earned(
      terms,
      runs.map((run) => ({ ...run, ...change(run) })),
    );

/** Mistakes that software of this kind makes, each made here on purpose, and the check that must find it. */
const planted: Readonly<Record<string, readonly [keyof typeof checks, Partial<Rules>]>> = {
  'polarity is forgotten': ['statuses', { status: (given) => judged(given, { ...given, better: 'higher' }) }],
  'the year so far is held against the whole year': [
    'statuses',
    {
      status: (given) =>
        judged(given, given.counted ? { ...given, target: (given.target * 4) / given.quarter } : given),
    },
  ],
  'a provisional figure counts as achieved': [
    'statuses',
    { status: (given) => judged(given, given, { ...readingOfCase(given), status: 'final' }) },
  ],
  'meeting the target is not enough': [
    'statuses',
    {
      status: (given) =>
        judged(given, { ...given, target: given.better === 'higher' ? given.target + 4 : given.target - 4 }),
    },
  ],
  'the floor lies on the wrong side': [
    'statuses',
    { status: (given) => judged(given, { ...given, slack: -given.slack }) },
  ],
  'a later revision is known before it was published': [
    'revisions',
    { known: (given) => real.known({ ...given, asked: 999 }) },
  ],
  'the first figure is never revised': [
    'revisions',
    { known: ({ days, asked }) => real.known({ days: days.slice(0, 1), asked }) },
  ],
  'percentages are averaged': [
    'counties',
    {
      county: (parts) =>
        real.county(
          parts.map(({ areaId, reading }) => ({
            areaId,
            reading: reading && {
              ...reading,
              numerator: String((100_000 * Number(reading.numerator)) / Number(reading.denominator)).split(
                '.',
              )[0],
              denominator: '100000',
            },
          })),
        ),
    },
  ],
  'a missing district goes unnoticed': [
    'counties',
    { county: (parts) => real.county(parts.filter(({ reading }) => reading?.status === 'final')) },
  ],
  'every move of a survey is a change': [
    'surveys',
    {
      survey: (now, then) =>
        directionOf({ ...survey, method: { by: 'count' } }, { ...now, sample: undefined }, [then]).direction,
    },
  ],
  'the design of a survey is forgotten': [
    'surveys',
    {
      survey: (now, then) =>
        directionOf({ ...survey, method: { by: 'survey', designEffect: '1' } }, now, [then]).direction,
    },
  ],
  'one hidden count is left to be worked out': [
    'tables',
    {
      hidden: (counts) => [
        ...counts.map((count) => (count < 5 ? undefined : count)),
        counts.reduce((sum, each) => sum + each, 0),
      ],
    },
  ],
  'reward runs from the baseline': [
    'rewards',
    { earned: (terms, runs) => real.earned({ ...terms, from: 'baseline' }, runs) },
  ],
  'a target short of the floor is paid in part': [
    'rewards',
    { earned: (terms, runs) => real.earned({ ...terms, floor: '0' }, runs) },
  ],
  'more than the whole way earns more': [
    'rewards',
    { earned: (terms, runs) => real.earned({ ...terms, cap: '2' }, runs) },
  ],
  'binary numbers fall short of six tenths': [
    'rewards',
    { earned: (terms, runs) => real.earned({ ...terms, floor: '0.60000000000000001' }, runs) },
  ],
  'a provisional figure earns': [
    'rewards',
    { earned: changedRuns(({ outturn }) => ({ outturn: outturn && { ...outturn, isFirm: true } })) },
  ],
  'less is taken for worse': [
    'rewards',
    { earned: changedRuns(({ target }) => ({ target: { ...target, polarity: { better: 'higher' } } })) },
  ],
  'each amount is rounded up by itself': [
    'rewards',
    {
      earned: (terms, runs) =>
        earn(terms, pot, runs).targets.map(({ share, payable }) =>
          Math.ceil(fractionNumber(share) * fractionNumber(payable)),
        ),
    },
  ],
};

describe('the rules of targets and reward', () => {
  test.each(Object.keys(checks) as readonly (keyof typeof checks)[])(
    'stand up to the check of %s',
    (check) => {
      expect(findsFault(check, real)).toBe(false);
    },
  );

  test.each(Object.entries(planted))('are caught when %s', (_, [check, mistake]) => {
    expect(findsFault(check, { ...real, ...mistake })).toBe(true);
  });

  test('are tried at every colour, achieved or not', () => {
    const seen = new Set(fc.sample(statusCases, { numRuns: 400, seed: 2008 }).map(statusReferee));
    expect([...seen].toSorted()).toEqual(['amber', 'green', 'green achieved', 'red']);
  });
});
