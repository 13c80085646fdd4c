// The site as it is but for one fault, planted in the acts of its first module; to show that the proof would see it.
import { setTimeout as wait } from 'node:timers/promises';
import { readConfiguration } from '#platform/config';
import type { Database, Sql } from '#platform/db';
import { register } from '#modules/register';

/** Each makes of a sound database one whose acts are unsound in one way. */
const faults: Readonly<Record<string, (database: Database) => Database>> = {
  /** An office is written before the transaction of its act: in one of its own. */
  'writes-before-its-transaction': (database) => ({
    ...database,
    transaction: (viewer, options, work) =>
      database.transaction(viewer, options, (sql) => work(writingOfficesTo(database, sql))),
  }),
  /** The answer goes out while the transaction still waits for its commit, as on a slow disk. */
  'acknowledges-before-commit': (database) => ({
    ...database,
    transaction: (viewer, options, work) =>
      new Promise((resolve, reject) => {
        database
          .transaction(viewer, options, async (sql) => {
            const outcome = await work(sql);
            resolve(outcome);
            await wait(100);
            return outcome;
          })
          .catch(reject);
      }),
  }),
};

/** Reads and writes where it should, but for offices, which go elsewhere. */
function writingOfficesTo(elsewhere: Sql, sql: Sql): Sql {
  return {
    tables<Tables>() {
      const sound = sql.tables<Tables>();
      return new Proxy(sound, {
        get(target, name) {
          if (name === 'insertInto')
            return (table: keyof Tables & string) =>
              (table.startsWith('register.office') ? elsewhere.tables<Tables>() : target).insertInto(table);
          const value: unknown = Reflect.get(target, name);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
    },
  };
}

/** As it is built: what starts as quickly as the site does is killed as often in the same time. */
const { openHouse } = (await import(
  new URL('../../dist/app/compose.js', import.meta.url).href
)) as typeof import('../../src/app/compose.ts');

const plant = faults[process.argv[2] ?? ''];
if (plant === undefined)
  throw new Error(`There is no such fault. There are: ${Object.keys(faults).join(', ')}`);
const read = readConfiguration(process.env);
if (!read.ok) throw new Error(read.error.join('\n'));
await openHouse(read.value, (sentence) => void process.stdout.write(`${sentence}\n`), {
  modules: [
    {
      ...register,
      routes: (services) => register.routes({ ...services, database: plant(services.database) }),
    },
  ],
});
