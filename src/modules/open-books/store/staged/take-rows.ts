import { rename } from 'node:fs/promises';
import { quoted, type Workshop } from '#platform/analytics';
import type { StagedPart } from '../../domain/import/report.ts';
import { stagedColumns } from '../../domain/import/staged-row.ts';
import { partFile, singlyFile, writeParquet } from './part-files.ts';
import type { RowsOnTheirWay } from './stage-rows.ts';

/** From so many rows on they are written smaller, which takes as long again as writing them. */
const smallFromRows = 1_000_000;

/** The columns of rows that were read one by one, beside those of payments, and of what was set aside. */
const rowColumns = [
  { name: 'part', type: 'INTEGER' },
  { name: 'place', type: 'INTEGER' },
  ...stagedColumns,
  { name: 'raw', type: 'VARCHAR' },
] as const;
const asideColumns = [
  { name: 'part', type: 'INTEGER' },
  { name: 'line', type: 'INTEGER' },
  { name: 'reason', type: 'VARCHAR' },
  { name: 'pence', type: 'BIGINT' },
  { name: 'raw', type: 'VARCHAR' },
] as const;

/**
 * Takes all rows of an import that were read one by one into one database file: the payments of all parts in a table `singly`, each
 * with the `part` it is of and its `place` in it, from 0, and what was set aside in another. Where there are none it makes nothing.
 */
export async function takeRows(workshop: Workshop, some: readonly RowsOnTheirWay[]): Promise<void> {
  if (some.every(({ numbers }) => numbers.every((number) => number === null))) return;
  const count = some.reduce((sum, { payments }) => sum + payments, 0);
  const compression = count < smallFromRows ? ' USING COMPRESSION Uncompressed' : '';
  const make = (columns: readonly Readonly<{ name: string; type: string }>[]) =>
    `(${columns.map(({ name, type }) => `${name} ${type}${type.endsWith('[]') ? '' : compression}`).join(', ')})`;
  await workshop.run(`ATTACH ${quoted(singlyFile(workshop.folder))} AS made (STORAGE_VERSION 'latest')`);
  try {
    for (const { name, columns, of } of [
      { name: 'singly', columns: rowColumns, of: 'rows' },
      { name: 'aside', columns: asideColumns, of: 'aside' },
    ] as const) {
      await workshop.run(`CREATE TABLE made.${name} ${make(columns)}`);
      const given = columns.map(({ name: column, type }) =>
        type === 'VARCHAR[]' ? `string_split(${column}, ',')` : column,
      );
      const each = some.map(
        ({ numbers, ...tables }) =>
          `SELECT ${given.join(', ')} FROM (SELECT *, ([${numbers.map((number) => number ?? 'NULL').join(', ')}]::INTEGER[])[begun + 1] AS part
             FROM ${tables[of]}) WHERE part IS NOT NULL`,
      );
      await workshop.run(`INSERT INTO made.${name} ${each.join(' UNION ALL ')}`);
    }
    await workshop.run('CHECKPOINT made');
  } finally {
    await workshop.run('DETACH made');
  }
}

/** Writes the rows of a part that were read one by one, and beside them their text, as files of columns in the folder where they lie. */
export async function writeFilesOfSingly(
  workshop: Workshop,
  singly: string,
  { part, rows, columns }: Pick<StagedPart, 'part' | 'rows'> & Readonly<{ columns: readonly string[] }>,
): Promise<void> {
  for (const [kind, shown] of [
    ['rows', columns.join(', ')],
    ['raw', 'raw'],
  ] as const) {
    const file = partFile(workshop.folder, kind, part);
    const whole = `${file}.${process.pid}.new`;
    await writeParquet(workshop, `SELECT ${shown} FROM ${singly} ORDER BY place`, whole);
    const [found] = await workshop.ask<{ all: bigint }>(
      `SELECT count(*) AS "all" FROM read_parquet(${quoted(whole)})`,
    );
    if (found?.all !== BigInt(rows))
      throw new Error(`Part ${part} in ${workshop.folder} has ${rows} rows, and its file ${found?.all}`);
    await rename(whole, file);
  }
}
