import { expect, test } from 'vitest';
import type { Attendance } from './attendance.ts';
import { presentAt } from './attendance.ts';
import { judgeMotion, type VotingRules } from './judge-motion.ts';
import type { MemberVote, MotionPut } from './motion.ts';

const member = (officeId: string, more: Partial<Attendance> = {}): Attendance => ({
  officeId,
  officeTitle: officeId,
  capacity: 'member',
  votes: true,
  weight: 1000,
  presence: 'present',
  substituteFor: undefined,
  presided: false,
  fromItem: undefined,
  untilItem: undefined,
  ...more,
});
const vote = (
  officeId: string,
  choice: MemberVote['choice'],
  more: Partial<MemberVote> = {},
): MemberVote => ({
  officeId,
  officeTitle: officeId,
  choice,
  weight: 0,
  castBy: undefined,
  says: '',
  ...more,
});
const rules: VotingRules = {
  mayVote: true,
  mayVoteSource: '',
  quorum: 2,
  castingVote: true,
  proxies: false,
  weighted: false,
};
const motion: MotionPut = {
  act: 'resolve',
  text: 'That the recommendation be agreed.',
  movedBy: 'chair',
  secondedBy: 'a',
  way: 'recorded',
  needs: 'majority',
  votes: [],
  counted: undefined,
  casting: undefined,
};
const cabinet = [member('chair', { presided: true }), member('a'), member('b'), member('c')];
const judge = (
  put: Partial<MotionPut>,
  people = cabinet,
  by: Partial<VotingRules> = {},
  item?: string,
  left: readonly string[] = [],
) =>
  judgeMotion(
    { ...motion, ...put },
    {
      present: presentAt(people, item, new Set(left)),
      members: people,
      leftWithInterest: new Set(left),
    },
    { ...rules, ...by },
  );

test('the outcome is computed from the votes', () => {
  const judged = judge({
    votes: [vote('chair', 'for'), vote('a', 'for'), vote('b', 'against'), vote('c', 'abstain')],
  });
  expect(judged).toMatchObject({
    ok: true,
    value: {
      outcome: { way: 'vote', outcome: 'carried', votes: { for: 2000, against: 1000, abstain: 1000 } },
    },
  });
});

test('a tie is lost; the chair’s casting vote decides it where the committee’s rules give one', () => {
  const tied = [vote('chair', 'for'), vote('a', 'for'), vote('b', 'against'), vote('c', 'against')];
  expect(judge({ votes: tied })).toMatchObject({ value: { outcome: { outcome: 'lost', because: 'tie' } } });
  expect(judge({ votes: tied, casting: 'for' })).toMatchObject({
    value: { outcome: { outcome: 'carried', because: 'casting-vote' } },
  });
  expect(judge({ votes: tied, casting: 'for' }, cabinet, { castingVote: false })).toEqual({
    ok: false,
    error: 'casting-not-allowed',
  });
  expect(judge({ votes: tied, casting: 'for' }, cabinet, { castingVote: undefined })).toEqual({
    ok: false,
    error: 'casting-not-known',
  });
  expect(judge({ votes: tied.slice(0, 3), casting: 'for' })).toEqual({
    ok: false,
    error: 'casting-without-tie',
  });
});

test('nothing is decided once too few are left', () => {
  const leaving = [
    member('chair', { presided: true }),
    member('a', { untilItem: '4' }),
    member('b', { untilItem: '4A' }),
  ];
  const votes = [vote('chair', 'for')];
  expect(judge({ votes, secondedBy: undefined }, leaving, {}, '4A')).toMatchObject({ ok: true });
  expect(judge({ votes, secondedBy: undefined }, leaving, {}, '5')).toEqual({
    ok: false,
    error: { quorum: { standing: 'not-met', needed: 2, present: 1 } },
  });
});

test('a body that may not vote endorses, recommends or notes by consensus, and nothing else', () => {
  const senate = { mayVote: false, mayVoteSource: 'kent-recommitment: section 4', quorum: undefined };
  const votes = [vote('chair', 'for'), vote('a', 'for')];
  expect(judge({ act: 'endorse', votes }, cabinet, senate)).toEqual({ ok: false, error: 'may-not-vote' });
  expect(judge({ act: 'resolve', way: 'consensus' }, cabinet, senate)).toEqual({
    ok: false,
    error: 'may-not-resolve',
  });
  expect(
    judge(
      { act: 'endorse', way: 'consensus', votes: [vote('b', 'dissents', { says: 'Too soon' })] },
      cabinet,
      senate,
    ),
  ).toMatchObject({ ok: true, value: { outcome: { way: 'consensus', outcome: 'agreed', dissenting: 1 } } });
});

