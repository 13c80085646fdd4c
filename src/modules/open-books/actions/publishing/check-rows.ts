import { join } from 'node:path';
import type { Published } from '#platform/analytics';
import type { ImportReport } from '../../domain/import/report.ts';

/**
 * Holds the rows that are to be published against the report that was approved: as many, and as much to the penny, and no text of
 * a row that was set aside among them. Anything else is a fault of ours and throws.
 */
export async function checkRows(
  { ask }: Pick<Published, 'ask'>,
  folder: string,
  { tables, rowsUnderstood, penceUnderstood }: ImportReport,
): Promise<void> {
  const [sums] = await ask<{ payments: bigint; pence: bigint }>(
    `SELECT count(pence) AS payments, coalesce(sum(pence), 0)::BIGINT AS pence
     FROM read_parquet($1, union_by_name = true)`,
    [join(folder, 'rows-*.parquet')],
  );
  if (sums?.payments !== BigInt(rowsUnderstood) || sums.pence !== BigInt(penceUnderstood))
    throw new Error(
      `${folder} holds ${sums?.payments} payments of ${sums?.pence} pence, and its report says ${rowsUnderstood} of ${penceUnderstood}`,
    );
  for (const { part } of tables.flatMap(({ parts }) => parts)) {
    const [told] = await ask<{ texts: bigint }>(
      `SELECT count(raw) AS texts
       FROM (SELECT pence FROM read_parquet($1)) POSITIONAL JOIN (SELECT raw FROM read_parquet($2))
       WHERE pence IS NULL`,
      [join(folder, `rows-${part}.parquet`), join(folder, `raw-${part}.parquet`)],
    );
    if (told?.texts !== 0n) throw new Error(`${folder} would publish the text of rows that were set aside`);
  }
}
