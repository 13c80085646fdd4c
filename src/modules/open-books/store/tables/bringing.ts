import type { IsoDate } from '#platform/kernel';
import type { Generated, JSONColumnType } from 'kysely';
import type { DecidedReading } from '../../domain/import/decided-reading.ts';
import type { ImportReport } from '../../domain/import/report.ts';

export type BringingTables = Readonly<{
  'open_books.import': Readonly<{
    id: string;
    body_id: string;
    brought: Generated<bigint>;
    dataset: string;
    came_by: string;
    brought_by: string;
    office_id: string;
    account_id: string | null;
    brought_at: Date;
  }>;
  'open_books.import_file': Readonly<{
    import_id: string;
    body_id: string;
    position: number;
    filename: string;
    sha256: string;
    bytes: bigint;
  }>;
  'open_books.import_reading': Readonly<{
    import_id: string;
    body_id: string;
    number: number;
    begun_at: Date;
    moved_at: Date;
    bytes_done: Generated<bigint>;
    rows_done: Generated<bigint>;
    pence_done: Generated<bigint>;
    ended_at: Date | null;
    report: JSONColumnType<ImportReport> | null;
    failed: string | null;
  }>;
  'open_books.import_outcome': Readonly<{
    import_id: string;
    body_id: string;
    number: number;
    outcome: string;
    reading: number;
    period_from: IsoDate | null;
    period_to: IsoDate | null;
    says: string;
    twice: number | null;
    by_month: Generated<boolean>;
    by_office: string;
    office_id: string;
    account_id: string | null;
    at: Date;
  }>;
  'open_books.mapping': Readonly<{
    body_id: string;
    headings: string;
    number: number;
    reads: JSONColumnType<DecidedReading>;
    decided_by: string;
    decided_at: Date;
  }>;
}>;
