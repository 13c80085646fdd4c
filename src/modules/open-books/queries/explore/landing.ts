import type { Release } from '../../domain/release/release.ts';
import { type Month, undated, yearBegun } from '../../domain/explore/month.ts';
import { fileOf } from '../../store/views/view-paths.ts';
import { explored, type ExploreServices } from './explored.ts';

/** What one body has published. */
export type BodyAccount = Readonly<{
  bodyId: string;
  /** Newest first: the financial year, by the year in which it begins, with what was paid in it as far as it is published. */
  years: readonly Readonly<{ begun: number; pence: bigint; payments: number; months: number }>[];
  releases: readonly Release[];
}>;

/** What is published and counts, body by body. */
export async function accounts(services: ExploreServices): Promise<readonly BodyAccount[]> {
  const { view, standing } = await explored(services);
  if (view.bodies.length === 0) return [];
  const sums = await services.published.ask<{ body: number; month: Month; pence: bigint; payments: number }>(
    `SELECT body, month, pence, payments FROM ${fileOf(view, 'months')} ORDER BY month DESC`,
  );
  return view.bodies.map(({ bodyId }, at) => {
    const own = sums.filter(({ body, month }) => body === at && month > undated);
    const begun = [...new Set(own.map(({ month }) => yearBegun(month)))];
    return {
      bodyId,
      years: begun.map((year) => {
        const months = own.filter(({ month }) => yearBegun(month) === year);
        return {
          begun: year,
          pence: months.reduce((sum, { pence }) => sum + pence, 0n),
          payments: months.reduce((sum, { payments }) => sum + payments, 0),
          months: months.length,
        };
      }),
      releases: standing.filter((release) => release.bodyId === bodyId),
    };
  });
}
