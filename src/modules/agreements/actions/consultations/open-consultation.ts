import { findDraft, removeDraft } from '#platform/drafts';
import type { Sql } from '#platform/db';
import { may, newToken } from '#platform/identity';
import { type Actor, formatLondonTime, londonTime, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal } from '#platform/module';
import { act, type ActOptions, type ActServices, type Entry } from '#platform/record';
import type { Consultation } from '../../domain/consultation/consultation.ts';
import {
  acceptConsultation,
  type NewConsultation,
  type NewConsultationRefusal,
  slugOf,
} from '../../domain/consultation/new-consultation.ts';
import { mayConsult } from '../../permissions.ts';
import { insertConsultation, insertSecret } from '../../store/consultations.ts';
import { consultationEntry } from './entries.ts';

/** The kind of its drafts in `platform/drafts`. */
export const consultationDraft = 'agreements.consultation';

export type OpenRefusal = CommonRefusal | NewConsultationRefusal | 'draft-gone' | 'draft-changed';

/**
 * Publishes a consultation, which opens at its moment. From then on it is never edited: a notice can be added, and its
 * closing put later. The draft it was written in goes with it, unless somebody changed that since it was looked over.
 */
export async function openConsultation(
  services: ActServices,
  actor: Actor | undefined,
  given: NewConsultation,
  { draft, ...options }: ActOptions & Readonly<{ draft?: Readonly<{ id: string; version: number }> }> = {},
): Promise<Result<{ id: string }, OpenRefusal>> {
  const allowed = may(actor, mayConsult, given.bodyId);
  if (!allowed.ok) return allowed;
  return act<{ id: string }, OpenRefusal>(services, allowed.value, options, async (sql) => {
    if (draft !== undefined) {
      const found = await findDraft(sql, draft.id, { lock: true });
      if (found?.kind !== consultationDraft) return refuse('draft-gone');
      if (found.version !== draft.version) return refuse('draft-changed');
      await removeDraft(sql, draft.id);
    }
    const now = services.clock.now();
    const accepted = acceptConsultation(given, now);
    if (!accepted.ok) return accepted;
    const { consultation, entry } = await enterConsultation(sql, {
      ...given,
      ...accepted.value,
      certainty: given.isIllustrative ? 'illustrative' : 'confirmed',
      publishedBy: allowed.value.officeTitle,
      publishedAt: now,
    });
    return ok({ value: { id: consultation.id }, entry });
  });
}

/** Publishes a consultation within an act of the caller’s, which keeps the entry, at the first free address of its title. */
export async function enterConsultation(
  sql: Sql,
  given: Omit<Consultation, 'id'>,
): Promise<Readonly<{ consultation: Consultation; entry: Entry }>> {
  const slug = slugOf(given.title);
  for (let count = 1; ; count += 1) {
    const consultation = { ...given, id: count === 1 ? slug : `${slug}-${count}` };
    if (!(await insertConsultation(sql, consultation))) continue;
    await insertSecret(sql, consultation, newToken());
    return { consultation, entry: entryOf(consultation) };
  }
}

function entryOf(consultation: Consultation): Entry {
  const { title, questions, opensAt, closesAt, resultsBy, keepUntil, source, certainty } = consultation;
  return consultationEntry(
    consultation,
    'published',
    `Consultation published: ${title}; it closes at ${formatLondonTime(londonTime(closesAt))}`,
    {
      title,
      questions: questions.map(({ number, kind, text }) => ({ number, kind, text })),
      opensAt: opensAt?.toISOString() ?? null,
      closesAt: closesAt.toISOString(),
      resultsBy: resultsBy ?? null,
      keepUntil: keepUntil ?? null,
      source,
      certainty,
    },
  );
}
