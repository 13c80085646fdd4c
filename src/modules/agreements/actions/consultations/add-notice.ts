import { type Actor, formatLondonTime, londonTime, ok, refuse, type Result } from '#platform/kernel';
import type { Stale } from '#platform/module';
import type { ActOptions, ActServices } from '#platform/record';
import type { Notice } from '../../domain/consultation/consultation.ts';
import { acceptNotice, type NoticeRefusal } from '../../domain/consultation/new-consultation.ts';
import { insertNotice, listNotices } from '../../store/consultations.ts';
import { consultationEntry } from './entries.ts';
import { onConsultation, type OnConsultationRefusal } from './on-consultation.ts';

export type AddNoticeRefusal = OnConsultationRefusal | NoticeRefusal | Stale<Notice>;

/** Adds a notice to a consultation, or puts its closing later and says why. `seen`: how many notices the officer saw. */
export async function addNotice(
  services: ActServices,
  actor: Actor | undefined,
  consultationId: string,
  given: Readonly<{ says: string; closesAt: Date | undefined; seen: number }>,
  options: ActOptions = {},
): Promise<Result<void, AddNoticeRefusal>> {
  return onConsultation<void, AddNoticeRefusal>(
    services,
    actor,
    consultationId,
    options,
    async ({ sql, consultation, actor: officer, now }) => {
      const notices = (await listNotices(sql, [consultationId])).get(consultationId) ?? [];
      if (notices.length !== given.seen) return refuse({ stale: notices.at(-1) });
      const accepted = acceptNotice(consultation, notices, given, now);
      if (!accepted.ok) return accepted;
      const { says, closesAt } = given;
      const notice = { says, closesAt, byOffice: officer.officeTitle, at: now };
      await insertNotice(sql, consultationId, notices.length + 1, notice);
      const summary =
        closesAt === undefined
          ? `A notice was added to the consultation ${consultation.title}`
          : `The consultation ${consultation.title} is extended: it closes at ${formatLondonTime(londonTime(closesAt))}`;
      const facts = { says, closesAt: closesAt?.toISOString() ?? null };
      return ok({
        value: undefined,
        entry: consultationEntry(
          consultation,
          closesAt === undefined ? 'notice-added' : 'extended',
          summary,
          facts,
        ),
      });
    },
  );
}
