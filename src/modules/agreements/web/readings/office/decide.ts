import { askAgain, notFound, type OfficeVisit, redirect, type Reply } from '#platform/http';
import type { Result } from '#platform/kernel';
import type { Services } from '#platform/module';
import { once } from '#platform/web';
import {
  approveBatch,
  type DecideRefusal,
  returnBatch,
  withdrawBatch,
} from '../../../actions/readings/decide-batch.ts';
import { batchShown } from '../../../queries/readings/batch-shown.ts';
import { batchPage } from './batch-page.tsx';
import { explainDecide } from './decide-words.ts';
import { batchPath } from './paths.ts';
import { noSuchBatch } from './no-such-batch.ts';

const named = ({ actor, params }: OfficeVisit) => ({ bodyId: actor.bodyId, batchId: params['batch'] ?? '' });
const says = ({ answers }: OfficeVisit) => (answers['says'] ?? '').trim().slice(0, mostCharacters);
const mostCharacters = 2000;

/** Publishes a batch. */
export const submitApprove = async (services: Services, visit: OfficeVisit): Promise<Reply> =>
  answer(
    services,
    visit,
    await approveBatch(services, visit.actor, named(visit), once(visit)),
    'The readings are published.',
  );

/** Gives a batch back. */
export const submitReturn = async (services: Services, visit: OfficeVisit): Promise<Reply> =>
  answer(
    services,
    visit,
    await returnBatch(services, visit.actor, { ...named(visit), says: says(visit) }, once(visit)),
    'The readings were given back, with your reason.',
  );

/** Takes one’s own batch back. */
export const submitWithdraw = async (services: Services, visit: OfficeVisit): Promise<Reply> =>
  answer(
    services,
    visit,
    await withdrawBatch(services, visit.actor, { ...named(visit), says: says(visit) }, once(visit)),
    'The readings were taken back. Nothing of them was published.',
  );

/** A refusal shows the batch as it stands now, with the sentence. */
async function answer(
  { database }: Services,
  visit: OfficeVisit,
  outcome: Result<void, DecideRefusal>,
  notice: string,
): Promise<Reply> {
  const { actor, answers, today } = visit;
  const { bodyId, batchId } = named(visit);
  if (outcome.ok) return redirect(batchPath(bodyId, batchId), notice);
  const found = await database.as(actor, (sql) => batchShown(sql, { bodyId, id: batchId }, today));
  if (found === undefined) return notFound(noSuchBatch);
  return askAgain(batchPage({ ...found, actor }, answers, explainDecide(outcome.error)));
}
