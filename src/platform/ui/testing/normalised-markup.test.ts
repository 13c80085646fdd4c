import { expect, it } from 'vitest';
import { normalisedMarkup } from './normalised-markup.ts';

it('does not see indentation or the order of attributes and classes', () => {
  const neat = '<p id="a" class="x y">Two words</p>';
  const loose = `
    <p class="y  x" id="a">
      Two
      words
    </p>`;
  expect(normalisedMarkup(loose)).toBe(normalisedMarkup(neat));
});

it.each([
  ['a lost class', '<p class="x y">a</p>', '<p class="x">a</p>'],
  ['another element', '<strong>a</strong>', '<b>a</b>'],
  ['a missing attribute', '<input disabled>', '<input>'],
  ['words run together', 'Change<span> name</span>', 'Change<span>name</span>'],
  ['other words', '<p>a</p>', '<p>b</p>'],
])('sees %s', (_, one, other) => {
  expect(normalisedMarkup(one)).not.toBe(normalisedMarkup(other));
});
