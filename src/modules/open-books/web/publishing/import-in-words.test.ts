import { date } from '#platform/kernel';
import { expect, test } from 'vitest';
import { reportOf, tableReport } from '../../actions/reading/table-report.ts';
import { reportInWords } from './import-in-words.ts';

test('one row of one day is told as one', () => {
  const table = tableReport({
    file: 0,
    filename: 'july.csv',
    sheet: undefined,
    encoding: 'utf-8',
    parting: null,
    understanding: { standing: 'refused', says: 'Not this one.', heading: undefined },
    columnsBy: 'reading',
    width: 0,
  });
  const day = date('2026-07-01');
  const one = {
    ...table,
    rowsIn: 1,
    rowsUnderstood: 1,
    penceUnderstood: 1200,
    periodFrom: day,
    periodTo: day,
  };
  expect(reportInWords(reportOf([one], []))).toEqual(
    expect.arrayContaining(['  Of 1 July 2026', '  1 row in, £12.00']),
  );
});
