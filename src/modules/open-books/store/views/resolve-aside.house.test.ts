import { expect, test } from 'vitest';
import { resolveSuppliers } from '../../domain/suppliers/resolve.ts';
import { resolveAside } from './resolve-aside.ts';

test('many names are gone through in a process of their own, with the same answer', async () => {
  const records = Array.from({ length: 5200 }, (_, at) => ({
    body: at % 2 === 0 ? 'ashford' : 'dover',
    name: `Hamsard ${Math.floor(at / 2) * 7919} ${at % 2 === 0 ? 'Ltd' : 'LIMITED'}`,
    payments: 1,
    pence: 100n,
  }));
  const found = await resolveAside(records, []);
  expect(found).toEqual(resolveSuppliers(records));
  expect(found.suppliers).toHaveLength(2600);
});
