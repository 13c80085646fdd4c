import { ok, refuse } from '#platform/kernel';
import { expect, test } from 'vitest';
import type { BroughtByCommand } from '../../actions/publishing/import-by-command.ts';
import { becameInWords, becameOf } from './became.ts';

/** As much of an import as is told of it. */
const brought = (
  notAsked: BroughtByCommand['notAsked'],
  { refused = null, rows = 0 }: Readonly<{ refused?: string | null; rows?: number }> = {},
) => {
  const report = { rowsUnderstood: rows, penceUnderstood: rows * 1050, tables: [{ inDoubt: null, refused }] };
  const read = { id: 'i-1', bodyId: 'maidstone', standing: { is: 'read' }, reading: { report } };
  return ok({ brought: read as unknown as BroughtByCommand['brought'], notAsked });
};

test('of each file is said what became of it, why it waits for nobody, and what to do', () => {
  const told = [
    becameOf('april.csv', brought(undefined, { rows: 1200 }), 'maidstone'),
    becameOf(
      'contracts.xlsx',
      brought('not-read', { refused: 'This is a register of contracts.' }),
      'maidstone',
    ),
    becameOf(
      'may.csv',
      brought({ sameMonths: ['june.csv', 'a.csv', 'b.csv', 'c.csv', 'd.csv'] }, { rows: 3 }),
      'maidstone',
    ),
    becameOf('march.csv', refuse({ same: 'published', id: 'maidstone-2026-03-1-x' }), 'maidstone'),
  ];
  expect(told.map(({ became }) => became)).toEqual(['waits', 'not-read', 'held', 'published-before']);
  expect(becameInWords(told)).toEqual([
    'File            What became of it   Payments      Amount',
    'april.csv       waits for approval     1,200  £12,600.00',
    'contracts.xlsx  not read',
    '  Why: This is a register of contracts.',
    '  Do:  Leave it out. Where it holds payments all the same, bring it as the ledger gives it.',
    'may.csv         read, nobody asked         3      £31.50',
    '  Why: june.csv, a.csv, b.csv and 2 others are of the same months, and the release of one would take the place of the other.',
    '  Do:  Bring them together: without --each as one release, or with --by-month as one for each month.',
    'march.csv       published before',
    '  Why: These files are published already, byte for byte, as /money/releases/maidstone-2026-03-1-x.',
    '  Do:  Nothing was changed.',
    '',
    '1 of 4 wait for approval.',
  ]);
});

test('what speaks against it is told with the words by which it is accepted', () => {
  const { why, do: todo } = becameOf(
    'notes.zip',
    brought({ unconfirmed: ['not-read'] }, { rows: 2 }),
    'maidstone',
  );
  expect(why).toBe('Some of these files were not read as payments');
  expect(todo).toContain('--accept not-read --reason');
});
