import { quoted, type Workshop } from '#platform/analytics';
import type { IsoDate } from '#platform/kernel';
import type { StagedPart } from '../../domain/import/report.ts';
import type { MonthOfPart } from '../../domain/release/report-of-month.ts';
import type { Chosen, Staged } from './find-in-staged.ts';
import { partFile, writeParquet } from './part-files.ts';

/** The month of a payment, by its first day; null where it has no day or lies in several months. */
export const ownMonth = `CASE WHEN date_trunc('month', coalesce(paid_to, paid)) = date_trunc('month', paid)
  THEN date_trunc('month', paid)::DATE END`;

/** One month of what was copied to be public. */
type MonthCopied = Readonly<{ from: string; part: StagedPart; month: IsoDate }>;

/**
 * Writes the payments of one month of a part, and the text of each beside it, into the workshop’s folder; undefined where there are
 * none. Each row says its line itself, as it does not lie where it lay before.
 */
export async function writeMonth(
  workshop: Workshop,
  { from, part: { part, firstLine }, month }: MonthCopied,
): Promise<MonthOfPart | undefined> {
  const rows = `read_parquet(${quoted(partFile(from, 'rows', part))}, file_row_number = true)`;
  const raw = `read_parquet(${quoted(partFile(from, 'raw', part))})`;
  const isOwn = `pence IS NOT NULL AND ${ownMonth} = DATE '${month}'`;
  const into = partFile(workshop.folder, 'rows', part);
  await writeParquet(
    workshop,
    `SELECT * EXCLUDE (file_row_number) REPLACE (coalesce(line, ${Number(firstLine)} + file_row_number)::INTEGER AS line)
     FROM ${rows} WHERE ${isOwn}`,
    into,
  );
  const [sum] = await workshop.ask<Readonly<{ rows: bigint; pence: bigint; from: IsoDate; to: IsoDate }>>(
    `SELECT count(*) AS rows, sum(pence)::BIGINT AS pence, min(paid) AS "from", max(coalesce(paid_to, paid)) AS "to"
     FROM read_parquet(${quoted(into)})`,
  );
  if (sum === undefined || sum.rows === 0n) return undefined;
  await writeParquet(
    workshop,
    `SELECT raw FROM ${raw} POSITIONAL JOIN (SELECT ${isOwn} AS is_own FROM ${rows}) WHERE is_own`,
    partFile(workshop.folder, 'raw', part),
  );
  const repairs = await workshop.ask<Readonly<{ repair: string; rows: bigint }>>(
    `SELECT repair, count(*) AS rows FROM (SELECT unnest(repairs) AS repair FROM read_parquet(${quoted(into)})) GROUP BY 1 ORDER BY 1`,
  );
  return {
    month,
    part,
    rows: Number(sum.rows),
    pence: Number(sum.pence),
    from: sum.from,
    to: sum.to,
    repairs: Object.fromEntries(repairs.map((each) => [each.repair, Number(each.rows)])),
  };
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
