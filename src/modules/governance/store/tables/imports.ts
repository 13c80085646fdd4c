import type { GeneratedAlways, JSONColumnType } from 'kysely';
import type { Findings, ImportOutcome } from '../../domain/import/findings.ts';

export type ImportTables = Readonly<{
  'governance.import': Readonly<{
    id: string;
    brought: GeneratedAlways<bigint>;
    body_id: string;
    kind: string;
    filename: string;
    sha256: string;
    bytes: Buffer | null;
    findings: JSONColumnType<Findings>;
    checked_at: Date;
    checked_by: string;
    started_at: Date | null;
    mode: string | null;
    corrections: boolean;
    done: number;
    moved_at: Date | null;
    finished_at: Date | null;
    outcome: JSONColumnType<ImportOutcome> | null;
  }>;
}>;
