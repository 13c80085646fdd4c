import { expect, test } from 'vitest';
import { checkBalance, checkJointCommittee, type SeatChecked } from './committee-checks.ts';

const bodies = (...names: readonly string[]) => names.map((name) => ({ id: name.toLowerCase(), name }));
const seat = (bodyId: string, isExecutive: boolean, group?: string): SeatChecked => ({
  bodyId,
  bodyName: bodyId,
  isExecutive,
  group,
  votes: true,
});
const said = (warnings: readonly Readonly<{ says: string }>[]) =>
  warnings.map(({ says }) => says.split('.')[0]);

test('with fewer than five authorities, executive functions need members of the executives', () => {
  const two = bodies('Ashford', 'Swale');
  expect(checkJointCommittee(two, [seat('ashford', true), seat('swale', true)])).toEqual([]);
  expect(
    said(checkJointCommittee(two, [seat('ashford', true), seat('swale', false), seat('swale', false)])),
  ).toEqual(['None of the 2 members for Swale sits on its executive']);
  const five = bodies('Ashford', 'Swale', 'Dover', 'Thanet', 'Canterbury');
  expect(
    checkJointCommittee(
      five,
      five.map(({ id }) => seat(id, false)),
    ),
  ).toEqual([]);
});

test('every authority that appoints has a seat, and nobody else does', () => {
  expect(
    said(checkJointCommittee(bodies('Ashford', 'Swale'), [seat('ashford', true), seat('dover', true)])),
  ).toEqual([
    'Swale appoints to this committee and has no seat on it',
    'A member is of dover, which does not appoint to this committee',
  ]);
});

test('three seats or more follow the balance of the council’s groups', () => {
  const council = [...Array.from({ length: 30 }, () => 'Blue'), ...Array.from({ length: 20 }, () => 'Green')];
  const seats = (blue: number, green: number) => [
    ...Array.from({ length: blue }, () => seat('swale', false, 'Blue')),
    ...Array.from({ length: green }, () => seat('swale', false, 'Green')),
  ];
  expect(checkBalance('committee', council, seats(3, 2))).toEqual([]);
  expect(said(checkBalance('scrutiny', council, seats(5, 0)))).toEqual([
    'Blue has 5 of 5 seats; its share of the council is 3',
    'Green has 0 of 5 seats; its share of the council is 2',
  ]);
  expect(checkBalance('executive', council, seats(5, 0))).toEqual([]);
  expect(checkBalance('committee', [...council, undefined], seats(5, 0))).toEqual([]);
});
