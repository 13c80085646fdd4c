// Kills the built site and its PostgreSQL under write load. `ROUNDS=20 SEED=7 npm run proof -- site-kills`
import { districts, freshDataFolder } from './kent.ts';
import { playKills } from './play-kills.ts';
import { builtSite } from './programs.ts';
import { inWords, roundsAsked, say, seedAsked } from './words.ts';

const rounds = roundsAsked(200);
const seed = seedAsked();
const { dataFolder, remove } = freshDataFolder();
say(`Seed ${seed}, ${rounds} rounds`);
const tally = await playKills({
  program: builtSite,
  dataFolder,
  bodies: districts,
  rounds,
  seed,
  report: (soFar) => {
    if (soFar.rounds % 10 === 0) say(inWords(soFar));
  },
});
say(inWords(tally));
for (const sentence of tally.wrong) say(`  ${sentence}`);
if (tally.wrong.length === 0) remove();
else {
  say(`What is left of it: ${dataFolder}`);
  process.exitCode = 1;
}
