import type { Parameter } from '#platform/analytics';
import type { ServicesWithFiles } from '#platform/module';
import { fileOf, tableOf } from '../../store/views/view-paths.ts';
import { explored } from '../explore/explored.ts';

/** Two payees that are taken for one supplier’s, or that may be. */
export type LinkShown = Readonly<{
  one: string;
  oneName: string;
  oneBody: string;
  other: string;
  otherName: string;
  otherBody: string;
  evidence: string;
  /** How sure, of a hundred. */
  percent: number;
}>;

export type LinksFound = Readonly<{ lines: readonly LinkShown[]; count: number }>;

type Services = Pick<ServicesWithFiles, 'database' | 'published' | 'clock'>;

/** What officers of a body are asked: pairs of which one is paid by it, the surest first. */
export const suggestionsFor = (
  services: Services,
  bodyId: string,
  page: Readonly<{ limit: number; offset: number }>,
): Promise<LinksFound> =>
  linksIn(services, 'suggestions', 'one_body = $1 OR other_body = $1', [bodyId], page);

/** Why a supplier’s names are taken for one, by the normal form of any of them. */
export async function linksOf(
  services: Services,
  payee: string,
  limit = mostLinks,
): Promise<readonly LinkShown[]> {
  const { view } = await explored(services);
  const names = tableOf(view, 'supplier_by_name');
  const own = `SELECT payee FROM ${names} WHERE rank = (SELECT rank FROM ${names} WHERE payee = $1)`;
  const { lines } = await linksIn(services, 'links', `one IN (${own}) AND other IN (${own})`, [payee], {
    limit,
    offset: 0,
  });
  return lines;
}

/** More evidence of one supplier than anybody reads on a page. */
const mostLinks = 50;

async function linksIn(
  services: Services,
  file: 'links' | 'suggestions',
  condition: string,
  parameters: readonly Parameter[],
  { limit, offset }: Readonly<{ limit: number; offset: number }>,
): Promise<LinksFound> {
  const { view } = await explored(services);
  if (view.bodies.length === 0) return { lines: [], count: 0 };
  const lines = await services.published.ask<LinkShown & { count: number }>(
    `SELECT one, one_name AS "oneName", one_body AS "oneBody", other, other_name AS "otherName", other_body AS "otherBody",
       evidence, percent::DOUBLE AS percent, (count(*) OVER ())::DOUBLE AS count
     FROM ${fileOf(view, file)} WHERE ${condition} ORDER BY place LIMIT ${limit} OFFSET ${offset}`,
    parameters,
  );
  return { lines, count: lines[0]?.count ?? 0 };
}
