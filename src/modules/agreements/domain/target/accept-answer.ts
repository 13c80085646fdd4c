import { type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import { type PartnerCell, type TargetFacts } from './partner-cell.ts';
import { cellsOf, targetOn } from './standing.ts';
import type { Target, TargetAnswer, TargetVersion } from './target.ts';

/** What a partner answers, before it is known whether it may. */
export type GivenAnswer = Pick<TargetAnswer, 'version' | 'answer' | 'on' | 'says' | 'source'> &
  Readonly<{ decision: Readonly<{ id: string; clause: string }> | undefined }>;

/** What is known of the decision that an answer names. */
export type NamedDecision = Readonly<{
  bodyId: string;
  takenOn: IsoDate;
  clause: Readonly<{ canBind: boolean }> | undefined;
}>;

/** Why an answer is not taken, each with the way out. */
export const answerSentences = {
  'no-such-version': 'This version has not been put. Open the page of the target again',
  'version-superseded': 'A later version has been put. Answer that one',
  'not-bound':
    'This version does not bind your body, so there is nothing for it to answer. The body that put it can add yours',
  'body-has-ended': 'Your body ended, so it can no longer answer. Whoever took its place answers',
  'in-the-future': 'The day of the answer must be today or in the past',
  'before-it-was-put': 'The day of the answer must not be before the version was put',
  'before-the-last-answer':
    'The day of the answer must not be before the last answer of your body to this version',
  'withdrawn-before-today':
    'A withdrawal counts from the day it is recorded: what bound until then did bind. Enter today, or name your body’s own decision of that day',
  'reason-missing': 'Say why, in a sentence the other partners can act on',
  'already-consented':
    'Your body has consented to this version already. It can withdraw its consent, with a reason',
  'withdraw-instead': 'Your body has consented to this version. Withdraw the consent instead of refusing it',
  'already-refused':
    'Your body has refused this version already. It can consent after all by a decision of its own',
  'nothing-to-withdraw':
    'Your body has not consented to this version, so there is nothing to withdraw. It can refuse it',
  'decision-missing': 'A consent is a decision of your own body. Select the decision and its clause',
  'no-such-decision': 'This decision is not published. Publish its record first, then consent by it',
  'not-own-decision': 'This decision is another body’s. Each partner consents by a decision of its own',
  'no-such-clause': 'The decision has no clause of this number. Select one of its clauses',
  'clause-cannot-bind':
    'This clause binds nobody: it notes, endorses or only recommends to another. Select the clause by which your body decided',
  'decision-before-version':
    'This decision was taken before the version was put, so it was about something else. A change needs a fresh decision',
} as const;
export type AnswerFault = keyof typeof answerSentences;

/** Whether a body may give this answer today, and the answer as it is kept. */
export function acceptAnswer(
  target: Target,
  given: GivenAnswer,
  answerer: Readonly<{ bodyId: string; exists: boolean; office: string }>,
  {
    facts,
    today,
    decision,
  }: Readonly<{ facts: TargetFacts; today: IsoDate; decision: NamedDecision | undefined }>,
): Result<TargetAnswer, AnswerFault> {
  const version = target.versions.find(({ number }) => number === given.version);
  if (version === undefined) return refuse('no-such-version');
  const late = isPassed(target, version, given, facts, today);
  if (late) return refuse('version-superseded');
  if (!answerer.exists) return refuse('body-has-ended');
  const cells = cellsOf(target, version, facts, today);
  const own = cells.find(({ answeredBy }) => answeredBy.includes(answerer.bodyId));
  if (own === undefined) return refuse('not-bound');
  const fault =
    dayFault(target, version, given, answerer.bodyId, today) ??
    stateFault(own, given) ??
    groundFault(version, given, answerer.bodyId, decision) ??
    lateFault(given, decision, today);
  if (fault !== undefined) return refuse(fault);
  return ok({
    version: given.version,
    bodyId: answerer.bodyId,
    answer: given.answer,
    decisionId: given.decision?.id,
    clause: given.decision?.clause,
    on: given.on,
    says: given.says,
    byOffice: answerer.office,
    source: given.source,
  });
}

/** Only the last version put is answered; consent can also be withdrawn from the one in force. */
function isPassed(
  target: Target,
  version: TargetVersion,
  { answer }: GivenAnswer,
  facts: TargetFacts,
  today: IsoDate,
): boolean {
  if (version.number === target.versions.at(-1)?.number) return false;
  return !(
    answer === 'withdraws' && targetOn(target, facts, today).inForce?.version.number === version.number
  );
}

function dayFault(
  { answers }: Target,
  { number, putOn }: TargetVersion,
  { on }: GivenAnswer,
  bodyId: string,
  today: IsoDate,
): AnswerFault | undefined {
  if (on > today) return 'in-the-future';
  if (on < putOn) return 'before-it-was-put';
  const last = answers.findLast((each) => each.version === number && each.bodyId === bodyId);
  return last !== undefined && on < last.on ? 'before-the-last-answer' : undefined;
}

/** Nobody takes back today what bound until today, unless its body decided so by then. */
function lateFault(
  { answer, on }: GivenAnswer,
  decision: NamedDecision | undefined,
  today: IsoDate,
): AnswerFault | undefined {
  if (answer !== 'withdraws' || on === today) return undefined;
  return decision === undefined || decision.takenOn > on ? 'withdrawn-before-today' : undefined;
}

function stateFault({ cell }: PartnerCell, { answer, says }: GivenAnswer): AnswerFault | undefined {
  const hasDecided = cell.cell === 'consented' || cell.cell === 'about-to-consent';
  if (answer === 'consents') return hasDecided ? 'already-consented' : undefined;
  if (says === '') return 'reason-missing';
  if (answer === 'withdraws')
    return hasDecided || cell.cell === 'stopped' ? undefined : 'nothing-to-withdraw';
  if (hasDecided) return 'withdraw-instead';
  return cell.cell === 'refused' ? 'already-refused' : undefined;
}

/** A consent is a decision of the body itself, on this version; a refusal or withdrawal may name one. */
function groundFault(
  { putOn }: TargetVersion,
  { answer, decision: named }: GivenAnswer,
  bodyId: string,
  decision: NamedDecision | undefined,
): AnswerFault | undefined {
  if (named === undefined) return answer === 'consents' ? 'decision-missing' : undefined;
  if (decision === undefined) return 'no-such-decision';
  if (decision.bodyId !== bodyId) return 'not-own-decision';
  if (decision.clause === undefined) return 'no-such-clause';
  if (answer !== 'consents') return undefined;
  if (!decision.clause.canBind) return 'clause-cannot-bind';
  return decision.takenOn < putOn ? 'decision-before-version' : undefined;
}
