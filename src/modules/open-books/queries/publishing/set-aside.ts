import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openAnalytics } from '#platform/analytics';
import type { Folders } from '#platform/analytics';
import { type Money, pence } from '#platform/kernel';
import type { Import } from '../../domain/import/import.ts';
import type { Reason } from '../../domain/reading/read-row.ts';
import { readingFolder } from '../../store/folders.ts';
import { whileItLies } from '../../store/while-it-lies.ts';

/** A row that was set aside, as it stands in its file. */
export type RowSetAside = Readonly<{
  filename: string;
  sheet: string | null;
  line: number;
  reason: Reason;
  amount: Money | undefined;
  raw: string;
}>;

type Asked = Readonly<{ brought: Import; after?: number; most: number }>;

/** Rows of an import that were set aside, in the order of its files: so many, after so many. They are private to its body. */
export async function rowsSetAside(
  { privateFolder }: Pick<Folders, 'privateFolder'>,
  { brought, after = 0, most }: Asked,
): Promise<readonly RowSetAside[]> {
  const { bodyId, id: importId, reading } = brought;
  const folder = readingFolder(privateFolder, { bodyId, importId }, reading.number);
  return (await whileItLies(folder, () => readAside(folder, { brought, after, most }))) ?? [];
}

async function readAside(
  folder: string,
  { brought: { reading }, after, most }: Required<Asked>,
): Promise<readonly RowSetAside[]> {
  const names = await readdir(folder).catch(() => []);
  if (reading.report === undefined || !names.some((name) => name.startsWith('aside-'))) return [];
  const tableOf = new Map(
    reading.report.tables.flatMap((table) => table.parts.map(({ part }) => [part, table] as const)),
  );
  const analytics = await openAnalytics({ folder, memoryMegabytes: 300, atOnce: 1 });
  try {
    const rows = await analytics.ask<{
      part: number;
      line: number;
      reason: Reason;
      pence: bigint | null;
      raw: string;
    }>(
      `SELECT regexp_extract(filename, 'aside-(\\d+)[.]parquet$', 1)::INTEGER AS part, line, reason, pence, raw
       FROM read_parquet($1, filename = true)
       ORDER BY part, line LIMIT $2 OFFSET $3`,
      [join(folder, 'aside-*.parquet'), most, after],
    );
    return rows.map(({ part, line, reason, pence: amount, raw }) => ({
      filename: tableOf.get(part)?.filename ?? '',
      sheet: tableOf.get(part)?.sheet ?? null,
      line,
      reason,
      amount: amount === null ? undefined : pence(amount),
      raw,
    }));
  } finally {
    analytics.close();
  }
}
