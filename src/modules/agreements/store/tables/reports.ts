import type { IsoDate } from '#platform/kernel';
import type { JSONColumnType } from 'kysely';
import type { ReportLine } from '../../domain/report/report.ts';

export type ReportTables = Readonly<{
  'agreements.report': Readonly<{
    id: string;
    body_id: string;
    title: string;
    of_kind: string;
    of_id: string;
    of_name: string;
    period_from: IsoDate;
    period_to: IsoDate;
    known_on: IsoDate;
    says: string;
    lines: JSONColumnType<readonly ReportLine[]>;
    by_office: string;
    published_at: Date;
  }>;
  'agreements.report_figure': Readonly<{
    report_id: string;
    position: number;
    series_id: string;
    area_id: string;
    period_from: IsoDate;
    period_to: IsoDate;
    revision: number;
    status: string;
    value: string | null;
    quoted_as: string | null;
  }>;
}>;
