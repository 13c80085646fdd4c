import type { ServicesWithFiles } from '#platform/module';
import { fileOf, tableOf } from '../../store/views/view-paths.ts';
import { explored } from '../explore/explored.ts';
import { rankOf } from '../explore/scope.ts';

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
export async function suggestionsFor(
  services: Services,
  bodyId: string,
  { limit, offset }: Readonly<{ limit: number; offset: number }>,
): Promise<LinksFound> {
  const { view } = await explored(services);
  if (view.bodies.length === 0) return { lines: [], count: 0 };
  const lines = await services.published.ask<LinkShown & { count: number }>(
    `SELECT ${columns}, (count(*) OVER ())::DOUBLE AS count FROM ${fileOf(view, 'suggestions')}
     WHERE one_body = $1 OR other_body = $1 ORDER BY place LIMIT ${limit} OFFSET ${offset}`,
    [bodyId],
  );
  return { lines, count: lines[0]?.count ?? 0 };
}

/** Why a supplier’s names are taken for one, by the normal form of any of them, the surest first. */
export async function linksOf(
  services: Services,
  payee: string,
  limit = mostLinks,
): Promise<readonly LinkShown[]> {
  const { view } = await explored(services);
  const rank = await rankOf(services.published, view, payee);
  if (rank === undefined) return [];
  return services.published.ask<LinkShown>(
    `SELECT ${columns} FROM ${tableOf(view, 'evidence')} WHERE rank = ${rank} ORDER BY place LIMIT ${limit}`,
  );
}

/** More evidence of one supplier than anybody reads on a page. */
const mostLinks = 50;

const columns = `one, one_name AS "oneName", one_body AS "oneBody", other, other_name AS "otherName", other_body AS "otherBody",
  evidence, percent::DOUBLE AS percent`;
