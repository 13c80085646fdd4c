import { expect, test } from 'vitest';
import { mayBePersonal, personalIn } from './personal-text.ts';

const personal = [
  ['Rent refund, NI AB 12 34 56 C', 'insurance-number'],
  ['Invoice to jane.sample@example.org', 'email'],
  ['Call 07700 900123 before delivery', 'phone'],
  ['Tel. 01632 960 123', 'phone'],
  ['Placement, DOB 04/05/2012', 'birth'],
  ['Support, born 4/5/2012', 'birth'],
  ['Adaptation at 12 Example Road, ZZ1 1ZZ', 'address'],
  ['Deposit, Flat 4, Sample Court', 'address'],
  ['re: Mr J Sample', 'name'],
  ['COURT COSTS RE MRS SAMPLE', 'name'],
  ['Taxi for child: Amy Sample', 'name'],
  ['Equipment for pupil Oliver S', 'name'],
] as const;

test.each(personal)('“%s” is looked at for %s, and the database finds it', (text, sign) => {
  expect(personalIn(text)).toBe(sign);
  expect(text).toMatch(new RegExp(mayBePersonal.replace('(?i)', ''), 'iu'));
});

test.each([
  'Footway repairs, 12 High Street',
  'MS Office licences',
  'Wireless MR Enterprise licence',
  'Child Protection Services',
  'Resident Parking Permits',
  'Invoice 0123456789',
  'Children’s Centre, Ashford',
  'PO 12345678, July 2026',
  'Counsel’s advice',
  'Client side management',
  'Re Roofing Works',
  '',
])('“%s” tells of nobody', (text) => {
  expect(personalIn(text)).toBeUndefined();
});
