import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isBuilt } from '../../scripts/prepare/build.mjs';
import { districts, freshDataFolder } from './kent.ts';
import { playKills, type Tally } from './play-kills.ts';
import { builtSite, plantedFaults, plantedSite } from './programs.ts';

// A short play of what `npm run proof` plays at length. One data folder serves all, for the example to be loaded once.
const timeout = 180_000;
const seed = 20_080_709;

describe('a site killed while officers write', () => {
  const { dataFolder, remove } = freshDataFolder();
  beforeAll(() => {
    if (!isBuilt()) throw new Error('dist/ is not what the sources say. Build it first: npm run build');
  });
  afterAll(remove);

  test('keeps every act it acknowledged, and none by half', { timeout }, async () => {
    const bodies = districts.slice(0, 1);
    const tally = await playKills({ program: builtSite, dataFolder, bodies, rounds: 3, seed });
    expect(tally).toMatchObject({ rounds: 3, lost: 0, halfDone: 0, wrong: [] });
    expect(tally.acknowledged).toBeGreaterThanOrEqual(9);
    expect(tally.retried).toBeGreaterThan(0);
  });

  // The other planted fault needs luck to show, and is `npm run proof`'s to catch.
  test('is caught when one of its acts writes before its transaction', { timeout }, async () => {
    const [{ fault, shows }] = plantedFaults;
    const enough = (soFar: Tally) => soFar[shows] > 0;
    const bodies = districts.slice(1, 3);
    const tally = await playKills({
      program: plantedSite(fault),
      dataFolder,
      bodies,
      rounds: 20,
      enough,
      seed,
    });
    expect(tally[shows]).toBeGreaterThan(0);
  });
});
