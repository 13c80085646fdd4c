import { quoted, type Workshop } from '#platform/analytics';
import type { StagedPart } from '../../domain/import/report.ts';
import { partFile } from './part-files.ts';

/** What the staged files of a table hold, counted in the files themselves. */
export type Staged = Readonly<{ rows: bigint; pence: bigint; rowsAside: bigint; penceAside: bigint }>;

/** Counts what lies in the staged files of a table. */
export async function countStaged(workshop: Workshop, parts: readonly StagedPart[]): Promise<Staged> {
  const { folder } = workshop;
  const sums = async (kind: 'rows' | 'aside', numbers: readonly number[], rows: string) => {
    if (numbers.length === 0) return { rows: 0n, pence: 0n };
    const files = numbers.map((part) => quoted(partFile(folder, kind, part))).join(', ');
    const [found] = await workshop.ask<{ rows: bigint; pence: bigint }>(
      `SELECT ${rows} AS rows, coalesce(sum(pence), 0)::BIGINT AS pence FROM read_parquet([${files}])`,
    );
    return found ?? { rows: 0n, pence: 0n };
  };
  const numbers = (some: readonly StagedPart[]) => some.map(({ part }) => part);
  const rows = await sums('rows', numbers(parts), 'count(pence)');
  const aside = await sums('aside', numbers(parts.filter(({ rowsAside }) => rowsAside > 0)), 'count(*)');
  return { rows: rows.rows, pence: rows.pence, rowsAside: aside.rows, penceAside: aside.pence };
}
