import { lockThing } from '#platform/db';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import { type ActOptions, type ActServices, freshId } from '#platform/record';
import { placesOn } from '#modules/register';
import { consultationPath, responseName } from '../../domain/consultation/consultation.ts';
import { acceptSheet, type Sheet, type SheetRefusal } from '../../domain/consultation/sheet.ts';
import { findPurge, listResults } from '../../store/consultation-results.ts';
import { privateConsultationEntry } from './entries.ts';
import { enterResponse, keyHash } from './enter-response.ts';
import { onConsultation, type OnConsultationRefusal } from './on-consultation.ts';

export type EnterPaperRefusal =
  | OnConsultationRefusal
  | SheetRefusal
  | 'not-open-yet'
  | 'results-published'
  | 'answers-deleted';

/**
 * Enters a response that came on paper, under its reference. It may have come by post before the closing and be entered after,
 * so it is taken until the results are counted.
 */
export async function enterPaper(
  services: ActServices,
  actor: Actor | undefined,
  consultationId: string,
  { sheet, reference }: Readonly<{ sheet: Sheet; reference: string }>,
  options: ActOptions = {},
): Promise<Result<{ number: number }, EnterPaperRefusal>> {
  return onConsultation<{ number: number }, EnterPaperRefusal>(
    services,
    actor,
    consultationId,
    options,
    async ({ sql, consultation, actor: officer, now }) => {
      if (consultation.opensAt !== undefined && now < consultation.opensAt) return refuse('not-open-yet');
      if ((await findPurge(sql, consultationId)) !== undefined) return refuse('answers-deleted');
      if ((await listResults(sql, [consultationId])).has(consultationId)) return refuse('results-published');
      const places = await placesOn(sql, { on: services.clock.today() });
      const placeIds = new Set(places.map(({ id }) => id));
      const accepted = acceptSheet({ questions: consultation.questions, placeIds }, sheet);
      if (!accepted.ok) return accepted;
      await lockThing(sql, `${consultationPath(consultation)}/responses`);
      const number = await enterResponse(sql, services.clock, consultation, accepted.value, {
        cameBy: 'paper',
        sentKey: keyHash(freshId(services.clock)),
        paperReference: reference,
        enteredBy: officer.officeTitle,
      });
      const summary = `A response on paper was entered: ${responseName(number)}`;
      const entry = privateConsultationEntry(consultation, 'paper-entered', summary, { number, reference });
      return ok({ value: { number }, entry });
    },
  );
}
