import type { ModuleSchema } from '#platform/db';
import { migrations as identityMigrations } from '#platform/identity';
import { migrations as recordMigrations } from '#platform/record';
import { modules } from './modules.ts';

/** Every PostgreSQL schema there is, in the order in which they build on each other. */
export const schemas: readonly ModuleSchema[] = [
  { name: 'record', migrations: recordMigrations },
  { name: 'identity', migrations: identityMigrations },
  ...modules,
];
