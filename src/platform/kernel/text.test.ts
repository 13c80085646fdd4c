import { describe, expect, it } from 'vitest';
import {
  capitalise,
  clip,
  formatCount,
  listInWords,
  normaliseTyped,
  normaliseTypedPassage,
  plural,
} from './text.ts';

describe('words for people', () => {
  it('count things', () => {
    expect(plural(1, 'day')).toBe('1 day');
    expect(plural(0, 'day')).toBe('0 days');
    expect(plural(142_800, 'person', 'people')).toBe('142,800 people');
    expect(formatCount(8_000_000_000n)).toBe('8,000,000,000');
  });

  it('begin a sentence', () => {
    expect(capitalise('the date of the decision')).toBe('The date of the decision');
    expect(capitalise('')).toBe('');
  });

  it('list things', () => {
    expect(listInWords([])).toBe('');
    expect(listInWords(['Ashford'])).toBe('Ashford');
    expect(listInWords(['Ashford', 'Swale'])).toBe('Ashford and Swale');
    expect(listInWords(['Ashford', 'Maidstone', 'Swale'])).toBe('Ashford, Maidstone and Swale');
    expect(listInWords(['a day', 'a month'], 'or')).toBe('a day or a month');
  });

  it('are clipped between words and never inside a character', () => {
    expect(clip('Mid Kent Improvement Partnership', 40)).toBe('Mid Kent Improvement Partnership');
    expect(clip('Mid Kent Improvement Partnership', 24)).toBe('Mid Kent Improvement…');
    expect(clip('Mid Kent Improvement Partnership', 21)).toBe('Mid Kent Improvement…');
    expect(clip('Folkestone', 5)).toBe('Folk…');
    expect(clip('👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 2)).toBe('👨‍👩‍👧…');
    expect(clip('abc', 1)).toBe('…');
  });
});

describe('what people type', () => {
  it('is tidied to one line', () => {
    expect(normaliseTyped('  Mid \t Kent\r\n Improvement\u00A0Partnership ')).toBe(
      'Mid Kent Improvement Partnership',
    );
    expect(normaliseTyped('Cafe\u0301')).toBe('Café');
    expect(normaliseTyped('A\u0000B\u202Ecod.exe\uFEFF\u200B')).toBe('ABcod.exe');
    expect(normaliseTyped('half\uD800')).toBe('half');
    expect(normaliseTyped('👨‍👩‍👧')).toBe('👨‍👩‍👧');
  });

  it('keeps its paragraphs in a passage', () => {
    expect(normaliseTypedPassage(' One \r\n\r\n\r\n\r\nTwo\u0007\t lines\rhere \n')).toBe(
      'One\n\nTwo lines\nhere',
    );
  });
});
