import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTexts, sentencesOf } from './compare-texts.ts';

test('what was removed stands before what took its place', () => {
  const before = 'Each council pays 30 pence a head. Maidstone keeps the accounts.\nIt begins in October.';
  const after =
    'Each council pays 25 pence a head. Maidstone keeps the accounts.\nIt begins in October. It ends in 2011.';
  expect(compareTexts(before, after)).toEqual([
    { change: 'removed', text: 'Each council pays 30 pence a head.' },
    { change: 'added', text: 'Each council pays 25 pence a head.' },
    { change: 'same', text: 'Maidstone keeps the accounts.' },
    { change: 'same', text: 'It begins in October.' },
    { change: 'added', text: 'It ends in 2011.' },
  ]);
});

test('nothing is lost and nothing invented: each side can be read off whole', () => {
  const text = fc
    .array(fc.constantFrom('One.', 'Two?', 'Three!', 'Four;', 'Five'), { maxLength: 12 })
    .map((sentences) => sentences.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const compared = compareTexts(before, after);
      const without = (change: string) =>
        compared.filter((each) => each.change !== change).map((each) => each.text);
      expect(without('added')).toEqual(sentencesOf(before));
      expect(without('removed')).toEqual(sentencesOf(after));
    }),
  );
});

test('the same text has no change', () => {
  expect(compareTexts('One. Two.', 'One. Two.').map(({ change }) => change)).toEqual(['same', 'same']);
});
