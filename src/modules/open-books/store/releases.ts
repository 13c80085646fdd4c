import type { Sql } from '#platform/db';
import { pence } from '#platform/kernel';
import type { Dataset, PublishedReport, Release } from '../domain/release/release.ts';
import type { OpenBooksTables } from './tables.ts';

type ReleasesAsked = Readonly<{ bodyId?: string; dataset?: Dataset; publishedBy?: Date }>;

/** Releases with what was withdrawn of them, those published last first; as they were known at a moment, where one is given. */
export async function listReleases(
  sql: Sql,
  { bodyId, dataset, publishedBy }: ReleasesAsked = {},
): Promise<readonly Release[]> {
  const rows = await sql
    .tables<OpenBooksTables>()
    .selectFrom('open_books.release as release')
    .leftJoin('open_books.release_withdrawal as withdrawal', (join) => {
      const joined = join.onRef('withdrawal.release_id', '=', 'release.id');
      return publishedBy === undefined ? joined : joined.on('withdrawal.withdrawn_at', '<=', publishedBy);
    })
    .select([
      'release.id',
      'release.body_id',
      'release.dataset',
      'release.version',
      'release.period_from',
      'release.period_to',
      'release.supersedes',
      'release.rows_published',
      'release.pence_published',
      'release.rows_set_aside',
      'release.pence_set_aside',
      'release.files',
      'release.source',
      'release.is_illustrative',
      'release.prepared_by',
      'release.approved_by',
      'release.published_at',
      'withdrawal.reason',
      'withdrawal.by_office',
      'withdrawal.withdrawn_at',
    ])
    .$if(bodyId !== undefined, (query) => query.where('release.body_id', '=', bodyId ?? ''))
    .$if(dataset !== undefined, (query) => query.where('release.dataset', '=', dataset ?? ''))
    .where((is) => (publishedBy === undefined ? is.lit(true) : is('release.published_at', '<=', publishedBy)))
    .orderBy('release.published_at', 'desc')
    .orderBy('release.id')
    .execute();
  return rows.map((row): Release => ({
    id: row.id,
    bodyId: row.body_id,
    dataset: row.dataset as Dataset,
    version: row.version,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    supersedes: row.supersedes,
    rows: row.rows_published,
    pence: pence(row.pence_published),
    rowsSetAside: row.rows_set_aside,
    penceSetAside: pence(row.pence_set_aside),
    files: row.files,
    source: row.source,
    isIllustrative: row.is_illustrative,
    preparedBy: row.prepared_by,
    approvedBy: row.approved_by,
    publishedAt: row.published_at,
    withdrawn:
      row.reason === null || row.by_office === null || row.withdrawn_at === null
        ? undefined
        : { reason: row.reason, byOffice: row.by_office, at: row.withdrawn_at },
  }));
}

/** What everybody may read of the check of a release; undefined where there is none of this id. */
export async function publishedReport(sql: Sql, id: string): Promise<PublishedReport | undefined> {
  const row = await sql
    .tables<OpenBooksTables>()
    .selectFrom('open_books.release')
    .select('report')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.report;
}

/** Keeps a release, whole and for good. */
export async function insertRelease(
  sql: Sql,
  release: Omit<Release, 'withdrawn'>,
  report: PublishedReport,
): Promise<void> {
  await sql
    .tables<OpenBooksTables>()
    .insertInto('open_books.release')
    .values({
      id: release.id,
      body_id: release.bodyId,
      dataset: release.dataset,
      version: release.version,
      period_from: release.periodFrom,
      period_to: release.periodTo,
      supersedes: release.supersedes,
      rows_published: release.rows,
      pence_published: release.pence,
      rows_set_aside: release.rowsSetAside,
      pence_set_aside: release.penceSetAside,
      report: JSON.stringify(report),
      files: JSON.stringify(release.files),
      source: release.source,
      is_illustrative: release.isIllustrative,
      prepared_by: release.preparedBy,
      approved_by: release.approvedBy,
      published_at: release.publishedAt,
    })
    .execute();
}

/** Keeps that a release no longer counts, and why. */
export async function insertWithdrawal(
  sql: Sql,
  { id, bodyId }: Pick<Release, 'id' | 'bodyId'>,
  { reason, byOffice, at }: NonNullable<Release['withdrawn']>,
): Promise<void> {
  await sql
    .tables<OpenBooksTables>()
    .insertInto('open_books.release_withdrawal')
    .values({ release_id: id, body_id: bodyId, reason, by_office: byOffice, withdrawn_at: at })
    .execute();
}
