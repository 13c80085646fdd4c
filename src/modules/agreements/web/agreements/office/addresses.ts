import type { DraftOf } from '#platform/drafts';
import type { Actor } from '#platform/kernel';
import { agreementDraftKind } from '../../../domain/agreement/draft-kind.ts';
import { mayDraftAgreements } from '../../../permissions.ts';

// The addresses and buttons of an officer’s pages about agreements.

type Of = Pick<Actor, 'bodyId'>;

export const officePath = ({ bodyId }: Of): string => `/office/${bodyId}/agreements`;
export const officeStep = (of: Of) => ({ text: 'Agreements', href: officePath(of) });
export const draftPath = (of: Of, id: string): string => `${officePath(of)}/drafts/${id}`;
/** An agreement as an officer of one of its bodies meets it. */
export const ownPath = (of: Of, id: string): string => `${officePath(of)}/${id}`;

/** The value of the button that keeps an unfinished draft. */
export const later = 'later';

export const draftOf = (bodyId: string): DraftOf => ({
  kind: agreementDraftKind,
  permission: mayDraftAgreements,
  bodyId,
});
