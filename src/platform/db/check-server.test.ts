import { expect, test } from 'vitest';
import { faultOf } from './check-server.ts';

const sound = { version: 18, fsync: 'on', encoding: 'UTF8', database: 'accord', may_create: true };

test('a sound server is not refused', () => {
  expect(faultOf(sound)).toBeUndefined();
  expect(faultOf({ ...sound, version: 15 })).toBeUndefined();
});

test.each([
  [{ version: 14 }, 'The database server is PostgreSQL 14. Accord needs 15 or newer'],
  [{ fsync: 'off' }, 'The database server runs with fsync off, so a power cut could lose'],
  [{ encoding: 'SQL_ASCII' }, 'The database "accord" stores text as SQL_ASCII'],
  [{ may_create: false }, 'The owner in DATABASE_URL may not make schemas in the database "accord".'],
])('%o is refused in a sentence of its own', (fault, sentence) => {
  expect(faultOf({ ...sound, ...fault })).toContain(sentence);
});
