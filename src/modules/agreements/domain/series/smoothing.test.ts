import { describe, expect, it, test } from 'vitest';
import { lookAhead } from './smoothing.ts';
import { studentBelow } from './student-t.ts';

describe('Student’s t', () => {
  it.each([
    [6.314, 1, 0.95],
    [2.92, 2, 0.95],
    [2.015, 5, 0.95],
    [1.812, 10, 0.95],
    [1.697, 30, 0.95],
    [-2.571, 5, 0.025],
    [0, 7, 0.5],
    [1.6602, 100, 0.95],
  ])('lies below %d with %d degrees of freedom in %d of cases, as the tables say', (t, freedom, part) => {
    expect(studentBelow(freedom)(t)).toBeCloseTo(part, 3);
  });
});

/** Numbers that look random and are the same each time (Mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const within = 0.9;
const random = randomNumbers(20_081_022);
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** A series with a trend, seasons, and a memory of its shocks between none and all, drawn anew each time. */
function series(length: number, seasons: number): readonly number[] {
  const weight = Math.floor(random() * 11) / 10;
  const [drift, size] = [normal(), Math.exp(normal())];
  const levels = Array.from({ length: seasons }, () => normal() * 5);
  let level = normal() * 100;
  return Array.from({ length }, (_, time) => {
    const shock = normal() * size;
    const value = level + (levels[time % seasons] ?? 0) + drift * time + shock;
    level += weight * shock;
    return value;
  });
}

function covered(
  rounds: number,
  { length, wanted, seasons = 1 }: Readonly<{ length: number; wanted: readonly number[]; seasons?: number }>,
): number {
  let inside = 0;
  for (let round = 0; round < rounds; round += 1) {
    const all = series(length + wanted.length, seasons);
    const outlook = lookAhead(all.slice(0, length), wanted, { seasons, within });
    const held = wanted.reduce((sum, each, index) => sum + each * (all[length + index] ?? 0), 0);
    if (outlook !== undefined && outlook.low <= held && held <= outlook.high) inside += 1;
  }
  return (100 * inside) / rounds;
}

describe('of points held back, nine in ten lie where the forecast said', () => {
  test.each([
    ['the next of five', { length: 5, wanted: [1] }],
    ['the third from now of eight', { length: 8, wanted: [0, 0, 1] }],
    ['a year ahead of twenty', { length: 20, wanted: [0, 0, 0, 1] }],
    ['a year ahead of twenty with seasons', { length: 20, wanted: [0, 0, 0, 1], seasons: 4 }],
    ['what the rest of a year brings', { length: 16, wanted: [1, 1, 1], seasons: 4 }],
  ])('%s', (_, asked) => {
    const share = covered(800, asked);
    expect(share).toBeGreaterThanOrEqual(87);
    expect(share).toBeLessThanOrEqual(93);
  });
});

describe('an outlook', () => {
  it('is not given on too few readings', () => {
    expect(lookAhead([1, 2, 3], [1], { within })).toBeUndefined();
    expect(lookAhead([1, 2, 3, 4, 5, 6], [1], { within, seasons: 4 })).toBeUndefined();
  });

  it('follows a straight line, and is the wider the further it looks', () => {
    const seen = [10, 12.1, 13.9, 16, 18.1, 19.9, 22];
    const near = lookAhead(seen, [1], { within });
    const far = lookAhead(seen, [0, 0, 0, 1], { within });
    expect(near?.middle).toBeCloseTo(24, 0);
    expect(far?.middle).toBeCloseTo(30, 0);
    expect((far?.high ?? 0) - (far?.low ?? 0)).toBeGreaterThan((near?.high ?? 0) - (near?.low ?? 0));
  });

  it('repeats what never varied', () => {
    const flat = lookAhead([5, 5, 5, 5, 5, 5], [0, 1], { within });
    expect(flat?.low).toBeCloseTo(5, 3);
    expect(flat?.high).toBeCloseTo(5, 3);
  });
});
