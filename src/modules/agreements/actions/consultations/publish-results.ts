import { lockThing } from '#platform/db';
import { type Actor, ok, plural, refuse, type Result } from '#platform/kernel';
import type { ActOptions, ActServices } from '#platform/record';
import { countsOf, tallyOf } from '../../domain/consultation/analysis.ts';
import { closingAt, consultationPath } from '../../domain/consultation/consultation.ts';
import { findPurge, insertCounts, insertResult } from '../../store/consultation-results.ts';
import { listNotices } from '../../store/consultations.ts';
import { countedResponses } from '../../store/responses.ts';
import { consultationEntry } from './entries.ts';
import { onConsultation, type OnConsultationRefusal } from './on-consultation.ts';

export type PublishResultsRefusal =
  | OnConsultationRefusal
  | 'still-open'
  | 'answers-deleted'
  | 'results-published'
  | 'says-nothing';

/**
 * Counts the responses of a closed consultation and publishes the counts for good: organisations and residents apart, each
 * response by its number, and residents of a place only where there are enough of them. The answers themselves stay private; an
 * organisation is named where an officer let its name be read.
 */
export async function publishResults(
  services: ActServices,
  actor: Actor | undefined,
  consultationId: string,
  { says }: Readonly<{ says: string }>,
  options: ActOptions = {},
): Promise<Result<void, PublishResultsRefusal>> {
  return onConsultation<void, PublishResultsRefusal>(
    services,
    actor,
    consultationId,
    options,
    async ({ sql, consultation, actor: officer, now }) => {
      if (says === '') return refuse('says-nothing');
      const notices = (await listNotices(sql, [consultationId])).get(consultationId) ?? [];
      if (now < closingAt(consultation, notices, now)) return refuse('still-open');
      if ((await findPurge(sql, consultationId)) !== undefined) return refuse('answers-deleted');
      // Whoever sent in the last moment is counted: the count waits until that answer is kept.
      await lockThing(sql, `${consultationPath(consultation)}/responses`);
      const counted = await countedResponses(sql, consultationId);
      const tally = tallyOf(counted);
      const source = `Counted by Accord from the responses to ${consultation.title}`;
      const result = { says, tally, source, byOffice: officer.officeTitle, at: now };
      if (!(await insertResult(sql, consultationId, result))) return refuse('results-published');
      const counts = countsOf(counted, consultation.questions, consultation.suppressUnder);
      await insertCounts(sql, consultationId, counts, counted);
      const summary = `Results of the consultation ${consultation.title}: ${plural(tally.responses, 'response')}`;
      const facts = {
        says,
        responses: tally.responses,
        online: tally.online ?? null,
        paper: tally.paper ?? null,
        byOrganisation: tally.byOrganisation ?? null,
        organisations: tally.organisations ?? null,
        byResident: tally.byResident ?? null,
      };
      return ok({
        value: undefined,
        entry: consultationEntry(consultation, 'results-published', summary, facts),
      });
    },
  );
}
