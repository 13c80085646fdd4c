import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '#platform/db';
import { expect, onTestFinished, test } from 'vitest';
import { acts, type Acts } from './acts.ts';
import { playKills } from './kills.ts';

/** A few in every run of the tests; `ACCORD_KILL_ROUNDS=200 npx vitest run --project house tests/durability` for all. */
const rounds = Number(process.env['ACCORD_KILL_ROUNDS'] ?? 5);
const seed = Number(process.env['ACCORD_KILL_SEED'] ?? 20_080_709);
const program = fileURLToPath(new URL('write-acts.ts', import.meta.url));
const timeout = 60_000 + rounds * 5000;

/** Plays the kills, then holds what is there against what was said to be kept. */
async function lossesOf(fault: readonly string[]) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'accord-kills-'));
  onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }));
  chmodSync(dataFolder, 0o711);
  const kept = await playKills({ program, dataFolder, arguments: fault, rounds, seed });

  const database = await openDatabase({ dataFolder, modules: [acts] });
  const idsOf = async (table: keyof Acts) =>
    new Set((await database.tables<Acts>().selectFrom(table).select('id').execute()).map(({ id }) => id));
  const [effects, entries] = [await idsOf('acts.effect'), await idsOf('acts.entry')];
  await database.close();
  return {
    acknowledged: kept.length,
    lost: kept.filter((id) => !effects.has(id) || !entries.has(id)).length,
    halfDone: effects.size + entries.size - 2 * [...effects].filter((id) => entries.has(id)).length,
  };
}

test(
  `${rounds} kills of Accord and PostgreSQL lose no acknowledged act and leave none half-done`,
  { timeout },
  async () => {
    const { acknowledged, lost, halfDone } = await lossesOf([]);
    expect(acknowledged).toBeGreaterThan(rounds);
    expect({ lost, halfDone }).toEqual({ lost: 0, halfDone: 0 });
    process.stdout.write(
      `${rounds} kills (seed ${seed}): ${acknowledged} acts acknowledged, 0 lost, 0 half-done\n`,
    );
  },
);

test('an act that writes before its transaction is caught', { timeout }, async () => {
  const { halfDone } = await lossesOf(['planted']);
  expect(halfDone).toBeGreaterThan(0);
});
