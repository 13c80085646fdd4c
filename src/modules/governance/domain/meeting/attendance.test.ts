import { expect, test } from 'vitest';
import { type Attendance, checkAttendance, judgeQuorum, presentAt } from './attendance.ts';
import { type Declaration, leftTheRoom } from './declaration.ts';

const person = (officeId: string, more: Partial<Attendance> = {}): Attendance => ({
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
const declares = (version: number, more: Partial<Declaration>): Declaration => ({
  itemId: 'm/1',
  officeId: 'a',
  officeTitle: 'a',
  version,
  kind: 'pecuniary',
  nature: 'Owns the land',
  leftRoom: true,
  dispensation: '',
  ...more,
});

test('who came late or left early is there for the items between, 4A among them', () => {
  const people = [
    person('a', { fromItem: '4A' }),
    person('b', { untilItem: '4A' }),
    person('c', { presence: 'apologies' }),
  ];
  const there = (item: string) => presentAt(people, item).map(({ officeId }) => officeId);
  expect([there('4'), there('4A'), there('5')]).toEqual([['b'], ['a', 'b'], ['a']]);
});

test('a member who declared an interest and left is not counted; one who withdrew the declaration is', () => {
  const people = [person('a'), person('b')];
  const left = leftTheRoom([declares(1, {})], 'm/1');
  expect(judgeQuorum(presentAt(people, '1', left), 2)).toEqual({
    standing: 'not-met',
    needed: 2,
    present: 1,
  });
  const back = leftTheRoom([declares(1, {}), declares(2, { kind: 'none', leftRoom: false })], 'm/1');
  expect(judgeQuorum(presentAt(people, '1', back), 2).standing).toBe('met');
  expect(leftTheRoom([declares(1, {})], 'm/2').size).toBe(0);
});

test('officers and co-opted members without a vote make no quorum; without a rule it is not known', () => {
  const people = [person('a'), person('officer', { votes: false })];
  expect(judgeQuorum(people, 2).standing).toBe('not-met');
  expect(judgeQuorum(people, undefined)).toEqual({ standing: 'not-known', present: 1 });
});

test.each([
  [[], 'nobody-given'],
  [[person('a', { presided: true }), person('b', { presided: true })], 'two-presided'],
  [[person('a', { presided: true, presence: 'apologies' })], 'presided-absent'],
  [[person('a', { fromItem: '5', untilItem: '4B' })], { person: 'a', wrong: 'leaves-before-coming' }],
  [[person('a'), person('s', { substituteFor: 'a' })], { person: 's', wrong: 'member-is-present' }],
  [[person('s', { substituteFor: 's' })], { person: 's', wrong: 'substitute-for-itself' }],
  [
    [
      person('a', { presence: 'apologies' }),
      person('s', { substituteFor: 'a' }),
      person('t', { substituteFor: 'a' }),
    ],
    { person: 's', wrong: 'member-twice' },
  ],
  [[person('a', { presence: 'apologies' }), person('s', { substituteFor: 'a' })], undefined],
])('a list of who was there holds together', (people, refused) => {
  expect(checkAttendance(people)).toEqual(refused);
});
