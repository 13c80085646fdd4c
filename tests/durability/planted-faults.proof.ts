// Shows that the judge of site-kills.proof.ts sees faults: each planted one must be caught within ROUNDS rounds.
import { districts, freshDataFolder } from './kent.ts';
import { playKills } from './play-kills.ts';
import { plantedFaults, plantedSite } from './programs.ts';
import { inWords, roundsAsked, say, seedAsked } from './words.ts';

const rounds = roundsAsked(50);
const seed = seedAsked();
say(`Seed ${seed}, ${rounds} rounds at most`);
for (const { fault, shows } of plantedFaults) {
  const { dataFolder, remove } = freshDataFolder();
  const tally = await playKills({
    program: plantedSite(fault),
    dataFolder,
    bodies: districts,
    rounds,
    enough: (soFar) => soFar[shows] > 0,
    seed,
  });
  remove();
  const caught = tally[shows] > 0;
  say(`${fault}: ${caught ? 'caught' : 'NOT CAUGHT'} after ${inWords(tally)}`);
  for (const sentence of tally.wrong) say(`  ${sentence}`);
  if (!caught) process.exitCode = 1;
}
