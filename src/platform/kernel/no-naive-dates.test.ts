import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Dates are read off and reckoned by this folder alone. JavaScript's own `Date` answers in the machine's zone
 * or in UTC, and is off by a day for an hour every summer night; outside tests it may carry instants and
 * nothing more.
 */
const naive =
  /\.(?:get|set)(?:UTC)?(?:FullYear|Month|Date|Day|Hours|Minutes)\(|getTimezoneOffset|Date\.(?:UTC|parse)\(|toISOString\(\)\s*\.(?:slice|split|substring)|toLocale(?:Date|Time)String/;

const source = join(import.meta.dirname, '..', '..');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.(?:test|testing)\.tsx?$/.test(file),
);

describe('no code reckons dates with Date', () => {
  it('in any source file', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => naive.test(readFileSync(join(source, file), 'utf8')))).toEqual([]);
  });

  it('and the search finds what it looks for', () => {
    expect(naive.test('new Date().toISOString().slice(0, 10)')).toBe(true);
    expect(naive.test('deadline.setDate(deadline.getDate() + 5)')).toBe(true);
    expect(naive.test('const on = new Date(now.getTime());')).toBe(false);
  });
});
