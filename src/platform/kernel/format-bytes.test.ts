import { expect, test } from 'vitest';
import { formatBytes } from './format-bytes.ts';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 KB'],
  [34_221, '34 KB'],
  [999_400, '999 KB'],
  [999_600, '1 MB'],
  [1_240_000, '1.2 MB'],
  [30_000_000, '30 MB'],
  [999_999_999, '1 GB'],
  [2_500_000_000_000, '2500 GB'],
])('%d bytes are told as %s', (bytes, told) => {
  expect(formatBytes(bytes)).toBe(told);
});
