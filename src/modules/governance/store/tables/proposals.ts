import type { IsoDate } from '#platform/kernel';
import type { JSONColumnType } from 'kysely';
import type { Clause } from '../../domain/decision/clause.ts';

export type ProposalTables = Readonly<{
  'governance.proposal': Readonly<{ id: string; drafted_by: string; recorded_at: Date }>;
  'governance.proposal_version': Readonly<{
    proposal_id: string;
    number: number;
    published_at: Date;
    title: string;
    summary: string;
    text: string;
    clauses: JSONColumnType<readonly Clause[]>;
    needs_at_least: number | null;
    deadline: IsoDate | null;
    start: string;
    reopens: readonly string[];
    changed: string;
    reason: string;
    places: readonly string[];
    topics: readonly string[];
    source: string;
    certainty: string;
    published_by: string;
    recorded_at: Date;
  }>;
  'governance.proposal_party': Readonly<{
    proposal_id: string;
    version: number;
    position: number;
    body_id: string;
    approvals: readonly string[];
  }>;
  'governance.adoption': Readonly<{
    proposal_id: string;
    body_id: string;
    approval: string;
    version: number;
    decision_id: string;
    clause: string;
    outcome: string;
    recorded_at: Date;
  }>;
  'governance.proposal_withdrawal': Readonly<{
    proposal_id: string;
    body_id: string;
    at: Date;
    says: string;
    decision_id: string | null;
    by_office: string;
    recorded_at: Date;
  }>;
}>;