test('weighted votes count as their seats do, and need names', () => {
  const joint = [
    member('chair', { presided: true, weight: 1500 }),
    member('a'),
    member('b', { weight: 400 }),
  ];
  const votes = [vote('chair', 'for'), vote('a', 'against'), vote('b', 'against')];
  expect(judge({ votes }, joint, { weighted: true })).toMatchObject({
    value: { outcome: { outcome: 'carried', votes: { for: 1500, against: 1400 } } },
  });
  const counted = { for: 2000, against: 1000, abstain: 0 };
  expect(judge({ way: 'counted', counted }, joint, { weighted: true })).toEqual({
    ok: false,
    error: 'weights-need-names',
  });
});

test('a substitute votes in the place of its member, who then does not', () => {
  const people = [
    member('chair', { presided: true }),
    member('a', { presence: 'apologies' }),
    member('s', { capacity: 'substitute', substituteFor: 'a' }),
  ];
  expect(judge({ secondedBy: 's', votes: [vote('chair', 'for'), vote('s', 'for')] }, people)).toMatchObject({
    ok: true,
  });
  expect(
    judge({ secondedBy: 's', votes: [vote('chair', 'for'), vote('a', 'for', { castBy: 's' })] }, people, {
      proxies: true,
    }),
  ).toEqual({ ok: false, error: { person: 'a', wrong: 'has-no-vote' } });
});

test.each([
  ['somebody who is away', {}, [vote('z', 'for')], { person: 'z', wrong: 'not-there' }],
  ['somebody without a vote', {}, [vote('officer', 'for')], { person: 'officer', wrong: 'has-no-vote' }],
  ['the same member twice', {}, [vote('a', 'for'), vote('a', 'for')], { person: 'a', wrong: 'voted-twice' }],
  [
    'a proxy where the rules know none',
    {},
    [vote('away', 'for', { castBy: 'a' })],
    { person: 'away', wrong: 'no-proxies' },
  ],
  [
    'a proxy who is away too',
    { proxies: true },
    [vote('away', 'for', { castBy: 'gone' })],
    { person: 'away', wrong: 'proxy-not-there' },
  ],
])('no vote is taken of %s', (_who, by, votes, error) => {
  const people = [...cabinet, member('officer', { votes: false }), member('away', { presence: 'apologies' })];
  expect(judge({ votes }, people, by)).toEqual({ ok: false, error });
});

test('a proxy counts where the committee’s rules allow it', () => {
  const people = [...cabinet, member('away', { presence: 'apologies' })];
  const votes = [vote('a', 'against'), vote('away', 'for', { castBy: 'b' }), vote('b', 'for')];
  expect(judge({ votes }, people, { proxies: true })).toMatchObject({
    value: { outcome: { outcome: 'carried' } },
  });
});

test('nobody votes for a member who left the room with an interest', () => {
  const votes = [vote('a', 'for', { castBy: 'b' }), vote('b', 'for')];
  expect(judge({ votes, secondedBy: 'b' }, cabinet, { proxies: true }, '1', ['a'])).toEqual({
    ok: false,
    error: { person: 'a', wrong: 'left-with-interest' },
  });
});

test('a count cannot hold more votes than there are members', () => {
  const counted = { for: 3000, against: 2000, abstain: 0 };
  expect(judge({ way: 'counted', counted })).toEqual({ ok: false, error: 'more-votes-than-members' });
  expect(judge({ way: 'counted', counted: { ...counted, against: 1000 } })).toMatchObject({
    value: { outcome: { outcome: 'carried' } },
  });
});

test.each([
  [{ movedBy: 'z' }, 'mover-not-there'],
  [{ secondedBy: 'chair' }, 'seconder-is-mover'],
  [{ secondedBy: 'z' }, 'seconder-not-there'],
  [{ text: ' ' }, 'text-missing'],
  [{ votes: [] }, 'no-votes'],
])('%j is refused', (put, error) => {
  expect(judge(put)).toEqual({ ok: false, error });
});
