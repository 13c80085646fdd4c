import { setTimeout as wait } from 'node:timers/promises';
import { exampleLoaded } from '../../bench/support/example-loaded.ts';
import { type Blow, planBlows, strike } from './blows.ts';
import { seatsPage } from './endless-forms.ts';
import { type Judge, judgeOf } from './judge.ts';
import { pick, type Random, randomFrom } from './random.ts';
import { type Program, type Site, siteOn } from './site.ts';
import { type Officers, officersOf, type Rest } from './writers.ts';

export type Kills = Readonly<{
  program: Program;
  /** A folder that PostgreSQL's user can reach. What it holds already stays, and is not judged. */
  dataFolder: string;
  /** The bodies whose officers write, one or two bodies at a time. */
  bodies: readonly string[];
  /** So many at most. */
  rounds: number;
  /** Whether what came of all so far is enough; otherwise the first round in which something is wrong is the last. */
  enough?: (tally: Tally) => boolean;
  /** The same seed kills the same processes after the same pauses. */
  seed: number;
  /** Told after each round what came of all so far. */
  report?: (tally: Tally) => void;
}>;

export type Tally = Readonly<{
  rounds: number;
  kills: number;
  acknowledged: number;
  /** Acts whose form was sent again, because nobody knew what had become of it. */
  retried: number;
  lost: number;
  halfDone: number;
  /** Everything that is not as it must be, in sentences; empty when all is well. */
  wrong: readonly string[];
  /** The longest from the last kill of a round until every officer had a new act acknowledged. */
  slowestComebackMs: number;
}>;

const firstStartMs = 120_000;
const comebackMs = 30_000;

/**
 * Kills the site, its PostgreSQL or both, again and again while officers write, starts it anew, and after each round
 * holds what stands against what the officers were told.
 */
export async function playKills(kills: Kills): Promise<Tally> {
  const site = await siteOn(kills.dataFolder, kills.program);
  try {
    await site.start();
    await Promise.race([site.ready(firstStartMs), site.endedByItself]);
    await exampleLoaded(site.address);
    return await play(site, await judgeOf(site), kills);
  } finally {
    await site.stop();
  }
}

const isWrong = ({ wrong }: Tally): boolean => wrong.length > 0;

async function play(site: Site, judge: Judge, kills: Kills): Promise<Tally> {
  const { bodies, rounds, enough = isWrong, seed, report } = kills;
  const random = randomFrom(seed);
  const officers = new Map<string, Officers>();
  let tally: Tally = {
    rounds: 0,
    kills: 0,
    acknowledged: 0,
    retried: 0,
    lost: 0,
    halfDone: 0,
    wrong: [],
    slowestComebackMs: 0,
  };
  while (tally.rounds < rounds && !enough(tally)) {
    const chosen = await choose(site, officers, bodies, random);
    const blows = planBlows(tally.rounds, random);
    const round = await playRound(site, chosen, blows);
    const ledgers = [...officers.values()].map(({ ledger }) => ledger);
    const verdict = await judge.judge(
      ledgers,
      chosen.map(({ ledger }) => ledger),
    );
    tally = {
      rounds: tally.rounds + 1,
      kills: tally.kills + blows.length,
      acknowledged: ledgers.flatMap(({ acts }) => acts).length,
      retried: ledgers.flatMap(({ retried }) => retried).length,
      lost: verdict.lost,
      halfDone: verdict.halfDone,
      wrong: [...round.wrong, ...verdict.wrong],
      slowestComebackMs: Math.max(tally.slowestComebackMs, round.comebackMs),
    };
    report?.(tally);
  }
  return tally;
}

/** Two bodies, or one when chance says so; their officers sign in when they are first called upon. */
async function choose(
  site: Site,
  known: Map<string, Officers>,
  bodies: readonly string[],
  random: Random,
): Promise<readonly Officers[]> {
  const chosen = new Set([pick(random, bodies), pick(random, bodies)]);
  const found: Officers[] = [];
  for (const bodyId of chosen) {
    const officers = known.get(bodyId) ?? (await officersOf(site.address, bodyId));
    known.set(bodyId, officers);
    found.push(officers);
  }
  return found;
}

type Round = Readonly<{ comebackMs: number; wrong: readonly string[] }>;

/**
 * The officers write, the blows fall, and all rest once each has had an act acknowledged that was begun after them.
 * Throws when the site does not come back.
 */
async function playRound(site: Site, officers: readonly Officers[], blows: readonly Blow[]): Promise<Round> {
  let rest: Rest = { since: undefined, now: false };
  const writing = Promise.allSettled(
    officers.flatMap(({ writers }) => writers).map((writer) => writer.act(() => rest)),
  );
  const reading = officers.map(({ ledger }) => read(site, seatsPage(ledger.bodyId), () => rest));
  const struck = await strike(site, blows);
  rest = { since: struck, now: false };
  const late = wait(comebackMs, `An officer was not answered within ${comebackMs} ms`, { ref: false });
  const notBack = await Promise.race([
    writing.then(() => undefined),
    site.endedByItself.catch(sentenceOf),
    late,
  ]);
  const tookMs = performance.now() - struck;
  rest = { since: struck, now: true };
  const outcomes = await writing;
  await Promise.all(reading);
  if (notBack !== undefined) throw new Error(notBack);
  const wrong = outcomes.flatMap((each) => (each.status === 'rejected' ? [sentenceOf(each.reason)] : []));
  return { comebackMs: tookMs, wrong };
}

/** Somebody who reads a public page again and again, so that it is in memory when the blow falls. */
async function read({ address }: Site, page: string, rest: () => Rest): Promise<void> {
  while (!rest().now) {
    await fetch(address + page).then(
      (response) => response.text(),
      () => undefined,
    );
    await wait(100);
  }
}

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
