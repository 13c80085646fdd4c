import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import type { Stale } from '#platform/module';
import type { ActOptions, ActServices } from '#platform/record';
import { responseName } from '../../domain/consultation/consultation.ts';
import {
  acceptModeration,
  itsName,
  type ModerationRefusal,
  type NewModeration,
  type PublishedText,
  writtenIn,
} from '../../domain/consultation/moderation.ts';
import { insertText, listTexts } from '../../store/consultation-results.ts';
import { findResponse } from '../../store/responses.ts';
import { privateConsultationEntry } from './entries.ts';
import { onConsultation, type OnConsultationRefusal } from './on-consultation.ts';

export type ModerateRefusal =
  | OnConsultationRefusal
  | ModerationRefusal
  | 'no-such-text'
  | Stale<PublishedText>;

export type TextNamed = Readonly<{ consultationId: string; response: number; question: number }>;

/**
 * Lets a free text, or the name of an organisation, be read as it was written, with parts removed, or not at all, and says why. The text as written stays
 * private. `seen`: the revision of the decision the officer saw, 0 for none; who comes second is shown what stands.
 */
export async function moderateText(
  services: ActServices,
  actor: Actor | undefined,
  { consultationId, response, question }: TextNamed,
  given: NewModeration & Readonly<{ seen: number }>,
  options: ActOptions = {},
): Promise<Result<void, ModerateRefusal>> {
  return onConsultation<void, ModerateRefusal>(
    services,
    actor,
    consultationId,
    options,
    async ({ sql, consultation, actor: officer, now }) => {
      const found = await findResponse(sql, consultationId, response, services.clock.today());
      const written = found === undefined ? '' : writtenIn(found, question);
      if (written === '') return refuse('no-such-text');
      const stands = (await listTexts(sql, consultationId, { response })).find(
        (text) => text.question === question,
      );
      if ((stands?.revision ?? 0) !== given.seen) return refuse({ stale: stands });
      const accepted = acceptModeration(written, given);
      if (!accepted.ok) return accepted;
      const { says, reason } = accepted.value;
      await insertText(sql, consultationId, {
        response,
        question,
        revision: given.seen + 1,
        outcome: given.outcome,
        says,
        reason,
        byOffice: officer.officeTitle,
        at: now,
      });
      const what = question === itsName ? 'The name' : 'A text';
      const summary = `${what} of ${responseName(response)} was looked through`;
      const facts = { response, question, outcome: given.outcome, reason };
      return ok({
        value: undefined,
        entry: privateConsultationEntry(consultation, 'text-decided', summary, facts),
      });
    },
  );
}
