import { type OfficeRoute, page } from '#platform/http';
import type { Services } from '#platform/module';
import { mayPrepareDecisions, mayPublishDecisions } from '../../../permissions.ts';
import { noticesToManage } from '../../../queries/notice-drafts.ts';
import { ofNotice, showChange, showDiscard, showPublished, submitChange, submitDiscard } from './changing.ts';
import { draftPage } from './draft-page.tsx';
import { showNew, showSection, submitNew, submitSection } from './drafting.ts';
import { showCheck, submitCheck } from './publishing.ts';
import { roomPage } from './room-page.tsx';
import { ofDraft } from './room.ts';

/** Drafting a notice, checking its dates, publishing it, changing, postponing and withdrawing it. */
export function officeNoticeRoutes(services: Services): readonly OfficeRoute[] {
  const { database } = services;
  const room = '/office/:body/notices';
  const draft = `${room}/drafts/:noticeDraft`;
  const notice = `${room}/:notice`;
  const may = mayPrepareDecisions;
  return [
    {
      method: 'GET',
      path: room,
      may,
      handle: async ({ actor, today }) => {
        const found = await database.as(actor, (sql) => noticesToManage(sql, actor.bodyId, today));
        return page(roomPage(actor, found, today));
      },
    },
    { method: 'GET', path: `${room}/new`, may, handle: (visit) => showNew(services, visit) },
    { method: 'POST', path: `${room}/new`, may, handle: (visit) => submitNew(services, visit) },
    {
      method: 'GET',
      path: draft,
      may,
      handle: ofDraft(services, async (_services, { actor }, found) => page(draftPage(actor, found))),
    },
    { method: 'GET', path: `${draft}/check`, may, handle: ofDraft(services, showCheck) },
    {
      method: 'POST',
      path: `${draft}/check`,
      may: mayPublishDecisions,
      handle: (visit) => submitCheck(services, visit),
    },
    { method: 'GET', path: `${draft}/discard`, may, handle: ofDraft(services, showDiscard) },
    {
      method: 'POST',
      path: `${draft}/discard`,
      may,
      handle: (visit) => submitDiscard(services, visit),
    },
    { method: 'GET', path: `${draft}/:section`, may, handle: ofDraft(services, showSection) },
    { method: 'POST', path: `${draft}/:section`, may, handle: ofDraft(services, submitSection) },
    { method: 'GET', path: `${notice}/change`, may, handle: ofNotice(services, showChange) },
    { method: 'POST', path: `${notice}/change`, may, handle: ofNotice(services, submitChange) },
    { method: 'GET', path: `${notice}/published`, may, handle: ofNotice(services, showPublished) },
  ];
}
