import { type Entry, type Json, publicEntry, type SystemActor } from '#platform/record';
import { type Consultation, consultationPath } from '../../domain/consultation/consultation.ts';

/** What the public record keeps of an act on a consultation. It never holds what anybody answered. */
export const consultationEntry = (
  consultation: Pick<Consultation, 'id' | 'bodyId' | 'title' | 'places' | 'subjectPath'>,
  what: string,
  summary: string,
  facts: Readonly<Record<string, Json>>,
  things: readonly string[] = [],
): Entry =>
  publicEntry({
    act: `agreements.consultation.${what}`,
    subject: consultationPath(consultation),
    summary,
    facts,
    about: {
      bodies: [consultation.bodyId],
      places: consultation.places,
      things: [...(consultation.subjectPath === undefined ? [] : [consultation.subjectPath]), ...things],
    },
  });

/** What the body’s private part of the record keeps: that it happened, and to which response; no words of anybody. */
export const privateConsultationEntry = (
  consultation: Pick<Consultation, 'id'>,
  what: string,
  summary: string,
  facts: Readonly<Record<string, Json>>,
): Entry => ({
  act: `agreements.consultation.${what}`,
  subject: consultationPath(consultation),
  summary,
  facts,
  visibility: 'private',
});

/**
 * Whoever answers without an account. It acts for the body that asked, so that what is written is that body’s alone; it is
 * only ever shown what its own link or key names.
 */
export const somebodyAnswering = ({ bodyId }: Pick<Consultation, 'bodyId'>): SystemActor => ({
  officeTitle: 'Somebody who answered a consultation',
  bodyId,
});
