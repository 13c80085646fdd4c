// Writes acts, each an effect and an entry that only make sense together, until it is killed.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { ok } from '#platform/kernel';
import { type Database, DatabaseUnavailable, openDatabase, type Sql } from '#platform/db';
import { acts, type Acts } from './acts.ts';

const [, , dataFolder = '', planted] = process.argv;
const writers = 4;

const addTo = (sql: Sql, table: keyof Acts, id: string) =>
  sql.tables<Acts>().insertInto(table).values({ id }).execute();

async function act(database: Database, id: string): Promise<void> {
  // The planted fault: an act that writes before its transaction.
  if (planted === 'planted') await addTo(database, 'acts.effect', id);
  await database.transaction(undefined, {}, async (sql) => {
    if (planted !== 'planted') await addTo(sql, 'acts.effect', id);
    await addTo(sql, 'acts.entry', id);
    return ok();
  });
}

async function write(database: Database): Promise<never> {
  for (;;) {
    const id = randomUUID();
    try {
      await act(database, id);
      process.stdout.write(`kept ${id}\n`);
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable)) throw error;
      await wait(10);
    }
  }
}

const database = await openDatabase({ dataFolder, modules: [acts] });
process.stdout.write('open\n');
await Promise.all(Array.from({ length: writers }, () => write(database)));
