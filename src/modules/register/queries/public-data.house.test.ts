import { date, fixedClock } from '#platform/kernel';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#platform/db';
import { createTestDatabase } from '#platform/testing';
import { openRecordHead } from '#platform/record';
import { loadExample } from '../example.ts';
import { registerSchemas } from '../testing.ts';
import {
  bodiesDataset,
  officesDataset,
  placeFiguresDataset,
  placesDataset,
  rulesDataset,
} from './datasets.ts';
import { placePage } from './places.ts';
import { popolo } from './popolo.ts';
import { search } from './search.ts';

const on = date('2026-07-15');

describe('what anyone can take away', () => {
  let database: Database;
  beforeAll(async () => {
    const made = await createTestDatabase(registerSchemas);
    const head = await openRecordHead({ url: made.appUrl, onError: () => undefined });
    await loadExample({ database: made.database, clock: fixedClock(new Date('2026-07-15T10:00:00Z')), head });
    database = made.database;
    return async () => {
      await head.close();
      await made.drop();
    };
  });

  test('every dataset has a value, or none, in each of its columns and nothing else', async () => {
    const datasets = [
      await bodiesDataset(database, { on }),
      await placesDataset(database, { on }),
      await placeFiguresDataset(database, 'thanet'),
      await officesDataset(database, 'maidstone', { on }),
      await rulesDataset(database, 'maidstone', { on }),
    ];
    for (const dataset of datasets) {
      if (dataset === undefined) throw new Error('a dataset is missing');
      expect(dataset.rows.length).toBeGreaterThan(9);
      const keys = dataset.columns.map(({ key }) => key).sort();
      for (const row of dataset.rows) expect(Object.keys(row).sort()).toEqual(keys);
    }
  });

  test('an old name finds the council of today', async () => {
    const [first] = await search(database, 'Shepway', { on });
    expect(first).toMatchObject({
      kind: 'body',
      id: 'folkestone-and-hythe',
      alsoKnownAs: 'Shepway District Council',
    });
    const leaders = await search(database, 'kent leaders group', { on });
    expect(leaders[0]).toMatchObject({ id: 'kent-leaders-group', now: [{ name: 'Kent Forum' }] });
  });

  test('a place shows who serves it, what it lies in and what it touches, under the names of the day', async () => {
    const page = await placePage(database, 'dover', { on: date('2010-01-01') });
    expect(page?.servedBy.map(({ id }) => id)).toEqual(['dover']);
    expect(page?.servedByWithin.map(({ id }) => id)).toContain('kent-county-council');
    expect(page?.neighbours.map(({ name }) => name)).toEqual(['Canterbury', 'Shepway', 'Thanet']);
    expect(page?.place.deprivation).toMatchObject({ year: 2010, basis: 'aggregate' });
    expect(await placePage(database, 'calais', { on })).toBeUndefined();
  });

  test('Popolo points only at what it holds', async () => {
    const { organizations, posts, memberships, persons } = await popolo(database, { on });
    const ids = new Set(organizations.map(({ id }) => id));
    const postIds = new Set(posts.map(({ id }) => id));
    expect(persons).toEqual([]);
    expect(memberships).toHaveLength(27);
    for (const post of posts) expect(ids.has(post['organization_id'])).toBe(true);
    for (const membership of memberships) {
      expect(postIds.has(membership['post_id'])).toBe(true);
      expect(ids.has(membership['on_behalf_of_id'])).toBe(true);
    }
  });
});
