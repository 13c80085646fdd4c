import { type IsoDate, londonDate, ok, refuse, type Result } from '#platform/kernel';
import { type Consultation, type Notice, closingAt } from './consultation.ts';

/** A consultation as it is drafted, before it has an address. Undefined opening: as soon as it is published. */
export type NewConsultation = Omit<
  Consultation,
  'id' | 'publishedBy' | 'publishedAt' | 'certainty' | 'resultsBy' | 'keepUntil'
> &
  Readonly<{ resultsBy: IsoDate; keepUntil: IsoDate }>;

export type NewConsultationRefusal =
  | 'nothing-asked'
  | 'choice-without-options'
  | 'opens-in-the-past'
  | 'closes-before-it-opens'
  | 'results-before-it-closes'
  | 'forgotten-before-the-results';

/** Holds a draft against the clock and itself; answers the moment it opens. */
export function acceptConsultation(
  given: Pick<NewConsultation, 'questions' | 'opensAt' | 'closesAt' | 'resultsBy' | 'keepUntil'>,
  now: Date,
): Result<Readonly<{ opensAt: Date }>, NewConsultationRefusal> {
  const { questions, closesAt, resultsBy, keepUntil } = given;
  const opensAt = given.opensAt ?? now;
  if (questions.length === 0) return refuse('nothing-asked');
  if (questions.some(({ kind, options }) => kind === 'choice' && options.length < 2))
    return refuse('choice-without-options');
  if (opensAt < now) return refuse('opens-in-the-past');
  if (closesAt <= opensAt) return refuse('closes-before-it-opens');
  if (resultsBy < londonDate(closesAt)) return refuse('results-before-it-closes');
  if (keepUntil < resultsBy) return refuse('forgotten-before-the-results');
  return ok({ opensAt });
}

export type NoticeRefusal = 'closed-already' | 'shortened' | 'extended-past-the-results';

/** A notice can be added at any time; the closing moment can be put later while it is open, and never earlier. */
export function acceptNotice(
  consultation: Pick<Consultation, 'closesAt' | 'resultsBy'>,
  notices: readonly Pick<Notice, 'closesAt' | 'at'>[],
  given: Readonly<{ closesAt: Date | undefined }>,
  now: Date,
): Result<void, NoticeRefusal> {
  if (given.closesAt === undefined) return ok();
  const stands = closingAt(consultation, notices, now);
  if (now >= stands) return refuse('closed-already');
  if (given.closesAt <= stands) return refuse('shortened');
  if (consultation.resultsBy !== undefined && londonDate(given.closesAt) > consultation.resultsBy)
    return refuse('extended-past-the-results');
  return ok();
}

/** An address made of a title: `a-fair-start-for-children`. */
export function slugOf(title: string): string {
  const slug = title
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[’']/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '');
  return slug === '' ? 'consultation' : slug;
}
