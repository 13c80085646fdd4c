import type { IsoDate } from '#platform/kernel';
import type { Generated, JSONColumnType } from 'kysely';
import type { PublishedReport, ReleaseFile } from '../../domain/release/release.ts';

export type ReleaseTables = Readonly<{
  'open_books.release': Readonly<{
    id: string;
    body_id: string;
    dataset: string;
    version: number;
    period_from: IsoDate;
    period_to: IsoDate;
    supersedes: readonly string[];
    rows_published: bigint;
    pence_published: bigint;
    rows_set_aside: bigint;
    pence_set_aside: bigint;
    report: JSONColumnType<PublishedReport>;
    files: JSONColumnType<readonly ReleaseFile[]>;
    source: string;
    is_illustrative: Generated<boolean>;
    prepared_by: string;
    approved_by: string;
    published_at: Date;
  }>;
  'open_books.release_withdrawal': Readonly<{
    release_id: string;
    body_id: string;
    reason: string;
    by_office: string;
    withdrawn_at: Date;
  }>;
}>;
