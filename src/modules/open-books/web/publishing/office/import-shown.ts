import type { Actor } from '#platform/kernel';
import type { ImportWithPlace } from '../../../queries/publishing/imports.ts';
import type { MonthsJudged } from '../../../queries/publishing/months-asked.ts';
import type { PaymentsByMonth } from '../../../queries/publishing/payments-by-month.ts';
import type { RowSetAside } from '../../../queries/publishing/set-aside.ts';

/** What the page of an import shows to an officer. */
export type ImportPageShown = ImportWithPlace &
  Readonly<{
    actor: Actor;
    setAside: readonly RowSetAside[];
    /** Of the months that are asked, while somebody is. */
    judged: MonthsJudged | undefined;
    /** Its payments by month, where each is to be a release. */
    parted: PaymentsByMonth | undefined;
    isStill: boolean;
    now: Date;
  }>;
