import type { BringingTables } from './tables/bringing.ts';
import type { OutturnTables } from './tables/outturn.ts';
import type { PublicationDutyTables } from './tables/publication-duties.ts';
import type { PublicationTables } from './tables/publications.ts';
import type { ReleaseTables } from './tables/releases.ts';
import type { SupplierChoiceTables } from './tables/supplier-choices.ts';

/** Open books’ tables. No other module may name them. */
export type OpenBooksTables = BringingTables &
  PublicationTables &
  ReleaseTables &
  OutturnTables &
  PublicationDutyTables &
  SupplierChoiceTables;
