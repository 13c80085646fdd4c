import { may, type Permission } from '#platform/identity';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, Stale } from '#platform/module';
import { act, type ActOptions, type ActServices, type Entry, freshId, type Json } from '#platform/record';
import { type Draft, type DraftAnswers, isOf, isTooLong } from './draft.ts';
import { findDraft, removeDraft, storeDraft } from './store.ts';

/** What a draft is to become, and who of its body may work on it. */
export type DraftOf = Readonly<{ kind: string; permission: Permission; bodyId: string }>;

export type DraftAsked = Readonly<{
  /** Undefined: a new one. */
  id: string | undefined;
  /** The page of the thing it changes; undefined for something new. */
  about?: string | undefined;
  answers: DraftAnswers;
  /** The version of the draft that the officer saw; 0 for a new one. */
  seen: number;
}>;

export type DraftKept = Readonly<{ id: string; version: number }>;
export type KeepDraftRefusal = CommonRefusal | 'draft-gone' | 'too-long' | Stale<Draft>;

/**
 * Keeps the answers of a draft, unfinished or wrong as they may be. Only the body’s own officers see them; the public
 * record learns no more than that something was kept. Who saves on an older version is shown what stands.
 */
export async function keepDraft(
  services: ActServices,
  actor: Actor | undefined,
  { kind, permission, bodyId }: DraftOf,
  { id, about, answers, seen }: DraftAsked,
  options: ActOptions = {},
): Promise<Result<DraftKept, KeepDraftRefusal>> {
  const allowed = may(actor, permission, bodyId);
  if (!allowed.ok) return allowed;
  if (isTooLong(answers)) return refuse('too-long');
  return act<DraftKept, KeepDraftRefusal>(services, allowed.value, options, async (sql) => {
    const before = id === undefined ? undefined : await findDraft(sql, id, { lock: true });
    if (id !== undefined && !isOf(before, { kind, bodyId })) return refuse('draft-gone');
    if ((before?.version ?? 0) !== seen) return refuse({ stale: before });
    const draft: Draft = {
      id: id ?? freshId(services.clock),
      bodyId,
      kind,
      about: before === undefined ? about : before.about,
      version: seen + 1,
      answers,
      preparedBy: allowed.value.officeTitle,
      savedAt: services.clock.now(),
    };
    await storeDraft(sql, draft);
    const facts = { about: draft.about ?? null, version: draft.version, answers };
    return ok({ value: { id: draft.id, version: draft.version }, entry: draftEntry('kept', draft, facts) });
  });
}

export type DropDraftRefusal = CommonRefusal | 'draft-gone';

/** Throws a draft away. */
export async function dropDraft(
  services: ActServices,
  actor: Actor | undefined,
  { kind, permission, bodyId }: DraftOf,
  id: string,
  options: ActOptions = {},
): Promise<Result<void, DropDraftRefusal>> {
  const allowed = may(actor, permission, bodyId);
  if (!allowed.ok) return allowed;
  return act<void, DropDraftRefusal>(services, allowed.value, options, async (sql) => {
    const draft = await findDraft(sql, id, { lock: true });
    if (!isOf(draft, { kind, bodyId })) return refuse('draft-gone');
    await removeDraft(sql, id);
    return ok({ value: undefined, entry: draftEntry('dropped', draft, {}) });
  });
}

/** What the body’s private part of the record keeps of a draft. */
export const draftEntry = (
  what: 'kept' | 'dropped',
  { id, kind, bodyId }: Draft,
  facts: Readonly<Record<string, Json>>,
): Entry => ({
  act: `${kind}.draft-${what}`,
  subject: `/bodies/${bodyId}`,
  summary: what === 'kept' ? 'A draft was kept' : 'A draft was thrown away',
  facts: { draft: id, ...facts },
  visibility: 'private',
});
