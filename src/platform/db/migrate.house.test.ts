import { createTestDatabase, testDatabase } from '#platform/testing';
import { expect, test } from 'vitest';
import { migrate, type ModuleSchema } from './index.ts';

const step = (name: string, up: string) => ({ name, up });
const parish = (...migrations: ModuleSchema['migrations']): ModuleSchema => ({ name: 'parish', migrations });
const hall = step(
  '0001-hall',
  `CREATE TABLE parish.hall (name text); COMMENT ON TABLE parish.hall IS 'public: halls'`,
);
const bell = step(
  '0002-bell',
  `CREATE TABLE parish.bell (name text); COMMENT ON TABLE parish.bell IS 'public: bells'`,
);

const applied = 'SELECT name FROM platform.migration WHERE module = $1 ORDER BY name';

test('each step is applied once, in the module’s own schema', async () => {
  const { ownerUrl, asOwner } = await testDatabase([parish(hall)]);
  await migrate(ownerUrl, [parish(hall, bell)]);
  await migrate(ownerUrl, [parish(hall, bell)]);
  expect(await asOwner(applied, ['parish'])).toEqual([{ name: '0001-hall' }, { name: '0002-bell' }]);
});

test('a step changed after it was applied is refused', async () => {
  const { ownerUrl } = await testDatabase([parish(hall)]);
  await expect(migrate(ownerUrl, [parish({ ...hall, up: `${hall.up} ` })])).rejects.toThrow(
    'The step "0001-hall" of parish was changed after it had been applied to this database. Put it back as it was and make the change in a new step.',
  );
});

test('a database migrated by a newer Accord is refused', async () => {
  const { ownerUrl } = await testDatabase([parish(hall, bell)]);
  await expect(migrate(ownerUrl, [parish(hall)])).rejects.toThrow(
    'The database was migrated by a newer Accord: this one does not know the step "0002-bell" of parish. Start the newer version, or restore the backup made before it.',
  );
});

test('a step that fails leaves nothing of itself', async () => {
  const { ownerUrl, asOwner } = await testDatabase([parish(hall)]);
  const broken = step('0002-broken', 'CREATE TABLE parish.spire (name text); SELECT 1/0');
  await expect(migrate(ownerUrl, [parish(hall, broken)])).rejects.toThrow(
    'The step "0002-broken" of parish could not be applied, and nothing of it was kept: error: division by zero',
  );
  expect(await asOwner(`SELECT to_regclass('parish.spire') AS spire`)).toEqual([{ spire: null }]);
  expect(await asOwner(applied, ['parish'])).toEqual([{ name: '0001-hall' }]);
});

test('two that start at once apply each step once between them', async () => {
  const { ownerUrl, asOwner } = await testDatabase([]);
  const slow = step('0001-slow', `SELECT pg_sleep(0.1); CREATE TABLE parish.slow (name text)`);
  await Promise.all(Array.from({ length: 4 }, () => migrate(ownerUrl, [parish(slow)])));
  expect(await asOwner(applied, ['parish'])).toEqual([{ name: '0001-slow' }]);
});

test('the application reads and appends, and does nothing more unless a step grants it', async () => {
  const made = await createTestDatabase([
    parish(hall, bell, step('0003-grant', 'GRANT UPDATE ON parish.bell TO accord_app')),
  ]);
  const rows = await made.asOwner(`
    SELECT name, concat_ws(' ', CASE WHEN has_table_privilege('accord_app', name, 'SELECT') THEN 'reads' END,
      CASE WHEN has_table_privilege('accord_app', name, 'INSERT') THEN 'appends' END,
      CASE WHEN has_table_privilege('accord_app', name, 'UPDATE') THEN 'changes' END,
      CASE WHEN has_table_privilege('accord_app', name, 'DELETE, TRUNCATE, REFERENCES, TRIGGER') THEN 'more' END) AS may
    FROM unnest(ARRAY['parish.hall', 'parish.bell', 'platform.migration']) AS name`);
  expect(rows).toEqual([
    { name: 'parish.hall', may: 'reads appends' },
    { name: 'parish.bell', may: 'reads appends changes' },
    { name: 'platform.migration', may: 'reads' },
  ]);
  await made.drop();
});
