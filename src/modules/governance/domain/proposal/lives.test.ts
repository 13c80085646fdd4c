import { addDays, date, daysBetween, londonDate } from '#platform/kernel';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at } from '../decision/facts.testing.ts';
import { type Matrix, matrixOf } from './matrix.ts';
import type { Adoption, Approval, Party, Proposal, ProposalFacts } from './proposal.ts';

/** How many random lives: 500 in the usual run, 10,000 with RUNS=10000. */
const runs = Number(process.env['RUNS'] ?? 500);

// A life is told in whole days from the first; every event falls on noon of its day, and within a day in the order given.
type Wait = number | 'stopped' | 'council';
type Deed =
  | Readonly<{
      kind: 'decides';
      day: number;
      party: number;
      approval: Approval;
      adopts: boolean;
      /** In how many days it takes effect; or it is stopped, or waits for the Council it is recommended to. */
      wait: Wait;
    }>
  | Readonly<{ kind: 'amends'; day: number; reopens: readonly number[] }>
  | Readonly<{ kind: 'withdraws' | 'ends'; day: number; party: number }>;
type Life = Readonly<{
  parties: readonly Readonly<{
    approvals: readonly [Approval, ...Approval[]];
    soonest: number | undefined;
  }>[];
  enough: number | undefined;
  deadline: number | undefined;
  deeds: readonly Deed[];
  asked: number;
}>;

