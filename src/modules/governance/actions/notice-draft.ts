import { may } from '#platform/identity';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, Stale } from '#platform/module';
import { act, type ActOptions, type ActServices, freshId } from '#platform/record';
import { mayPrepareDecisions } from '../permissions.ts';
import { type Draft, dropDraft, findDraft, keepDraft } from '../store/drafts.ts';
import { isTooLong } from './draft-size.ts';

/** Answers of a draft to keep: of a new one, or of one that was seen in some version. */
export type NoticeAnswers = Readonly<{
  /** Undefined: a new draft. */
  draftId: string | undefined;
  /** The version of the draft that the officer saw; 0 for a new one. */
  draftSeen: number;
  /** The page of the notice it would change; undefined for a new notice. */
  about: string | undefined;
  answers: Readonly<Record<string, string>>;
}>;

export type KeepNoticeDraftRefusal = CommonRefusal | 'answers-too-long' | 'draft-gone' | Stale<Draft>;
export type DraftKept = Readonly<{ draftId: string; version: number }>;

/** More than any notice asks. */
const mostAnswers = 200;

/**
 * Keeps an officer’s answers about a forthcoming decision between pages, unfinished or wrong as they may be. Only the body’s
 * own officers see them; the public record learns that a draft was kept and no more.
 */
export async function keepNoticeDraft(
  services: ActServices,
  actor: Actor | undefined,
  bodyId: string,
  { draftId, draftSeen, about, answers }: NoticeAnswers,
  options: ActOptions = {},
): Promise<Result<DraftKept, KeepNoticeDraftRefusal>> {
  const allowed = may(actor, mayPrepareDecisions, bodyId);
  if (!allowed.ok) return allowed;
  if (isTooLong(answers) || Object.keys(answers).length > mostAnswers) return refuse('answers-too-long');

  return act<DraftKept, KeepNoticeDraftRefusal>(services, allowed.value, options, async (sql) => {
    const before = draftId === undefined ? undefined : await findDraft(sql, draftId, { lock: true });
    if (draftId !== undefined && before === undefined) return refuse('draft-gone');
    if ((before?.version ?? 0) !== draftSeen) return refuse({ stale: before });
    const kept = {
      id: draftId ?? freshId(services.clock),
      bodyId,
      kind: 'notice',
      about: before === undefined ? about : before.about,
      version: draftSeen + 1,
      answers,
      preparedBy: allowed.value.officeTitle,
      savedAt: services.clock.now(),
    } as const;
    await keepDraft(sql, kept);
    return ok({
      value: { draftId: kept.id, version: kept.version },
      entry: {
        act: 'governance.notice.drafted',
        subject: `/forward-plan/${bodyId}`,
        summary: 'A draft of a notice was kept',
        facts: { draft: kept.id, version: kept.version, answers },
        visibility: 'private',
      },
    });
  });
}

export type DropNoticeDraftRefusal = CommonRefusal | 'draft-gone';

/** Throws a draft away. */
export async function dropNoticeDraft(
  services: ActServices,
  actor: Actor | undefined,
  bodyId: string,
  draftId: string,
  options: ActOptions = {},
): Promise<Result<void, DropNoticeDraftRefusal>> {
  const allowed = may(actor, mayPrepareDecisions, bodyId);
  if (!allowed.ok) return allowed;
  return act<void, DropNoticeDraftRefusal>(services, allowed.value, options, async (sql) => {
    const draft = await findDraft(sql, draftId, { lock: true });
    if (draft === undefined || draft.kind !== 'notice') return refuse('draft-gone');
    await dropDraft(sql, draftId);
    return ok({
      value: undefined,
      entry: {
        act: 'governance.notice.draft-dropped',
        subject: `/forward-plan/${bodyId}`,
        summary: 'A draft of a notice was thrown away',
        facts: { draft: draftId },
        visibility: 'private',
      },
    });
  });
}
