import { lockThing } from '#platform/db';
import { formatDate, ok, plural, refuse } from '#platform/kernel';
import { act, type ActServices, type SystemActor } from '#platform/record';
import { consultationPath } from '../../domain/consultation/consultation.ts';
import { consultationsToPurge, findPurge, insertPurge } from '../../store/consultation-results.ts';
import { findConsultation } from '../../store/consultations.ts';
import { deleteResponses } from '../../store/responses.ts';
import { consultationEntry } from './entries.ts';

/**
 * Deletes the answers that were to be kept no longer: of one body, or of all. What was published of them stays. It runs
 * before every act on a consultation and as a command; until it does, answers past their day are not shown any more. Who
 * reads one meanwhile has it on the screen and nowhere else. Answers the consultations it was done for.
 */
export async function purgeEnded(
  services: ActServices,
  { bodyId }: Readonly<{ bodyId?: string }> = {},
): Promise<readonly string[]> {
  const today = services.clock.today();
  const ended = await consultationsToPurge(services.database, { today, bodyId });
  const purged: string[] = [];
  for (const { id, bodyId: owner } of ended) {
    const keeper: SystemActor = { officeTitle: 'Accord, keeping to what was promised', bodyId: owner };
    const outcome = await act<number, 'done-already'>(services, keeper, {}, async (sql) => {
      await lockThing(sql, consultationPath({ id }));
      const consultation = await findConsultation(sql, id);
      if (consultation === undefined || (await findPurge(sql, id)) !== undefined)
        return refuse('done-already');
      const responses = await deleteResponses(sql, id);
      const at = services.clock.now();
      await insertPurge(sql, id, { responses, byOffice: keeper.officeTitle, at });
      const until = consultation.keepUntil ?? today;
      const summary = `The answers to ${consultation.title} were deleted, ${plural(responses, 'response')}, kept until ${formatDate(until)} as promised`;
      return ok({
        value: responses,
        entry: consultationEntry(consultation, 'answers-deleted', summary, { responses, keepUntil: until }),
      });
    });
    if (outcome.ok) purged.push(id);
  }
  return purged;
}
