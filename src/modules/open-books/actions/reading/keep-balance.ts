import type { Workshop } from '#platform/analytics';
import { compareFractions, decimalFraction, fraction, sizeOfFraction } from '#platform/kernel';
import type { TableReport } from '../../domain/import/report.ts';
import { countStaged } from '../../store/staged/balance.ts';
import { partsOf } from '../../store/staged/rows-of-parts.ts';

/**
 * Holds what lies in the staged files against what was counted while they were read: rows in are rows read as payments and rows
 * set aside, and so are the pence, table by table. A difference is a bug, and nothing may come of it: it throws.
 */
export async function keepBalance(workshop: Workshop, tables: readonly TableReport[]): Promise<void> {
  const staged = await countStaged(workshop, partsOf(tables));
  for (const table of tables) {
    const parts = table.parts.flatMap(({ part }) => staged.get(part) ?? []);
    const sum = (of: (part: (typeof parts)[number]) => bigint) =>
      parts.reduce((all, part) => all + of(part), 0n);
    const accounted = table.preambleRows + table.rowsBlank + table.rowsUnderstood + table.rowsSetAside;
    const rounded = table.rounding ?? { rows: 0, apart: '0' };
    const held: readonly (readonly [what: string, staged: bigint, counted: number])[] = [
      ['rows understood', sum(({ rows }) => rows), table.rowsUnderstood],
      ['pence understood', sum(({ pence }) => pence), table.penceUnderstood],
      // Of what is not read as payments nothing is staged: its rows are counted alone.
      ['rows set aside', sum(({ rowsAside }) => rowsAside), table.parts.length > 0 ? table.rowsSetAside : 0],
      ['pence set aside', sum(({ penceAside }) => penceAside), table.penceSetAside],
      [
        'rows',
        BigInt(accounted),
        table.refused === null && table.parts.length > 0 ? table.rowsRead : accounted,
      ],
    ];
    // Each was rounded by half a penny at most, and says so on its row.
    if (
      rounded.rows > (table.repairs['part-pence'] ?? 0) ||
      compareFractions(sizeOfFraction(decimalFraction(rounded.apart)), fraction(rounded.rows, 200)) > 0
    )
      throw new Error(
        `The balance of a reading does not hold in ${table.filename}: ${rounded.apart} pounds apart by rounding ${rounded.rows} rows`,
      );
    const apart = held.filter(([, one, other]) => one !== BigInt(other));
    if (apart.length === 0) continue;
    const says = apart.map(([what, one, other]) => `${what}: ${one} staged, ${other} counted`).join('; ');
    throw new Error(`The balance of a reading does not hold in ${table.filename}: ${says}`);
  }
}
