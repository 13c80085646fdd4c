import type { IsoDate } from '#platform/kernel';
import type { Generated, JSONColumnType } from 'kysely';
import type { FileFault, ReadingFindings } from '../../domain/reading/findings.ts';

/** What a reading says, published or not. Figures come as they are kept, exact, as text. */
type ReadingColumns = Readonly<{
  series_id: string;
  area_id: string;
  period_from: IsoDate;
  period_to: IsoDate;
  status: string;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  ci_low: string | null;
  ci_high: string | null;
  sample: number | null;
  note: string;
  source: string;
}>;

export type ReadingTables = Readonly<{
  'agreements.reading': ReadingColumns &
    Readonly<{
      revision: number;
      body_id: string;
      batch_id: string;
      entered_by: string;
      approved_by: string;
      published_at: Date;
      /** When a suppression took the figure back that this revision had given; it is kept in `withdrawn_figure`. */
      withdrawn_at: Date | null;
    }>;
  'agreements.withdrawn_figure': Omit<ReadingColumns, 'source'> &
    Readonly<{ revision: number; body_id: string; withdrawn_at: Date }>;
  'agreements.batch': Readonly<{
    id: string;
    body_id: string;
    came_by: string;
    file_name: string | null;
    says: string;
    entered_by: string;
    office_id: string;
    account_id: string | null;
    entered_at: Date;
    is_comparison: boolean;
  }>;
  'agreements.batch_outcome': Readonly<{
    batch_id: string;
    body_id: string;
    outcome: string;
    says: string;
    by_office: string;
    at: Date;
  }>;
  'agreements.batch_reading': ReadingColumns &
    Readonly<{ batch_id: string; body_id: string; position: number; revises: number; area_name: string }>;
  'agreements.comparison_area': Readonly<{
    id: string;
    name: string;
    body_id: string;
    published_by: string;
    published_at: Date;
  }>;
  'agreements.reading_file': Readonly<{
    id: string;
    body_id: string;
    brought: Generated<bigint>;
    filename: string;
    sha256: string;
    bytes: Buffer | null;
    is_comparison: boolean;
    brought_by: string;
    brought_at: Date;
    rows_done: number;
    moved_at: Date;
    put_at: Date | null;
    findings: JSONColumnType<ReadingFindings> | null;
    refused: JSONColumnType<FileFault> | null;
    batch_id: string | null;
  }>;
  'agreements.story': Readonly<{
    series_id: string;
    area_id: string;
    number: number;
    period_to: IsoDate;
    says: string;
    body_id: string;
    by_office: string;
    published_at: Date;
  }>;
}>;
