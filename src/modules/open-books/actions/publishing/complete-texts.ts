import { existsSync } from 'node:fs';
import { openWorkshop } from '#platform/analytics';
import type { ImportReport } from '../../domain/import/report.ts';
import { columnsOf } from '../../domain/import/staged-row.ts';
import { isByColumns, partFile } from '../../store/staged/part-files.ts';
import { openRows, openSingly, payeesOfColumns } from '../../store/staged/rows-of-parts.ts';
import { writeFilesOfSingly } from '../../store/staged/take-rows.ts';
import { writeFilesOf } from '../../store/staged/text-in-file.ts';

/** Writes, beside what was staged and as private as that, its rows and their text as files of columns, as they are published. */
export async function completeTexts(from: string, tables: ImportReport['tables']): Promise<void> {
  const parts = tables.flatMap(({ parts: all, columns }) => {
    const at = Object.fromEntries(columns.map((column) => [column.role, column.at]));
    const given = columnsOf({ at }).map(({ name }) => name);
    return all.map((part) => ({ ...part, columns: given }));
  });
  const left = parts.filter((each) => !existsSync(partFile(from, 'raw', each.part)));
  if (left.length === 0) return;
  const workshop = await openWorkshop({ folder: from });
  try {
    for (const part of left)
      if (isByColumns(part)) {
        const lines = await openRows(workshop, from, [part], { named: false });
        await writeFilesOf(workshop, { lines, payees: payeesOfColumns(from, part) }, part);
      } else await writeFilesOfSingly(workshop, await openSingly(workshop, from, [part]), part);
  } finally {
    workshop.close();
  }
}
