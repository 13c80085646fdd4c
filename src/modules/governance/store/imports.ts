import type { Sql } from '#platform/db';
import { sql as raw } from 'kysely';
import type { Findings, ImportKind, ImportOutcome } from '../domain/import/findings.ts';
import type { GovernanceTables } from './tables.ts';

export type ImportMode = 'all' | 'good';

/** A file that a body brings in: what the check found, and how far it has come. */
export type Import = Readonly<{
  id: string;
  bodyId: string;
  kind: ImportKind;
  filename: string;
  sha256: string;
  findings: Findings;
  checkedAt: Date;
  checkedBy: string;
  startedAt: Date | undefined;
  mode: ImportMode | undefined;
  corrections: boolean;
  /** How many decisions or meetings have been written. */
  done: number;
  movedAt: Date | undefined;
  finishedAt: Date | undefined;
  outcome: ImportOutcome | undefined;
}>;

/** The file a body brought last; undefined where it has brought none. */
export async function latestImport(sql: Sql, bodyId: string): Promise<Import | undefined> {
  const row = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.import')
    .select([
      'id',
      'body_id',
      'kind',
      'filename',
      'sha256',
      'findings',
      'checked_at',
      'checked_by',
      'started_at',
      'mode',
      'corrections',
      'done',
      'moved_at',
      'finished_at',
      'outcome',
    ])
    .where('body_id', '=', bodyId)
    .orderBy('brought', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id: row.id,
    bodyId: row.body_id,
    kind: row.kind as ImportKind,
    filename: row.filename,
    sha256: row.sha256,
    findings: row.findings,
    checkedAt: row.checked_at,
    checkedBy: row.checked_by,
    startedAt: row.started_at ?? undefined,
    mode: (row.mode ?? undefined) as ImportMode | undefined,
    corrections: row.corrections,
    done: row.done,
    movedAt: row.moved_at ?? undefined,
    finishedAt: row.finished_at ?? undefined,
    outcome: row.outcome ?? undefined,
  };
}

/** What the file holds; undefined once it has been brought in. */
export async function bytesOf(sql: Sql, id: string): Promise<Buffer | undefined> {
  const row = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.import')
    .select('bytes')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.bytes ?? undefined;
}

/** Keeps a checked file; those that the body brought before are kept without what they hold. */
export async function insertImport(
  sql: Sql,
  file: Pick<
    Import,
    'id' | 'bodyId' | 'kind' | 'filename' | 'sha256' | 'findings' | 'checkedAt' | 'checkedBy'
  >,
  bytes: Buffer,
): Promise<void> {
  const tables = sql.tables<GovernanceTables>();
  await tables
    .updateTable('governance.import')
    .set({ bytes: null })
    .where('body_id', '=', file.bodyId)
    .where('bytes', 'is not', null)
    .execute();
  await tables
    .insertInto('governance.import')
    .values({
      id: file.id,
      body_id: file.bodyId,
      kind: file.kind,
      filename: file.filename,
      sha256: file.sha256,
      bytes,
      findings: JSON.stringify(file.findings),
      checked_at: file.checkedAt,
      checked_by: file.checkedBy,
      started_at: null,
      mode: null,
      corrections: false,
      done: 0,
      moved_at: null,
      finished_at: null,
      outcome: null,
    })
    .execute();
}

/**
 * Begins to bring a file in, or goes on with one on which nothing has moved for a minute. False where it is being
 * brought in by somebody else, or has been.
 */
export async function startImport(
  sql: Sql,
  id: string,
  { mode, corrections, now }: Readonly<{ mode: ImportMode; corrections: boolean; now: Date }>,
): Promise<boolean> {
  const { numUpdatedRows } = await sql
    .tables<GovernanceTables>()
    .updateTable('governance.import')
    .set({ started_at: now, moved_at: now, mode, corrections, done: 0 })
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('moved_at', 'is', null),
        eb('moved_at', '<', raw<Date>`${now}::timestamptz - interval '1 minute'`),
      ]),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Says how far it has come. */
export async function moveImport(sql: Sql, id: string, done: number, now: Date): Promise<void> {
  await sql
    .tables<GovernanceTables>()
    .updateTable('governance.import')
    .set({ done, moved_at: now })
    .where('id', '=', id)
    .execute();
}

/** Says that it is done; what the file held is no longer kept. */
export async function finishImport(sql: Sql, id: string, outcome: ImportOutcome, now: Date): Promise<void> {
  await sql
    .tables<GovernanceTables>()
    .updateTable('governance.import')
    .set({ outcome: JSON.stringify(outcome), finished_at: now, moved_at: now, bytes: null })
    .where('id', '=', id)
    .execute();
}
