import { createRequire } from 'node:module';
import type * as duckdb from '@duckdb/node-api';

let loaded: typeof duckdb | undefined;

/**
 * DuckDB, loaded when it is first needed, and required, not imported: each of its hundred and more files would be gone through for the
 * names it gives first, which takes longer than to load them, in every process that reads files.
 */
export const loadDuckDB = (): typeof duckdb =>
  (loaded ??= createRequire(import.meta.url)('@duckdb/node-api') as typeof duckdb);
