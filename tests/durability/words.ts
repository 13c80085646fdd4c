import type { Tally } from './play-kills.ts';

export const inWords = (tally: Tally): string =>
  [
    `${tally.rounds} rounds, ${tally.kills} kills`,
    `${tally.acknowledged} acts acknowledged, ${tally.retried} of them sent again`,
    `${tally.lost} lost, ${tally.halfDone} half-done`,
    `slowest comeback ${(tally.slowestComebackMs / 1000).toFixed(1)} s`,
  ].join('; ');

export const roundsAsked = (otherwise: number): number => wholeNumber('ROUNDS') ?? otherwise;

/** The seed asked for, or one that nobody chose; it is printed, so that the same play can be asked for again. */
export const seedAsked = (): number => wholeNumber('SEED') ?? Math.floor(Math.random() * 1_000_000);

function wholeNumber(name: string): number | undefined {
  const given = process.env[name];
  if (given === undefined || given === '') return undefined;
  if (/^\d{1,9}$/.test(given)) return Number(given);
  throw new Error(`${name} must be a whole number. It is now "${given}".`);
}

export const say = (line: string): void => void process.stdout.write(`${line}\n`);
