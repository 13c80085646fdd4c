import { join } from 'node:path';
import { openWorkshop } from '#platform/analytics';
import { RowSplitter } from '#platform/tabular';
import type { ImportReport } from '../../domain/import/report.ts';
import { type PublicCells, publicCells, publicText } from '../../domain/release/public-text.ts';
import { partFile } from '../../store/staged/part-files.ts';
import { isPublicAsItStands, writePublicRaw } from '../../store/staged/public-raw.ts';
import { completeTexts } from './complete-texts.ts';
import { copyFlushed, flush } from './whole-folders.ts';

/**
 * Copies what a reading made as everybody may read it, each file flushed: the rows as they are, and of their text the cells of columns
 * that are published. Where all are, the text is copied as it stands.
 */
export async function copyPublic(from: string, to: string, { tables }: ImportReport): Promise<void> {
  await completeTexts(from, tables);
  await copyFlushed(from, to, (name) => /^rows-\d+\.parquet$/.test(name));
  const staged = tables.flatMap((table) =>
    table.parts.map(({ part, firstLine }) => ({
      part,
      from,
      isByColumns: firstLine !== null,
      cells: publicCells(table),
    })),
  );
  const workshop = await openWorkshop({
    folder: to,
    reads: staged.flatMap(({ part }) => [partFile(from, 'rows', part), partFile(from, 'raw', part)]),
  });
  const whole = new Set<string>();
  try {
    for (const { cells, ...part } of staged) {
      const name = `raw-${part.part}.parquet`;
      if (await isPublicAsItStands(workshop, part, cells)) {
        whole.add(name);
        continue;
      }
      await writePublicRaw(workshop, part, cells, textOf);
      await flush(join(to, name));
    }
  } finally {
    workshop.close();
  }
  await copyFlushed(from, to, (name) => whole.has(name));
}

/** A row with quotation marks, parted by the reader itself. */
function textOf(raw: string, supplier: string | null, cells: PublicCells): string | null {
  const splitter = new RowSplitter(cells.parting.by);
  const rows = [...splitter.push(raw), ...splitter.end()];
  const [row] = rows;
  return row === undefined || rows.length !== 1 || row.raw !== raw ? null : publicText(row, supplier, cells);
}
