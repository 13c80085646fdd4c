import type { Sql } from '#platform/db';
import type { ServicesWithFiles } from '#platform/module';
import { sql as raw } from 'kysely';
import type { Release } from '../../domain/release/release.ts';
import type { Choice } from '../../domain/suppliers/choices.ts';
import { buildViews } from './ensure-views.ts';

/** A transaction that says nothing for a minute is ended by the database. */
const signOfLifeMilliseconds = 15_000;

/**
 * Works out what pages open once these releases alone count, and these choices about suppliers where the act makes any, within the act that makes it so: before it commits a reader sees the
 * releases that stood before, and afterwards these.
 */
export async function buildAhead(
  sql: Sql,
  services: Pick<ServicesWithFiles, 'database' | 'published' | 'clock'>,
  standing: readonly Release[],
  choices?: readonly Choice[],
): Promise<void> {
  const signs = setInterval(() => {
    raw`select 1`.execute(sql.tables<object>()).catch(() => undefined);
  }, signOfLifeMilliseconds);
  try {
    await buildViews(services, standing, choices);
  } finally {
    clearInterval(signs);
  }
}
