import { createHash } from 'node:crypto';
import { may } from '#platform/identity';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, Stale } from '#platform/module';
import { act, type ActOptions, type ActServices, type Entry, type Json, freshId } from '#platform/record';
import { mayPrepareDecisions } from '../permissions.ts';
import { type Draft, dropDraft, findDraft, keepDraft } from '../store/drafts.ts';
import { isTooLong } from './draft-size.ts';

type Answers = Draft['answers'];

export type BeginDraftRefusal = CommonRefusal | 'too-long';

/** Begins the draft of a record, with what is known already: from a notice, a meeting, a joint proposal. */
export async function beginDecisionDraft(
  services: ActServices,
  actor: Actor | undefined,
  bodyId: string,
  answers: Answers,
  options: ActOptions = {},
): Promise<Result<{ draft: string }, BeginDraftRefusal>> {
  const allowed = may(actor, mayPrepareDecisions, bodyId);
  if (!allowed.ok) return allowed;
  if (isTooLong(answers)) return refuse('too-long');
  return act<{ draft: string }, BeginDraftRefusal>(services, allowed.value, options, async (sql) => {
    const draft: Draft = {
      id: freshId(services.clock),
      bodyId,
      kind: 'decision',
      about: undefined,
      version: 1,
      answers,
      preparedBy: allowed.value.officeTitle,
      savedAt: services.clock.now(),
    };
    await keepDraft(sql, draft);
    return ok({ value: { draft: draft.id }, entry: draftEntry('kept', draft, { answers }) });
  });
}

/** The answers of one step of a draft: those that are given take the place of all that the step had before. */
export type StepAnswers = Readonly<{
  bodyId: string;
  draftId: string;
  /** Whether an answer belongs to the step, by its name. */
  belongs(name: string): boolean;
  answers: Answers;
  /** `printOf` what the step held when the officer opened it: another’s change meanwhile is not written over unseen. */
  seen: string;
}>;

export type SaveStepRefusal = CommonRefusal | 'draft-gone' | 'too-long' | Stale<Draft>;

/** Keeps one step of a draft, unfinished or wrong as it may be. Two officers may work on two steps at once. */
export async function saveDecisionStep(
  services: ActServices,
  actor: Actor | undefined,
  { bodyId, draftId, belongs, answers, seen }: StepAnswers,
  options: ActOptions = {},
): Promise<Result<{ version: number }, SaveStepRefusal>> {
  const allowed = may(actor, mayPrepareDecisions, bodyId);
  if (!allowed.ok) return allowed;
  return act<{ version: number }, SaveStepRefusal>(services, allowed.value, options, async (sql) => {
    const draft = await findDraft(sql, draftId, { lock: true });
    if (draft === undefined || draft.kind !== 'decision') return refuse('draft-gone');
    if (printOf(stepOf(draft.answers, belongs)) !== seen) return refuse({ stale: draft });
    const others = stepOf(draft.answers, (name) => !belongs(name));
    const kept: Draft = {
      ...draft,
      version: draft.version + 1,
      answers: { ...others, ...stepOf(answers, belongs) },
      preparedBy: allowed.value.officeTitle,
      savedAt: services.clock.now(),
    };
    if (isTooLong(kept.answers)) return refuse('too-long');
    await keepDraft(sql, kept);
    return ok({
      value: { version: kept.version },
      entry: draftEntry('kept', kept, { version: kept.version, answers: stepOf(answers, belongs) }),
    });
  });
}

/** Throws a draft away. */
export async function dropDecisionDraft(
  services: ActServices,
  actor: Actor | undefined,
  { bodyId, draftId }: Readonly<{ bodyId: string; draftId: string }>,
  options: ActOptions = {},
): Promise<Result<void, CommonRefusal | 'draft-gone'>> {
  const allowed = may(actor, mayPrepareDecisions, bodyId);
  if (!allowed.ok) return allowed;
  return act<void, CommonRefusal | 'draft-gone'>(services, allowed.value, options, async (sql) => {
    const draft = await findDraft(sql, draftId, { lock: true });
    if (draft === undefined || draft.kind !== 'decision') return refuse('draft-gone');
    await dropDraft(sql, draftId);
    return ok({ value: undefined, entry: draftEntry('dropped', draft) });
  });
}

/** The answers that belong to a step. */
export function stepOf(answers: Answers, belongs: (name: string) => boolean): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => belongs(name)));
}

/** A short print of some answers, by which a form knows them again. Empty and not given are the same. */
export function printOf(answers: Answers): string {
  const given = Object.entries(answers)
    .filter(([, answer]) => answer !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(given)).digest('base64url').slice(0, 22);
}

const draftEntry = (
  what: 'kept' | 'dropped',
  { id, bodyId }: Draft,
  facts: Readonly<Record<string, Json>> = {},
): Entry => ({
  act: `governance.decision.draft-${what}`,
  subject: `/bodies/${bodyId}`,
  summary: what === 'kept' ? 'A draft of a record was kept' : 'A draft of a record was thrown away',
  facts: { draft: id, ...facts },
  visibility: 'private',
});
