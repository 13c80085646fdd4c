import { addDays, date } from '#platform/kernel';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConditionFact } from './condition-fact.ts';
import { type ConditionLife, conditionLives, conditionReferee } from './condition-referee.testing.ts';
import { type ConditionStanding, conditionStanding } from './condition-standing.ts';

const told = { says: '', source: 'Minutes', byOffice: 'Scrutiny officer' };
const accepted = { since: date('2008-07-09') };
const timescale: ConditionFact = {
  ...told,
  on: date('2008-07-09'),
  kind: 'watched',
  watch: { kind: 'milestone', what: 'First project complete', by: date('2008-12-31') },
};
const after = (facts: readonly ConditionFact[], on: string) => conditionStanding(accepted, facts, date(on));

describe('a condition that something is done by a day', () => {
  test('is not watched before the executive has accepted the recommendation, nor when it has refused it', () => {
    const on = date('2008-07-08');
    expect(conditionStanding('no-response', [timescale], on)).toEqual(because('no-response'));
    expect(conditionStanding('not-accepted', [timescale], on)).toEqual(because('not-accepted'));
    expect(conditionStanding(accepted, [timescale], on)).toEqual(because('no-response'));
  });

  test('slips by itself the day after, and nobody needs to say so', () => {
    expect(after([timescale], '2008-12-31')).toEqual({ standing: 'on-track', due: date('2008-12-31') });
    expect(after([timescale], '2009-01-01')).toMatchObject({
      standing: 'slipped',
      since: '2009-01-01',
      why: 'not-done-by-its-day',
    });
  });

  test('slips when the executive moves it later, until the committee agrees', () => {
    const moved: ConditionFact = { ...told, on: date('2008-10-01'), kind: 'moved', to: date('2009-03-31') };
    const agreed: ConditionFact = { ...moved, on: date('2008-11-04'), kind: 'agreed' };
    expect(after([timescale, moved], '2008-10-15')).toMatchObject({
      standing: 'slipped',
      since: '2008-10-01',
      why: 'moved-later',
      due: '2008-12-31',
      expected: '2009-03-31',
    });
    expect(after([timescale, moved, agreed], '2008-11-04')).toMatchObject({
      standing: 'on-track',
      due: '2009-03-31',
    });
    expect(after([timescale, moved, agreed], '2008-10-15')).toMatchObject({ standing: 'slipped' });
  });

  test('is met, late or in time, and can be found not to be met after all', () => {
    const met: ConditionFact = { ...told, on: date('2009-02-02'), kind: 'met' };
    const reopened: ConditionFact = { ...met, on: date('2009-02-20'), kind: 'reopened' };
    expect(after([timescale, met], '2009-02-02')).toEqual({
      standing: 'met',
      on: date('2009-02-02'),
      isLate: true,
    });
    expect(after([timescale, met, reopened], '2009-03-01')).toMatchObject({
      standing: 'slipped',
      since: '2009-02-20',
    });
  });

  test('without a stated day is not yet watched, and says so; a reported slip counts all the same', () => {
    const undated: ConditionFact = {
      ...timescale,
      watch: { kind: 'milestone', what: 'Timescale', by: undefined },
    };
    const slipped: ConditionFact = { ...told, on: date('2008-09-01'), kind: 'slipped', says: 'No timescale' };
    expect(after([], '2026-07-15')).toEqual(because('nothing-stated'));
    expect(after([undated], '2026-07-15')).toEqual(because('no-date-stated'));
    expect(after([undated, slipped], '2026-07-15')).toMatchObject({
      standing: 'slipped',
      since: '2008-09-01',
      says: 'No timescale',
    });
  });
});

describe('a condition that a figure holds', () => {
  const answered: ConditionFact = {
    ...timescale,
    watch: {
      kind: 'figure',
      what: 'Calls answered',
      comparison: 'at-least',
      threshold: 80,
      unit: '%',
      from: undefined,
    },
  };
  const reading = (on: string, value: number): ConditionFact => ({
    ...told,
    on: date(on),
    kind: 'reading',
    value,
  });

  test('is not known before anybody reads it; it fails from the first of an unbroken run of wrong readings', () => {
    const readings = [reading('2008-08-01', 82), reading('2008-09-01', 79.9), reading('2008-10-01', 70)];
    expect(after([answered], '2008-12-01')).toEqual({ standing: 'not-known' });
    expect(after([answered, ...readings], '2008-08-31')).toMatchObject({ standing: 'on-track' });
    expect(after([answered, ...readings], '2008-10-02')).toMatchObject({
      standing: 'slipped',
      since: '2008-09-01',
    });
    expect(after([answered, ...readings, reading('2008-11-01', 80)], '2008-11-01')).toMatchObject({
      standing: 'on-track',
    });
  });

  test('a later word on the same day corrects the first', () => {
    const corrected = [answered, reading('2008-09-01', 8.1), reading('2008-09-01', 81)];
    expect(after(corrected, '2008-09-01')).toMatchObject({ standing: 'on-track' });
  });
});

