import { expect, test } from 'vitest';
import { isOtherBody } from './other-body.ts';

const maidstone = 'Maidstone Borough Council';

test.each([
  ['Maidstone Borough Council', false],
  ['MAIDSTONE BC', false],
  ['http://opendatacommunities.org/id/district-council/maidstone', false],
  ['E07000110', false],
  ['Borough Council', false],
  ['', false],
  ['Trafford Council', true],
  ['Oxford City Council', true],
])('“%s” names another body than Maidstone: %s', (named, is) => {
  expect(isOtherBody(named, maidstone)).toBe(is);
});

test('bodies of the same kind are told apart by their own words', () => {
  expect(isOtherBody('Medway Council', 'Kent County Council')).toBe(true);
  expect(isOtherBody('Kent CC', 'Kent County Council')).toBe(false);
  expect(isOtherBody('Royal Borough of Tunbridge Wells', 'Tunbridge Wells Borough Council')).toBe(false);
});
