import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ok } from '#platform/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, DatabaseUnavailable, openDatabase } from '../index.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { isAlive } from './processes.ts';

type Ledger = { 'ledger.entry': { writer: number; number: number } };

const ledger = {
  name: 'ledger',
  migrations: [
    {
      name: '0001-entry',
      up: `CREATE TABLE ledger.entry (writer int, number int, half text, PRIMARY KEY (writer, number, half));
           COMMENT ON TABLE ledger.entry IS 'public: entries, each in two halves'`,
    },
  ],
};

describe('PostgreSQL that dies under load', () => {
  const reports: string[] = [];
  let folder: string;
  let database: Database;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'accord-data-'));
    if (process.getuid?.() === 0) chmodSync(folder, 0o711);
    database = await openDatabase({
      dataFolder: folder,
      modules: [ledger],
      report: (message) => reports.push(message),
    });
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const postmaster = () => readPostmasterFile(join(folder, 'postgres', 'cluster', 'data'));

  /** Writes entries one after another, each in two halves, and answers those that it was told are kept. */
  async function write(writer: number, until: () => boolean): Promise<number[]> {
    const kept: number[] = [];
    for (let number = 1; !until(); number += 1) {
      try {
        await database.transaction(undefined, {}, async (sql) => {
          for (const half of ['one', 'two'])
            await sql
              .tables<{ 'ledger.entry': { writer: number; number: number; half: string } }>()
              .insertInto('ledger.entry')
              .values({ writer, number, half })
              .execute();
          return ok();
        });
        kept.push(number);
      } catch (error) {
        // The only thing that may come out of it; anything else fails the test.
        if (!(error instanceof DatabaseUnavailable)) throw error;
        await wait(20);
      }
    }
    return kept;
  }

  test.each(['SIGKILL', 'SIGQUIT'] as const)(
    'by %s comes back, and has kept every acknowledged entry whole',
    async (signal) => {
      let over = false;
      const base = signal === 'SIGKILL' ? 0 : 10;
      const writers = [1, 2, 3, 4].map((writer) => write(base + writer, () => over));
      for (let round = 0; round < 2; round += 1) {
        const before = await answering();
        await wait(100 + Math.random() * 200);
        process.kill(before, signal);
        while (isAlive(before)) await wait(10);
      }
      await answering();
      over = true;
      const kept = await Promise.all(writers);

      const rows = await database
        .tables<Ledger>()
        .selectFrom('ledger.entry')
        .select(['writer', 'number'])
        .execute();
      const halves = new Map<string, number>();
      for (const { writer, number } of rows) {
        const entry = `${writer}/${number}`;
        halves.set(entry, (halves.get(entry) ?? 0) + 1);
      }
      const acknowledged = kept.flatMap((numbers, index) =>
        numbers.map((number) => `${base + index + 1}/${number}`),
      );
      expect(acknowledged.length).toBeGreaterThan(10);
      expect(acknowledged.filter((entry) => halves.get(entry) !== 2)).toEqual([]);
      expect([...halves.values()].filter((count) => count !== 2)).toEqual([]);
      expect(reports.filter((report) => report === 'PostgreSQL runs again').length).toBeGreaterThanOrEqual(2);
    },
  );

  /** Waits until PostgreSQL answers, and says which process it is. */
  async function answering(): Promise<number> {
    for (;;) {
      try {
        await database.tables<Ledger>().selectFrom('ledger.entry').select('number').limit(1).execute();
        return postmaster()?.pid ?? 0;
      } catch (error) {
        if (!(error instanceof DatabaseUnavailable)) throw error;
        await wait(20);
      }
    }
  }
});
