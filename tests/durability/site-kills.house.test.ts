import { afterAll, describe, expect, test } from 'vitest';
import { districts, freshDataFolder } from './kent.ts';
import { playKills, type Tally } from './play-kills.ts';
import { plantedFaults, plantedSite, sourceSite } from './programs.ts';

// A short play of what `npm run proof` plays at length. One data folder serves all, for the example to be loaded once.
const timeout = 180_000;
const seed = 20_080_709;

describe('a site killed while officers write', () => {
  const { dataFolder, remove } = freshDataFolder();
  afterAll(remove);

  test('keeps every act it acknowledged, and none by half', { timeout }, async () => {
    const [one, two, three] = districts;
    const kills = { program: sourceSite, dataFolder, bodies: [one, two, three], rounds: 6, seed };
    const tally = await playKills(kills);
    expect(tally).toMatchObject({ rounds: 6, lost: 0, halfDone: 0, wrong: [] });
    expect(tally.acknowledged).toBeGreaterThan(50);
    expect(tally.retried).toBeGreaterThan(5);
  });

  test.each(plantedFaults.map((each, index) => ({ ...each, bodyId: districts[index + 3] ?? '' })))(
    'is caught when one of its acts $fault',
    { timeout },
    async ({ fault, shows, bodyId }) => {
      const enough = (soFar: Tally) => soFar[shows] > 0;
      const program = plantedSite(fault);
      const tally = await playKills({ program, dataFolder, bodies: [bodyId], rounds: 20, enough, seed });
      expect(tally[shows]).toBeGreaterThan(0);
    },
  );
});
