import type { ModuleSchema } from '#platform/db';
import { migrations as identityMigrations } from '#platform/identity';
import { migrations as recordMigrations } from '#platform/record';
import { modules } from './modules.ts';

/** The platform's PostgreSQL schemas and those of these modules, in the order in which they build on each other. */
export const schemasOf = (built: readonly ModuleSchema[]): readonly ModuleSchema[] => [
  { name: 'record', migrations: recordMigrations },
  { name: 'identity', migrations: identityMigrations },
  ...built,
];

export const schemas = schemasOf(modules);
