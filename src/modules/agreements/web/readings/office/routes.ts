import {
  type Dataset,
  download,
  notFound,
  type OfficeRoute,
  type OfficeVisit,
  page,
  type Reply,
} from '#platform/http';
import { isoDate } from '#platform/kernel';
import type { Services } from '#platform/module';
import { mayApproveReadings, mayEnterReadings, maySeeBatches } from '../../../permissions.ts';
import { batchDataset, batchLines, batchShown } from '../../../queries/readings/batch-shown.ts';
import { dueReadings, missingReadings, toBringDataset } from '../../../queries/readings/due.ts';
import { fileShown } from '../../../queries/readings/file-shown.ts';
import {
  publishedDataset,
  publishedFrom,
  publishedOf,
  publishedSince,
} from '../../../queries/readings/lines-shown.ts';
import { batchPage } from './batch-page.tsx';
import { submitApprove, submitReturn, submitWithdraw } from './decide.ts';
import { askLines, submitLines } from './enter.ts';
import { askFile, faultsOf, showFile, submitFile, submitPut } from './file.ts';
import { mostBytes } from './bring-page.tsx';
import { noSuchBatch } from './no-such-batch.ts';
import { roomPage } from './room-page.tsx';

const room = '/office/:body/readings';
const batch = `${room}/batches/:batch`;

/** How many batches the page of readings shows. */
const batchesShown = 20;

/** Every page and form in which a body’s officers bring readings and approve them. */
export function readingOfficeRoutes(services: Services): readonly OfficeRoute[] {
  const { database, clock } = services;
  const files = (
    path: string,
    may: OfficeRoute['may'],
    dataset: (visit: OfficeVisit) => Promise<Dataset | undefined>,
  ): readonly OfficeRoute[] =>
    (['csv', 'json'] as const).map((format) => ({
      method: 'GET',
      path: `${path}.${format}`,
      may,
      handle: async (visit) => {
        const found = await dataset(visit);
        return found === undefined ? notFound(noSuchBatch) : download(found, format);
      },
    }));
  const shownBatch = ({ actor, params, query, today }: OfficeVisit, all = false) =>
    database.as(actor, (sql) =>
      batchShown(
        sql,
        {
          bodyId: actor.bodyId,
          id: params['batch'] ?? '',
          after: Number(/^\d{1,7}$/.exec(query['after'] ?? '')?.[0] ?? 0),
          all,
        },
        today,
      ),
    );
  return [
    {
      method: 'GET',
      path: room,
      may: maySeeBatches,
      handle: async ({ actor, today }) => {
        const missing = await missingReadings(database, actor.bodyId, today);
        return page(
          roomPage(
            await database.as(actor, async (sql) => ({
              actor,
              due: await dueReadings(sql, actor.bodyId, today, missing),
              published: await publishedOf(sql, actor.bodyId, today),
              batches: await batchLines(sql, { bodyId: actor.bodyId, most: batchesShown }),
              hasFile: (await fileShown(sql, actor.bodyId, clock.now())) !== undefined,
              today,
            })),
          ),
        );
      },
    },
    ...files(`${room}/to-bring`, maySeeBatches, async ({ actor, today }) => {
      const missing = await missingReadings(database, actor.bodyId, today);
      const due = await database.as(actor, (sql) => dueReadings(sql, actor.bodyId, today, missing));
      return toBringDataset(actor.bodyId, due);
    }),
    ...files(`${room}/published`, maySeeBatches, async ({ actor, today, query }) => {
      const asked = isoDate(query['since'] ?? '');
      const since = asked.ok ? asked.value : publishedFrom(today);
      return publishedDataset(
        actor.bodyId,
        await database.as(actor, (sql) => publishedSince(sql, actor.bodyId, { since, today })),
      );
    }),
    {
      method: 'GET',
      path: `${room}/enter`,
      may: mayEnterReadings,
      handle: (visit) => askLines(services, visit),
    },
    {
      method: 'POST',
      path: `${room}/enter`,
      may: mayEnterReadings,
      handle: (visit) => submitLines(services, visit),
    },
    { method: 'GET', path: `${room}/bring`, may: mayEnterReadings, handle: async (visit) => askFile(visit) },
    {
      method: 'POST',
      path: `${room}/bring`,
      may: mayEnterReadings,
      uploads: { most: 1, bytesEach: mostBytes },
      handle: (visit) => submitFile(services, visit),
    },
    {
      method: 'GET',
      path: `${room}/file`,
      may: mayEnterReadings,
      handle: (visit) => showFile(services, visit),
    },
    {
      method: 'POST',
      path: `${room}/file`,
      may: mayEnterReadings,
      handle: (visit) => submitPut(services, visit),
    },
    ...files(`${room}/faults`, mayEnterReadings, (visit) => faultsOf(services, visit, 'faults')),
    ...files(`${room}/doubts`, mayEnterReadings, (visit) => faultsOf(services, visit, 'doubts')),
    {
      method: 'GET',
      path: batch,
      may: maySeeBatches,
      handle: async (visit): Promise<Reply> => {
        const found = await shownBatch(visit);
        return found === undefined
          ? notFound(noSuchBatch)
          : page(batchPage({ ...found, actor: visit.actor }, {}, {}));
      },
    },
    ...files(`${batch}/readings`, maySeeBatches, async (visit) => {
      const found = await shownBatch(visit, true);
      return found && batchDataset(found);
    }),
    {
      method: 'POST',
      path: `${batch}/approve`,
      may: mayApproveReadings,
      handle: (visit) => submitApprove(services, visit),
    },
    {
      method: 'POST',
      path: `${batch}/return`,
      may: mayApproveReadings,
      handle: (visit) => submitReturn(services, visit),
    },
    {
      method: 'POST',
      path: `${batch}/withdraw`,
      may: mayEnterReadings,
      handle: (visit) => submitWithdraw(services, visit),
    },
  ];
}
