import type { Database } from '#platform/db';
import type { Clock } from '#platform/kernel';
import type { OfficeDirectory } from './office-directory.ts';

/** What identity needs to know who is there. */
export type IdentityServices = Readonly<{
  database: Database;
  clock: Clock;
  offices: OfficeDirectory;
  /** Whether an office may be tried out without an account: the example, on this machine only. */
  openOffices: boolean;
}>;
