import { groupBy } from '#platform/kernel';
import { isTopic } from '#modules/governance';
import { describe, expect, test } from 'vitest';
import { lastDayOf } from '../domain/commitment/due.ts';
import { isCommitmentNumber } from '../domain/commitment/commitment.ts';
import { readCommitments } from './commitments-file.ts';

const collections = readCommitments();
const collection = (id: string) => {
  const found = collections.find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no collection ${id}`);
  return found;
};
const bold = collection('bold-steps');
const all = collections.flatMap(({ commitments }) => commitments);
const numbersOf = (commitments: typeof all) =>
  commitments.flatMap(({ sources }) => sources.map(({ number }) => number));

describe('the promises of Kent’s documents', () => {
  test('are the 220 of Bold Steps and its three aims, part by part, each number once', () => {
    const numbers = numbersOf(bold.commitments);
    const parts = groupBy(numbers, (number) => number.split('-')[0]);
    expect(Object.fromEntries([...parts].map(([part, own]) => [part, own.length]))).toEqual({
      FW: 3,
      ES: 49,
      C1: 18,
      C2: 38,
      C3: 37,
      C4: 34,
      C5: 27,
      AP: 17,
    });
    expect(numbers.filter((number) => !number.startsWith('FW-'))).toHaveLength(220);
    expect(new Set(numbersOf(all)).size).toBe(numbersOf(all).length);
    expect(numbersOf(all).filter((number) => !isCommitmentNumber(number))).toEqual([]);
  });

  test.each([
    ['ES-02', ['C4-31']],
    ['ES-03', ['C5-19', 'AP-07']],
    ['ES-04', ['C4-09', 'C4-10']],
    ['ES-05', ['C4-03']],
    ['ES-06', ['C4-01', 'AP-11']],
    ['ES-07', ['C3-14']],
    ['ES-12', ['C3-21']],
    ['ES-27', ['C2-17']],
    ['ES-45', ['C4-12']],
    ['ES-48', ['C4-24']],
    ['ES-49', ['C4-23']],
  ])('%s is the same promise as %j: one commitment with several sources', (number, others) => {
    const found = bold.commitments.find((each) => each.number === number);
    expect(found && numbersOf([found])).toEqual(expect.arrayContaining([number, ...others]));
  });

  test('hold every numbered part of the Commitment and the Recommitment', () => {
    const parts = new Set(numbersOf(all).map((number) => /^K[CR]-\d\d/.exec(number)?.[0]));
    const expected = (of: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${of}-${String(index + 1).padStart(2, '0')}`);
    expect([...expected('KC', 9), ...expected('KR', 10)].filter((part) => !parts.has(part))).toEqual([]);
  });

  test('have a date only where the source gives one, on the last day of what it names', () => {
    const dated = all.flatMap(({ number, milestones = [] }) =>
      milestones.map((each) => ({ number, ...each })),
    );
    expect(dated.map(({ number, by }) => [number, by])).toEqual([
      ['KC-08a', '2007-08-31'],
      ['KC-08a', '2007-09-30'],
      ['KC-08b', '2009-11-30'],
      ['ES-27', '2015-03-31'],
      ['C1-01', '2015-03-31'],
      ['C3-05', '2014-12-31'],
    ]);
    expect(dated.filter(({ by, precision }) => lastDayOf(by, precision) !== by)).toEqual([]);
  });

  test('name an office only where the source does: the leaders, for their action plan', () => {
    const named = all.filter(({ office }) => office !== undefined).map(({ number }) => number);
    expect(named.filter((number) => !/^KC-0[4-9]/.test(number))).toEqual([]);
    expect(named).toContain('KC-09');
  });

  test('say honestly how each can be told, or why it cannot', () => {
    const counted = groupBy(bold.commitments, ({ measure }) => measure);
    expect(Object.fromEntries([...counted].map(([measure, own]) => [measure, own.length]))).toEqual({
      figure: 10,
      event: 28,
      none: 136,
    });
    const faulty = all.filter(({ measure, measuredBy, because }) =>
      measure === 'none' ? because === undefined : measuredBy === undefined || because !== undefined,
    );
    expect(faulty).toEqual([]);
    expect(all.flatMap(({ topics }) => topics).filter((topic) => !isTopic(topic))).toEqual([]);
  });
});
