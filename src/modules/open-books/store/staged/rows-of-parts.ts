import { existsSync } from 'node:fs';
import { databaseName, quoted } from '#platform/analytics';
import type { StagedPart, TableReport } from '../../domain/import/report.ts';
import { partFile, singlyFile } from './part-files.ts';

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
  const others = parts.filter(({ part }) => !columns.some((each) => each.part === part));
  if (columns.length > 0) await reader.attach(columns.map(({ file }) => file));
  const rows = [
    ...columns.map(
      ({ part, file }) => `SELECT *, ${part} AS part FROM ${databaseName(file)}.${named ? 'named' : 'lines'}`,
    ),
    ...(others.length === 0 ? [] : [`FROM ${await openOthers(reader, folder, others)}`]),
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
      : [`SELECT supplier, payee, redaction FROM ${await openOthers(reader, folder, files)}`]),
  ];
  return `(${payees.join(' UNION ALL ')})`;
}

/** What the payees of a part that was read by columns mean, each name once, as a table in a question: its rows are open. */
export const payeesOfColumns = (folder: string, { part }: Pick<StagedPart, 'part'>): string =>
  `${databaseName(partFile(folder, 'columns', part))}.payee`;

/** The database files of parts that have one. */
const columnsOf = (folder: string, parts: readonly StagedPart[]) =>
  parts
    .map(({ part }) => ({ part, file: partFile(folder, 'columns', part) }))
    .filter(({ file }) => existsSync(file));

/** The rows of parts that were not read by columns: those that are staged together, or of what is public its own files. */
const openOthers = async (reader: Opens, folder: string, parts: readonly StagedPart[]): Promise<string> =>
  existsSync(singlyFile(folder))
    ? `(SELECT * EXCLUDE (raw) FROM ${await openSingly(reader, folder, parts)})`
    : filesOf(folder, 'rows', parts);

/** The rows of parts that were read one by one, with the text of each, as a table in a question. */
export async function openSingly(
  reader: Opens,
  folder: string,
  parts: readonly StagedPart[],
  table: 'singly' | 'aside' = 'singly',
): Promise<string> {
  const file = singlyFile(folder);
  await reader.attach([file]);
  return `(FROM ${databaseName(file)}.${table} WHERE part IN (${parts.map(({ part }) => part).join(', ')}))`;
}

/** The files of a kind of parts that were copied to be public, as a table in a question. */
function filesOf(folder: string, kind: 'rows' | 'raw', parts: readonly StagedPart[]): string {
  const names = parts.map(({ part }) => quoted(partFile(folder, kind, part)));
  return `(SELECT * EXCLUDE (filename, file_row_number), file_row_number AS place, ${partNumber} AS part
    FROM read_parquet([${names.join(', ')}], union_by_name = true, filename = true, file_row_number = true))`;
}

const partNumber = String.raw`regexp_extract(filename, '-(\d+)\.parquet$', 1)::INTEGER`;
