import type { Sql } from '#platform/db';
import type { FileFault, ReadingFindings } from '../domain/reading/findings.ts';
import type { AgreementsTables } from './tables.ts';

/** A file of readings that a body brought: how far its check has come, and what it found. */
export type ReadingFile = Readonly<{
  id: string;
  bodyId: string;
  filename: string;
  sha256: string;
  isComparison: boolean;
  broughtBy: string;
  broughtAt: Date;
  rowsDone: number;
  movedAt: Date;
  /** When somebody asked that it be put for approval. */
  putAt: Date | undefined;
  findings: ReadingFindings | undefined;
  refused: FileFault | undefined;
  /** The batch that was made of it. */
  batchId: string | undefined;
}>;

/** The file a body brought last; undefined where it has brought none. */
export async function latestReadingFile(sql: Sql, bodyId: string): Promise<ReadingFile | undefined> {
  const row = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.reading_file')
    .select([
      'id',
      'body_id',
      'filename',
      'sha256',
      'is_comparison',
      'brought_by',
      'brought_at',
      'rows_done',
      'moved_at',
      'put_at',
      'findings',
      'refused',
      'batch_id',
    ])
    .where('body_id', '=', bodyId)
    .orderBy('brought', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id: row.id,
    bodyId: row.body_id,
    filename: row.filename,
    sha256: row.sha256,
    isComparison: row.is_comparison,
    broughtBy: row.brought_by,
    broughtAt: row.brought_at,
    rowsDone: row.rows_done,
    movedAt: row.moved_at,
    putAt: row.put_at ?? undefined,
    findings: row.findings ?? undefined,
    refused: row.refused ?? undefined,
    batchId: row.batch_id ?? undefined,
  };
}

/** What the file holds; undefined once another took its place. */
export async function bytesOfReadingFile(sql: Sql, id: string): Promise<Buffer | undefined> {
  const row = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.reading_file')
    .select('bytes')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.bytes ?? undefined;
}

/** Keeps a file; those the body brought before are kept without what they hold. */
export async function insertReadingFile(
  sql: Sql,
  file: Pick<
    ReadingFile,
    'id' | 'bodyId' | 'filename' | 'sha256' | 'isComparison' | 'broughtBy' | 'broughtAt'
  >,
  bytes: Buffer,
): Promise<void> {
  const tables = sql.tables<AgreementsTables>();
  await tables
    .updateTable('agreements.reading_file')
    .set({ bytes: null })
    .where('body_id', '=', file.bodyId)
    .where('bytes', 'is not', null)
    .execute();
  await tables
    .insertInto('agreements.reading_file')
    .values({
      id: file.id,
      body_id: file.bodyId,
      filename: file.filename,
      sha256: file.sha256,
      bytes,
      is_comparison: file.isComparison,
      brought_by: file.broughtBy,
      brought_at: file.broughtAt,
      rows_done: 0,
      moved_at: file.broughtAt,
      put_at: null,
      findings: null,
      refused: null,
      batch_id: null,
    })
    .execute();
}

/** Says how far its check has come, or what it found. */
export async function moveReadingFile(
  sql: Sql,
  id: string,
  at: Date,
  moved: Partial<Pick<ReadingFile, 'rowsDone' | 'findings' | 'refused' | 'batchId'>> &
    Readonly<{ putAt?: Date | null }>,
): Promise<void> {
  const { rowsDone, findings, refused, batchId, putAt } = moved;
  await sql
    .tables<AgreementsTables>()
    .updateTable('agreements.reading_file')
    .set({
      moved_at: at,
      ...(rowsDone === undefined ? {} : { rows_done: rowsDone }),
      ...(findings === undefined ? {} : { findings: JSON.stringify(findings) }),
      ...(refused === undefined ? {} : { refused: JSON.stringify(refused) }),
      ...(putAt === undefined ? {} : { put_at: putAt }),
      ...(batchId === undefined ? {} : { batch_id: batchId, bytes: null }),
    })
    .where('id', '=', id)
    .execute();
}
