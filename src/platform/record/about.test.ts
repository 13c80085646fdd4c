import { expect, test } from 'vitest';
import { aboutOf } from './about.ts';

const leaf = {
  act: 'governance.decision.published',
  at: '2026-07-15T09:00:00.000Z',
  body: 'maidstone',
  office: 'Democratic Services Officer, Maidstone Borough Council',
  subject: '/decisions/maidstone/2008-001',
  summary: 'Published',
  facts: {},
};

test('an act is about the body that did it and the page it was done to', () => {
  expect(aboutOf(leaf)).toEqual([
    { kind: 'bodies', id: 'maidstone' },
    { kind: 'things', id: '/decisions/maidstone/2008-001' },
  ]);
});

test('and about everything it names, each once', () => {
  const about = {
    bodies: ['maidstone', 'swale'],
    places: ['maidstone'],
    topics: ['waste'],
    things: ['/decisions/maidstone/2008-001', '/proposals/mid-kent'],
  };
  expect(aboutOf({ ...leaf, facts: { about } }).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'bodies maidstone',
    'bodies swale',
    'places maidstone',
    'topics waste',
    'things /decisions/maidstone/2008-001',
    'things /proposals/mid-kent',
  ]);
});

test('what is no name is passed over', () => {
  const about = { bodies: 'maidstone', places: [7, null, ''], topics: ['x'.repeat(501)] };
  expect(aboutOf({ ...leaf, facts: { about } })).toEqual(aboutOf(leaf));
});

test('a private act is about nothing that may be known', () => {
  expect(aboutOf({ at: leaf.at, commitment: 'a'.repeat(64), private: true })).toEqual([]);
});
