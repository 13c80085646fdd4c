import type { IsoDate } from '#platform/kernel';

export type FrameworkTables = Readonly<{
  'agreements.framework': Readonly<{
    id: string;
    title: string;
    kind: string;
    body_id: string | null;
    summary: string;
    from_day: IsoDate | null;
    until_day: IsoDate | null;
    is_illustrative: boolean;
    source: string;
    certainty: string;
    published_by: string;
    published_at: Date;
  }>;
  'agreements.theme': Readonly<{ framework_id: string; number: number; title: string }>;
  'agreements.outcome': Readonly<{
    id: string;
    framework_id: string;
    number: number;
    theme: number | null;
    title: string;
    says: string;
    concerns: string;
    cites: string;
    source: string;
    certainty: string;
  }>;
  'agreements.crosswalk': Readonly<{
    from_outcome: string;
    to_outcome: string;
    relation: string;
    says: string;
    source: string;
    certainty: string;
  }>;
}>;
