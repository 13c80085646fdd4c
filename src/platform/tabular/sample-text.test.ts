import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sampleText } from './sample-text.ts';

test('whole lines are taken from the beginning to the end of a text, and none of a short one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'accord-sample-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [from, to] = [join(folder, 'text.csv'), join(folder, 'sample.csv')];
  const lines = Array.from({ length: 10_000 }, (_, n) => `line ${n}`);
  writeFileSync(from, `${lines.join('\n')}\n`);
  expect(await sampleText(from, to, { stretches: 10, stretchBytes: 1000 })).toBe(true);
  const taken = readFileSync(to, 'utf8').trimEnd().split('\n');
  expect(taken.every((line) => lines.includes(line))).toBe(true);
  expect(taken[0]).toBe(lines[0]);
  expect(new Set(taken.map((line) => Math.floor(Number(line.slice(5)) / 1000))).size).toBe(10);
  expect(await sampleText(from, to, { stretches: 10, stretchBytes: 100_000 })).toBe(false);
});

test('what comes back at regular distances is met in every part of its turn', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'accord-sample-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [from, to] = [join(folder, 'text.csv'), join(folder, 'sample.csv')];
  // As many turns as stretches: at regular distances each stretch would be at the same place of its turn.
  writeFileSync(
    from,
    `${Array.from({ length: 128_000 }, (_, n) => String(n % 1000).padStart(9, '0')).join('\n')}\n`,
  );
  await sampleText(from, to, { stretches: 128, stretchBytes: 1000 });
  expect(new Set(readFileSync(to, 'utf8').trimEnd().split('\n')).size).toBe(1000);
});
