import { json, type KeyRoute, notFound } from '#platform/http';
import type { Services } from '#platform/module';
import { readingsPath } from '../../../domain/reading/reading-paths.ts';
import { mayEnterReadings, maySeeBatches } from '../../../permissions.ts';
import type { BatchLine } from '../../../queries/readings/batch-shown.ts';
import { batchStanding } from '../../../queries/readings/batch-standing.ts';
import { mostBytes } from '../office/bring-page.tsx';
import { batchPath } from '../office/paths.ts';
import { apiBatchPath, submitSent } from './send.ts';
import { batchShape, putShape, sentShape } from './shapes.ts';

/** JSON is read in one go and holds the site up while it is: some twenty thousand readings. CSV is read in breaths. */
const mostJsonBytes = 6_000_000;

const anExample = [
  {
    series: 'decent-homes',
    area: 'maidstone',
    from: '2026-04-01',
    to: '2026-06-30',
    status: 'provisional',
    value: '94.2',
  },
];
const asCsv = [
  'Series,Area,Period from,Period to,Status,Value',
  'decent-homes,maidstone,2026-04-01,2026-06-30,provisional,94.2',
].join('\n');

/** Readings for programs: sent by key, and asked about. Nothing that is sent is public before somebody else approves it. */
export const readingKeyRoutes = (services: Services): readonly KeyRoute[] => [
  {
    method: 'POST',
    path: '/api/readings',
    by: 'key',
    may: mayEnterReadings,
    takes: { 'application/json': mostJsonBytes, 'text/csv': mostBytes },
    api: {
      summary: 'Send readings: all of them wait for approval by somebody else of your body, or none',
      parameters: {
        whose: { says: 'own, or others for figures to compare with; own when left out', example: 'own' },
        sure: {
          says: 'yes, when readings far from the periods before have been looked at again',
          example: 'yes',
        },
      },
      sends: {
        'application/json': { shape: sentShape, example: JSON.stringify(anExample) },
        'text/csv': { shape: sentShape, example: asCsv },
      },
      status: 201,
      answers: putShape,
      otherwise: {
        400: 'There is no Idempotency-Key, or a parameter is not written as it must be',
        413: 'More was sent than is taken at once',
        415: 'It is neither JSON nor CSV',
        422: 'Nothing was put: errors names every row and field that is wrong, or doubts what is to be looked at again',
      },
    },
    handle: (visit) => submitSent(services, visit),
  },
  {
    method: 'GET',
    path: '/api/readings/batches/:batch',
    by: 'key',
    may: maySeeBatches,
    api: {
      summary: 'What became of readings that your body sent',
      parameters: { batch: { says: 'The id of the batch', example: '0198b2f0-7c1e-7000-8000-000000000000' } },
      answers: batchShape,
      otherwise: { 404: 'Your body has no such batch' },
    },
    handle: async ({ actor, params }) => {
      const asked = { bodyId: actor.bodyId, id: params['batch'] ?? '' };
      const batch = await services.database.as(actor, (sql) => batchStanding(sql, asked));
      return batch === undefined
        ? notFound('Your body has no batch of readings of this id.')
        : json(asShape(batch));
    },
  },
];

const asShape = (batch: BatchLine) => ({
  batch: apiBatchPath(batch.id),
  page: batchPath(batch.bodyId, batch.id),
  standing: batch.outcome?.outcome ?? 'waiting',
  readings: batch.readings,
  enteredBy: batch.enteredBy,
  enteredAt: batch.enteredAt.toISOString(),
  decidedBy: batch.outcome?.byOffice ?? null,
  decidedAt: batch.outcome?.at.toISOString() ?? null,
  says: batch.outcome?.says === '' ? null : (batch.outcome?.says ?? null),
  published: batch.outcome?.outcome === 'approved' ? readingsPath(batch) : null,
});
