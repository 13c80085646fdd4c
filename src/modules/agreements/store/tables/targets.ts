import type { IsoDate } from '#platform/kernel';

export type TargetTables = Readonly<{
  'agreements.target': Readonly<{
    id: string;
    agreement_id: string;
    outcome_id: string | null;
    series_id: string;
    area_id: string;
    standing: string;
    number: number;
    part_of: string | null;
    is_illustrative: boolean;
    recorded_at: Date;
  }>;
  'agreements.target_version': Readonly<{
    target_id: string;
    number: number;
    lead_body: string;
    baseline: string | null;
    baseline_from: IsoDate;
    baseline_to: IsoDate;
    baseline_status: string;
    baseline_by: IsoDate | null;
    without: string | null;
    reason: string;
    put_on: IsoDate;
    put_by: string;
    by_body: string;
    source: string;
    certainty: string;
    recorded_at: Date;
  }>;
  'agreements.target_value': Readonly<{
    target_id: string;
    version: number;
    period_from: IsoDate;
    period_to: IsoDate;
    value: string;
    floor: string | null;
    stretch: string | null;
  }>;
  'agreements.target_partner': Readonly<{
    target_id: string;
    version: number;
    position: number;
    body_id: string;
  }>;
  'agreements.target_answer': Readonly<{
    target_id: string;
    version: number;
    body_id: string;
    position: number;
    answer: string;
    decision_id: string | null;
    clause: string | null;
    on_day: IsoDate;
    says: string;
    by_office: string;
    source: string;
    recorded_at: Date;
  }>;
}>;
