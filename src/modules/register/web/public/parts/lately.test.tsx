import type { RecordedEntry } from '#platform/record';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Lately } from './lately.tsx';

const entry = (seq: number, summary: string, body?: string): RecordedEntry => ({
  seq,
  leaf: '',
  leafHash: '',
  visibility: 'public',
  act: body === undefined ? 'register.body.entered' : 'register.day.closed',
  at: '2026-07-15T09:00:00.000Z',
  facts: {},
  office: body === undefined ? 'Accord, loading the example' : 'Clerk, Dover District Council',
  subject: '/bodies/dover',
  summary,
  ...(body !== undefined && { body }),
});
const linesOf = (entries: readonly RecordedEntry[]) =>
  [...render(<Lately entries={entries} nothing="Nothing yet." />).matchAll(/<li>(.*?)<span/gs)].map(
    ([, line]) => (line ?? '').replaceAll(/<[^>]+>/g, ''),
  );
const loading = [entry(0, 'Body entered: Dover'), entry(1, 'The example place was loaded')];

test('what an office did stands first, and the loading of an area is one line, however long it was', () => {
  expect(linesOf([...loading, entry(2, 'Offices closed', 'dover'), entry(3, 'Body entered: Later')])).toEqual(
    ['Offices closed', 'Body entered: Later, the last of 3 entries'],
  );
});

test('acts of one kind that an office did in a row are one line', () => {
  const acts = [4, 5, 6].map((seq) => entry(seq, `Closed ${seq}`, 'dover'));
  expect(linesOf(acts)).toEqual(['Closed 6, and 2 more entries like it']);
});

test('says that no office has done anything yet, and shows no empty list', () => {
  expect(render(<Lately entries={loading} nothing="Nothing yet." />)).toContain('Nothing yet.');
  expect(render(<Lately entries={[]} nothing="Nothing yet." />)).not.toContain('<ol');
});
