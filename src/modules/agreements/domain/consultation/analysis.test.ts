import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Counted, type Count, countsOf, reconciles, tallyOf, wholeResponse } from './analysis.ts';
import type { Question } from './consultation.ts';
import { hiddenRows } from './suppress.ts';

const question: Question = {
  number: 1,
  kind: 'choice',
  text: 'Which?',
  about: undefined,
  options: ['A', 'B'],
};
const places = ['ashford', 'dover', 'swale', undefined] as const;

const responses = fc
  .array(
    fc.record({
      organisation: fc.option(fc.constantFrom('Parish of Elmley', 'PARISH of elmley', 'A school'), {
        nil: undefined,
      }),
      placeId: fc.constantFrom(...places),
      cameBy: fc.constantFrom('online', 'paper'),
      contentHash: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      choice: fc.constantFrom('1', '2', undefined),
      hasWords: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  .map((rows) =>
    rows.map(({ choice, hasWords, ...row }, index): Counted => ({
      ...row,
      kind: row.organisation === undefined ? 'resident' : 'organisation',
      number: index + 1,
      answers: [{ question: 1, choice, hasWords }],
    })),
  );

describe('counting', () => {
  it('comes to the same in every way of counting', () => {
    fc.assert(
      fc.property(responses, (counted) => {
        const tally = tallyOf(counted);
        expect(reconciles(tally)).toBe(true);
        const counts = countsOf(counted, [question], 1);
        const whole = counts.filter(({ choice }) => choice === wholeResponse);
        const sum = (of: readonly Count[]) => of.reduce((total, { count = 0 }) => total + count, 0);
        expect(sum(whole.filter(({ place }) => place === ''))).toBe(counted.length);
        expect(sum(whole.filter(({ place }) => place !== ''))).toBe(counted.length);
        for (const choice of ['1', '2']) {
          const chosen = counts.filter((count) => count.question === 1 && count.choice === choice);
          expect(sum(chosen.filter(({ place }) => place !== ''))).toBe(
            sum(chosen.filter(({ place }) => place === '')),
          );
        }
      }),
    );
  });

  it('would notice a response counted as neither online nor on paper', () => {
    expect(reconciles({ ...tallyOf([]), responses: 73, online: 70, paper: 2 })).toBe(false);
  });

  it('knows 73 responses from 49 organisations for what they are, with nothing else recorded', () => {
    const unknown = { online: undefined, paper: undefined, byOrganisation: undefined };
    const tally = { ...unknown, responses: 73, organisations: 49, byResident: undefined, alike: undefined };
    expect(reconciles(tally)).toBe(true);
    expect(reconciles({ ...tally, organisations: 74 })).toBe(false);
  });
});

const rows = fc.array(fc.array(fc.nat({ max: 12 }), { minLength: 2, maxLength: 2 }), { maxLength: 8 });
type Hide = typeof hiddenRows;

/** Whether a reader who knows every total can tell a small count from what is shown. */
function canTell(counts: readonly (readonly number[])[], hide: Hide): boolean {
  const hidden = hide(counts, 5);
  const shown = counts.filter((_, index) => hidden[index] !== true);
  if (shown.some((row) => row.some((count) => count > 0 && count < 5))) return true;
  const left = counts.filter((row, index) => hidden[index] === true && row.some((count) => count > 0));
  // With one row left out, the totals less what is shown are that row.
  return left.length === 1 && counts.filter((row) => row.some((count) => count > 0)).length > 1;
}

describe('small numbers', () => {
  it('cannot be told from what is shown, nor worked out from the totals', () => {
    expect(fc.check(fc.property(rows, (counts) => !canTell(counts, hiddenRows))).counterexample).toBeNull();
  });

  it('take others with them until what is left out together is as much as the limit', () => {
    const places = (...counts: number[]) => counts.map((count) => [count]);
    // Two and one are three: whoever knows the rule could tell them nearly, so a third goes too.
    expect(hiddenRows(places(1, 2, 9, 20), 5)).toEqual([true, true, true, false]);
    // Four and four can only be four and four, if both are below five.
    expect(hiddenRows(places(4, 4, 9, 20), 5)).toEqual([true, true, true, false]);
    expect(hiddenRows(places(4, 3, 9, 20), 5)).toEqual([true, true, false, false]);
    expect(
      hiddenRows(
        [
          [7, 1],
          [9, 6],
          [9, 6],
          [30, 8],
        ],
        5,
      ),
    ).toEqual([true, true, true, false]);
    // All that is left are the totals.
    expect(hiddenRows(places(1, 2), 5)).toEqual([true, true]);
    expect(hiddenRows(places(9, 6), 5)).toEqual([false, false]);
  });

  it('cannot be worked out from the answers of a place that is left out to keep another company', () => {
    const of = (placeId: string, many: number, choice: string | undefined) =>
      Array.from({ length: many }, (): Counted => ({
        number: 1,
        kind: 'resident',
        organisation: undefined,
        placeId,
        cameBy: 'online',
        contentHash: 'a',
        answers: choice === undefined ? [] : [{ question: 1, choice, hasWords: false }],
      }));
    const counted = [...of('ashford', 3, undefined), ...of('dover', 9, '1'), ...of('swale', 20, '1')];
    const seen = countsOf(counted, [question], 5).filter(
      ({ place, count }) => place !== '' && count !== undefined,
    );
    expect(new Set(seen.map(({ place }) => place))).toEqual(new Set(['swale']));
  });

  it('are not told of residents everywhere either, nor of any place of the same question', () => {
    fc.assert(
      fc.property(responses, (counted) => {
        const chosen = countsOf(counted, [question], 5).filter(
          ({ kind, choice }) => kind === 'resident' && (choice === '1' || choice === '2'),
        );
        const everywhere = chosen.filter(({ place }) => place === '');
        const isSmall = (choice: string) => {
          const count = counted.filter(
            ({ kind, answers }) => kind === 'resident' && answers.some((answer) => answer.choice === choice),
          ).length;
          return count > 0 && count < 5;
        };
        const hides = isSmall('1') || isSmall('2');
        expect(everywhere.every(({ count }) => (count === undefined) === hides)).toBe(true);
        const shown = chosen.filter(({ count }) => count !== undefined);
        expect(hides ? shown : []).toEqual([]);
      }),
    );
  });

  it('would be told by hiding them alone', () => {
    const alone: Hide = (counts, under) =>
      counts.map((row) => row.some((count) => count > 0 && count < under));
    expect(fc.check(fc.property(rows, (counts) => !canTell(counts, alone))).failed).toBe(true);
  });
});
