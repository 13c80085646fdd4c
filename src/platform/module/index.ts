import type { Database, Migration } from '#platform/db';
import type { Route } from '#platform/http';
import type { Permission } from '#platform/identity';
import type { Clock } from '#platform/kernel';
import type { RecordHead } from '#platform/record';

/** What the platform lends to every module. */
export type Services = Readonly<{ database: Database; clock: Clock; head: RecordHead }>;

/** What a module shows at its door, besides the functions that later modules may call. */
export type Module = Readonly<{
  /** Also the name of its PostgreSQL schema. */
  name: string;
  migrations: readonly Migration[];
  permissions: readonly Permission[];
  routes(services: Services): readonly Route[];
  /** Loads its part of the example place into an empty database; loading it again changes nothing. */
  loadExample(services: Services): Promise<void>;
}>;
