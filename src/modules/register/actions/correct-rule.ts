import { may } from '#platform/identity';
import { type Actor, formatDate, ok, refuse, type Result } from '#platform/kernel';
import { act, type ActOptions, type ActServices } from '#platform/record';
import { aboutRule } from '../domain/draft.ts';
import { ruleDefinition } from '../domain/rule-catalogue/index.ts';
import { ruleJson, sayRuleValue } from '../domain/rule-value.ts';
import {
  acceptRuleCorrection,
  type RuleCorrection,
  type RuleCorrectionRefusal,
} from '../domain/rule-correction.ts';
import { historyOf, type RuleVersion } from '../domain/rules.ts';
import { mayCorrectRules } from '../permissions.ts';
import { dropDraft, findDraft } from '../store/drafts.ts';
import { lockBody } from '../store/lock.ts';
import { findRulePack, insertRules, replaceRule } from '../store/rules.ts';
import { type CommonRefusal, type Stale } from '#platform/module';

export type CorrectRuleRefusal =
  | CommonRefusal
  | RuleCorrectionRefusal
  | 'draft-changed'
  | 'draft-discarded'
  | Stale<RuleVersion>;

export type CorrectRuleOptions = ActOptions &
  Readonly<{
    /** The version of the draft that was looked over. Where it is given, that draft must still stand as it was. */
    draftSeen?: number;
  }>;

/**
 * Publishes a correction of one of a body's own rules: a new dated version beside the old ones, never an edit. With
 * `replaces` the older version counts as never having been right from now on; without, it counts until the new begins.
 */
export async function correctRule(
  services: ActServices,
  actor: Actor | undefined,
  bodyId: string,
  asked: RuleCorrection,
  /** The latest version of the body's own rule that the officer saw; 0 where it had none. */
  seen: number,
  { draftSeen, ...options }: CorrectRuleOptions = {},
): Promise<Result<{ version: number }, CorrectRuleRefusal>> {
  const allowed = may(actor, mayCorrectRules, bodyId);
  if (!allowed.ok) return allowed;

  return act<{ version: number }, CorrectRuleRefusal>(services, allowed.value, options, async (sql) => {
    await lockBody(sql, bodyId);
    const pack = await findRulePack(sql, bodyId);
    if (pack === undefined) return refuse('no-such-body');
    const history = historyOf(pack.own, asked.key);
    const latest = history[0];
    if ((latest?.version ?? 0) !== seen) return refuse({ stale: latest });
    if (draftSeen !== undefined) {
      const draft = await findDraft(sql, bodyId, aboutRule(asked.key));
      if (draft === undefined) return refuse('draft-discarded');
      if (draft.version !== draftSeen) return refuse('draft-changed');
    }
    const accepted = acceptRuleCorrection(asked, history);
    if (!accepted.ok) return accepted;

    const { key, value, from, until, source, certainty, reason, replaces } = accepted.value;
    const version = seen + 1;
    const today = services.clock.today();
    if (replaces !== undefined) await replaceRule(sql, { bodyId, key, version: replaces }, today);
    await insertRules(
      sql,
      [{ bodyId, key, version, value, from, until, source, certainty, reason, note: undefined }],
      today,
    );
    await dropDraft(sql, bodyId, aboutRule(key));
    const now = value === undefined ? 'not known' : sayRuleValue(key, value);
    return ok({
      value: { version },
      entry: {
        act: 'register.rule.corrected',
        subject: `/bodies/${bodyId}/rules`,
        summary: `${ruleDefinition(key).title}: ${now}${from === undefined ? '' : `, from ${formatDate(from)}`}`,
        facts: {
          key,
          version,
          value: value === undefined ? null : ruleJson(value),
          from: from ?? null,
          until: until ?? null,
          replaces: replaces ?? null,
          source,
          certainty,
          reason,
        },
        visibility: 'public',
      },
    });
  });
}
