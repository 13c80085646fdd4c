import type { Sql } from '#platform/db';
import type { Outcome } from '../../domain/framework/framework.ts';
import { findOutcome } from '../../store/frameworks.ts';

/** An outcome by its id; undefined where none is named or there is none. */
export const outcomeNamed = async (sql: Sql, id: string | undefined): Promise<Outcome | undefined> =>
  id === undefined ? undefined : findOutcome(sql, id);
