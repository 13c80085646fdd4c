import type { Role } from '../reading/roles.ts';
import { type Reading, type Understanding } from '../reading/understand.ts';

/** How an officer said that a table with certain headings is read: what each column holds, by its place from 0. */
export type DecidedReading = Readonly<{
  columns: readonly Readonly<{ at: number; role: Role }>[];
  dayOrder: 'day-first' | 'month-first';
  /** It holds no payments, whatever it looks like: nothing of it is read. */
  isLeftOut?: boolean;
}>;

/** Reads a table as an officer said. What holds no payments at all stays refused: no choice of columns makes it a payment. */
export function readAsDecided(understanding: Understanding, decided: DecidedReading): Understanding {
  if (understanding.standing === 'refused') return understanding;
  const { heading, dataFrom, usualCells, days } = understanding.reading;
  if (decided.isLeftOut === true)
    return { standing: 'refused', says: 'An officer said that it holds no payments.', heading };
  const hasAmount = decided.columns.some(({ role }) => role === 'amount');
  const columns = decided.columns.map(({ at, role }) => ({
    at,
    heading: heading?.headings[at] ?? '',
    role: role === 'gross' && !hasAmount ? 'amount' : role,
    confidence: 1,
  }));
  const at: Partial<Record<Role, number>> = {};
  for (const column of columns) at[column.role] = column.at;
  const reading: Reading = {
    heading,
    dataFrom,
    columns,
    at,
    amountIs: hasAmount ? 'net' : 'gross',
    dayOrder: decided.dayOrder,
    days: days && { ...days, order: decided.dayOrder, by: 'officer' },
    usualCells,
  };
  if (at.amount !== undefined && at.supplier !== undefined) return { standing: 'understood', reading };
  return {
    standing: 'in-doubt',
    reading,
    says: 'Say which column holds the amount paid and which who was paid.',
  };
}
