import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Ballot, type Choice, isTied, type Majority, oneVote, outcomeOf, tally } from './count-votes.ts';

const ballots = (inFavour: number, against: number, abstain = 0): readonly Ballot[] => [
  ...Array.from({ length: inFavour }, () => ({ choice: 'for' as const, weight: oneVote })),
  ...Array.from({ length: against }, () => ({ choice: 'against' as const, weight: oneVote })),
  ...Array.from({ length: abstain }, () => ({ choice: 'abstain' as const, weight: oneVote })),
];
const decided = (votes: readonly Ballot[], needs: Majority = 'majority', casting?: 'for' | 'against') =>
  outcomeOf(tally(votes), needs, casting);

test.each([
  ['more for than against', ballots(5, 4), undefined, { outcome: 'carried', because: 'majority' }],
  ['more against than for', ballots(3, 4), undefined, { outcome: 'lost', because: 'majority' }],
  ['a tie', ballots(4, 4), undefined, { outcome: 'lost', because: 'tie' }],
  ['a tie and a casting vote for', ballots(4, 4), 'for', { outcome: 'carried', because: 'casting-vote' }],
  [
    'a tie and a casting vote against',
    ballots(4, 4),
    'against',
    { outcome: 'lost', because: 'casting-vote' },
  ],
  [
    'abstentions, which count for neither',
    ballots(2, 1, 10),
    undefined,
    { outcome: 'carried', because: 'majority' },
  ],
  ['abstentions alone', ballots(0, 0, 7), undefined, { outcome: 'lost', because: 'no-votes' }],
] as const)('%s', (_name, votes, casting, outcome) => {
  expect(decided(votes, 'majority', casting)).toEqual(outcome);
});

test('a casting vote breaks a tie and does nothing else', () => {
  expect(isTied(tally(ballots(4, 4)), 'majority')).toBe(true);
  expect(isTied(tally(ballots(5, 4)), 'majority')).toBe(false);
  expect(decided(ballots(5, 4), 'majority', 'against').outcome).toBe('carried');
});

test('two thirds are of the votes cast, and unanimity is nobody against', () => {
  expect(decided(ballots(6, 3, 5), 'two-thirds').outcome).toBe('carried');
  expect(decided(ballots(5, 3, 0), 'two-thirds').outcome).toBe('lost');
  expect(decided(ballots(3, 0, 2), 'unanimity').outcome).toBe('carried');
  expect(decided(ballots(12, 1), 'unanimity').outcome).toBe('lost');
});

test('weighted votes are added exactly: 0.1 and 0.2 make 0.3', () => {
  const votes = [
    { choice: 'for', weight: 100 },
    { choice: 'for', weight: 200 },
    { choice: 'against', weight: 300 },
  ] as const;
  expect(decided(votes)).toEqual({ outcome: 'lost', because: 'tie' });
});

const room = fc.array(
  fc.record({
    choice: fc.constantFrom<Choice>('for', 'against', 'abstain'),
    weight: fc.constantFrom(1000, 1000, 1000, 500, 1, 2500),
  }),
  { maxLength: 30 },
);
const needs = fc.constantFrom<Majority>('majority', 'two-thirds', 'unanimity');
const casting = fc.option(fc.constantFrom('for' as const, 'against' as const), { nil: undefined });

/** An independent count: it stands the voters in two rows and compares their lengths, thousandth by thousandth. */
function countedByHand(votes: readonly Ballot[], needed: Majority, cast?: 'for' | 'against'): boolean {
  let [ayes, noes] = [0, 0];
  for (const { choice, weight } of votes)
    for (let part = 0; part < weight; part += 1) {
      if (choice === 'for') ayes += 1;
      if (choice === 'against') noes += 1;
    }
  if (ayes === 0 && noes === 0) return false;
  switch (needed) {
    case 'unanimity':
      return noes === 0;
    case 'two-thirds':
      return ayes >= noes * 2;
    case 'majority':
      if (ayes === noes) return cast === 'for';
      return ayes > noes;
    default:
      return needed satisfies never;
  }
}

type Count = typeof outcomeOf;
const agrees = (count: Count) =>
  fc.property(room, needs, casting, (votes, needed, cast) => {
    const { outcome } = count(tally(votes), needed, cast);
    return (outcome === 'carried') === countedByHand(votes, needed, cast);
  });

test('the outcome agrees with an independent count', () => {
  expect(fc.check(agrees(outcomeOf), { numRuns: 500 }).counterexample).toBeNull();
});

test.each<[string, Count]>([
  [
    'counts abstentions as against',
    (votes, needed, cast) => outcomeOf({ ...votes, against: votes.against + votes.abstain }, needed, cast),
  ],
  [
    'carries a tie',
    (votes, needed, cast) =>
      votes.for === votes.against && votes.for > 0 && needed === 'majority'
        ? { outcome: 'carried', because: 'majority' }
        : outcomeOf(votes, needed, cast),
  ],
  [
    'lets the casting vote always decide',
    (votes, needed, cast) =>
      cast === undefined
        ? outcomeOf(votes, needed)
        : { outcome: cast === 'for' ? 'carried' : 'lost', because: 'casting-vote' },
  ],
  [
    'reads two thirds as more than half',
    (votes, needed, cast) => outcomeOf(votes, needed === 'two-thirds' ? 'majority' : needed, cast),
  ],
])('a count that %s is caught', (name, planted) => {
  // Ties are rare: it tries until one shows the fault, and stops there.
  const { failed } = fc.check(agrees(planted), { numRuns: 20_000 });
  expect([name, failed]).toEqual([name, true]);
});
