import type { Breadcrumb, OfficeVisit } from '#platform/http';
import type { Services } from '#platform/module';
import { type CommitteePage, committeePage } from '../../../queries/committees.ts';

/** The committee of the actor’s own body that an address names. */
export const committeeFound = (
  { database }: Services,
  { actor, params, today }: OfficeVisit,
): Promise<CommitteePage | undefined> =>
  committeePage(database, `${actor.bodyId}.${params['slug'] ?? ''}`, today);

/** The page on which a committee is kept. */
export const keepPath = (committeeId: string): string => {
  const [bodyId = '', slug = ''] = committeeId.split('.');
  return `/office/${bodyId}/committees/${slug}`;
};

/** The way to a form about a committee. */
export const committeeSteps = ({ committee }: CommitteePage): readonly Breadcrumb[] => [
  { text: 'Committees', href: `/office/${committee.bodyId}/committees` },
  { text: committee.name, href: keepPath(committee.id) },
];
