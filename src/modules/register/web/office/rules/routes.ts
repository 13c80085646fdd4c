import {
  askAgain,
  notFound,
  type OfficeRoute,
  type OfficeVisit,
  page,
  redirect,
  type Reply,
} from '#platform/http';
import type { Services } from '#platform/module';
import { dropDraft, keepDraft } from '../../../actions/keep-draft.ts';
import { isStale } from '#platform/module';
import { once, step, versionSeen } from '#platform/web';
import { aboutRule } from '../../../domain/draft.ts';
import { isRuleKey, ruleDefinition } from '../../../domain/rule-catalogue/index.ts';
import { acceptRuleCorrection } from '../../../domain/rule-correction.ts';
import { mayCorrectRules, mayDraftRules } from '../../../permissions.ts';
import { correctionEntry } from '../../../queries/correction-entry.ts';
import { draftsKept } from '../../../queries/drafts-kept.ts';
import { ruleToCorrect, type RuleToCorrect } from '../../../queries/rule-to-correct.ts';
import { correctPage, later } from './correct-page.tsx';
import { correctedPage, discardPage, draftsPage } from './drafts-pages.tsx';
import { explainCorrection, explainDraft } from './explain-rule.ts';
import { showCheck, submitCheck } from './publish.ts';
import { draftOf, readCorrection } from './rule-form.ts';
import { rulePath } from './rule-words.ts';

type Handle = (services: Services, visit: OfficeVisit, rule: RuleToCorrect) => Promise<Reply>;

/** Drafting a correction of a rule, checking it, publishing it, or throwing it away. */
export function rulesRoutes(services: Services): readonly OfficeRoute[] {
  const path = '/bodies/:body/rules/:rule';
  const may = mayDraftRules;
  const of = (handle: Handle) => async (visit: OfficeVisit) => {
    const rule = await find(services, visit);
    return rule === undefined ? notFound(noSuchRule) : handle(services, visit, rule);
  };
  return [
    { method: 'GET', path: '/bodies/:body/drafts', may, handle: (visit) => showDrafts(services, visit) },
    { method: 'GET', path: `${path}/correct`, may, handle: of(showForm) },
    { method: 'POST', path: `${path}/correct`, may, handle: of(submitForm) },
    { method: 'GET', path: `${path}/check`, may, handle: of(showCheck) },
    { method: 'POST', path: `${path}/check`, may: mayCorrectRules, handle: of(submitCheck) },
    { method: 'GET', path: `${path}/corrected`, may, handle: of(showCorrected) },
    { method: 'GET', path: `${path}/discard`, may, handle: of(showDiscard) },
    { method: 'POST', path: `${path}/discard`, may, handle: of(submitDiscard) },
  ];
}

const noSuchRule = 'There is no rule with this address. The page of your body’s rules lists them all.';

async function find(
  { database }: Services,
  { actor, params }: OfficeVisit,
): Promise<RuleToCorrect | undefined> {
  const key = params['rule'] ?? '';
  return isRuleKey(key) ? database.as(actor, (sql) => ruleToCorrect(sql, actor.bodyId, key)) : undefined;
}

async function showDrafts({ database }: Services, { actor }: OfficeVisit): Promise<Reply> {
  return page(draftsPage(actor, await database.as(actor, (sql) => draftsKept(sql, actor.bodyId))));
}

const showForm: Handle = async (_services, { actor, today }, rule) =>
  page(correctPage({ actor, rule, today, answers: rule.draft?.answers ?? {}, errors: {} }));

const submitForm: Handle = async (services, visit, rule) => {
  const { actor, answers, today } = visit;
  const { bodyId } = actor;
  const about = { actor, rule, today, answers };
  const isFinished = answers[step.name] !== later;
  const read = readCorrection(rule.key, answers);
  if (isFinished && !read.ok) return askAgain(correctPage({ ...about, errors: read.error }));
  const seen = versionSeen(answers['seen']);
  if (isFinished && read.ok && seen === rule.seen) {
    const accepted = acceptRuleCorrection(read.value, rule.own);
    if (!accepted.ok) return askAgain(correctPage({ ...about, errors: explainCorrection(accepted.error) }));
  }

  const draft = {
    bodyId,
    about: aboutRule(rule.key),
    answers: draftOf(answers),
    seen: Math.max(0, seen),
    draftSeen: versionSeen(answers['draftSeen']),
  };
  const outcome = await keepDraft(services, actor, draft, once(visit));
  if (outcome.ok)
    return isFinished
      ? redirect(`${rulePath(bodyId, rule.key)}/check`)
      : redirect(`/bodies/${bodyId}/drafts`, 'The draft is saved. Only your body can see it.');
  if (!isStale(outcome.error))
    return askAgain(correctPage({ ...about, errors: explainDraft(outcome.error) }));
  const theirs = outcome.error.stale;
  const gone =
    'The draft was published or discarded while you were writing. To begin another, send the form again';
  const errors: Readonly<Record<string, string>> = theirs === undefined ? { form: gone } : {};
  const fresh = { ...answers, draftSeen: '0' };
  return askAgain(correctPage({ ...about, answers: fresh, theirs, errors }));
};

const showCorrected: Handle = async ({ database }, { actor, query }, rule) => {
  const version = versionSeen(query['version']);
  if (!rule.own.some((each) => each.version === version))
    return notFound(`${ruleDefinition(rule.key).title} has no such version.`);
  const entry = await correctionEntry(database, actor.bodyId, { key: rule.key, version });
  return page(correctedPage(actor, rule, version, entry));
};

const showDiscard: Handle = async (_services, { actor }, rule) =>
  rule.draft === undefined ? notFound(noSuchDraft) : page(discardPage(actor, rule, rule.draft, {}));

const submitDiscard: Handle = async (services, visit, rule) => {
  const { actor } = visit;
  const { bodyId } = actor;
  const outcome = await dropDraft(services, actor, { bodyId, about: aboutRule(rule.key) }, once(visit));
  if (outcome.ok) return redirect(`/bodies/${bodyId}/drafts`, 'The draft is discarded.');
  if (rule.draft === undefined) return notFound(noSuchDraft);
  return askAgain(discardPage(actor, rule, rule.draft, explainDraft(outcome.error)));
};

const noSuchDraft = 'There is no draft of this rule: it was published or discarded, or never begun.';
