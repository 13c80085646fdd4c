import { may } from '#platform/identity';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import { act, type ActOptions, type ActServices } from '#platform/record';
import { type Draft, type DraftAnswers, isOf, isTooLong } from './draft.ts';
import { draftEntry, type DraftKept, type DraftOf, type KeepDraftRefusal } from './keep-draft.ts';
import { printOf, stepOf } from './step.ts';
import { findDraft, storeDraft } from './store.ts';

/** The answers of one step of a draft: those that are given take the place of all that the step had before. */
export type StepAsked = Readonly<{
  id: string;
  /** Whether an answer belongs to the step, by its name. */
  belongs(name: string): boolean;
  answers: DraftAnswers;
  /** `printOf` what the step held when the officer opened it: another’s change meanwhile is not written over unseen. */
  seen: string;
}>;

/** Keeps one step of a draft, unfinished or wrong as it may be. Two officers may work on two steps at once. */
export async function keepStep(
  services: ActServices,
  actor: Actor | undefined,
  { kind, permission, bodyId }: DraftOf,
  { id, belongs, answers, seen }: StepAsked,
  options: ActOptions = {},
): Promise<Result<DraftKept, KeepDraftRefusal>> {
  const allowed = may(actor, permission, bodyId);
  if (!allowed.ok) return allowed;
  return act<DraftKept, KeepDraftRefusal>(services, allowed.value, options, async (sql) => {
    const before = await findDraft(sql, id, { lock: true });
    if (!isOf(before, { kind, bodyId })) return refuse('draft-gone');
    if (printOf(stepOf(before.answers, belongs)) !== seen) return refuse({ stale: before });
    const own = stepOf(answers, belongs);
    const draft: Draft = {
      ...before,
      version: before.version + 1,
      answers: { ...stepOf(before.answers, (name) => !belongs(name)), ...own },
      preparedBy: allowed.value.officeTitle,
      savedAt: services.clock.now(),
    };
    if (isTooLong(draft.answers)) return refuse('too-long');
    await storeDraft(sql, draft);
    const { version } = draft;
    return ok({ value: { id, version }, entry: draftEntry('kept', draft, { version, answers: own }) });
  });
}
