import type { IsoDate } from '#platform/kernel';

export type ActionTables = Readonly<{
  'agreements.taken_outcome': Readonly<{ agreement_id: string; version: number; outcome_id: string }>;
  'agreements.action': Readonly<{
    agreement_id: string;
    number: number;
    title: string;
    says: string;
    outcome_id: string | null;
    target_id: string | null;
    is_quick_win: boolean;
    owner_body: string;
    owner_office: string | null;
    due_on: IsoDate | null;
    precision: string;
    cites: string;
    source: string;
    certainty: string;
    published_by: string;
    recorded_at: Date;
  }>;
  'agreements.milestone': Readonly<{
    agreement_id: string;
    action: number;
    number: number;
    title: string;
    due_on: IsoDate;
    precision: string;
  }>;
  'agreements.action_fact': Readonly<{
    agreement_id: string;
    action: number;
    position: number;
    milestone: number | null;
    fact: string;
    on_day: IsoDate;
    says: string;
    evidence: string | null;
    due_on: IsoDate | null;
    by_body: string;
    by_office: string;
    recorded_at: Date;
  }>;
}>;
