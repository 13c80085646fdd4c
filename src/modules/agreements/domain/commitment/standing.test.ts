import { addDays, date } from '#platform/kernel';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CommitmentLife, commitmentLives, commitmentReferee } from './commitment-referee.testing.ts';
import { lastDayOf } from './due.ts';
import type { CommitmentFact } from './fact.ts';
import { type CommitmentStanding, commitmentStanding } from './standing.ts';

const kent = 'kent-county-council';
const fact = <Kind extends CommitmentFact['kind']>(
  number: number,
  on: string,
  particular: Omit<
    Extract<CommitmentFact, { kind: Kind }>,
    'number' | 'on' | 'says' | 'source' | 'bodyId' | 'byOffice'
  > &
    Readonly<{ kind: Kind }>,
  bodyId = kent,
): CommitmentFact =>
  ({
    number,
    on: date(on),
    says: 'Why',
    source: 'Minutes',
    bodyId,
    byOffice: 'Performance',
    ...particular,
  }) as CommitmentFact;
const day = (by: string) => ({ by: date(by), precision: 'day' as const, said: '' });
const plans = fact(1, '2010-12-01', {
  kind: 'milestone',
  what: 'A plan for every district',
  due: day('2014-12-31'),
});
const shown = fact(2, '2011-06-01', {
  kind: 'evidence',
  evidence: 'link',
  at: 'https://www.kent.gov.uk/plans',
});
const at = (facts: readonly CommitmentFact[], on: string, owners: readonly string[] = [kent]) =>
  commitmentStanding(owners, facts, date(on));

describe('a promise', () => {
  test('stands at no evidence until a status is set, and as it stood before on any day before', () => {
    const kept = fact(3, '2011-07-01', { kind: 'status', status: 'kept', evidence: [2] });
    expect(at([plans, shown], '2011-06-30').status).toBe('no-evidence');
    expect(at([plans, shown, kept], '2011-07-01')).toMatchObject({ status: 'kept' });
    expect(at([plans, shown, kept], '2011-06-30').status).toBe('no-evidence');
  });

  test('is opened again, and then nothing is known of it until somebody shows more', () => {
    const kept = fact(3, '2011-07-01', { kind: 'status', status: 'kept', evidence: [2] });
    const reopened = fact(4, '2011-09-01', { kind: 'reopened' });
    expect(at([plans, shown, kept, reopened], '2011-08-31').status).toBe('kept');
    expect(at([plans, shown, kept, reopened], '2011-09-01').status).toBe('no-evidence');
  });

  test('of several bodies stands so only where all say so: one council cannot speak for another', () => {
    const owners = [kent, 'swale'];
    const kept = fact(3, '2011-07-01', { kind: 'status', status: 'kept', evidence: [2] });
    const too = { ...kept, number: 4, on: date('2011-08-01'), bodyId: 'swale' };
    expect(at([plans, shown, kept], '2011-07-31', owners).status).toBe('differs');
    expect(at([plans, shown, kept, too], '2011-08-01', owners).status).toBe('kept');
    expect(at([plans, shown, { ...kept, bodyId: 'dover' }], '2011-08-01', owners).status).toBe('no-evidence');
  });

  test('slips the day after the day first promised; moving it does not undo that, being met does', () => {
    const moved = fact(3, '2014-10-01', { kind: 'moved', milestone: 1, due: day('2016-03-31') });
    const met = fact(4, '2015-05-01', { kind: 'met', milestone: 1, evidence: [2] });
    expect(at([plans, shown], '2014-12-31').slipped).toEqual([]);
    expect(at([plans, shown], '2015-01-01').slipped).toMatchObject([
      { standing: { standing: 'slipped', since: '2015-01-01' } },
    ]);
    expect(at([plans, shown, moved], '2014-12-31').milestones).toMatchObject([
      { standing: { standing: 'ahead' }, expected: { by: '2016-03-31' } },
    ]);
    expect(at([plans, shown, moved], '2015-01-01').slipped).toHaveLength(1);
    expect(at([plans, shown, moved, met], '2015-05-01').milestones).toMatchObject([
      { standing: { standing: 'met', isLate: true } },
    ]);
  });

  test('that ended before the day of its milestone has not slipped on it', () => {
    const withdrawn = fact(3, '2012-07-01', { kind: 'status', status: 'withdrawn', evidence: [2] });
    expect(at([plans, shown, withdrawn], '2020-01-01').milestones).toMatchObject([
      { standing: { standing: 'ended' } },
    ]);
  });

  test('joined with the same one elsewhere is told there from that day', () => {
    const joined = fact(3, '2012-07-01', { kind: 'joined', at: '/commitments/bold-steps/ES-27' });
    expect(at([plans, joined], '2020-01-01')).toMatchObject({
      status: 'joined',
      joinedWith: '/commitments/bold-steps/ES-27',
      slipped: [],
    });
    expect(at([plans, joined], '2012-06-30').status).toBe('no-evidence');
  });
});

