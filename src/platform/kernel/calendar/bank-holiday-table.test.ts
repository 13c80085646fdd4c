import { describe, expect, it } from 'vitest';
import { bankHolidayTable } from './bank-holiday-table.ts';
import { explainTableFault } from './explain-table-fault.ts';

const newYear = { date: '2026-01-01', name: 'New Year’s Day', source: 'rule' };
const table = {
  title: 'Bank holidays somewhere',
  knownFrom: '2026-01-01',
  knownTo: '2026-12-31',
  sources: { rule: { text: 'By rule', certainty: 'computed' } },
  holidays: [newYear, { date: '2026-04-03', name: 'Good Friday', note: 'Common law', source: 'rule' }],
  thanksgivingOrMourning: [],
};

describe('a table of bank holidays', () => {
  it('is read with the source of every row', () => {
    const read = bankHolidayTable(table);
    expect(read).toMatchObject({
      ok: true,
      value: {
        knownTo: '2026-12-31',
        holidays: [{ date: '2026-01-01', source: { certainty: 'computed' } }, {}],
      },
    });
  });

  it.each([
    [null, 'table', 'must be an object'],
    [[], 'table', 'must be an object'],
    [{ ...table, title: ' ' }, 'title', 'must be text'],
    [{ ...table, knownTo: '2026-02-30' }, 'knownTo', 'must be a date'],
    [{ ...table, knownFrom: 2026 }, 'knownFrom', 'must be a date'],
    [{ ...table, sources: undefined }, 'sources', 'must be an object'],
    [
      { ...table, sources: { rule: { text: 'x', certainty: 'sure' } } },
      'sources.rule.certainty',
      'one of verified',
    ],
    [{ ...table, sources: { rule: { certainty: 'unsure' } } }, 'sources.rule.text', 'must be text'],
    [{ ...table, holidays: {} }, 'holidays', 'must be a list'],
    [{ ...table, thanksgivingOrMourning: undefined }, 'thanksgivingOrMourning', 'must be a list'],
    [{ ...table, holidays: ['2026-01-01'] }, 'holidays[0]', 'must be an object'],
    [{ ...table, holidays: [{ ...newYear, date: '1 January' }] }, 'holidays[0].date', 'must be a date'],
    [{ ...table, holidays: [{ ...newYear, name: '' }] }, 'holidays[0].name', 'must be text'],
    [{ ...table, holidays: [{ ...newYear, note: 7 }] }, 'holidays[0].note', 'must be text'],
    [
      { ...table, holidays: [{ ...newYear, source: 'toString' }] },
      'holidays[0].source',
      'one of the table’s sources',
    ],
    [{ ...table, holidays: [newYear, newYear] }, 'holidays[1].date', 'later than the date before it'],
    [
      { ...table, holidays: [{ ...newYear, date: '2027-01-01' }] },
      'holidays[0].date',
      'between knownFrom and knownTo',
    ],
  ])('is refused with the place of its first fault (case %#)', (json, at, remedy) => {
    const read = bankHolidayTable(json);
    expect(read).toMatchObject({ ok: false, error: { at } });
    expect(read.ok ? '' : explainTableFault(read.error)).toContain(` ${at} `);
    expect(read.ok ? '' : explainTableFault(read.error)).toContain(remedy);
  });
});