const first = date('2008-07-01');
const noonOf = (day: number): Date => at(`${addDays(first, day)} 12:00`);
const dayOf = (moment: Date): number => daysBetween(first, londonDate(moment));
const days = fc.nat({ max: 40 });
const partyNumber = fc.nat({ max: 3 });
const approval = fc.constantFrom<Approval>('executive', 'council');
const deeds: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('decides'),
      day: days,
      party: partyNumber,
      approval,
      adopts: fc.constantFrom(true, true, true, true, true, false),
      wait: fc.constantFrom<Wait>(0, 0, 0, 0, 7, 'stopped', 'council'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('amends'), day: days, reopens: fc.uniqueArray(partyNumber) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('withdraws', 'ends'), day: days, party: partyNumber }),
  },
);
const lives: fc.Arbitrary<Life> = fc.record({
  parties: fc.array(
    fc.record({
      approvals: fc.constantFrom<readonly [Approval, ...Approval[]]>(
        ['executive'],
        ['council'],
        ['executive', 'council'],
      ),
      soonest: fc.option(fc.integer({ min: 60, max: 70 }), { nil: undefined, freq: 4 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  enough: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
  deadline: fc.option(fc.integer({ min: 10, max: 45 }), { nil: undefined }),
  deeds: fc.array(deeds, { maxLength: 14 }).map((all) =>
    // Each deed on a day of its own, so that their order is never in doubt.
    all.filter((deed, index) => all.findIndex((other) => other.day === deed.day) === index),
  ),
  asked: fc.nat({ max: 55 }),
});

/** The life as the code under test is told it: in facts, in no order, each decision with its standing when asked. */
function told({ parties, enough, deadline, deeds: all, asked }: Life): readonly [Proposal, ProposalFacts] {
  const amendments = all.filter((deed) => deed.kind === 'amends').toSorted((a, b) => a.day - b.day);
  const versionOn = (day: number) => 1 + amendments.filter((deed) => deed.day < day).length;
  const bodies: readonly Party[] = parties.map(({ approvals, soonest }, index) => ({
    bodyId: String(index),
    name: `Party ${index}`,
    approvals,
    soonest: soonest === undefined ? {} : { executive: noonOf(soonest), council: noonOf(soonest) },
  }));
  const adoptions = all
    .filter((deed) => deed.kind === 'decides')
    .map((deed): Adoption => ({
      bodyId: String(deed.party),
      approval: deed.approval,
      version: versionOn(deed.day),
      decidedAt: noonOf(deed.day),
      outcome: deed.adopts ? 'adopted' : 'refused',
      standing: standingOf(deed.day, deed.wait, asked),
    }));
  const happened = (kind: 'withdraws' | 'ends') =>
    all.flatMap((deed) => (deed.kind === kind ? [{ bodyId: String(deed.party), at: noonOf(deed.day) }] : []));
  return [
    {
      title: 'A joint proposal',
      draftedBy: '0',
      parties: bodies,
      needs: enough === undefined ? 'all' : { atLeast: enough },
      deadline: deadline === undefined ? undefined : addDays(first, deadline),
      start: 'each-when-ready',
      versions: [
        { number: 1, at: noonOf(-1), reopens: [] },
        ...amendments.map(({ day, reopens }, index) => ({
          number: index + 2,
          at: noonOf(day),
          reopens: reopens.map(String),
        })),
      ],
    },
    {
      adoptions: adoptions.toReversed(),
      withdrawals: happened('withdraws'),
      endings: happened('ends').map((each) => ({ ...each, successors: [] })),
    },
  ];
}

function standingOf(day: number, wait: Wait, asked: number): Adoption['standing'] {
  if (wait === 'council') return { standing: 'waits-for-council' };
  if (wait === 'stopped') return { standing: 'referred-back', since: noonOf(day) };
  const effective = { date: addDays(first, day + wait), time: '12:00', moment: 'at' } as never;
  return asked >= day + wait
    ? { standing: 'in-effect', from: noonOf(day + wait), because: 'not-called-in' }
    : { standing: 'about-to-take-effect', effective };
}

/** An independent answer: goes through the deeds day by day with a table of cells in hand, each a day, a word or empty. */
function referee({ parties, enough = parties.length, deadline = 1000, deeds: all, asked }: Life): string {
  const cells = new Map<string, number | 'stopped' | 'council' | 'over' | 'withdrawn'>();
  const gone = new Set<number>();
  const both = (party: number) => [`${party} executive`, `${party} council`];
  for (const deed of all.filter(({ day }) => day <= asked).toSorted((a, b) => a.day - b.day)) {
    if (deed.kind === 'decides') {
      const key = `${deed.party} ${deed.approval}`;
      if (gone.has(deed.party)) continue;
      if (!deed.adopts || deed.day > deadline) cells.set(key, 'over');
      else cells.set(key, typeof deed.wait === 'number' ? deed.day + deed.wait : deed.wait);
    } else if (deed.kind === 'amends') {
      for (const party of deed.reopens)
        for (const key of both(party).filter((each) => cells.get(each) !== 'withdrawn')) {
          if (gone.has(party)) cells.set(key, 'over');
          else cells.delete(key);
        }
    } else if (!gone.has(deed.party)) {
      for (const key of both(deed.party)) {
        const cell = cells.get(key);
        if (deed.kind === 'withdraws') cells.set(key, 'withdrawn');
        else if (typeof cell !== 'number' || cell >= deed.day) cells.set(key, 'over');
      }
      if (deed.kind === 'ends') gone.add(deed.party);
    }
  }
  const rows = parties.map((party, index) => ({
    ...party,
    own: party.approvals.map((each) => cells.get(`${index} ${each}`)),
  }));
  const nth = (found: readonly number[]) => found.toSorted((a, b) => a - b)[enough - 1];
  const full = rows
    .filter(({ own }) => own.every((cell) => typeof cell === 'number'))
    .map(({ own }) => Math.max(...own.map(Number)));
  const started = nth(full.filter((day) => day <= asked));
  if (started !== undefined) return `in-effect ${started}`;
  const agreed = nth(full);
  if (agreed !== undefined) return `agreed ${agreed}`;
  const able = rows.filter(({ own }) => !own.includes('over') && !own.includes('withdrawn'));
  if (able.length < enough) return 'failing';
  const isOpen = (cell: unknown) => cell === undefined || cell === 'council';
  if (asked > deadline && rows.filter(({ own }) => !own.some(isOpen)).length < enough)
    return 'deadline-passed';
  const soonest = able.flatMap(({ own, soonest: then }) => {
    const moments = own.map((cell) => (isOpen(cell) ? then : cell));
    return moments.every((moment) => typeof moment === 'number') ? [Math.max(...moments)] : [];
  });
  return `waiting ${nth(soonest) ?? 'unknown'}`;
}

function say({ outcome }: Matrix): string {
  switch (outcome.outcome) {
    case 'in-effect':
    case 'agreed':
      return `${outcome.outcome} ${dayOf(outcome.from)}`;
    case 'failing':
    case 'deadline-passed':
      return outcome.outcome;
    case 'waiting':
      return `waiting ${outcome.earliest === undefined ? 'unknown' : dayOf(outcome.earliest)}`;
    default:
      return outcome satisfies never;
  }
}

type Answerer = (life: Life) => string;
const real: Answerer = (life) => say(matrixOf(...told(life), noonOf(life.asked)));
const agrees = (answer: Answerer) => fc.property(lives, (life) => answer(life) === referee(life));

describe(`${runs} random lives of joint proposals`, () => {
  test('stand where an independent referee says they stand', { timeout: 300_000 }, () => {
    const found = fc.check(agrees(real), { numRuns: runs });
    const [life] = found.counterexample ?? [];
    const difference = life && { life: JSON.stringify(life), said: real(life), expected: referee(life) };
    expect(difference, `seed ${found.seed}`).toBeUndefined();
  });

  test('end in every way there is, so that nothing goes untried', () => {
    const seen = new Set(
      fc.sample(lives, { numRuns: 3000, seed: 2008 }).map((life) => referee(life).replace(/ \d+$/, '')),
    );
    expect([...seen].toSorted()).toEqual([
      'agreed',
      'deadline-passed',
      'failing',
      'in-effect',
      'waiting',
      'waiting unknown',
    ]);
  });
});

const changed =
  (
    change: (
      proposal: Proposal,
      facts: ProposalFacts,
    ) => readonly [Partial<Proposal>, Partial<ProposalFacts>],
  ): Answerer =>
  (life) => {
    const [proposal, facts] = told(life);
    const [ofProposal, ofFacts] = change(proposal, facts);
    return say(matrixOf({ ...proposal, ...ofProposal }, { ...facts, ...ofFacts }, noonOf(life.asked)));
  };

/** Mistakes that software of this kind makes, each made here on purpose. */
const plantedBugs: Readonly<Record<string, Answerer>> = {
  'an amendment reopens nothing': changed(({ versions }) => [
    { versions: versions.map((each) => ({ ...each, reopens: [] })) },
    {},
  ]),
  'an amendment reopens everybody': changed(({ versions, parties }) => [
    { versions: versions.map((each) => ({ ...each, reopens: parties.map(({ bodyId }) => bodyId) })) },
    {},
  ]),
  'the deadline is forgotten': changed(() => [{ deadline: undefined }, {}]),
  'the deadline is a day late': changed(({ deadline }) => [
    { deadline: deadline && addDays(deadline, 1) },
    {},
  ]),
  'one party too few is enough': changed(({ needs, parties }) => [
    { needs: { atLeast: Math.max(1, (needs === 'all' ? parties.length : needs.atLeast) - 1) } },
    {},
  ]),
  'a withdrawal is not noticed': changed(() => [{}, { withdrawals: [] }]),
  'a party that ended still adopts': changed(() => [{}, { endings: [] }]),
  'a refusal counts as adoption': changed((_, { adoptions }) => [
    {},
    { adoptions: adoptions.map((each) => ({ ...each, outcome: 'adopted' })) },
  ]),
  'a call-in holds nothing up': changed((_, { adoptions }) => [
    {},
    {
      adoptions: adoptions.map((each) =>
        each.standing.standing === 'referred-back'
          ? { ...each, standing: { standing: 'in-effect', from: each.decidedAt, because: 'published' } }
          : each,
      ),
    },
  ]),
  'what is recommended to the Council counts as resolved': changed((_, { adoptions }) => [
    {},
    {
      adoptions: adoptions.map((each) =>
        each.standing.standing === 'waits-for-council'
          ? { ...each, standing: { standing: 'in-effect', from: each.decidedAt, because: 'published' } }
          : each,
      ),
    },
  ]),
  'what is recommended to the Council can be dated by nobody': changed((_, { adoptions }) => [
    {},
    {
      adoptions: adoptions.map((each) =>
        each.standing.standing === 'waits-for-council'
          ? { ...each, standing: { standing: 'referred-back', since: each.decidedAt } }
          : each,
      ),
    },
  ]),
  'the Cabinet alone is enough': changed(({ parties }) => [
    { parties: parties.map((party) => ({ ...party, approvals: [party.approvals[0]] })) },
    {},
  ]),
  'what was decided first stands for ever': changed((_, { adoptions }) => [
    {},
    {
      adoptions: adoptions.filter(
        (each) =>
          !adoptions.some(
            (other) =>
              other.bodyId === each.bodyId &&
              other.approval === each.approval &&
              other.decidedAt < each.decidedAt,
          ),
      ),
    },
  ]),
};

describe('the referee notices', () => {
  test.each(Object.entries(plantedBugs))('that %s', (_bug, planted) => {
    expect(fc.check(agrees(planted), { numRuns: 3000, seed: 2008, endOnFailure: true }).failed).toBe(true);
  });
});
