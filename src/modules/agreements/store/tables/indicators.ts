import type { IsoDate } from '#platform/kernel';
import type { ColumnType } from 'kysely';

export type IndicatorTables = Readonly<{
  'agreements.indicator': Readonly<{
    id: string;
    framework_id: string;
    code: string;
    title: string;
    says: string;
    kind: string;
    is_placeholder: boolean;
    source: string;
    certainty: string;
    published_by: string;
    published_at: Date;
  }>;
  'agreements.series': Readonly<{
    id: string;
    indicator_id: string;
    title: string;
    concerns: string;
    polarity: string;
    band_low: string | null;
    band_high: string | null;
    unit: string;
    measured_as: string;
    decimals: number;
    frequency: string;
    accumulation: string;
    numerator: string | null;
    denominator: string | null;
    per: string | null;
    method: string;
    design_effect: string | null;
    suppress_under: number | null;
    collected_by: string;
    lag_days: number;
    floor_margin: string | null;
    profile: readonly string[] | null;
    measured_from: string;
    from_day: IsoDate | null;
    replaces: string | null;
    proxy_for: string | null;
    is_illustrative: boolean;
    source: string;
    certainty: string;
    published_by: string;
    published_at: Date;
  }>;
  'agreements.measure': Readonly<{
    outcome_id: string;
    indicator_id: string;
    standing: string;
    says: string;
    source: string;
    certainty: string;
  }>;
  'agreements.series_owner': Readonly<{
    series_id: string;
    area_id: string;
    body_id: string;
    role: string;
    from_day: IsoDate;
    until_day: ColumnType<IsoDate | null, IsoDate | null, IsoDate>;
    named_by: string;
    recorded_at: Date;
  }>;
}>;
