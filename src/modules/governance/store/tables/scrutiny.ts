import type { IsoDate } from '#platform/kernel';

export type ScrutinyTables = Readonly<{
  'governance.scrutiny_report': Readonly<{
    id: string;
    body_id: string;
    reference: string;
    title: string;
    made_on: IsoDate;
    committee_id: string | null;
    committee: string;
    addressed_to: string;
    received_on: IsoDate | null;
    places: readonly string[];
    topics: readonly string[];
    source: string;
    published_on: IsoDate;
    published_by: string;
    recorded_at: Date;
  }>;
  'governance.recommendation': Readonly<{
    report_id: string;
    position: number;
    number: string;
    text: string;
  }>;
  'governance.condition': Readonly<{
    report_id: string;
    key: string;
    recommendation: number;
    position: number;
    number: string;
    text: string;
  }>;
  'governance.condition_fact': Readonly<{
    report_id: string;
    condition_key: string;
    position: number;
    kind: string;
    on_day: IsoDate;
    says: string;
    source: string;
    by_office: string;
    to_day: IsoDate | null;
    value: string | null;
    watch_kind: string | null;
    what: string | null;
    comparison: string | null;
    threshold: string | null;
    unit: string | null;
    recorded_at: Date;
  }>;
  'governance.scrutiny_response': Readonly<{
    report_id: string;
    position: number;
    recommendation: string;
    on_day: IsoDate;
    outcome: string;
    reasons: string;
    decision_id: string | null;
    clause: string | null;
    by_office: string;
    source: string;
    recorded_at: Date;
  }>;
}>;
