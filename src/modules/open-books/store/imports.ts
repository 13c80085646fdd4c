import type { Sql } from '#platform/db';
import { groupBy, pence } from '#platform/kernel';
import type { Import, ImportFile, ImportOutcome, ImportReading } from '../domain/import/import.ts';
import type { Dataset } from '../domain/release/release.ts';
import type { OpenBooksTables } from './tables.ts';

type ImportsAsked = Readonly<{ bodyId: string; id?: string; most?: number }>;

/** A body’s imports with their files, newest reading and outcomes, those brought last first. */
export async function listImports(
  sql: Sql,
  { bodyId, id, most = 200 }: ImportsAsked,
): Promise<readonly Import[]> {
  const tables = sql.tables<OpenBooksTables>();
  const rows = await tables
    .selectFrom('open_books.import')
    .selectAll()
    .where('body_id', '=', bodyId)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('brought', 'desc')
    .limit(most)
    .execute();
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const files = await tables
    .selectFrom('open_books.import_file')
    .selectAll()
    .where('import_id', 'in', ids)
    .orderBy('position')
    .execute();
  const readings = await tables
    .selectFrom('open_books.import_reading')
    .selectAll()
    .distinctOn('import_id')
    .where('import_id', 'in', ids)
    .orderBy('import_id')
    .orderBy('number', 'desc')
    .execute();
  const outcomes = await tables
    .selectFrom('open_books.import_outcome')
    .selectAll()
    .where('import_id', 'in', ids)
    .orderBy('number')
    .execute();
  const filesOf = groupBy(files, (each) => each.import_id);
  const readingOf = new Map(readings.map((each) => [each.import_id, each]));
  const outcomesOf = groupBy(outcomes, (each) => each.import_id);
  return rows.map((row): Import => {
    const reading = readingOf.get(row.id);
    if (reading === undefined) throw new Error(`Import ${row.id} was kept without a reading`);
    return {
      id: row.id,
      bodyId: row.body_id,
      dataset: row.dataset as Dataset,
      cameBy: row.came_by as Import['cameBy'],
      broughtBy: { office: row.brought_by, officeId: row.office_id, accountId: row.account_id ?? undefined },
      broughtAt: row.brought_at,
      files: (filesOf.get(row.id) ?? []).map(({ filename, sha256, bytes }) => ({
        filename,
        sha256,
        bytes: Number(bytes),
      })),
      reading: {
        number: reading.number,
        begunAt: reading.begun_at,
        movedAt: reading.moved_at,
        bytesDone: Number(reading.bytes_done),
        rowsDone: Number(reading.rows_done),
        penceDone: pence(reading.pence_done),
        endedAt: reading.ended_at ?? undefined,
        report: reading.report ?? undefined,
        failed: reading.failed ?? undefined,
      },
      outcomes: (outcomesOf.get(row.id) ?? []).map((each) => ({
        outcome: each.outcome as ImportOutcome['outcome'],
        reading: each.reading,
        period:
          each.period_from === null || each.period_to === null
            ? undefined
            : { from: each.period_from, to: each.period_to },
        says: each.says,
        ...(each.twice === null ? {} : { twice: each.twice }),
        ...(each.by_month ? { byMonth: true } : {}),
        by: { office: each.by_office, officeId: each.office_id, accountId: each.account_id ?? undefined },
        at: each.at,
      })),
    };
  });
}

/** One import of a body; undefined where it has none of this id. */
export const findImport = async (
  sql: Sql,
  asked: Readonly<{ bodyId: string; id: string }>,
): Promise<Import | undefined> => (await listImports(sql, asked))[0];

/** Keeps an import with the names of its files; their bytes lie in the private folder. */
export async function insertImport(
  sql: Sql,
  brought: Pick<Import, 'id' | 'bodyId' | 'dataset' | 'cameBy' | 'broughtBy' | 'broughtAt'>,
  files: readonly ImportFile[],
): Promise<void> {
  const tables = sql.tables<OpenBooksTables>();
  const { id, bodyId, dataset, cameBy, broughtBy, broughtAt } = brought;
  await tables
    .insertInto('open_books.import')
    .values({
      id,
      body_id: bodyId,
      dataset,
      came_by: cameBy,
      brought_by: broughtBy.office,
      office_id: broughtBy.officeId,
      account_id: broughtBy.accountId ?? null,
      brought_at: broughtAt,
    })
    .execute();
  await tables
    .insertInto('open_books.import_file')
    .values(
      files.map(({ filename, sha256, bytes }, position) => ({
        import_id: id,
        body_id: bodyId,
        position,
        filename,
        sha256,
        bytes: BigInt(bytes),
      })),
    )
    .execute();
}

type ReadingNamed = Readonly<{ importId: string; bodyId: string; number: number }>;

/** Notes that a reading begins; every reading of an import has a number of its own. */
export async function beginReading(
  sql: Sql,
  { importId, bodyId, number }: ReadingNamed,
  at: Date,
): Promise<void> {
  await sql
    .tables<OpenBooksTables>()
    .insertInto('open_books.import_reading')
    .values({
      import_id: importId,
      body_id: bodyId,
      number,
      begun_at: at,
      moved_at: at,
      ended_at: null,
      report: null,
      failed: null,
    })
    .execute();
}

type Moved = Partial<Pick<ImportReading, 'bytesDone' | 'rowsDone' | 'report' | 'failed' | 'endedAt'>> &
  Readonly<{ penceDone?: bigint }>;

/** Says how far a reading has come, or how it ended. One that has ended is never changed. */
export async function moveReading(
  sql: Sql,
  { importId, number }: ReadingNamed,
  at: Date,
  { bytesDone, rowsDone, penceDone, report, failed, endedAt }: Moved,
): Promise<void> {
  await sql
    .tables<OpenBooksTables>()
    .updateTable('open_books.import_reading')
    .set({
      moved_at: at,
      ...(bytesDone === undefined ? {} : { bytes_done: BigInt(bytesDone) }),
      ...(rowsDone === undefined ? {} : { rows_done: BigInt(rowsDone) }),
      ...(penceDone === undefined ? {} : { pence_done: penceDone }),
      ...(report === undefined ? {} : { report: JSON.stringify(report) }),
      ...(failed === undefined ? {} : { failed }),
      ...(endedAt === undefined ? {} : { ended_at: endedAt }),
    })
    .where('import_id', '=', importId)
    .where('number', '=', number)
    .where('ended_at', 'is', null)
    .execute();
}

/** Notes what became of an import. */
export async function insertImportOutcome(
  sql: Sql,
  { id, bodyId, outcomes }: Pick<Import, 'id' | 'bodyId' | 'outcomes'>,
  { outcome, reading, period, says, twice, byMonth = false, by, at }: ImportOutcome,
): Promise<void> {
  await sql
    .tables<OpenBooksTables>()
    .insertInto('open_books.import_outcome')
    .values({
      import_id: id,
      body_id: bodyId,
      number: outcomes.length + 1,
      outcome,
      reading,
      period_from: period?.from ?? null,
      period_to: period?.to ?? null,
      says,
      twice: twice ?? null,
      by_month: byMonth,
      by_office: by.office,
      office_id: by.officeId,
      account_id: by.accountId ?? null,
      at,
    })
    .execute();
}
