import fc from 'fast-check';
import { expect, test } from 'vitest';
import { marked, marks } from './marked.ts';

const { start, stop } = marks;

test('a text is taken apart at its marks', () => {
  expect(marked(`The ${start}waste${stop} contract <b>`)).toEqual([
    { text: 'The ', isMatch: false },
    { text: 'waste', isMatch: true },
    { text: ' contract <b>', isMatch: false },
  ]);
  expect(marked('')).toEqual([]);
});

test('whatever stands in it, and however its marks lie, nothing is lost but the marks', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom(start, stop))), (parts) => {
      const text = parts.join('');
      const plain = text.replaceAll(start, '').replaceAll(stop, '');
      expect(
        marked(text)
          .map((run) => run.text)
          .join(''),
      ).toBe(plain);
    }),
  );
});
