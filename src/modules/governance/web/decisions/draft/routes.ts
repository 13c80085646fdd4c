import type { OfficeRoute } from '#platform/http';
import type { Services } from '#platform/module';
import { mayPrepareDecisions, mayPublishDecisions } from '../../../permissions.ts';
import { begin, showRoom } from './begin.ts';
import { moveClause, saveClause, showClause, showClauses } from './clause-handlers.ts';
import { ofDraft } from './opened.ts';
import { discard, publish, showCheck, showDiscard, showPublished } from './publish-handlers.ts';
import { saveStep, showStep, showTaskList } from './step-handlers.ts';

/** Drafting a record of a decision step by step, checking it, publishing it, or throwing the draft away. */
export function decisionDraftRoutes(services: Services): readonly OfficeRoute[] {
  const room = '/office/:body/decisions';
  const draft = `${room}/drafts/:decisionDraft`;
  const may = mayPrepareDecisions;
  const of = (handle: Parameters<typeof ofDraft>[1]) => ofDraft(services, handle);
  return [
    { method: 'GET', path: room, may, handle: (visit) => showRoom(services, visit) },
    { method: 'POST', path: `${room}/start`, may, handle: (visit) => begin(services, visit) },
    { method: 'GET', path: draft, may, handle: of(showTaskList) },
    { method: 'GET', path: `${draft}/check`, may, handle: of(showCheck) },
    {
      method: 'POST',
      path: `${draft}/check`,
      may: mayPublishDecisions,
      handle: (visit) => publish(services, visit),
    },
    { method: 'GET', path: `${draft}/discard`, may, handle: of(showDiscard) },
    { method: 'POST', path: `${draft}/discard`, may, handle: (visit) => discard(services, visit) },
    { method: 'GET', path: `${draft}/clauses`, may, handle: of(showClauses) },
    { method: 'POST', path: `${draft}/clauses`, may, handle: of(moveClause) },
    { method: 'GET', path: `${draft}/clauses/:clause`, may, handle: of(showClause) },
    { method: 'POST', path: `${draft}/clauses/:clause`, may, handle: of(saveClause) },
    { method: 'GET', path: `${draft}/:recordStep`, may, handle: of(showStep) },
    { method: 'POST', path: `${draft}/:recordStep`, may, handle: of(saveStep) },
    {
      method: 'GET',
      path: `${room}/:reference/published`,
      may,
      handle: (visit) => showPublished(services, visit),
    },
  ];
}
