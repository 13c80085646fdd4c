import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '#platform/config';
import { afterAll, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'accord-check-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function check(holds: string, name = 'payments.csv') {
  const configuration = readConfiguration({});
  if (!configuration.ok) throw new Error('The defaults are right');
  const path = join(folder, name);
  writeFileSync(path, holds);
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const terminal = { configuration: configuration.value, out: say, err: say, input: async () => '' };
  return { status: await runCommand(['spend', 'check', path], terminal), said: said.join('\n') };
}

test('the status tells what is read, what is refused, and what an officer must say first', async () => {
  const rows = '05/04/2026,Example Roofing,100\n06/04/2026,Example Gardens,12\n';
  expect((await check(`Date,Supplier,Amount\n${rows}`)).status).toBe(0);
  expect(await check(`Wann,Wer,Wieviel\n${rows}`)).toMatchObject({
    status: 3,
    said: expect.stringContaining('In doubt: It is not certain which column holds'),
  });
  expect((await check('Salary,Job title,Grade\n1,2,3\n')).status).toBe(1);
});

test('where nobody knows which column holds the amount, nothing is said of what the rows come to', async () => {
  const rows = Array.from({ length: 5 }, (_, at) => `A${at},Supplier ${at} Ltd,${500 + at}.50,x`).join('\n');
  const { said } = await check(`Blob,Wibble,Frob,Zed\n${rows}\n`);
  expect(said).toContain('What they come to is known once it is said which column holds the amount');
  expect(said).not.toContain('£0.00');
  expect(said).not.toContain('The amount is empty');
});

test('one row of one day is told as one, and how a day that could be read either way was read', async () => {
  const { said } = await check(
    'Date,Supplier,Amount\n05/04/2026,Example Roofing Ltd,100.00\n',
    'April 2026.csv',
  );
  expect(said).toContain('  Of 5 April 2026\n  1 row in\n');
  expect(said).toContain(
    'Days such as “05/04/2026” are read with the day first: its days are then of the month that the name of the file says',
  );
});
