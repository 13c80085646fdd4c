import type { Breadcrumb } from '#platform/http';
import type { StepId } from './steps/steps.ts';

// The addresses of an officer’s pages about records of decisions.

export const roomPath = (bodyId: string): string => `/office/${bodyId}/decisions`;
export const draftPath = (bodyId: string, draftId: string): string => `${roomPath(bodyId)}/drafts/${draftId}`;
export const stepPath = (bodyId: string, draftId: string, step: StepId | 'clauses'): string =>
  `${draftPath(bodyId, draftId)}/${step}`;

/** The way to a page below a draft. */
export const draftTrail = (bodyId: string, draftId: string): readonly Breadcrumb[] => [
  { text: 'Records of decisions', href: roomPath(bodyId) },
  { text: 'Draft', href: draftPath(bodyId, draftId) },
];
