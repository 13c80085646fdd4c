import type { Migration } from '#platform/db';

/** The schema, step by step. A released step is never changed. */
export const migrations: readonly Migration[] = [];
