/** How a member votes. Who abstains is present and counts for neither side. */
export const choices = { for: 'For', against: 'Against', abstain: 'Abstained' } as const;
export type Choice = keyof typeof choices;

/** What a motion needs of the votes that are cast. */
export const majorities = {
  majority: 'More for than against',
  'two-thirds': 'Two thirds of the votes cast',
  unanimity: 'Nobody against',
} as const;
export type Majority = keyof typeof majorities;

/** One vote with what it counts, in thousandths: 1000 where votes are not weighted. */
export type Ballot = Readonly<{ choice: Choice; weight: number }>;

export type Tally = Readonly<{ for: number; against: number; abstain: number }>;

export type Outcome = Readonly<{
  outcome: 'carried' | 'lost';
  because: 'majority' | 'two-thirds' | 'unanimity' | 'tie' | 'casting-vote' | 'not-enough' | 'no-votes';
}>;

/** One vote, in the thousandths in which weights are counted: no fraction of a vote is ever rounded away. */
export const oneVote = 1000;

/** Adds up the votes, each for what it counts. */
export function tally(ballots: readonly Ballot[]): Tally {
  const sum = (choice: Choice) =>
    ballots.filter((ballot) => ballot.choice === choice).reduce((total, { weight }) => total + weight, 0);
  return { for: sum('for'), against: sum('against'), abstain: sum('abstain') };
}

/**
 * What the votes decide. A tie is lost, because a motion needs a majority, unless whoever presides gives a casting vote
 * (Local Government Act 1972, schedule 12, paragraph 39, where it applies). It breaks a tie and does nothing else.
 */
export function outcomeOf(votes: Tally, needs: Majority, casting?: 'for' | 'against'): Outcome {
  const { for: inFavour, against } = votes;
  if (inFavour + against === 0) return { outcome: 'lost', because: 'no-votes' };
  if (needs === 'unanimity')
    return against === 0
      ? { outcome: 'carried', because: 'unanimity' }
      : { outcome: 'lost', because: 'not-enough' };
  if (needs === 'two-thirds')
    return inFavour * 3 >= (inFavour + against) * 2
      ? { outcome: 'carried', because: 'two-thirds' }
      : { outcome: 'lost', because: 'not-enough' };
  if (inFavour === against)
    return casting === undefined
      ? { outcome: 'lost', because: 'tie' }
      : { outcome: casting === 'for' ? 'carried' : 'lost', because: 'casting-vote' };
  return { outcome: inFavour > against ? 'carried' : 'lost', because: 'majority' };
}

/** Whether a casting vote would decide it. */
export const isTied = ({ for: inFavour, against }: Tally, needs: Majority): boolean =>
  needs === 'majority' && inFavour === against && inFavour > 0;

/** `3` or `2.5`, from thousandths. */
export function sayVotes(thousandths: number): string {
  return String(thousandths / oneVote);
}
