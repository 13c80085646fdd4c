import type { Sql } from '#platform/db';
import type { ServicesWithFiles } from '#platform/module';
import type { Release } from '../../domain/release/release.ts';
import type { Choice } from '../../domain/suppliers/choice.ts';
import { buildViews } from './ensure-views.ts';
import { nowAt } from './steps-told.ts';
import { withSignsOfLife } from './signs-of-life.ts';

/**
 * Works out what pages open once these releases alone count, and these choices about suppliers where the act makes any, within the act that makes it so: before it commits a reader sees the
 * releases that stood before, and afterwards these.
 */
export async function buildAhead(
  sql: Sql,
  services: Pick<ServicesWithFiles, 'database' | 'published' | 'clock' | 'onFault'>,
  standing: readonly Release[],
  choices?: readonly Choice[],
): Promise<void> {
  nowAt('views');
  await withSignsOfLife(sql, () => buildViews(services, standing, choices));
}
