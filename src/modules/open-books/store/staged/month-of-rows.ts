import { join } from 'node:path';
import { quoted, type Workshop } from '#platform/analytics';
import { groupBy, type IsoDate } from '#platform/kernel';
import type { StagedPart } from '../../domain/import/report.ts';
import type { MonthOfPart } from '../../domain/release/report-of-month.ts';
import type { Chosen, Staged } from './find-in-staged.ts';
import { partFile, writeParquet } from './part-files.ts';

/** The month of a payment, by its first day; null where it has no day or lies in several months. */
export const ownMonth = `CASE WHEN date_trunc('month', coalesce(paid_to, paid)) = date_trunc('month', paid)
  THEN date_trunc('month', paid)::DATE END`;

/** What the payments of each month come to in each part of what was copied to be public, where the workshop is. */
export async function monthsOfParts(workshop: Workshop): Promise<readonly MonthOfPart[]> {
  const payments = `(SELECT *, ${ownMonth} AS month, regexp_extract(filename, '-([0-9]+)[.]parquet$', 1)::INTEGER AS part
    FROM read_parquet(${quoted(join(workshop.folder, 'rows-*.parquet'))}, union_by_name = true, filename = true)
    WHERE pence IS NOT NULL AND ${ownMonth} IS NOT NULL)`;
  const sums = await workshop.ask<Sum>(
    `SELECT month, part, count(*) AS rows, sum(pence)::BIGINT AS pence, min(paid) AS "from", max(coalesce(paid_to, paid)) AS "to"
     FROM ${payments} GROUP BY ALL ORDER BY ALL`,
  );
  const repaired = await workshop.ask<Repaired>(
    `SELECT month, part, repair, count(*) AS rows FROM (SELECT month, part, unnest(repairs) AS repair FROM ${payments}) GROUP BY ALL ORDER BY ALL`,
  );
  const named = ({ month, part }: Pick<Sum, 'month' | 'part'>): string => `${month}/${part}`;
  const repairsOf = groupBy(repaired, named);
  return sums.map((sum) => ({
    ...sum,
    rows: Number(sum.rows),
    pence: Number(sum.pence),
    repairs: Object.fromEntries(
      (repairsOf.get(named(sum)) ?? []).map(({ repair, rows }) => [repair, Number(rows)]),
    ),
  }));
}

type Sum = Omit<MonthOfPart, 'rows' | 'pence' | 'repairs'> & Readonly<{ rows: bigint; pence: bigint }>;
type Repaired = Readonly<{ month: IsoDate; part: number; repair: string; rows: bigint }>;

/** One month of a part, and the folder that it is written into. */
type MonthToWrite = Readonly<{ part: StagedPart; month: IsoDate; into: string }>;

/** Writes the payments of one month, and the text of each beside it. Each says its line itself, as it does not lie where it lay before. */
export async function writeMonth(
  workshop: Workshop,
  { part: { part, firstLine }, month, into }: MonthToWrite,
): Promise<void> {
  const rows = `read_parquet(${quoted(partFile(workshop.folder, 'rows', part))}, file_row_number = true)`;
  const raw = `read_parquet(${quoted(partFile(workshop.folder, 'raw', part))})`;
  const isOwn = `pence IS NOT NULL AND ${ownMonth} = DATE '${month}'`;
  await writeParquet(
    workshop,
    `SELECT * EXCLUDE (file_row_number) REPLACE (coalesce(line, ${Number(firstLine)} + file_row_number)::INTEGER AS line)
     FROM ${rows} WHERE ${isOwn}`,
    partFile(into, 'rows', part),
  );
  await writeParquet(
    workshop,
    `SELECT raw FROM ${raw} POSITIONAL JOIN (SELECT ${isOwn} AS is_own FROM ${rows}) WHERE is_own`,
    partFile(into, 'raw', part),
  );
}

/** How many of the payments that were chosen are of each month, and what they come to; those of no one month are left out. */
export async function sumsByMonth(
  { workshop, payments }: Staged,
  { where }: Chosen,
): Promise<readonly Readonly<{ month: IsoDate; rows: number; pence: number }>[]> {
  const found = await workshop.ask<Readonly<{ month: IsoDate; rows: bigint; pence: bigint }>>(
    `SELECT ${ownMonth} AS month, count(*) AS rows, sum(pence)::BIGINT AS pence FROM ${payments}
     WHERE ${ownMonth} IS NOT NULL AND (${where}) GROUP BY 1 ORDER BY 1`,
  );
  return found.map(({ month, rows, pence }) => ({ month, rows: Number(rows), pence: Number(pence) }));
}