const because = (reason: string) => ({ standing: 'not-yet-watched', because: reason });

/** How many random lives: 2,000 in the usual run, more with RUNS. */
const runs = Number(process.env['RUNS'] ?? 2000);

function say(found: ConditionStanding): string {
  switch (found.standing) {
    case 'not-yet-watched':
      return found.because;
    case 'slipped':
      return `slipped ${found.why} since ${found.since}`;
    case 'met':
      return `met ${found.on}${found.isLate ? ' late' : ''}`;
    case 'on-track':
    case 'not-known':
      return found.standing;
    default:
      return found satisfies never;
  }
}

type Answerer = typeof conditionStanding;
const differs = (answer: Answerer, numRuns: number) =>
  fc.check(
    fc.property(
      conditionLives,
      (life) => say(answer(life.acceptance, life.facts, life.asked)) === conditionReferee(life),
    ),
    { numRuns, seed: 2008, endOnFailure: true },
  );

describe(`${runs} random lives of conditions`, () => {
  test('stand where an independent referee says they stand', () => {
    const [life] = differs(conditionStanding, runs).counterexample ?? [];
    const difference = life && {
      life,
      said: say(conditionStanding(life.acceptance, life.facts, life.asked)),
      expected: conditionReferee(life),
    };
    expect(difference).toBeUndefined();
  });

  test('end in every way there is', () => {
    const seen = fc
      .sample(conditionLives, { numRuns: 3000, seed: 2008 })
      .map((life: ConditionLife) => conditionReferee(life).replaceAll(/ ?(?:since )?\d{4}-\d\d-\d\d/g, ''));
    expect([...new Set(seen)].toSorted()).toEqual([
      'begins-later',
      'met',
      'met late',
      'no-date-stated',
      'no-response',
      'not-accepted',
      'not-known',
      'nothing-stated',
      'on-track',
      'slipped figure-fails',
      'slipped moved-later',
      'slipped not-done-by-its-day',
      'slipped reported',
    ]);
  });

  const without =
    (kind: ConditionFact['kind']): Answerer =>
    (acceptance, facts, on) =>
      conditionStanding(
        acceptance,
        facts.filter((fact) => fact.kind !== kind),
        on,
      );
  const planted: Readonly<Record<string, Answerer>> = {
    'a slip seen a day late': (acceptance, facts, on) =>
      conditionStanding(acceptance, facts, addDays(on, -1)),
    'facts of the future': (acceptance, facts, on) =>
      conditionStanding(
        acceptance,
        facts.map((fact) => ({ ...fact, on: date('2008-07-01') })),
        on,
      ),
    'a later day agreed by whoever moves it': (acceptance, facts, on) =>
      conditionStanding(
        acceptance,
        facts.map((fact) => (fact.kind === 'moved' ? { ...fact, kind: 'agreed' } : fact)),
        on,
      ),
    'the committee’s agreement forgotten': without('agreed'),
    'what was reopened stays met': without('reopened'),
    'a new watch beside the old one': (acceptance, facts, on) => {
      const first = facts.findIndex(({ kind }) => kind === 'watched');
      return conditionStanding(
        acceptance,
        facts.filter(({ kind }, at) => kind !== 'watched' || at === first),
        on,
      );
    },
    'watched though nobody accepted it': (acceptance, facts, on) =>
      conditionStanding(
        acceptance === 'not-accepted' ? { since: date('2008-07-01') } : acceptance,
        facts,
        on,
      ),
    'at least read as more than': (acceptance, facts, on) =>
      conditionStanding(
        acceptance,
        facts.map((fact) =>
          fact.kind === 'watched' && fact.watch.kind === 'figure' && fact.watch.comparison === 'at-least'
            ? { ...fact, watch: { ...fact.watch, comparison: 'more-than' } }
            : fact,
        ),
        on,
      ),
    'the order of entry forgotten': (acceptance, facts, on) =>
      conditionStanding(acceptance, facts.toReversed(), on),
  };

  test.each(Object.entries(planted))('a planted bug is caught: %s', (_, answer) => {
    expect(differs(answer, 5000).failed).toBe(true);
  });
});
