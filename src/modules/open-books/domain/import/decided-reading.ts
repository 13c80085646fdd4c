import type { Role } from '../reading/roles.ts';

/** How an officer said that a table with certain headings is read: what each column holds, by its place from 0. */
export type DecidedReading = Readonly<{
  columns: readonly Readonly<{ at: number; role: Role }>[];
  dayOrder: 'day-first' | 'month-first';
}>;
