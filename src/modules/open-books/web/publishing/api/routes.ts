import { json, type KeyRoute, notFound, type OfficeVisit, type Reply, safeFilename } from '#platform/http';
import type { ServicesWithFiles } from '#platform/module';
import { once } from '#platform/web';
import { z } from 'zod';
import { bringImport } from '../../../actions/publishing/bring-import.ts';
import { roundedTogether } from '../../../domain/import/rounding.ts';
import { releasePath } from '../../../domain/release/release-path.ts';
import { mayBringSpending, maySeeSpending } from '../../../permissions.ts';
import { importShown, type ImportWithPlace } from '../../../queries/publishing/imports.ts';
import { roundingJson } from '../../check-json.ts';
import { isDataset } from '../office/bring.ts';
import { explainBring } from '../office/bring-words.ts';
import { importPath } from '../office/paths.ts';
import { begunShape, importShape } from './shapes.ts';

/** What is sent is held in memory while it comes; larger files are brought by the command line. */
const mostBytes = 50_000_000;
const csv = 'text/csv';
const anExample = 'Payment Date,Supplier,Net Amount\n2026-07-03,Medway Paving Limited,1200.50';
const anyFile = z.string().describe('The file, byte for byte');
const endings: Readonly<Record<string, string>> = {
  [csv]: '.csv',
  'text/tab-separated-values': '.tsv',
  'application/zip': '.zip',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'application/vnd.oasis.opendocument.spreadsheet': '.ods',
};

const apiImportPath = (importId: string): string => `/api/spending/imports/${importId}`;

/** Payments for programs: sent by key, and asked about. Officers look through the report and ask for publication in the browser. */
export const spendingKeyRoutes = (services: ServicesWithFiles): readonly KeyRoute[] => [
  {
    method: 'POST',
    path: '/api/spending/imports',
    by: 'key',
    may: mayBringSpending,
    takes: Object.fromEntries(Object.keys(endings).map((type) => [type, mostBytes])),
    api: {
      summary: 'Send a file of payments: it is read and checked, and waits for your body’s officers',
      parameters: {
        dataset: { says: 'spending, or procurement-card; spending when left out', example: 'spending' },
        name: { says: 'What the file is called', example: 'payments-july-2026.csv' },
      },
      sends: Object.fromEntries(
        Object.keys(endings).map((type) => [
          type,
          { shape: anyFile, example: type === csv ? anExample : '' },
        ]),
      ),
      status: 201,
      answers: begunShape,
      otherwise: {
        400: 'There is no Idempotency-Key, or a parameter is not written as it must be',
        413: 'More was sent than is taken at once: bring it by the command line',
        415: 'It is none of the kinds of file that are taken',
        422: 'Nothing was taken: the same file is published or brought already, or holds nothing',
      },
    },
    handle: (visit) => submitSent(services, visit),
  },
  {
    method: 'GET',
    path: '/api/spending/imports/:import',
    by: 'key',
    may: maySeeSpending,
    api: {
      summary: 'What became of payments that were brought, and what their check found',
      parameters: {
        import: { says: 'The id of the import', example: '0198b2f0-7c1e-7000-8000-000000000000' },
      },
      answers: importShape,
      otherwise: { 404: 'Your body has no such import' },
    },
    handle: async ({ actor, params }) => {
      const asked = { bodyId: actor.bodyId, id: params['import'] ?? '' };
      const found = await services.database.as(actor, (sql) => importShown(sql, asked, services.clock.now()));
      return found === undefined ? notFound('Your body has no import of this id.') : json(asShape(found));
    },
  },
];

async function submitSent(services: ServicesWithFiles, visit: OfficeVisit): Promise<Reply> {
  const { actor, files, query, path, submission } = visit;
  const [sent] = files;
  const { dataset = 'spending', name } = query;
  if (!isDataset(dataset)) return problem(400, 'dataset must be spending or procurement-card.');
  if (sent === undefined) return problem(400, 'Nothing was sent.');
  const filename = safeFilename(name ?? `sent${endings[sent.declaredType] ?? ''}`);
  const asked = {
    bodyId: actor.bodyId,
    dataset,
    cameBy: 'api',
    files: [{ filename, bytes: sent.bytes }],
  } as const;
  const begun = await bringImport(services, actor, asked, once({ submission, answers: {}, path, files }));
  if (!begun.ok) {
    const sentence = Object.values(explainBring(begun.error, actor.bodyId))[0] ?? '';
    return problem(422, `${sentence}.`);
  }
  const { importId, running } = begun.value;
  // How the reading ends is said where the import is asked about.
  running.catch(() => undefined);
  return json({ import: apiImportPath(importId), page: importPath(actor.bodyId, importId) }, 201);
}

const asShape = ({ brought, releases }: ImportWithPlace) => {
  const { report } = brought.reading;
  return {
    import: apiImportPath(brought.id),
    page: importPath(brought.bodyId, brought.id),
    standing: brought.standing.is,
    release: releases[0] === undefined ? null : releasePath(releases[0].id),
    releases: releases.map(({ id }) => releasePath(id)),
    report:
      report === undefined
        ? null
        : {
            rowsIn: report.rowsIn,
            rowsUnderstood: report.rowsUnderstood,
            rowsSetAside: report.rowsSetAside,
            penceUnderstood: report.penceUnderstood,
            penceSetAside: report.penceSetAside,
            rounding: roundingJson(roundedTogether(report.tables), report.penceUnderstood),
            periodFrom: report.periodFrom,
            periodTo: report.periodTo,
            tables: report.tables.map((table) => ({
              filename: table.filename,
              sheet: table.sheet,
              encoding: table.encoding,
              rowsIn: table.rowsIn,
              rowsUnderstood: table.rowsUnderstood,
              rowsSetAside: table.rowsSetAside,
              reasons: table.reasons,
              inDoubt: table.inDoubt,
              refused: table.refused,
            })),
            findings: report.findings.map(({ kind, rows, pence }) => ({ kind, rows, pence })),
          },
  };
};

/** RFC 9457. */
const problem = (status: 400 | 422, detail: string): Reply =>
  json(
    { type: 'about:blank', title: 'Nothing was taken', status, detail },
    status,
    'application/problem+json',
  );
