import type { Sql } from '#platform/db';
import { type DraftAnswers, findDraft, isOf, removeDraft } from '#platform/drafts';
import { may } from '#platform/identity';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, Stale } from '#platform/module';
import { act, type ActOptions, type ActServices } from '#platform/record';
import type { NewDecision } from '../domain/decision/new-decision.ts';
import type { PublishFault } from '../domain/record/publish-fault.ts';
import { mayPublishDecisions } from '../permissions.ts';
import { findPublishedDraft, keepPublishedDraft } from '../store/published-drafts.ts';
import { decisionDraftOf } from './drafts.ts';
import { enterDecision } from './enter-decision.ts';

export type PublishRefusal = CommonRefusal | Readonly<{ faults: readonly PublishFault[] }>;

type Published = Readonly<{ reference: string }>;

/**
 * Publishes the record of a decision: from then on it is never edited. It is judged by the law and the body’s rules of the
 * day it was taken, and refused with everything that is wrong at once. Answers its number.
 */
export async function publishDecision(
  services: ActServices,
  actor: Actor | undefined,
  decision: NewDecision,
  options: ActOptions = {},
): Promise<Result<Published, PublishRefusal>> {
  const allowed = may(actor, mayPublishDecisions, decision.bodyId);
  if (!allowed.ok) return allowed;
  const { officeTitle } = allowed.value;
  return act<Published, PublishRefusal>(services, allowed.value, options, async (sql) => {
    const entered = await enterDecision(sql, decision, { officeTitle, now: services.clock.now() });
    if (!entered.ok) return entered;
    const { decision: published, entry } = entered.value;
    return ok({ value: { reference: published.reference }, entry });
  });
}

export type DraftToPublish = Readonly<{
  bodyId: string;
  draftId: string;
  /** The version of the draft that was looked over: it must still stand as it was. */
  seen: number;
  /** Makes a record of the answers; undefined while they cannot be read as one. */
  read(answers: DraftAnswers): NewDecision | undefined;
}>;

export type PublishDraftRefusal =
  | PublishRefusal
  | 'draft-gone'
  | 'draft-changed'
  | 'unfinished'
  /** Another officer published this draft already: as which record. */
  | Stale<PublishedAs>;
export type PublishedAs = Readonly<{ bodyId: string; reference: string; publishedBy: string }>;

/** The same for the record a draft has become: the draft goes, and whoever still looks at it is led to the record. */
export async function publishDecisionDraft(
  services: ActServices,
  actor: Actor | undefined,
  { bodyId, draftId, seen, read }: DraftToPublish,
  options: ActOptions = {},
): Promise<Result<Published, PublishDraftRefusal>> {
  const allowed = may(actor, mayPublishDecisions, bodyId);
  if (!allowed.ok) return allowed;
  const { officeTitle } = allowed.value;
  return act<Published, PublishDraftRefusal>(services, allowed.value, options, async (sql) => {
    const draft = await findDraft(sql, draftId, { lock: true });
    if (!isOf(draft, decisionDraftOf(bodyId))) return goneBecause(sql, draftId);
    if (draft.version !== seen) return refuse('draft-changed');
    const decision = read(draft.answers);
    if (decision === undefined) return refuse('unfinished');
    const entered = await enterDecision(sql, decision, { officeTitle, now: services.clock.now() });
    if (!entered.ok) return entered;
    const { decision: published, entry } = entered.value;
    await keepPublishedDraft(sql, { draftId, bodyId, decisionId: published.id });
    await removeDraft(sql, draftId);
    return ok({ value: { reference: published.reference }, entry });
  });
}

async function goneBecause(sql: Sql, draftId: string): Promise<Result<never, PublishDraftRefusal>> {
  const published = await findPublishedDraft(sql, draftId);
  return refuse(published === undefined ? 'draft-gone' : { stale: published });
}
