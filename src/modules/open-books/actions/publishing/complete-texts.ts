import { existsSync } from 'node:fs';
import { openWorkshop } from '#platform/analytics';
import type { ImportReport } from '../../domain/import/report.ts';
import { partFile } from '../../store/staged/part-files.ts';
import { writeTextOf } from '../../store/staged/text-in-file.ts';

/** Writes, beside the staged rows and as private as they are, the text of parts that only the brought file has so far. */
export async function completeTexts(from: string, tables: ImportReport['tables']): Promise<void> {
  const parts = tables
    .flatMap((table) => table.parts)
    .filter(({ part, textInFile }) => textInFile === true && !existsSync(partFile(from, 'raw', part)));
  if (parts.length === 0) return;
  const workshop = await openWorkshop({ folder: from });
  try {
    for (const part of parts) await writeTextOf(workshop, part);
  } finally {
    workshop.close();
  }
}
