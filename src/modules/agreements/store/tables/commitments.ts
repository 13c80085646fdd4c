import type { IsoDate } from '#platform/kernel';

export type CommitmentTables = Readonly<{
  'agreements.collection': Readonly<{
    id: string;
    title: string;
    summary: string;
    document: string;
    kept_by: string;
    from_day: IsoDate;
    dated: string;
    is_illustrative: boolean;
    source: string;
    certainty: string;
    recorded_at: Date;
  }>;
  'agreements.commitment': Readonly<{
    id: string;
    collection_id: string;
    number: string;
    position: number;
    promise: string;
    owners: readonly string[];
    measure: string;
    measured_by: string;
    note: string;
    topics: readonly string[];
    places: readonly string[];
    from_day: IsoDate;
    certainty: string;
    recorded_by: string;
    recorded_at: Date;
  }>;
  'agreements.commitment_source': Readonly<{
    collection_id: string;
    number: string;
    commitment_id: string;
    position: number;
    document: string;
    chapter: string;
    cites: string;
    says: string;
  }>;
  'agreements.commitment_fact': Readonly<{
    commitment_id: string;
    number: number;
    kind: string;
    on_day: IsoDate;
    says: string;
    source: string;
    body_id: string;
    by_office: string;
    of_fact: number | null;
    what: string | null;
    due_by: IsoDate | null;
    due_precision: string | null;
    due_said: string | null;
    evidence: readonly number[];
    status: string | null;
    evidence_kind: string | null;
    at: string | null;
    recorded_at: Date;
  }>;
}>;
