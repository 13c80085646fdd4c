import { pence } from '#platform/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAmount, type Repair } from './amount.ts';

const read = (written: string) => readAmount(written)?.amount;
const repaired = (written: string): readonly Repair[] | undefined => readAmount(written)?.repairs;

test.each([
  ['1234.5', 123450n],
  ['1,302.28', 130228n],
  ['"1 302.28"'.slice(1, -1), 130228n],
  ['£322.50', 32250n],
  ['322.50 £', 32250n],
  ['-£600.00', -60000n],
  ['£-600', -60000n],
  ['(1,500.00)', -150000n],
  ['(£1,500.00)', -150000n],
  ['250.00-', -25000n],
  ['250.00 CR', -25000n],
  ['250.00 DR', 25000n],
  ['\u{fffd}322.50', 32250n],
  ['Â£322.50', 32250n],
  ['.5', 50n],
  ['-0.01', -1n],
  ['0', 0n],
  ['1.005', 101n],
  ['-1.005', -101n],
  ['1.2E+06', 120000000n],
])('%s is %s pence', (written, amount) => {
  expect(read(written)).toBe(amount);
});

test.each([
  '',
  '  ',
  'N/A',
  'B000021055/28199',
  '12/03/2020',
  '1,23,4',
  '1.2.3',
  '--5',
  'Total',
  '1,302.28 and more',
])('“%s” is no amount', (written) => {
  expect(readAmount(written)).toBeUndefined();
});

test('what was put right is said', () => {
  expect(repaired('(1.005)')).toEqual(['brackets', 'part-pence']);
  expect(repaired('£5')).toEqual(['currency']);
  expect(repaired('5-')).toEqual(['trailing-minus']);
  expect(repaired('5')).toEqual([]);
});

test('every amount comes back to the penny, however it is written', () => {
  const forms: readonly ((sign: string, pounds: string, rest: string) => string)[] = [
    (sign, whole, rest) => `${sign}${whole}.${rest}`,
    (sign, whole, rest) => `${sign}£${whole}.${rest}`,
    (sign, whole, rest) => (sign === '' ? `${whole}.${rest}` : `(${whole}.${rest})`),
    (sign, whole, rest) => `${whole}.${rest}${sign}`,
    (sign, whole, rest) => ` ${sign}${whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',')}.${rest} `,
  ];
  fc.assert(
    fc.property(
      fc.bigInt({ min: -9_999_999_999_999n, max: 9_999_999_999_999n }),
      fc.constantFrom(...forms),
      (amount, form) => {
        const size = amount < 0n ? 0n - amount : amount;
        const written = form(
          amount < 0n ? '-' : '',
          String(size / 100n),
          String(size % 100n).padStart(2, '0'),
        );
        expect(read(written)).toBe(pence(amount));
      },
    ),
  );
});

test('a number longer than any payment is somebody’s reference, not an amount', () => {
  expect(['100000000000', '£100,000,000,000.00', '2E+11', '9'.repeat(38)].map(read)).toEqual(
    Array.from({ length: 4 }),
  );
  expect(read('99,999,999,999.99')).toBe(9_999_999_999_999n);
});

test('figures are read wherever the point stands in them, and two points are no amount', () => {
  expect(['12.', '.5', '-0.00', '007.1', '-', '.', '1.2.3', '12:30', '1/2'].map(read)).toEqual([
    1200n,
    50n,
    0n,
    710n,
    ...Array.from({ length: 5 }),
  ]);
});

test('an amount is the same with DR behind it, or none with it as without', () => {
  const signs = fc.array(fc.constantFrom(...Array.from('0123456789,,..£-')), { minLength: 1, maxLength: 16 });
  fc.assert(
    fc.property(signs, (some) => {
      const written = some.join('');
      // The minus behind an amount stands behind all else.
      fc.pre(!written.endsWith('-'));
      expect(read(`${written} DR`)).toBe(read(written));
    }),
    { numRuns: 2000 },
  );
});
