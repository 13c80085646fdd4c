import { describe, expect, it } from 'vitest';
import type { Question } from './consultation.ts';
import { acceptSheet, organisationKey, sameWords, type Sheet } from './sheet.ts';

const questions: readonly Question[] = [
  { number: 1, kind: 'view', text: 'Is this right?', about: 'p1', options: [] },
  { number: 2, kind: 'choice', text: 'Which first?', about: undefined, options: ['Schools', 'Stations'] },
];
const asked = { questions, placeIds: new Set(['swale']) };
const sheet = (others: Partial<Sheet>): Sheet => ({
  kind: 'resident',
  organisation: undefined,
  placeId: undefined,
  answers: [{ question: 1, choice: 'agree', says: '' }],
  ...others,
});
const refusal = (others: Partial<Sheet>) => {
  const read = acceptSheet(asked, sheet(others));
  return read.ok ? undefined : read.error;
};

describe('a sheet', () => {
  it('answers the questions of its own consultation, each once, with what was offered', () => {
    const one = (question: number, choice?: string, says = '') => [{ question, choice, says }];
    expect(refusal({ answers: one(3, 'agree') })).toBe('other-consultation');
    expect(refusal({ answers: [...one(1, 'agree'), ...one(1, 'disagree')] })).toBe('other-consultation');
    expect(refusal({ answers: one(2, '3') })).toBe('no-such-choice');
    expect(refusal({ answers: one(1, '1') })).toBe('no-such-choice');
    expect(refusal({ answers: one(1, undefined, '') })).toBe('nothing-answered');
    expect(refusal({ answers: one(1, undefined, 'x'.repeat(4001)) })).toBe('too-long');
    expect(refusal({ placeId: 'paris' })).toBe('no-such-place');
    expect(refusal({ answers: one(2, '2') })).toBeUndefined();
  });

  it('names organisations and never a resident', () => {
    expect(refusal({ kind: 'organisation', organisation: '  ' })).toBe('organisation-not-named');
    const named = acceptSheet(asked, sheet({ organisation: 'Should not be here' }));
    expect(named).toMatchObject({ value: { organisation: undefined } });
  });

  it('says the same as another whatever its spaces and capitals', () => {
    const says = (text: string) =>
      sameWords(sheet({ answers: [{ question: 1, choice: 'agree', says: text }] }));
    expect(says('Two  trains ')).toBe(says('two trains'));
    expect(says('Two trains')).not.toBe(says('Three trains'));
    expect(organisationKey('St. Mary’s  School')).toBe(organisationKey('ST MARY’S SCHOOL'));
  });
});
