import { quoted, type Workshop } from '#platform/analytics';
import { notPublished, type PublicCells } from '../../domain/release/public-text.ts';
import { partFile, writeParquet } from './part-files.ts';

/** A part as it was staged, and whether it was read by columns, so that no row of it has a filled cell beyond the others’. */
type StagedRaw = Readonly<{ from: string; part: number; isByColumns: boolean }>;

/** Whether the text of a part is public as it stands: every column is published, and no cell stands beside them. */
export async function isPublicAsItStands(
  workshop: Workshop,
  { from, part, isByColumns }: StagedRaw,
  cells: PublicCells | undefined,
): Promise<boolean> {
  if (cells === undefined) return false;
  if (Array.from({ length: cells.width }, (_, at) => at).some((at) => !cells.used.includes(at))) return false;
  if (isByColumns) return true;
  const [found] = await workshop.ask<{ wide: boolean }>(
    `SELECT coalesce(bool_or(${cellsAtMost('raw', cells)} > ${cells.width}), false) AS wide FROM read_parquet(${quoted(partFile(from, 'raw', part))})`,
  );
  return found?.wide !== true;
}

/** How many cells a text can have at most: as many as signs that part them, and one. */
const cellsAtMost = (raw: string, { parting: { by } }: PublicCells): string =>
  `(length(${raw}) - length(replace(${raw}, ${quoted(by)}, '')) + 1)`;

const rowsAtOnce = 20_000;

/**
 * Writes the text of a part as everybody may read it, row for row beside the others. A row that was put right because its cells were
 * shifted or its quotation marks astray has none: which of its words stood in which column cannot be told surely.
 */
export async function writePublicRaw(
  workshop: Workshop,
  { from, part }: Pick<StagedRaw, 'from' | 'part'>,
  cells: PublicCells | undefined,
  textOf: (raw: string, supplier: string | null, cells: PublicCells) => string | null,
): Promise<void> {
  const raw = `read_parquet(${quoted(partFile(from, 'raw', part))}, file_row_number = true)`;
  const rows = `read_parquet(${quoted(partFile(from, 'rows', part))}, file_row_number = true)`;
  const into = partFile(workshop.folder, 'raw', part);
  if (cells === undefined) {
    await writeParquet(workshop, `SELECT NULL::VARCHAR AS raw FROM ${raw}`, into);
    return;
  }
  const { parting, used, hidden } = cells;
  const whole = (places = '') => `SELECT place, raw, supplier,
      pence IS NOT NULL AND NOT list_has_any(coalesce(repairs, []::VARCHAR[]), ['shifted', 'stray-quote']) AS sure,
      ${parting.isQuoted ? `coalesce(contains(raw, '"'), false)` : 'false'} AS is_quoted
    FROM (SELECT file_row_number AS place, raw FROM ${raw}${places})
    POSITIONAL JOIN (SELECT supplier, pence, repairs FROM ${rows}${places})`;
  const shown = `array_to_string(list_transform(string_split(raw, ${quoted(parting.by)}), lambda cell, nth: CASE
      WHEN list_contains(${list(used)}, nth - 1) THEN cell
      WHEN list_contains(${list(hidden)}, nth - 1) OR trim(cell) <> '' THEN ${quoted(notPublished)}
      ELSE cell END), ${quoted(parting.by)})`;
  // What has quotation marks is parted by the program, as it was read.
  const texts = workshop.rows([
    { name: 'place', type: 'BIGINT' },
    { name: 'shown', type: 'VARCHAR' },
  ]);
  let isAny = false;
  if (parting.isQuoted) {
    const [held] = await workshop.ask<{ rows: bigint }>(`SELECT count(*) AS rows FROM ${raw}`);
    for (let at = 0; at < Number(held?.rows ?? 0n); at += rowsAtOnce) {
      const some = await workshop.ask<{ place: bigint; raw: string; supplier: string | null }>(
        `SELECT place, raw, supplier FROM (${whole(` WHERE file_row_number >= ${at} AND file_row_number < ${at + rowsAtOnce}`)}) WHERE sure AND is_quoted`,
      );
      for (const { place, ...row } of some) texts.add([place, textOf(row.raw, row.supplier, cells)]);
      isAny ||= some.length > 0;
    }
  }
  texts.end();
  const question = isAny
    ? `SELECT CASE WHEN NOT sure THEN NULL WHEN is_quoted THEN text.shown ELSE ${shown} END AS raw
       FROM (${whole()}) AS whole LEFT JOIN ${texts.table} AS text USING (place) ORDER BY place`
    : `SELECT CASE WHEN sure THEN ${shown} END AS raw FROM (${whole()}) AS whole`;
  await writeParquet(workshop, question, into);
  texts.remove();
}

const list = (places: readonly number[]): string => `[${places.join(', ')}]::BIGINT[]`;
