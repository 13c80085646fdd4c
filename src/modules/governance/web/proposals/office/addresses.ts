import type { Actor } from '#platform/kernel';

// The addresses and buttons of an officer’s pages about joint proposals.

export const officeStep = ({ bodyId }: Pick<Actor, 'bodyId'>) => ({
  text: 'Joint proposals',
  href: `/office/${bodyId}/proposals`,
});
export const draftPath = ({ bodyId }: Pick<Actor, 'bodyId'>, id: string): string =>
  `/office/${bodyId}/proposals/drafts/${id}`;
/** A proposal as an officer of one of its bodies meets it. */
export const ownPath = ({ bodyId }: Pick<Actor, 'bodyId'>, id: string): string =>
  `/office/${bodyId}/proposals/${id}`;

/** The value of the button that keeps an unfinished draft. */
export const later = 'later';
/** The value of the button that shows one clause more. */
export const oneMore = 'more';
