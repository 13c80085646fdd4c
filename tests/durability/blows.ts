import { setTimeout as wait } from 'node:timers/promises';
import { pick, type Random } from './random.ts';
import { type Site, type Victims, victims } from './site.ts';

/** One kill: after a pause, of whom, and whether PostgreSQL's processes all die at once or learn of it one by one. */
export type Blow = Readonly<{ afterMs: number; whom: Victims; everyProcess: boolean }>;

const longestWorkMs = 700;
const longestComebackMs = 1200;

/** The kills of a round: the victims take turns; one time in four a second kill meets the site as it comes back. */
export function planBlows(round: number, random: Random): readonly Blow[] {
  const first = {
    afterMs: 40 + random() * longestWorkMs,
    whom: victims[round % victims.length] ?? 'both',
    everyProcess: random() < 0.5,
  };
  const second = {
    afterMs: random() * longestComebackMs,
    whom: pick(random, victims),
    everyProcess: random() < 0.5,
  };
  return random() < 0.25 ? [first, second] : [first];
}

/** Kills as planned, and has whatever ended started again at once. Answers when the last kill was. */
export async function strike(site: Site, blows: readonly Blow[]): Promise<number> {
  let last = performance.now();
  for (const { afterMs, whom, everyProcess } of blows) {
    await wait(afterMs);
    site.kill(whom, everyProcess);
    last = performance.now();
    await site.start();
  }
  return last;
}
