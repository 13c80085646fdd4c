import { may } from '#platform/identity';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, Stale } from '#platform/module';
import { act, type ActOptions, type ActServices, freshId } from '#platform/record';
import { mayDraftProposals } from '../permissions.ts';
import { type Draft, dropDraft, findDraft, keepDraft } from '../store/drafts.ts';
import { isTooLong } from './draft-size.ts';

export type DraftAsked = Readonly<{
  /** Undefined: a new one. */
  id: string | undefined;
  /** The page of the proposal it amends; undefined for a new proposal. */
  about: string | undefined;
  answers: Draft['answers'];
  /** The version of the draft that the officer saw; 0 for a new one. */
  seen: number;
}>;

export type KeepDraftRefusal = CommonRefusal | 'too-long' | Stale<Draft>;

/**
 * Keeps the answers of a draft, unfinished or wrong as they may be. Only the body’s own officers can see them; the public
 * record learns no more than that something was kept.
 */
export async function keepProposalDraft(
  services: ActServices,
  actor: Actor | undefined,
  { id, about, answers, seen }: DraftAsked,
  options: ActOptions = {},
): Promise<Result<{ id: string; version: number }, KeepDraftRefusal>> {
  const allowed = may(actor, mayDraftProposals, actor?.bodyId);
  if (!allowed.ok) return allowed;
  const { bodyId, officeTitle } = allowed.value;
  if (isTooLong(answers)) return refuse('too-long');
  return act<{ id: string; version: number }, KeepDraftRefusal>(
    services,
    allowed.value,
    options,
    async (sql) => {
      const before = id === undefined ? undefined : await findDraft(sql, id, { lock: true });
      if ((before?.version ?? 0) !== seen) return refuse({ stale: before });
      if (before !== undefined && before.kind !== 'proposal') return refuse({ stale: undefined });
      const draft: Draft = {
        id: id ?? freshId(services.clock),
        bodyId,
        kind: 'proposal',
        about: before?.about ?? about,
        version: seen + 1,
        answers,
        preparedBy: officeTitle,
        savedAt: services.clock.now(),
      };
      await keepDraft(sql, draft);
      return ok({
        value: { id: draft.id, version: draft.version },
        entry: {
          act: 'governance.draft.kept',
          subject: `/bodies/${bodyId}`,
          summary: 'A draft was kept',
          facts: {
            id: draft.id,
            kind: 'proposal',
            about: draft.about ?? null,
            version: draft.version,
            answers,
          },
          visibility: 'private',
        },
      });
    },
  );
}

/** Throws a draft away. */
export async function dropProposalDraft(
  services: ActServices,
  actor: Actor | undefined,
  id: string,
  options: ActOptions = {},
): Promise<Result<void, CommonRefusal | 'no-such-draft'>> {
  const allowed = may(actor, mayDraftProposals, actor?.bodyId);
  if (!allowed.ok) return allowed;
  return act<void, CommonRefusal | 'no-such-draft'>(services, allowed.value, options, async (sql) => {
    const draft = await findDraft(sql, id, { lock: true });
    if (draft?.kind !== 'proposal') return refuse('no-such-draft');
    await dropDraft(sql, id);
    return ok({
      value: undefined,
      entry: {
        act: 'governance.draft.dropped',
        subject: `/bodies/${allowed.value.bodyId}`,
        summary: 'A draft was thrown away',
        facts: { id, kind: 'proposal' },
        visibility: 'private',
      },
    });
  });
}
