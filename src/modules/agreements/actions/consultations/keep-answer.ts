import { type DraftAnswers, isTooLong } from '#platform/drafts';
import { newToken, tokenHash } from '#platform/identity';
import { addDays, instantInLondon, type IsoDate, midnight, ok, refuse, type Result } from '#platform/kernel';
import type { ActServices } from '#platform/record';
import { findConsultation } from '../../store/consultations.ts';
import { findSent } from '../../store/responses.ts';
import { findUnsent, keepUnsent } from '../../store/unsent-responses.ts';
import { isOpen, type NotOpen } from './send-answer.ts';

export type KeepAnswerRefusal = NotOpen | 'link-ended' | 'sent-already' | 'too-long';

/** How long a link to unsent answers is good for after they were last saved. */
export const linkDays = 30;

/**
 * Keeps answers that are not sent yet, unfinished or wrong as they may be, under a private link of 256 random bits that only
 * whoever saved them has: its hash alone is stored. It is nobody’s act yet, so the record says nothing of it. Answers the
 * link, and the first day on which it is good no more.
 */
export async function keepAnswer(
  { database, clock }: ActServices,
  consultationId: string,
  given: Readonly<{ answers: DraftAnswers; link: string | undefined }>,
): Promise<Result<Readonly<{ link: string; endsOn: IsoDate }>, KeepAnswerRefusal>> {
  const consultation = await findConsultation(database, consultationId);
  if (consultation === undefined) return refuse('no-such-consultation');
  if (isTooLong(given.answers)) return refuse('too-long');
  const { bodyId } = consultation;
  return database.transaction<Readonly<{ link: string; endsOn: IsoDate }>, KeepAnswerRefusal>(
    { bodyId },
    {},
    async (sql) => {
      const now = clock.now();
      const open = await isOpen(sql, consultation, now);
      if (!open.ok) return open;
      const link = given.link ?? newToken();
      const linkHash = tokenHash(link);
      if (given.link !== undefined) {
        const saved = await findUnsent(sql, { consultationId, linkHash, now, lock: true });
        if (saved === undefined)
          return refuse(
            (await findSent(sql, consultationId, { linkHash })) === undefined ? 'link-ended' : 'sent-already',
          );
      }
      const endsOn = addDays(clock.today(), linkDays);
      const endsAt = instantInLondon({ date: endsOn, time: midnight });
      await keepUnsent(sql, {
        consultationId,
        bodyId,
        linkHash,
        answers: given.answers,
        endsAt,
        savedAt: now,
      });
      return ok({ link, endsOn });
    },
  );
}
