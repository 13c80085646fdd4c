import { quoted } from '#platform/analytics';
import type { StagedPart, TableReport } from '../../domain/import/report.ts';
import { partFile } from './part-files.ts';

/** A part with the place of its file, as the report of an import tells of it. */
export type PartOfFile = StagedPart & Readonly<{ file: number; table: number }>;

export const partsOf = (tables: readonly TableReport[]): readonly PartOfFile[] =>
  tables.flatMap(({ file, parts }, table) => parts.map((part) => ({ ...part, file, table })));

/** A table in a question: the files of a kind, each row with the `part` it is of and its `place` in it, from 0. */
export function filesOf(folder: string, kind: 'rows' | 'raw', parts: readonly PartOfFile[]): string {
  const names = parts.map(({ part }) => quoted(partFile(folder, kind, part)));
  return `(SELECT * EXCLUDE (filename, file_row_number), file_row_number AS place, ${partNumber} AS part
    FROM read_parquet([${names.join(', ')}], union_by_name = true, filename = true, file_row_number = true))`;
}

const partNumber = String.raw`regexp_extract(filename, '-(\d+)\.parquet$', 1)::INTEGER`;
