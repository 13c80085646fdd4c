import { may } from '#platform/identity';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import { act, type ActOptions, type ActServices } from '#platform/record';
import { acceptDraft, type Draft, type DraftAbout, type DraftRefusal } from '../domain/draft.ts';
import { mayDraftRules, mayEditDetails } from '../permissions.ts';
import { findBody } from '../store/bodies.ts';
import { dropDraft as drop, findDraft, keepDraft as keep } from '../store/drafts.ts';
import { lockBody } from '../store/lock.ts';
import { type CommonRefusal, type Stale } from '#platform/module';

export type DraftKept = Readonly<{
  bodyId: string;
  about: DraftAbout;
  answers: Readonly<Record<string, string>>;
  /** The version of the details or rule that the officer started from. */
  seen: number;
  /** The version of the draft that the officer saw; 0 for a new one. */
  draftSeen: number;
}>;

export type KeepDraftRefusal = CommonRefusal | DraftRefusal | Stale<Draft>;

/**
 * Keeps an officer's answers between pages, unfinished or wrong as they may be. Only the body's own officers can see
 * them; the public record learns no more than that its hash was kept.
 */
export async function keepDraft(
  services: ActServices,
  actor: Actor | undefined,
  draft: DraftKept,
  options: ActOptions = {},
): Promise<Result<{ version: number }, KeepDraftRefusal>> {
  const { bodyId, about, seen } = draft;
  const allowed = may(actor, permissionFor(about), bodyId);
  if (!allowed.ok) return allowed;
  const answers = acceptDraft(draft.answers);
  if (!answers.ok) return answers;

  return act<{ version: number }, KeepDraftRefusal>(services, allowed.value, options, async (sql) => {
    await lockBody(sql, bodyId);
    if ((await findBody(sql, bodyId)) === undefined) return refuse('no-such-body');
    const before = await findDraft(sql, bodyId, about);
    if ((before?.version ?? 0) !== draft.draftSeen) return refuse({ stale: before });
    const version = draft.draftSeen + 1;
    await keep(sql, {
      bodyId,
      about,
      version,
      answers: answers.value,
      seen,
      preparedBy: allowed.value.officeTitle,
      savedAt: services.clock.now(),
    });
    return ok({
      value: { version },
      entry: {
        act: 'register.draft.kept',
        subject: `/bodies/${bodyId}`,
        summary: 'A draft was kept',
        facts: { about, version, answers: answers.value },
        visibility: 'private',
      },
    });
  });
}

export type DropDraftRefusal = CommonRefusal | 'no-such-draft';

/** Throws a draft away. */
export async function dropDraft(
  services: ActServices,
  actor: Actor | undefined,
  { bodyId, about }: Pick<DraftKept, 'bodyId' | 'about'>,
  options: ActOptions = {},
): Promise<Result<void, DropDraftRefusal>> {
  const allowed = may(actor, permissionFor(about), bodyId);
  if (!allowed.ok) return allowed;
  return act(services, allowed.value, options, async (sql) => {
    // Whoever is publishing it at this moment has judged by it.
    await lockBody(sql, bodyId);
    if (!(await drop(sql, bodyId, about))) return refuse('no-such-draft');
    return ok({
      value: undefined,
      entry: {
        act: 'register.draft.dropped',
        subject: `/bodies/${bodyId}`,
        summary: 'A draft was thrown away',
        facts: { about },
        visibility: 'private',
      },
    });
  });
}

function permissionFor(about: DraftAbout): typeof mayDraftRules {
  return about === 'details' ? mayEditDetails : mayDraftRules;
}
