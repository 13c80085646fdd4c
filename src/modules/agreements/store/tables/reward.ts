import type { IsoDate } from '#platform/kernel';
import type { JSONColumnType } from 'kysely';
import type { Instalment } from '../../domain/reward/reward-rule.ts';

type OfSet = Readonly<{ agreement_id: string; number: number; position: number }>;
type Recorded = Readonly<{ source: string; certainty: string; by_office: string; recorded_at: Date }>;

export type RewardTables = Readonly<{
  'agreements.reward_set': Recorded &
    Readonly<{
      agreement_id: string;
      number: number;
      scheme: string;
      is_paid: boolean;
      method: string;
      measured_from: string;
      floor_part: string;
      cap_part: string;
      revenue_part: string;
      interim_part: string | null;
      is_beyond_error: boolean;
      instalments: JSONColumnType<readonly Instalment[]>;
      pot_pence: bigint | null;
      budget_part: string | null;
      budget_year: string | null;
      budget_bodies: readonly string[];
      from_day: IsoDate;
      reason: string;
      is_illustrative: boolean;
    }>;
  'agreements.reward_target': OfSet &
    Readonly<{
      target_id: string;
      heading: string;
      weight: string;
      interim_figure: string | null;
      interim_by: IsoDate | null;
    }>;
  'agreements.reward_partner': OfSet & Readonly<{ body_id: string; weight: string }>;
  'agreements.reward_call': OfSet & Readonly<{ title: string; amount_pence: bigint }>;
  'agreements.reward_budget': Recorded &
    Readonly<{ agreement_id: string; position: number; body_id: string; year: string; amount_pence: bigint }>;
  'agreements.reward_payment': Recorded &
    Readonly<{
      agreement_id: string;
      position: number;
      kind: string;
      title: string;
      revenue_pence: bigint;
      capital_pence: bigint;
      paid_on: IsoDate;
    }>;
}>;
