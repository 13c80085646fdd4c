import fc from 'fast-check';
import { date } from '#platform/kernel';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { day, line, oneOf, optionalDay, passage } from './fields.ts';
import { dateAnswers, readAnswers, versionSeen } from './read-answers.ts';

const form = z.object({
  title: line('the title', { most: 10 }),
  note: passage('the note', { most: 20, optional: true }),
  kind: oneOf(['one', 'other'], 'Select which'),
  from: day('the first day'),
  until: optionalDay('the last day'),
});
const right = { title: 'Clerk', kind: 'one', ...dateAnswers('from', date('2026-07-15')) };
const read = (answers: Record<string, string>) => readAnswers(form, answers, ['from', 'until']);

test('tidies what was typed: no control or direction characters, spaces in order, lines kept in a passage', () => {
  expect(read({ ...right, title: '  Cl\u0007e\u202Erk\t1 ', note: 'one \r\n\r\n\r\n\r\ntwo' })).toEqual({
    ok: true,
    value: { title: 'Clerk 1', note: 'one\n\ntwo', kind: 'one', from: '2026-07-15', until: undefined },
  });
});

test.each([
  [{ title: '' }, { title: 'Enter the title' }],
  [{ title: ' \u200B ' }, { title: 'Enter the title' }],
  [{ title: '12345678901' }, { title: 'The title must be 10 characters or fewer' }],
  [{ note: 'x'.repeat(21) }, { note: 'The note must be 20 characters or fewer' }],
  [{ kind: 'third' }, { kind: 'Select which' }],
  [{ 'from-day': '', 'from-month': '', 'from-year': '' }, { from: 'Enter the first day' }],
  [{ 'from-month': '' }, { 'from-month': 'The first day must include a month' }],
  [
    { 'from-day': '31', 'from-month': 'feb' },
    { 'from-day': 'The first day must be a real date: February 2026 has only 28 days' },
  ],
  [
    { 'from-day': '32', 'from-year': '26' },
    {
      from: 'The first day must be a real date: the day must be a number from 1 to 31 and the year must have four digits, like 2008',
    },
  ],
  [{ 'until-day': '1' }, { until: 'The last day must include a month and a year' }],
])('%j is refused in its own box', (wrong, sentences) => {
  expect(read({ ...right, ...wrong })).toEqual({ ok: false, error: sentences });
});

test('everything that is wrong is said at once', () => {
  expect(read({})).toEqual({
    ok: false,
    error: { title: 'Enter the title', kind: 'Select which', from: 'Enter the first day' },
  });
});

test('whatever is sent, it is read or refused, never thrown at', () => {
  const anything = fc.dictionary(
    fc.constantFrom('title', 'note', 'kind', 'from', 'from-day', 'from-month', 'from-year', '__proto__'),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(anything, (answers) => {
      const result = read(answers);
      const sentences = result.ok ? [] : Object.values(result.error);
      expect(sentences.filter((sentence) => !/^[A-Z]/.test(sentence))).toEqual([]);
      expect(result.ok ? result.value.title.length : 0).toBeLessThanOrEqual(10);
    }),
  );
});

test('a version that is no number counts as stale', () => {
  expect([
    versionSeen('3'),
    versionSeen('0'),
    versionSeen(''),
    versionSeen('-1'),
    versionSeen('1e3'),
  ]).toEqual([3, 0, -1, -1, -1]);
});
