import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '#platform/config';
import { afterAll, expect, test } from 'vitest';
import type { Terminal } from './command.ts';
import { runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'accord-generate-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function terminal() {
  const configuration = readConfiguration({});
  if (!configuration.ok) throw new Error('The defaults are right');
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const of: Terminal = { configuration: configuration.value, out: say, err: say, input: async () => '' };
  return { of, said };
}
const generate = async (...given: readonly string[]) => {
  const { of, said } = terminal();
  const status = await runCommand(['spend', 'generate', ...given], of);
  return { status, said: said.join('\n') };
};

test('files are made with what is true of them beside them, and checked as they are', async () => {
  const made = await generate(
    '--rows',
    '200',
    '--seed',
    '5',
    '--files',
    '2',
    '--messy',
    'totals,amounts',
    '--out',
    folder,
  );
  expect(made.status).toBe(0);
  expect(readdirSync(folder).toSorted()).toEqual(
    ['5', '6'].flatMap((seed) =>
      ['csv', 'truth.csv', 'truth.json'].map((ending) => `illustrative-messy-${seed}.${ending}`),
    ),
  );
  const { of, said } = terminal();
  expect(await runCommand(['spend', 'check', '--json', join(folder, 'illustrative-messy-5.csv')], of)).toBe(
    0,
  );
  const [check] = JSON.parse(said.join('')) as { penceUnderstood: number; reasons: unknown }[];
  const truth = JSON.parse(readFileSync(join(folder, 'illustrative-messy-5.truth.json'), 'utf8')) as unknown;
  expect(truth).toMatchObject({ pence: check?.penceUnderstood, reasons: check?.reasons });
});

test('no folder is made around the one that is named, and no file is taken for one', async () => {
  const asked = ['--rows', '5', '--seed', '9', '--out'];
  const far = join(folder, 'mistyped', 'deep');
  expect(await generate(...asked, far)).toMatchObject({ status: 1 });
  expect(existsSync(join(folder, 'mistyped'))).toBe(false);
  expect((await generate(...asked, far)).said).toContain(`There is no folder ${join(folder, 'mistyped')}`);
  expect(await generate(...asked, join(folder, 'new'))).toMatchObject({ status: 0 });
  const file = join(folder, 'new', 'illustrative-clean-9.csv');
  expect((await generate(...asked, file)).said).toContain('is a file');
});

test('what is not asked rightly is said, with what there is', async () => {
  expect(await generate('--rows', 'many', '--seed', '5')).toMatchObject({ status: 2 });
  expect(await generate('--rows', '5', '--seed', '5', '--from', '2024-02-30')).toMatchObject({ status: 2 });
  const { status, said } = await generate('--rows', '5', '--seed', '5', '--messy', 'chaos');
  expect(status).toBe(2);
  expect(said).toContain('There is no mess "chaos".');
  expect(said).toContain('brackets');
});
