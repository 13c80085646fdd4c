import { addMonths, type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import type { Agreement } from './agreement.ts';
import type { AgreementStanding } from './agreement-standing.ts';
import { lastToDesignate } from './designation-rule.ts';
import { stagesOf, stepTo } from './lifecycle.ts';
import { lastDayOf, type RoughDay } from './rough-day.ts';
import type { ReachedStage, Stage } from './stage.ts';

export type NewStage = Pick<ReachedStage, 'stage' | 'when' | 'says' | 'decisionId' | 'source'>;

/** Why a stage cannot be recorded, each with what to do instead. */
export const stageSentences = {
  'not-of-this-kind': 'An agreement of this kind has no such stage. Select one of those listed',
  'comes-of-signing':
    'An agreement that is signed here comes into force by itself, when its parties have adopted it and its term begins. There is nothing to enter',
  'in-the-future': 'A stage is entered when it is reached. The day must be today or in the past',
  'before-the-last':
    'It would come before a stage that is recorded already. Enter the day on which it happened, after the last stage',
  'reached-already': 'This stage is reached already and comes once only',
  'out-of-order':
    'This stage cannot follow the one the agreement is at. Enter the stages between first, or say in the source that it was so and record it as of before Accord',
  'not-in-force':
    'An agreement that is signed here is refreshed or closed only once it is in force, and on that day it was not. See on its page who has still to sign and when its term begins, or enter a later day',
  'closed-already': 'The agreement is closed. What follows is another agreement, which renews this one',
  'designated-too-late':
    'Targets are designated within one month of the approval. If the designation was made in time, enter its day; later targets are local ones',
  'refreshed-within-the-year':
    'An agreement is refreshed once a year. Enter the next refresh a year after the last',
  'who-decided-missing': 'Enter who decided it, and where that can be read',
} as const;
export type StageRefusal = keyof typeof stageSentences;

/**
 * Whether an agreement may be said to have reached a stage. One of before Accord is recorded as it was, gaps and breaches
 * shown; but no stage comes before an earlier one, or after the end. `stood`: where its signatures had it on the day asked;
 * undefined before its first version.
 */
export function acceptStage(
  agreement: Pick<Agreement, 'kind' | 'stages' | 'versions'>,
  asked: NewStage,
  today: IsoDate,
  stood: AgreementStanding | undefined,
): Result<NewStage, StageRefusal> {
  const { kind, stages } = agreement;
  const step = stepTo(kind, asked.stage);
  if (step === undefined) return refuse('not-of-this-kind');
  const isHistoric = isOfBefore(agreement);
  if (asked.stage === 'in-force' && agreement.versions.some(({ proposalId }) => proposalId !== undefined))
    return refuse('comes-of-signing');
  if (asked.when.on > today) return refuse('in-the-future');
  const last = stages.at(-1);
  if (stages.some(({ stage }) => stage === 'closed')) return refuse('closed-already');
  if (step.again === undefined && stages.some(({ stage }) => stage === asked.stage))
    return refuse('reached-already');
  if (last !== undefined && lastDayOf(asked.when) < last.when.on) return refuse('before-the-last');
  if (step.decidedBy !== undefined && asked.says.trim() === '') return refuse('who-decided-missing');
  if (isHistoric) return ok(asked);
  // What happens here is known to the day: a rough one may not begin before the stage it follows.
  if (last !== undefined && asked.when.on < last.when.on) return refuse('before-the-last');

  const takesForce = asked.stage === 'refreshed' || asked.stage === 'closed';
  if (takesForce && stood?.standing !== 'in-force' && stood?.standing !== 'past-term')
    return refuse('not-in-force');
  // It came into force by its signatures, without anybody having entered it.
  const reached = takesForce && last?.stage !== 'refreshed' ? 'in-force' : (last?.stage ?? 'nothing');
  if (!step.after.includes(reached)) return refuse('out-of-order');
  if (asked.stage === 'designated' && isTooLate(stages, asked.when)) return refuse('designated-too-late');
  if (
    asked.stage === 'refreshed' &&
    last?.stage === 'refreshed' &&
    asked.when.on < addMonths(last.when.on, 12)
  )
    return refuse('refreshed-within-the-year');
  return ok(asked);
}

/** Published before anybody recorded it here: the past is taken as it was. */
export const isOfBefore = ({ versions: [first] }: Pick<Agreement, 'versions'>): boolean =>
  first.proposalId === undefined;

/** Whether a designation came later than the law lets it. */
export function isTooLate(stages: readonly ReachedStage[], when: RoughDay): boolean {
  const approved = stages.findLast(({ stage }) => stage === 'approved');
  const last = approved === undefined ? undefined : lastToDesignate(lastDayOf(approved.when));
  return last !== undefined && when.on > last.by;
}

/** The stages an agreement of its kind goes through of which nothing is recorded though a later one is. */
export function gapsIn({ kind, stages }: Pick<Agreement, 'kind' | 'stages'>): readonly Stage[] {
  const order = stagesOf(kind);
  const furthest = Math.max(0, ...stages.map(({ stage }) => order.indexOf(stage)));
  return order.slice(0, furthest).filter((stage) => !stages.some((reached) => reached.stage === stage));
}
