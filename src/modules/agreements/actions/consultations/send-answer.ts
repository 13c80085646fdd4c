import { lockThing, type Sql } from '#platform/db';
import { tokenHash } from '#platform/identity';
import { ok, refuse, type Result } from '#platform/kernel';
import { actTogether, type ActServices, freshId } from '#platform/record';
import { placesOn } from '#modules/register';
import { closingAt, type Consultation, consultationPath } from '../../domain/consultation/consultation.ts';
import { acceptSheet, type Sheet, type SheetRefusal } from '../../domain/consultation/sheet.ts';
import { findConsultation, listNotices } from '../../store/consultations.ts';
import { findSent } from '../../store/responses.ts';
import { dropUnsent, findUnsent } from '../../store/unsent-responses.ts';
import { privateConsultationEntry, somebodyAnswering } from './entries.ts';
import { contentHash, enterResponse, keyHash } from './enter-response.ts';
import { purgeEnded } from './purge-answers.ts';

export type NotOpen = 'no-such-consultation' | 'not-open-yet' | 'closed';
export type SendRefusal = NotOpen | SheetRefusal | 'link-ended' | 'sent-already' | 'already-submitted';

export type SheetSent = Readonly<{
  sheet: Sheet;
  /** The key the form was handed out with. */
  submission: string;
  /** The private link it was saved under; undefined where it is sent at once. */
  link: string | undefined;
}>;

/**
 * Takes one sheet of answers from anybody, without an account: private to the body that asks. However often the same form is
 * sent, it counts once and is answered alike. A link is used up by it. The last moment is the one before closing. Answers the
 * number under which it is counted.
 */
export async function sendAnswer(
  services: ActServices,
  consultationId: string,
  { sheet, submission, link }: SheetSent,
): Promise<Result<{ number: number }, SendRefusal>> {
  const consultation = await findConsultation(services.database, consultationId);
  if (consultation === undefined) return refuse('no-such-consultation');
  await purgeEnded(services, { bodyId: consultation.bodyId });
  const places = await placesOn(services.database, { on: services.clock.today() });
  const placeIds = new Set(places.map(({ id }) => id));
  const accepted = acceptSheet({ questions: consultation.questions, placeIds }, sheet);
  const sentKey = keyHash(submission === '' ? freshId(services.clock) : submission);
  const linkHash = link === undefined ? undefined : tokenHash(link);

  return actTogether<{ number: number }, SendRefusal>(
    services,
    somebodyAnswering(consultation),
    {},
    async (sql) => {
      await lockThing(sql, `${consultationPath(consultation)}/responses`);
      const before = await findSent(sql, consultationId, { sentKey });
      if (before !== undefined)
        return accepted.ok && before.content_hash === contentHash(accepted.value)
          ? ok({ value: { number: before.number }, entries: [] })
          : refuse('already-submitted');
      const open = await isOpen(sql, consultation, services.clock.now());
      if (!open.ok) return open;
      const now = services.clock.now();
      if (linkHash !== undefined) {
        const saved = await findUnsent(sql, { consultationId, linkHash, now, lock: true });
        if (saved === undefined)
          return refuse(
            (await findSent(sql, consultationId, { linkHash })) === undefined ? 'link-ended' : 'sent-already',
          );
        await dropUnsent(sql, { linkHash, now });
      }
      if (!accepted.ok) return accepted;
      const came = { cameBy: 'online', sentKey, linkHash } as const;
      const number = await enterResponse(sql, services.clock, consultation, accepted.value, came);
      const entry = privateConsultationEntry(consultation, 'answered', 'A response came in', { number });
      return ok({ value: { number }, entries: [entry] });
    },
  );
}

/** Whether a consultation can be answered at a moment: from its opening on, and no longer at its closing. */
export async function isOpen(
  sql: Sql,
  consultation: Consultation,
  at: Date,
): Promise<Result<void, 'not-open-yet' | 'closed'>> {
  const notices = (await listNotices(sql, [consultation.id])).get(consultation.id) ?? [];
  if (consultation.opensAt !== undefined && at < consultation.opensAt) return refuse('not-open-yet');
  return at < closingAt(consultation, notices, at) ? ok() : refuse('closed');
}
