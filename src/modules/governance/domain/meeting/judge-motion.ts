import { ok, refuse, type Result } from '#platform/kernel';
import { type Attendance, judgeQuorum, type QuorumJudged } from './attendance.ts';
import { isTied, outcomeOf, tally, type Tally } from './count-votes.ts';
import type { MemberVote, MotionOutcome, MotionPut } from './motion.ts';

/** How a company of members decides on a day, with where that is known from. */
export type VotingRules = Readonly<{
  /** Whether the body may vote at all; undefined: not known. */
  mayVote: boolean | undefined;
  mayVoteSource: string;
  quorum: number | undefined;
  /** Whether whoever presides may break a tie; undefined: not known. */
  castingVote: boolean | undefined;
  proxies: boolean;
  weighted: boolean;
}>;

export type MotionRefusal =
  | 'text-missing'
  | 'nobody-recorded-present'
  | 'mover-not-there'
  | 'seconder-not-there'
  | 'seconder-is-mover'
  | 'no-votes'
  | 'counts-wrong'
  | 'more-votes-than-members'
  | 'weights-need-names'
  | 'casting-without-tie'
  | 'nobody-presided'
  | 'casting-not-allowed'
  | 'casting-not-known'
  | 'may-not-vote'
  | 'may-not-resolve'
  | Readonly<{ quorum: Extract<QuorumJudged, { standing: 'not-met' }> }>
  | Readonly<{
      person: string;
      wrong:
        | 'not-there'
        | 'has-no-vote'
        | 'voted-twice'
        | 'left-with-interest'
        | 'no-proxies'
        | 'proxy-not-there';
    }>;

export type MotionJudged = Readonly<{
  outcome: MotionOutcome;
  quorum: QuorumJudged;
  votes: readonly MemberVote[];
}>;

/** Who is in the room at the item, all whose seats give them a vote, there or not, and who left it with an interest. */
export type Room = Readonly<{
  present: readonly Attendance[];
  members: readonly Attendance[];
  leftWithInterest: ReadonlySet<string>;
}>;

/**
 * Whether a motion may be recorded so, and what the votes decide: the outcome is computed and never typed. A body that
 * may not vote can endorse, recommend or note by consensus, and nothing else.
 */
export function judgeMotion(
  motion: MotionPut,
  room: Room,
  rules: VotingRules,
): Result<MotionJudged, MotionRefusal> {
  const isThere = (officeId: string) => room.present.some((each) => each.officeId === officeId);
  if (motion.text.trim() === '') return refuse('text-missing');
  if (room.present.length === 0) return refuse('nobody-recorded-present');
  if (rules.mayVote === false && motion.act === 'resolve') return refuse('may-not-resolve');
  if (rules.mayVote === false && motion.way !== 'consensus') return refuse('may-not-vote');
  if (!isThere(motion.movedBy)) return refuse('mover-not-there');
  if (motion.secondedBy === motion.movedBy) return refuse('seconder-is-mover');
  if (motion.secondedBy !== undefined && !isThere(motion.secondedBy)) return refuse('seconder-not-there');
  const quorum = judgeQuorum(room.present, rules.quorum);
  if (quorum.standing === 'not-met') return refuse({ quorum });

  if (motion.way === 'consensus') return agreed(motion, room, quorum);
  const counted =
    motion.way === 'counted' ? countedVotes(motion, room, rules) : namedVotes(motion, room, rules);
  if (!counted.ok) return counted;
  const { votes, ballots } = counted.value;
  const casting = checkCasting(motion, votes, room, rules);
  if (casting !== undefined) return refuse(casting);
  const outcome = outcomeOf(votes, motion.needs, motion.casting);
  return ok({ outcome: { way: 'vote', votes, ...outcome }, quorum, votes: ballots });
}

function agreed(motion: MotionPut, room: Room, quorum: QuorumJudged): Result<MotionJudged, MotionRefusal> {
  const dissents = motion.votes.filter(({ choice }) => choice === 'dissents');
  const wrong = dissents.find(({ officeId }) => !room.present.some((each) => each.officeId === officeId));
  if (wrong !== undefined) return refuse({ person: wrong.officeTitle, wrong: 'not-there' });
  return ok({
    outcome: { way: 'consensus', outcome: 'agreed', dissenting: dissents.length },
    quorum,
    votes: dissents,
  });
}

type Counted = Readonly<{ votes: Tally; ballots: readonly MemberVote[] }>;

function countedVotes(
  { counted }: MotionPut,
  { present }: Room,
  rules: VotingRules,
): Result<Counted, MotionRefusal> {
  if (rules.weighted) return refuse('weights-need-names');
  if (counted === undefined) return refuse('no-votes');
  const all = [counted.for, counted.against, counted.abstain];
  if (all.some((count) => count < 0 || !Number.isSafeInteger(count))) return refuse('counts-wrong');
  const sum = all.reduce((total, count) => total + count, 0);
  if (sum === 0) return refuse('no-votes');
  const most = present.filter(({ votes }) => votes).reduce((total, { weight }) => total + weight, 0);
  return sum > most ? refuse('more-votes-than-members') : ok({ votes: counted, ballots: [] });
}

function namedVotes(motion: MotionPut, room: Room, rules: VotingRules): Result<Counted, MotionRefusal> {
  const ballots: MemberVote[] = [];
  const seen = new Set<string>();
  for (const vote of motion.votes) {
    const wrong = checkVote(vote, room, rules, seen);
    if (wrong !== undefined) return refuse({ person: vote.officeTitle, wrong });
    seen.add(vote.officeId);
    const member = room.members.find(({ officeId }) => officeId === vote.officeId);
    ballots.push({ ...vote, weight: member?.weight ?? 0 });
  }
  if (ballots.length === 0) return refuse('no-votes');
  const cast = ballots.flatMap(({ choice, weight }) => (choice === 'dissents' ? [] : [{ choice, weight }]));
  return ok({ votes: tally(cast), ballots });
}

function checkVote(
  vote: MemberVote,
  { present, members, leftWithInterest }: Room,
  rules: VotingRules,
  seen: ReadonlySet<string>,
) {
  const { officeId, castBy } = vote;
  const isThere = (id: string) => present.some((each) => each.officeId === id);
  if (seen.has(officeId)) return 'voted-twice';
  // Whoever stands in for a member has the member's vote.
  if (present.some(({ substituteFor }) => substituteFor === officeId)) return 'has-no-vote';
  if (members.find((each) => each.officeId === officeId)?.votes !== true)
    return isThere(officeId) || members.some((each) => each.officeId === officeId)
      ? 'has-no-vote'
      : 'not-there';
  // Whoever may take no part does not take it through somebody else either.
  if (leftWithInterest.has(officeId)) return 'left-with-interest';
  if (castBy === undefined) return isThere(officeId) ? undefined : 'not-there';
  if (!rules.proxies) return 'no-proxies';
  return isThere(castBy) ? undefined : 'proxy-not-there';
}

function checkCasting(
  { casting, needs }: MotionPut,
  votes: Tally,
  { present }: Room,
  { castingVote }: VotingRules,
): MotionRefusal | undefined {
  if (casting === undefined) return undefined;
  if (!isTied(votes, needs)) return 'casting-without-tie';
  if (castingVote === undefined) return 'casting-not-known';
  if (!castingVote) return 'casting-not-allowed';
  return present.some(({ presided }) => presided) ? undefined : 'nobody-presided';
}
