import type { IsoDate } from '#platform/kernel';
import type { JSONColumnType } from 'kysely';
import type { Principle, Section } from '../../domain/agreement/agreement.ts';

export type AgreementTables = Readonly<{
  'agreements.agreement': Readonly<{
    id: string;
    kind: string;
    body_id: string;
    renews: string | null;
    part_of: string | null;
    place_id: string | null;
    most_designated: number | null;
    is_illustrative: boolean;
    recorded_at: Date;
  }>;
  'agreements.agreement_version': Readonly<{
    agreement_id: string;
    number: number;
    title: string;
    summary: string;
    framework_id: string | null;
    term_from: IsoDate | null;
    term_until: IsoDate | null;
    principles: JSONColumnType<readonly Principle[]>;
    sections: JSONColumnType<readonly Section[]>;
    proposal_id: string | null;
    changed: string;
    reason: string;
    source: string;
    certainty: string;
    on_day: IsoDate;
    precision: string;
    published_by: string;
    recorded_at: Date;
  }>;
  'agreements.agreement_party': Readonly<{
    agreement_id: string;
    version: number;
    position: number;
    body_id: string;
    capacity: string;
  }>;
  'agreements.agreement_stage': Readonly<{
    agreement_id: string;
    position: number;
    stage: string;
    on_day: IsoDate;
    precision: string;
    says: string;
    decision_id: string | null;
    source: string;
    certainty: string;
    by_office: string;
    recorded_at: Date;
  }>;
}>;
