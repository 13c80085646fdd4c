import type { CommitteeTables } from './tables/committees.ts';
import type { DecisionTables } from './tables/decisions.ts';
import type { ImportTables } from './tables/imports.ts';
import type { MeetingTables } from './tables/meetings.ts';
import type { NoticeTables } from './tables/notices.ts';
import type { PaperTables } from './tables/papers.ts';
import type { ProposalTables } from './tables/proposals.ts';
import type { ScrutinyTables } from './tables/scrutiny.ts';
import type { WorkingTables } from './tables/working.ts';

/** Governance’s tables. No other module may name them. */
export type GovernanceTables = WorkingTables &
  CommitteeTables &
  DecisionTables &
  ImportTables &
  MeetingTables &
  NoticeTables &
  PaperTables &
  ProposalTables &
  ScrutinyTables;
