import { download, notFound, type OfficeVisit, page, type Reply } from '#platform/http';
import type { ServicesWithFiles } from '#platform/module';
import { type Finding, findings } from '../../../domain/import/report.ts';
import { foundList, type FoundList } from '../../../queries/publishing/found.ts';
import type { ListPage } from '../../../queries/publishing/found-payments.ts';
import { importShown } from '../../../queries/publishing/imports.ts';
import { noSuchPage } from '../../explore/no-such.ts';
import { foundDataset, foundOnPage, foundPage } from './found-page.tsx';

const nothingFound =
  'The check of these files found nothing of this kind. The report of their check lists what was found.';
/** A longer list is none to look through line by line. */
const mostTaken = 200_000;

/** One page of what the check found of one kind. */
export async function showFound(services: ServicesWithFiles, visit: OfficeVisit): Promise<Reply> {
  const { actor, params, query } = visit;
  const number = Number(/^[1-9]\d{0,5}$/.exec(query['page'] ?? '1')?.[0] ?? 1);
  const found = await listed(services, visit, { most: foundOnPage, after: (number - 1) * foundOnPage });
  if (found === undefined) return notFound(nothingFound);
  if (number > 1 && found.lines.length === 0) return notFound(noSuchPage);
  return page(foundPage({ ...found, actor, importId: params['import'] ?? '', page: number }));
}

/** All of it, to take away. */
export async function takeFound(
  services: ServicesWithFiles,
  visit: OfficeVisit,
  format: 'csv' | 'json',
): Promise<Reply> {
  const found = await listed(services, visit, { most: mostTaken, after: 0 });
  return found === undefined
    ? notFound(nothingFound)
    : download(foundDataset(visit.params['import'] ?? '', found), format);
}

async function listed(
  services: ServicesWithFiles,
  { actor, params }: OfficeVisit,
  asked: ListPage,
): Promise<FoundList | undefined> {
  const { bodyId } = actor;
  const kind = params['finding'] ?? '';
  if (!isFinding(kind)) return undefined;
  return services.database.as(actor, async (sql) => {
    const now = services.clock.now();
    const found = await importShown(sql, { bodyId, id: params['import'] ?? '' }, now);
    return found && foundList(sql, services, { brought: found.brought, kind, page: asked });
  });
}

const isFinding = (kind: string): kind is Finding['kind'] => Object.hasOwn(findings, kind);
