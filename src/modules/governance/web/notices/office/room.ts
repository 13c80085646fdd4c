import { notFound, type OfficeVisit, type Reply } from '#platform/http';
import type { Actor } from '#platform/kernel';
import type { Services } from '#platform/module';
import { draftGone } from '#platform/web';
import { noticeDraft, type NoticeDraft } from '../../../queries/notice-drafts.ts';

/** The officers’ room of the forward plan. */
export const roomPath = (bodyId: string): string => `/office/${bodyId}/notices`;
export const draftPath = (bodyId: string, draftId: string): string => `${roomPath(bodyId)}/drafts/${draftId}`;

/** The way to a page of the room. */
export const roomSteps = ({ bodyId }: Pick<Actor, 'bodyId'>) => [{ text: 'Notices', href: roomPath(bodyId) }];

export type HandleDraft = (services: Services, visit: OfficeVisit, found: NoticeDraft) => Promise<Reply>;

/** A page of one draft of the officer’s own body. */
export const ofDraft =
  (services: Services, handle: HandleDraft) =>
  async (visit: OfficeVisit): Promise<Reply> => {
    const { actor, params, today } = visit;
    const found = await services.database.as(actor, (sql) =>
      noticeDraft(sql, params['noticeDraft'] ?? '', today),
    );
    return found === undefined ? notFound(draftGone) : handle(services, visit, found);
  };
