import type { Measured } from './reading.ts';

/** Readings that were entered together. Nobody outside the body sees them before somebody else there approves them. */
export type Batch = Readonly<{
  id: string;
  bodyId: string;
  cameBy: 'form' | 'file' | 'api';
  fileName: string | undefined;
  /** Figures of others, to compare with. */
  isComparison: boolean;
  says: string;
  enteredBy: string;
  officeId: string;
  accountId: string | undefined;
  enteredAt: Date;
  outcome: BatchOutcome | undefined;
}>;

/** What became of it. Without one it waits. */
export type BatchOutcome = Readonly<{
  outcome: 'approved' | 'returned' | 'withdrawn';
  says: string;
  byOffice: string;
  at: Date;
}>;

/** One of its readings; `revises`: how many revisions of the period were published when it was entered. */
export type BatchReading = Measured & Readonly<{ position: number; revises: number; areaName: string }>;

type Approver = Readonly<{ officeId: string; accountId: string | undefined }>;

/**
 * Whether somebody else looks over what was entered: another person, whatever office they act in. Where offices are tried out
 * without accounts, another office is another person.
 */
export function isSomebodyElse(
  batch: Pick<Batch, 'officeId' | 'accountId'>,
  { officeId, accountId }: Approver,
): boolean {
  if (batch.accountId !== undefined && accountId !== undefined) return batch.accountId !== accountId;
  return batch.officeId !== officeId;
}
