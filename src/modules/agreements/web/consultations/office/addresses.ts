import type { Actor } from '#platform/kernel';
import {
  type Consultation,
  consultationOffice,
  consultationPath,
} from '../../../domain/consultation/consultation.ts';

/** Where an office works on its body’s consultations. */
export const officePath = ({ bodyId }: Pick<Actor, 'bodyId'>): string => `/office/${bodyId}/consultations`;
export const draftPath = (actor: Pick<Actor, 'bodyId'>, draft: string): string =>
  `${officePath(actor)}/drafts/${draft}`;

export const officeStep = (actor: Pick<Actor, 'bodyId'>) => ({
  text: 'Consultations',
  href: officePath(actor),
});

/** The way back from a page about one consultation. */
export const consultationSteps = (actor: Pick<Actor, 'bodyId'>, consultation: Consultation) => [
  officeStep(actor),
  { text: consultation.title, href: consultationOffice(consultation) },
];

export { consultationOffice, consultationPath };
