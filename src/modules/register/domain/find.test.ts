import { describe, expect, test } from 'vitest';
import { readArea } from '../reference/read-area.ts';
import { find } from './find.ts';

const bodies = readArea('examples/kent').bodies.map(({ body, names }) => ({
  id: body.id,
  names: names.map(({ name }) => name),
}));
const first = (query: string) => find(query, bodies)[0]?.found.id;

describe('finding a council', () => {
  test.each([
    ['maidstone', 'maidstone'],
    ['Maidstone Borough Council', 'maidstone'],
    ['MAID', 'maidstone'],
    ['Maidston', 'maidstone'],
    ['Tunbrige Wells', 'tunbridge-wells'],
    ['Tonbridge & Malling', 'tonbridge-and-malling'],
    ['malling', 'tonbridge-and-malling'],
    ['Shepway', 'folkestone-and-hythe'],
    ['folkstone and hythe', 'folkestone-and-hythe'],
    ['KCC', 'kent-county-council'],
    ['senate', 'kent-senate'],
    ['thanett', 'thanet'],
  ])('“%s” finds %s', (query, id) => {
    expect(first(query)).toBe(id);
  });

  test.each(['', '   ', '%', 'Birmingham', 'zzz', '<script>', 'x'.repeat(5000)])(
    '“%s” finds nothing',
    (query) => {
      expect(find(query, bodies)).toEqual([]);
    },
  );

  test('a name known whole comes before one it is part of', () => {
    expect(find('kent', bodies).length).toBeGreaterThan(3);
    expect(find('dover', bodies).map(({ score }) => score)).toEqual([100]);
  });
});
