import type { ActionTables } from './tables/actions.ts';
import type { AgreementTables } from './tables/agreements.ts';
import type { CommitmentTables } from './tables/commitments.ts';
import type { ConsultationTables } from './tables/consultations.ts';
import type { FrameworkTables } from './tables/frameworks.ts';
import type { IndicatorTables } from './tables/indicators.ts';
import type { ReadingTables } from './tables/readings.ts';
import type { ReportTables } from './tables/reports.ts';
import type { RewardTables } from './tables/reward.ts';
import type { TargetTables } from './tables/targets.ts';

/** Agreements’ tables. No other module may name them. */
export type AgreementsTables = FrameworkTables &
  ActionTables &
  ConsultationTables &
  IndicatorTables &
  AgreementTables &
  CommitmentTables &
  TargetTables &
  ReadingTables &
  ReportTables &
  RewardTables;
