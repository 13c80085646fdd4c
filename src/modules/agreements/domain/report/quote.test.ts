import { expect, test } from 'vitest';
import { piecesOf, quotesIn, tokenOf, unreadableIn } from './quote.ts';
import { date } from '#platform/kernel';

const token = tokenOf('net-homes', 'kent', date('2009-03-31'));

test('words are taken apart where they quote figures, and put together again they are the same', () => {
  const says = `We built ${token}, of which {{net-homes/ashford/latest}} in Ashford.`;
  const pieces = piecesOf(says);
  expect(pieces.map(({ is }) => is)).toEqual(['text', 'quote', 'text', 'quote', 'text']);
  const again = pieces.map((piece) =>
    piece.is === 'text' ? piece.text : piece.is === 'quote' ? piece.quote.token : piece.token,
  );
  expect(again.join('')).toBe(says);
  expect(quotesIn(says)).toMatchObject([
    { seriesId: 'net-homes', areaId: 'kent', periodTo: '2009-03-31' },
    { seriesId: 'net-homes', areaId: 'ashford', periodTo: 'latest' },
  ]);
});

test('a figure quoted twice is looked up once', () => {
  expect(quotesIn(`${token} and ${token}`)).toHaveLength(1);
});

test.each([
  '{{}}',
  '{{net-homes}}',
  '{{net-homes/kent}}',
  '{{net-homes/kent/2009-02-30}}',
  '{{a/b/2009-03-31/c}}',
])('%s names no figure', (wrong) => {
  expect(unreadableIn(`Before ${wrong} after`)).toEqual([wrong]);
  expect(quotesIn(wrong)).toEqual([]);
});

test('braces that are no token are words', () => {
  expect(piecesOf('a { b } c {{ d')).toEqual([{ is: 'text', text: 'a { b } c {{ d' }]);
});
