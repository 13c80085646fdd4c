import { expect, test } from 'vitest';
import { publishedOf } from './release.ts';

test('what the check says of payees and descriptions that look personal is for officers alone', () => {
  const found = { rows: 17, pence: 4200, samples: [{ file: 0, line: 2, says: 'Mr John Smith' }] };
  const published = publishedOf({
    tables: [],
    rowsIn: 17,
    rowsUnderstood: 17,
    rowsSetAside: 0,
    penceUnderstood: 4200,
    penceSetAside: 0,
    periodFrom: null,
    periodTo: null,
    findings: [
      { kind: 'looks-personal', ...found },
      { kind: 'purpose-personal', ...found },
      { kind: 'without-date', ...found },
    ],
  });
  expect(published.findings).toEqual([{ kind: 'without-date', rows: 17, pence: 4200 }]);
});
