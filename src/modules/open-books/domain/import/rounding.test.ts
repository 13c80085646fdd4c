import { addFractions, decimalFraction, fraction, zero } from '#platform/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAmount } from '../reading/amount.ts';
import { tally } from '../reading/tally.ts';
import { asWritten, roundedTogether, roundingInWords, roundingOf } from './rounding.ts';

/** Amounts as a ledger writes them, some with more decimals than there are pence. */
const written = fc
  .tuple(fc.boolean(), fc.nat({ max: 999_999 }), fc.stringMatching(/^\d{0,5}$/))
  .map(
    ([isNegative, pounds, decimals]) =>
      `${isNegative ? '-' : ''}${pounds}${decimals === '' ? '' : `.${decimals}`}`,
  );

test('what is published and what was rounded off are what was written, exactly', () => {
  fc.assert(
    fc.property(fc.array(written, { maxLength: 12 }), (amounts) => {
      const counted = tally();
      for (const [line, text] of amounts.entries()) {
        const read = readAmount(text);
        if (read === undefined) throw new Error(`${text} is not read`);
        const { amount, repairs, apart } = read;
        expect(apart === undefined).toBe(!repairs.includes('part-pence'));
        const payment = {
          line,
          amount,
          paid: { kind: 'not-given' },
          cells: [],
          repairs,
          ...(apart && { apart }),
        } as const;
        counted.add(line, { kind: 'payment', payment });
      }
      const { understood, rounded } = counted.so();
      const exact = amounts.map((text) => decimalFraction(text)).reduce(addFractions, zero);
      const rounding = roundingOf(rounded);
      const told =
        rounding === undefined
          ? fraction(understood, 100)
          : decimalFraction(asWritten(rounding, Number(understood)));
      expect(told).toEqual(exact);
    }),
  );
});

test('the difference is told as a ledger’s own sum shows it', () => {
  const two = { rows: 14, apart: '-0.02' };
  expect(roundingInWords(two, 123_457)).toBe(
    'As written £1,234.55, as published £1,234.57: a difference by rounding of 2p in 14 payments with more than two decimals.',
  );
  expect(roundingInWords({ rows: 1, apart: '0.0025' }, 100)).toContain(
    '£1.0025, as published £1.00: a difference by rounding of 0.25p in 1 payment',
  );
  expect(roundingInWords({ rows: 9, apart: '0.000000000001' }, 100)).toContain(
    'as published £1.00: a difference by rounding of less than 0.01p in 9',
  );
  expect(roundedTogether([{ rounding: two }, {}, { rounding: { rows: 1, apart: '0.0025' } }])).toEqual({
    rows: 15,
    apart: '-0.0175',
  });
  expect(roundedTogether([{}])).toBeUndefined();
});
