import type { Choice, Majority, Outcome, Tally } from './count-votes.ts';

/** What a motion asks a meeting to do. */
export const motionActs = {
  resolve: 'Resolves',
  recommend: 'Recommends',
  endorse: 'Endorses',
  note: 'Notes',
} as const;
export type MotionAct = keyof typeof motionActs;

/** How a meeting came to its answer. */
export const ways = {
  recorded: 'Vote recorded member by member',
  counted: 'Vote counted, members not named',
  consensus: 'By consensus, without a vote',
} as const;
export type Way = keyof typeof ways;

/** One member’s vote, or dissent from a consensus. */
export type MemberVote = Readonly<{
  officeId: string;
  officeTitle: string;
  choice: Choice | 'dissents';
  /** What it counts, in thousandths. */
  weight: number;
  /** The member who cast it for one who was away, under a rule that allows it. */
  castBy: string | undefined;
  /** What the member asked to be recorded. */
  says: string;
}>;

/** What is put to a meeting at an item, with who moved it. */
export type MotionPut = Readonly<{
  act: MotionAct;
  text: string;
  movedBy: string;
  secondedBy: string | undefined;
  way: Way;
  needs: Majority;
  /** Of a recorded vote and of a consensus: member by member. */
  votes: readonly MemberVote[];
  /** Of a counted vote: how many, in thousandths as the others. */
  counted: Tally | undefined;
  casting: 'for' | 'against' | undefined;
}>;

/** A motion as kept, with what the votes decided. */
export type Motion = MotionPut &
  Readonly<{
    /** `maidstone/2008-001/3/1`. */
    id: string;
    itemId: string;
    meetingId: string;
    bodyId: string;
    /** A vote entered anew is a new version; the last counts. */
    version: number;
    movedTitle: string;
    secondedTitle: string | undefined;
    /** Why it was entered anew. */
    reason: string;
  }>;

export type MotionOutcome =
  | Readonly<{ way: 'vote'; votes: Tally } & Outcome>
  | Readonly<{ way: 'consensus'; outcome: 'agreed'; dissenting: number }>;
