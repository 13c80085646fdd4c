import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { databaseName, openAnalytics, openWorkshop, quoted, TookTooLong } from './index.ts';

async function analytics(secondsEach = 20) {
  const outside = mkdtempSync(join(tmpdir(), 'accord-analytics-'));
  const folder = join(outside, 'published');
  writeFileSync(join(outside, 'private.csv'), 'secret\n1\n');
  const opened = await openAnalytics({ folder, atOnce: 2, memoryMegabytes: 300, secondsEach });
  onTestFinished(() => {
    opened.close();
    rmSync(outside, { recursive: true, force: true });
  });
  return { ...opened, outside };
}

test('pence are exact, days are text, and what a reader gives is a parameter', async () => {
  const { ask } = await analytics();
  expect(
    await ask(
      `SELECT 9007199254740993::BIGINT AS pence, DATE '2017-04-05' AS paid, [DATE '2017-04-05'] AS days, $1 AS typed`,
      [`'; DROP TABLE x`],
    ),
  ).toEqual([
    { pence: 9007199254740993n, paid: '2017-04-05', days: ['2017-04-05'], typed: `'; DROP TABLE x` },
  ]);
});

test.each([
  ['another folder', (outside: string) => `SELECT * FROM read_csv('${outside}/private.csv')`],
  ['the machine', () => `SELECT * FROM read_text('/etc/passwd')`],
  ['a way up', (outside: string) => `SELECT * FROM read_csv('${outside}/published/../private.csv')`],
  ['its own limits', () => `SET memory_limit = '99GB'`],
  ['its own walls', () => 'SET enable_external_access = true'],
  ['an extension', () => 'INSTALL httpfs'],
])('nothing asked of it reaches %s', async (_what, question) => {
  const { ask, outside } = await analytics();
  await expect(ask(question(outside))).rejects.toThrow(/permission|cannot|locked|disabled/i);
});

test('a question that takes too long is stopped, and the next is answered', async () => {
  const { ask } = await analytics(0.2);
  await expect(ask('SELECT sum(a.range * b.range) FROM range(1000000) a, range(1000000) b')).rejects.toThrow(
    TookTooLong,
  );
  expect(await ask('SELECT 1::INTEGER AS one')).toEqual([{ one: 1 }]);
});

test('a database file is read by several at once, and let go of when others have taken its place', async () => {
  const { ask, attach, outside } = await analytics();
  const folder = join(outside, 'published');
  mkdirSync(folder);
  const workshop = await openWorkshop({ folder });
  const files = Array.from({ length: 12 }, (_, n) => join(folder, `${n}.db`));
  for (const [n, file] of files.entries()) {
    await workshop.run(`ATTACH ${quoted(file)} AS made`);
    await workshop.run(`CREATE TABLE made.numbers AS SELECT ${n}::INTEGER AS n`);
    await workshop.run('DETACH made');
  }
  workshop.close();
  const other = await openAnalytics({ folder });
  onTestFinished(other.close);
  const numberIn = (file = '') => `SELECT n FROM ${databaseName(file)}.numbers`;
  for (const each of [{ ask, attach }, other]) {
    await Promise.all([each.attach([files[0] ?? '']), each.attach(files.slice(0, 2))]);
    expect(await each.ask(numberIn(files[0]))).toEqual([{ n: 0 }]);
  }
  await expect(ask(`DROP TABLE ${databaseName(files[1] ?? '')}.numbers`)).rejects.toThrow(/read-only/);
  for (const file of files.slice(2)) await attach([files[0] ?? '', file]);
  expect(await ask(numberIn(files[0]))).toEqual([{ n: 0 }]);
  await expect(ask(numberIn(files[1]))).rejects.toThrow(/not exist/);
  await attach(files.slice(1, 2));
  expect(await ask(numberIn(files[1]))).toEqual([{ n: 1 }]);
  await expect(attach([join(outside, 'elsewhere.db')])).rejects.toThrow(/permission/i);
});

test('many questions at once are all answered', async () => {
  const { ask } = await analytics();
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, n) => ask<{ n: number }>('SELECT $1::INTEGER AS n', [n])),
  );
  expect(answers.map(([row]) => row?.n)).toEqual(Array.from({ length: 40 }, (_, n) => n));
});
