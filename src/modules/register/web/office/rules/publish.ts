import { askAgain, type FieldErrors, type OfficeVisit, page, redirect, type Reply } from '#platform/http';
import { may } from '#platform/identity';
import type { Services } from '#platform/module';
import { correctRule } from '../../../actions/correct-rule.ts';
import { isStale } from '#platform/module';
import { once, versionSeen } from '#platform/web';
import { mayCorrectRules } from '../../../permissions.ts';
import { ruleToCorrect, type RuleToCorrect } from '../../../queries/rule-to-correct.ts';
import { checkPage } from './check-page.tsx';
import { correctPage } from './correct-page.tsx';
import { explainCorrection } from './explain-rule.ts';
import { draftOf, readCorrection } from './rule-form.ts';
import { rulePath } from './rule-words.ts';

/** The page on which a draft is looked over before it is published. */
export async function showCheck(
  _services: Services,
  visit: OfficeVisit,
  rule: RuleToCorrect,
): Promise<Reply> {
  return checked(visit, rule, {}, page) ?? redirect(`${rulePath(visit.actor.bodyId, rule.key)}/correct`);
}

/**
 * Publishes a draft. The form carries the draft's own answers, so that what was looked over is what is published, and so
 * that a form sent twice is answered as the first time although the draft is gone.
 */
export async function submitCheck(
  services: Services,
  visit: OfficeVisit,
  rule: RuleToCorrect,
): Promise<Reply> {
  const { actor, answers } = visit;
  const { bodyId } = actor;
  const path = rulePath(bodyId, rule.key);
  const seen = versionSeen(answers['seen']);
  const read = readCorrection(rule.key, answers);
  if (!read.ok) return redirect(`${path}/correct`);

  const options = { ...once(visit), draftSeen: versionSeen(answers['draftSeen']) };
  const outcome = await correctRule(services, actor, bodyId, read.value, seen, options);
  if (outcome.ok) return redirect(`${path}/corrected?version=${outcome.value.version}`);
  const now = (await services.database.as(actor, (sql) => ruleToCorrect(sql, bodyId, rule.key))) ?? rule;
  const errors = isStale(outcome.error) ? overtaken : explainCorrection(outcome.error);
  return checked(visit, now, errors, askAgain) ?? discarded(visit, now, errors);
}

const overtaken = {
  form: 'The rule was changed after this draft was begun, so nothing was published. See both below',
};

type Show = (content: ReturnType<typeof checkPage>) => Reply;

/** The page that shows a draft, once it can be read as a correction. */
function checked(
  { actor, today }: OfficeVisit,
  rule: RuleToCorrect,
  errors: FieldErrors,
  show: Show,
): Reply | undefined {
  const { draft } = rule;
  const read = draft === undefined ? undefined : readCorrection(rule.key, draft.answers);
  if (draft === undefined || read?.ok !== true) return undefined;
  const mayPublish = may(actor, mayCorrectRules, actor.bodyId).ok;
  return show(checkPage({ actor, rule, draft, correction: read.value, today, mayPublish, errors }));
}

/** The answers of a draft that is gone, back in the form they came from. */
function discarded(visit: OfficeVisit, rule: RuleToCorrect, errors: FieldErrors): Reply {
  const { actor, answers, today } = visit;
  return askAgain(correctPage({ actor, rule, today, answers: draftOf(answers), errors }));
}
