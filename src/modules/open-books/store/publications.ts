import type { Sql } from '#platform/db';
import type { Actor } from '#platform/kernel';
import type { Selectable } from 'kysely';
import type { Publication, PublicationStep } from '../domain/import/publication.ts';
import type { OpenBooksTables } from './tables.ts';

type Named = Pick<Publication, 'importId' | 'number'>;

/** How a publication ended: with a release, or with why there is none. */
export type PublicationEnd = Readonly<{ release: string }> | Readonly<{ refused: unknown }>;

const publications = (sql: Sql) =>
  sql.tables<OpenBooksTables>().selectFrom('open_books.publication').selectAll();

/** The last publication of an import. */
export async function lastPublication(sql: Sql, importId: string): Promise<Publication | undefined> {
  const [row] = await publications(sql)
    .where('import_id', '=', importId)
    .orderBy('number', 'desc')
    .limit(1)
    .execute();
  return row && publicationFrom(row);
}

/** Those of the body that were not ended: where nobody is at them, a process ended before they did. */
export const publicationsUnderWay = async (sql: Sql, bodyId: string): Promise<readonly Publication[]> =>
  (await publications(sql).where('body_id', '=', bodyId).where('ended_at', 'is', null).execute()).map(
    publicationFrom,
  );

const publicationFrom = (row: Selectable<OpenBooksTables['open_books.publication']>): Publication => ({
  importId: row.import_id,
  bodyId: row.body_id,
  number: row.number,
  approver: row.approver,
  outcomes: row.outcomes,
  begunAt: row.begun_at,
  step: row.step as PublicationStep,
  movedAt: row.moved_at,
  endedAt: row.ended_at ?? undefined,
  refused: row.refused?.refusal,
  release: row.release ?? undefined,
});

/** Keeps that payments were approved and are to be published. */
export async function insertPublication(
  sql: Sql,
  { importId, number, outcomes }: Named & Pick<Publication, 'outcomes'>,
  approver: Actor,
  at: Date,
): Promise<void> {
  await sql
    .tables<OpenBooksTables>()
    .insertInto('open_books.publication')
    .values({
      import_id: importId,
      body_id: approver.bodyId,
      number,
      outcomes,
      approver: JSON.stringify(approver),
      begun_at: at,
      moved_at: at,
    })
    .execute();
}

/** Says how far a publication is, or how it ended. One that has ended is never changed. */
export async function movePublication(
  sql: Sql,
  { importId, number }: Named,
  at: Date,
  moved: Readonly<{ step: PublicationStep }> | PublicationEnd,
): Promise<void> {
  await sql
    .tables<OpenBooksTables>()
    .updateTable('open_books.publication')
    .set({
      moved_at: at,
      ...('step' in moved ? { step: moved.step } : { ended_at: at }),
      ...('refused' in moved ? { refused: JSON.stringify({ refusal: moved.refused }) } : {}),
      ...('release' in moved ? { release: moved.release } : {}),
    })
    .where('import_id', '=', importId)
    .where('number', '=', number)
    .where('ended_at', 'is', null)
    .execute();
}
