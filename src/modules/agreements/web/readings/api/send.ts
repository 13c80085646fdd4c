import { json, type OfficeVisit, type Reply } from '#platform/http';
import type { Services } from '#platform/module';
import { explainCommon, isCommon, once } from '#platform/web';
import { everyBody } from '#modules/register';
import { type EnterRefusal, putReadings } from '../../../actions/readings/enter-readings.ts';
import { readSentReadings } from '../../../actions/readings/read-sent.ts';
import type { RowFinding } from '../../../domain/reading/findings.ts';
import { sayFault } from '../fault-words.ts';
import { sayFileFault } from '../file-words.ts';
import { batchPath } from '../office/paths.ts';

export const apiBatchPath = (batchId: string): string => `/api/readings/batches/${batchId}`;

/** Puts what a program sent before somebody else of its body: all of it or nothing. */
export async function submitSent(services: Services, visit: OfficeVisit): Promise<Reply> {
  const { actor, files, query, path, submission } = visit;
  const [sent] = files;
  const { whose = 'own', sure = 'no' } = query;
  if (whose !== 'own' && whose !== 'others') return problem(400, 'whose must be own or others.');
  if (sent === undefined) return problem(400, 'Nothing was sent.');
  const rows = await readSentReadings(sent);
  if (!rows.ok) return problem(422, `${sayFileFault(rows.error)}.`);
  const asked = {
    bodyId: actor.bodyId,
    cameBy: 'api',
    isComparison: whose === 'others',
    rows: rows.value,
    isSure: sure === 'yes',
    says: '',
  } as const;
  const put = await putReadings(services, actor, asked, once({ submission, answers: {}, path, files }));
  if (!put.ok) return refused(put.error, await names(services, visit));
  const { batchId, fresh, revisions, ...counts } = put.value;
  const where = { batch: apiBatchPath(batchId), page: batchPath(actor.bodyId, batchId) };
  return json({ ...where, standing: 'waiting', ...counts, accepted: fresh + revisions, revisions }, 201);
}

const names = async ({ database }: Services, { actor, today }: OfficeVisit) => {
  const bodies = await database.as(actor, (sql) => everyBody(sql, { on: today }));
  const byId = new Map(bodies.map(({ id, name }) => [id, name]));
  return (bodyId: string) => byId.get(bodyId) ?? bodyId;
};

function refused(refusal: EnterRefusal | 'already-submitted', nameOf: (bodyId: string) => string): Reply {
  if (typeof refusal === 'object') {
    const { faults, faultsInAll, doubts, doubtsInAll } = refusal.found;
    const say = ({ line, column, value, found }: RowFinding) => {
      const { wrong, mend } = sayFault(found, nameOf);
      return { row: line, field: column, value, sentence: `${wrong}. ${mend}.` };
    };
    return faultsInAll > 0
      ? problem(422, 'Some rows are wrong, so nothing was put. Mend them and send all of them again.', {
          errors: faults.map(say),
          errorsInAll: faultsInAll,
        })
      : problem(
          422,
          'Some figures are far from the periods before, so nothing was put. Look at them again; if they are right, send all of them again with sure=yes.',
          { doubts: doubts.map(say), doubtsInAll },
        );
  }
  if (refusal === 'already-submitted')
    return problem(
      422,
      'Something else was sent before with this Idempotency-Key, and that was acted on. Use a new one.',
    );
  if (isCommon(refusal)) return problem(403, `${explainCommon(refusal)['form'] ?? ''}.`);
  return problem(
    422,
    'Every reading is published or waits for approval already, or is not filled in, so there is nothing to put.',
  );
}

/** RFC 9457, with the rows that are wrong beside it. */
const problem = (
  status: 400 | 403 | 422,
  detail: string,
  more: Readonly<Record<string, unknown>> = {},
): Reply =>
  json(
    { type: 'about:blank', title: 'Nothing was put', status, detail, ...more },
    status,
    'application/problem+json',
  );
