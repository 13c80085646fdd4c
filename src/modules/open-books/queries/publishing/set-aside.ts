import { existsSync } from 'node:fs';
import { openAnalytics } from '#platform/analytics';
import type { Folders } from '#platform/analytics';
import { type Money, pence } from '#platform/kernel';
import type { Import } from '../../domain/import/import.ts';
import type { Reason } from '../../domain/reading/read-row.ts';
import { readingFolder } from '../../store/folders.ts';
import { singlyFile } from '../../store/staged/part-files.ts';
import { openSingly, partsOf } from '../../store/staged/rows-of-parts.ts';
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
  const parts = partsOf(reading.report?.tables ?? []).filter(({ rowsAside }) => rowsAside > 0);
  if (reading.report === undefined || parts.length === 0 || !existsSync(singlyFile(folder))) return [];
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
      `SELECT part, line, reason, pence, raw FROM ${await openSingly(analytics, folder, parts, 'aside')}
       ORDER BY part, line LIMIT $1 OFFSET $2`,
      [most, after],
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
