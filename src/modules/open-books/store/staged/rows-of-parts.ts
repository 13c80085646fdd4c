import { existsSync } from 'node:fs';
import { databaseName, quoted } from '#platform/analytics';
import type { StagedPart, TableReport } from '../../domain/import/report.ts';
import { partFile } from './part-files.ts';

/** A part with the place of its file, as the report of an import tells of it. */
export type PartOfFile = StagedPart & Readonly<{ file: number; table: number }>;

export const partsOf = (tables: readonly TableReport[]): readonly PartOfFile[] =>
  tables.flatMap(({ file, parts }, table) => parts.map((part) => ({ ...part, file, table })));

/** Who is asked for the rows of parts: it can open database files. */
type Opens = Readonly<{ attach(files: readonly string[]): Promise<void> }>;

/**
 * Opens the staged rows of parts, and gives them as a table in a question: each row with the `part` it is of and its `place` in it, from
 * 0. What their payees mean stands on them where they are `named`: it takes time to find. A row that is elsewhere is a hole in its place, without `pence`. Of what is copied to be public all are files of columns.
 */
export async function openRows(
  reader: Opens,
  folder: string,
  parts: readonly StagedPart[],
  { named = true } = {},
): Promise<string> {
  const columns = columnsOf(folder, parts);
  const files = parts.filter(({ part }) => !columns.some((each) => each.part === part));
  if (columns.length > 0) await reader.attach(columns.map(({ file }) => file));
  const rows = [
    ...columns.map(
      ({ part, file }) => `SELECT *, ${part} AS part FROM ${databaseName(file)}.${named ? 'named' : 'lines'}`,
    ),
    ...(files.length === 0 ? [] : [`FROM ${filesOf(folder, 'rows', files)}`]),
  ];
  return `(${rows.join(' UNION ALL BY NAME ')})`;
}

/** The names of payees of parts and what they mean, at least once each, as a table in a question. */
export async function openPayees(
  reader: Opens,
  folder: string,
  parts: readonly StagedPart[],
): Promise<string> {
  const kept = columnsOf(folder, parts);
  if (kept.length > 0) await reader.attach(kept.map(({ file }) => file));
  const files = parts.filter(({ part }) => !kept.some((each) => each.part === part));
  const payees = [
    ...kept.map(
      ({ file }) => `SELECT written::VARCHAR AS supplier, payee, redaction FROM ${databaseName(file)}.payee`,
    ),
    ...(files.length === 0
      ? []
      : [`SELECT supplier, payee, redaction FROM ${filesOf(folder, 'rows', files)}`]),
  ];
  return `(${payees.join(' UNION ALL ')})`;
}

/** The database files of parts that have one. */
const columnsOf = (folder: string, parts: readonly StagedPart[]) =>
  parts
    .map(({ part }) => ({ part, file: partFile(folder, 'columns', part) }))
    .filter(({ file }) => existsSync(file));

/** The files of a kind of parts that were read row by row, as a table in a question. */
export function filesOf(folder: string, kind: 'rows' | 'raw', parts: readonly StagedPart[]): string {
  const names = parts.map(({ part }) => quoted(partFile(folder, kind, part)));
  return `(SELECT * EXCLUDE (filename, file_row_number), file_row_number AS place, ${partNumber} AS part
    FROM read_parquet([${names.join(', ')}], union_by_name = true, filename = true, file_row_number = true))`;
}

const partNumber = String.raw`regexp_extract(filename, '-(\d+)\.parquet$', 1)::INTEGER`;
