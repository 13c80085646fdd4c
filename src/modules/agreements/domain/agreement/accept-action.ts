import { type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import type { ActionFact, PlannedAction } from './action.ts';
import { standingOfAction } from './action-standing.ts';

export type NewAction = Omit<
  PlannedAction,
  'agreementId' | 'number' | 'certainty' | 'publishedBy' | 'recordedAt' | 'facts'
>;
export type NewFact = Omit<ActionFact, 'position' | 'byBody' | 'byOffice' | 'recordedAt'>;

/** Why an action cannot be entered, each with what to do instead. */
export const actionSentences = {
  'owner-not-a-party': 'The owner is not a party to this agreement. Select one that is',
  'no-owner-office': 'Enter the office that answers for it: its title, never a name',
  'no-due-day': 'Enter the day by which it is to be done',
  'milestone-after-due': 'A milestone cannot be due after the action itself. Move it, or the action',
  'quick-win-too-late':
    'A quick win is done by the day that stands beside it. Enter that day or an earlier one, or do not call it one',
  'no-such-outcome': 'The outcome is not one of this agreement’s. Select another, or none',
  'no-such-target': 'The target is not one of this agreement’s. Select another, or none',
} as const;
export type ActionRefusal = keyof typeof actionSentences;

type Around = Readonly<{
  parties: readonly string[];
  outcomes: ReadonlySet<string>;
  targets: ReadonlySet<string>;
  /** The last day a quick win may be due; undefined where no rule sets one. */
  lastQuickDay: IsoDate | undefined;
}>;

/** Whether an action may be entered under an agreement. */
export function acceptAction(asked: NewAction, around: Around): Result<NewAction, ActionRefusal> {
  const { due, milestones, outcomeId, targetId } = asked;
  if (!around.parties.includes(asked.ownerBody)) return refuse('owner-not-a-party');
  if (asked.ownerOffice === undefined) return refuse('no-owner-office');
  if (due === undefined) return refuse('no-due-day');
  if (milestones.some((milestone) => milestone.due.on > due.on)) return refuse('milestone-after-due');
  const { lastQuickDay } = around;
  if (asked.isQuickWin && lastQuickDay !== undefined && due.on > lastQuickDay)
    return refuse('quick-win-too-late');
  if (outcomeId !== undefined && !around.outcomes.has(outcomeId)) return refuse('no-such-outcome');
  if (targetId !== undefined && !around.targets.has(targetId)) return refuse('no-such-target');
  return ok(asked);
}

/** Why a fact about an action cannot be entered, each with what to do instead. */
export const factSentences = {
  'no-such-milestone': 'The action has no such milestone. Select one of those listed, or the action itself',
  'in-the-future': 'The day must be today or in the past',
  'done-without-evidence': 'Enter where it can be seen that it was done: the address of a page or a decision',
  'settled-already': 'It is done or given up already, so nothing more is entered for it',
  'reason-missing': 'Say why',
  'not-moved-on': 'Enter the new day: a later one than today',
} as const;
export type FactRefusal = keyof typeof factSentences;

/** Whether a fact about an action, or one of its milestones, may be entered. */
export function acceptFact(
  action: PlannedAction,
  asked: NewFact,
  today: IsoDate,
): Result<NewFact, FactRefusal> {
  const { milestone, fact, on, says, evidence, due } = asked;
  if (milestone !== undefined && !action.milestones.some(({ number }) => number === milestone))
    return refuse('no-such-milestone');
  if (on > today) return refuse('in-the-future');
  const { standing } = standingOfAction(action, today, milestone);
  if (standing === 'done' || standing === 'dropped') return refuse('settled-already');
  if (fact === 'done' && (evidence ?? '') === '') return refuse('done-without-evidence');
  if ((fact === 'moved' || fact === 'dropped') && says.trim() === '') return refuse('reason-missing');
  if (fact === 'moved' && (due === undefined || due <= today)) return refuse('not-moved-on');
  return ok({
    ...asked,
    due: fact === 'moved' ? due : undefined,
    evidence: evidence === '' ? undefined : evidence,
  });
}
