import { expect, test } from 'vitest';
import { atom } from './atom.ts';

const empty = {
  id: 'https://accord.example/record',
  page: 'https://accord.example/record',
  self: 'https://accord.example/record.atom',
  title: 'The record',
  subtitle: 'What was done',
  entries: [],
};

test('is a feed with a time before anything was done', () => {
  expect(atom(empty)).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
});

test('holds what somebody typed as text, without what XML cannot hold', () => {
  const feed = atom({
    ...empty,
    entries: [
      {
        page: 'https://accord.example/record/entries/3',
        at: '2026-07-15T09:00:00.000Z',
        title: 'Closed\u0000 <script>\u0008 & "more"\uD800',
        author: 'Clerk',
        about: 'https://accord.example/bodies/dover?a=1&b=2',
        categories: [{ term: '/proposals/a"b', scheme: 'https://accord.example/follow/things' }],
      },
    ],
  });
  expect(feed).toContain('<title>Closed &lt;script&gt; &amp; &quot;more&quot;\uFFFD</title>');
  expect(feed).toContain('href="https://accord.example/bodies/dover?a=1&amp;b=2"');
  expect(feed).toContain(
    '<category term="/proposals/a&quot;b" scheme="https://accord.example/follow/things"/>',
  );
  expect(feed).toContain('<updated>2026-07-15T09:00:00.000Z</updated>\n<link');
});
