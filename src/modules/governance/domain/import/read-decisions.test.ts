import { cellsOf, date, groupBy, readDay, readHeader } from '#platform/kernel';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decisionColumns } from './decision-columns.ts';
import { makerKindOf } from './maker-kind.ts';
import { readDecision } from './read-decisions.ts';
import { plainText, readList } from './read-values.ts';

const today = date('2026-07-15');
const titles = [
  'Ref No',
  'Issue Title',
  'Decision Maker',
  'Decision Date',
  'Publication date',
  'Is key decision?',
  'Clause',
  'DECISION',
  'Effect',
  'Wards',
];
const header = readHeader(titles, decisionColumns);
const mkip = [
  'BCA-1',
  'Mid Kent Improvement Partnership',
  'Cabinet',
  '9 July 2008',
  '11/07/2008',
  'Yes',
  '1',
  'That £42,840 be agreed',
  '',
  'All',
];
const readAll = (...rows: readonly (readonly string[])[]) => {
  const cells = rows.map((row, index) => cellsOf({ line: index + 2, cells: row }, header));
  const read = [...groupBy(cells, (each) => each.text('reference')).values()].map((own) =>
    readDecision(own, today),
  );
  return {
    decisions: read.flatMap((each) => each.read ?? []),
    faults: read.flatMap(({ faults = [] }) => faults),
  };
};
const changed = (place: number, value: string) => mkip.with(place, value);

test('the columns of other systems are known by their names; what is not known is named', () => {
  expect(header.missing).toEqual([]);
  expect(header.ignored).toEqual(['Wards']);
  const bare = readHeader(['Title', 'title', ''], decisionColumns);
  expect(bare.missing.map(({ key }) => key)).toEqual(['reference', 'maker', 'taken', 'published', 'text']);
  expect(bare.twice).toEqual(['title']);
});

test('rows with one reference are the clauses of one decision', () => {
  const recommends = changed(6, '3(i)').with(8, 'recommend to the Council').with(1, '').with(3, '');
  const { decisions, faults } = readAll(mkip, recommends);
  expect(faults).toEqual([]);
  expect(decisions).toHaveLength(1);
  expect(decisions[0]).toMatchObject({
    lines: [2, 3],
    given: {
      takenOn: '2008-07-09',
      published: { on: '2008-07-11', at: undefined },
      makerKind: 'cabinet',
      isExecutive: true,
      isKey: true,
      alternatives: undefined,
      clauses: [
        { number: '1', effect: 'executive' },
        { number: '3(i)', effect: 'recommend-to-council' },
      ],
    },
  });
});

test.each([
  [0, '', 'The reference is missing'],
  [1, '', 'Nothing is written here'],
  [1, 'x'.repeat(301), 'This is longer than 300 characters'],
  [2, 'Gold Group', 'What kind of decision maker this is cannot be told'],
  [2, 'Director of Finance', undefined],
  [3, '', 'Nothing is written here'],
  [3, '31 February 2008', 'There is no such day in that month'],
  [3, '07/13/2008', 'There is no month 13'],
  [3, '9 Jly 2008', '“Jly” is not a month'],
  [3, '9/7/08', 'The year does not have four digits'],
  [3, '39638', 'This is a spreadsheet’s number for a day'],
  [3, '16 July 2026', 'The decision would be taken in the future'],
  [4, '8 July 2008', 'The record would be published before the decision was taken'],
  [5, 'perhaps', 'This is neither yes nor no'],
  [7, '', 'The clause has no words'],
  [7, '<p></p>', 'The clause has no words'],
  [8, 'abolish', 'This is not what a clause can do'],
  [8, 'delegate', 'It does not say to whom it delegates'],
] as const)('column %i with “%s”: %s', (place, value, wrong) => {
  const { decisions, faults } = readAll(changed(place, value));
  const said = faults.map((each) => each.wrong);
  expect(wrong === undefined ? said : said.filter((each) => each === wrong).slice(0, 1)).toEqual(
    wrong === undefined ? [] : [wrong],
  );
  expect(decisions).toHaveLength(wrong === undefined ? 1 : 0);
  expect(faults.filter(({ line, mend, column }) => line !== 2 || mend === '' || column === '')).toEqual([]);
});

test('a reference used for another decision, or a clause said twice, is told where it stands', () => {
  const other = readAll(mkip, changed(6, '2').with(1, 'Another matter'));
  expect(other.faults).toEqual([
    expect.objectContaining({
      line: 3,
      column: 'Issue Title',
      wrong: 'The first row of this decision, line 2, says something else',
    }),
  ]);
  const twice = readAll(mkip, mkip);
  expect(twice.faults).toEqual([expect.objectContaining({ line: 3, column: 'Clause' })]);
});

test.each([
  ['2008-07-09', '2008-07-09', undefined],
  ['9/7/2008', '2008-07-09', undefined],
  ['09.07.2008 18:30', '2008-07-09', '18:30'],
  ['Wednesday, 9th July 2008 6.30', undefined, undefined],
  ['Wed 9 Jul 2008 6:30 pm', '2008-07-09', '18:30'],
  ['9-Jul-2008', '2008-07-09', undefined],
  ['2008-07-09T12:00:00Z', '2008-07-09', '12:00'],
  ['1 SEPT 2008', '2008-09-01', undefined],
  ['next Tuesday', undefined, undefined],
  ['9 July 2008 25:00', undefined, undefined],
])('the day “%s” is read as %s', (written, on, at) => {
  const read2 = readDay(written);
  expect(read2.ok ? [read2.value.on, read2.value.at] : [undefined, undefined]).toEqual([on, at]);
});

test('markup of web systems becomes text, and never markup again', () => {
  expect(
    plainText(
      '<p><strong>RESOLVED</strong>: That &pound;5 &amp; more be&nbsp;spent</p><ul><li>one</li><li>two</li></ul>',
    ),
  ).toBe('RESOLVED : That £5 & more be spent\none\ntwo');
  expect(plainText('spend < £5m and > £1m')).toBe('spend < £5m and > £1m');
  expect(plainText('a<script>alert(1)</script>b<!-- c -->')).toBe('a b');
  expect(plainText('&#60;b&#62; &#xD800; &#0;')).toBe('<b>');
});

test('none is the list of nothing, and nothing is not said', () => {
  expect(readList('None declared.')).toEqual([]);
  expect(readList('• Do nothing\n- Wait; Merge')).toEqual(['Do nothing', 'Wait', 'Merge']);
});

test.each([
  ['The Cabinet', 'cabinet'],
  ['Cabinet Member for Environment', 'cabinet-member'],
  ['Leader of the Council', 'leader'],
  ['Council', 'council'],
  ['Full Council', 'council'],
  ['Planning Committee', 'committee'],
  ['Executive Grants Committee', 'cabinet-committee'],
  ['East Kent Joint Arrangements Committee', 'joint-committee'],
  ['Head of Democratic Services', 'officer'],
  ['Kent Forum', 'forum'],
  ['Gold Group', undefined],
])('%s is a %s', (name, kind) => {
  expect(makerKindOf(name)).toBe(kind);
});

describe('whatever is in the file', () => {
  test('it is read or told what is wrong with it, never thrown at', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('9 July 2008', 'Cabinet', 'yes', '=1+1', '<b', '__proto__'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 6 }), (rows) => {
        const { decisions, faults } = readAll(...rows);
        expect(decisions.length + faults.length).toBeLessThanOrEqual(rows.length * 20);
        expect(faults.filter(({ wrong, mend }) => wrong === '' || mend === '')).toEqual([]);
      }),
    );
  });
});