test.each([
  ['2007-07-01', 'season', '2007-08-31'],
  ['2009-09-01', 'season', '2009-11-30'],
  ['2009-12-24', 'season', '2010-02-28'],
  ['2012-01-01', 'season', '2012-02-29'],
  ['2008-03-31', 'season', '2008-05-31'],
  ['2008-02-10', 'month', '2008-02-29'],
  ['2014-01-01', 'year', '2014-12-31'],
  ['2015-03-31', 'financial-year', '2015-03-31'],
  ['2014-04-01', 'financial-year', '2015-03-31'],
  ['2014-04-01', 'day', '2014-04-01'],
] as const)(
  'a source that says %s with the exactness of a %s means %s at the latest',
  (on, precision, last) => {
    expect(lastDayOf(date(on), precision)).toBe(last);
  },
);

/** How many random lives: 2,000 in the usual run, more with RUNS. */
const runs = Number(process.env['RUNS'] ?? 2000);

function say({ status, milestones }: CommitmentStanding): string {
  const each = milestones.map(({ number, standing }) => {
    if (standing.standing === 'met') return `${number} met ${standing.on}${standing.isLate ? ' late' : ''}`;
    return `${number} ${standing.standing}${standing.standing === 'slipped' ? ` ${standing.since}` : ''}`;
  });
  return [status, ...each.toSorted()].join('; ');
}

type Answerer = typeof commitmentStanding;
const differs = (answer: Answerer, numRuns: number) =>
  fc.check(
    fc.property(
      commitmentLives,
      (life: CommitmentLife) => say(answer(life.owners, life.facts, life.asked)) === commitmentReferee(life),
    ),
    { numRuns, seed: 2010, endOnFailure: true },
  );

describe(`${runs} random lives of promises`, () => {
  test('stand where an independent referee says they stand', () => {
    const [life] = differs(commitmentStanding, runs).counterexample ?? [];
    const difference = life && {
      life,
      said: say(commitmentStanding(life.owners, life.facts, life.asked)),
      expected: commitmentReferee(life),
    };
    expect(difference).toBeUndefined();
  });

  const changed =
    (change: (given: CommitmentFact) => readonly CommitmentFact[]): Answerer =>
    (owners, facts, on) =>
      commitmentStanding(owners, facts.flatMap(change), on);
  const planted: Readonly<Record<string, Answerer>> = {
    'a slip seen a day late': (owners, facts, on) => commitmentStanding(owners, facts, addDays(on, -1)),
    'facts of the future': changed((each) => [{ ...each, on: date('2010-12-01') }]),
    'a milestone moved is a milestone promised for later': (owners, facts, on) =>
      commitmentStanding(
        owners,
        facts.map((each) => {
          if (each.kind !== 'milestone') return each;
          const last = facts.findLast(
            (other) => other.kind === 'moved' && other.milestone === each.number && other.on <= on,
          );
          return last?.kind === 'moved' ? { ...each, due: last.due } : each;
        }),
        on,
      ),
    'what was reopened stays kept': changed((each) => (each.kind === 'reopened' ? [] : [each])),
    'what was found not to be met stays met': changed((each) => (each.kind === 'unmet' ? [] : [each])),
    'one body speaks for all': (owners, facts, on) =>
      commitmentStanding(
        owners,
        owners.flatMap((bodyId) => facts.map((each) => ({ ...each, bodyId }))),
        on,
      ),
    'an end that ends nothing': changed((each) =>
      each.kind === 'status' && each.status === 'withdrawn' ? [{ ...each, status: 'under-way' }] : [each],
    ),
    'a missed milestone said by nobody': changed((each) => (each.kind === 'missed' ? [] : [each])),
    'the order of entry forgotten': (owners, facts, on) =>
      commitmentStanding(
        owners,
        facts.map((each) => ({ ...each, number: each.number < 3 ? each.number : 100 - each.number })),
        on,
      ),
  };

  test.each(Object.entries(planted))('a planted bug is caught: %s', (_, answer) => {
    expect(differs(answer, 5000).failed).toBe(true);
  });
});
