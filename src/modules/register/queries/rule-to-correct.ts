import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { aboutRule, type Draft } from '../domain/draft.ts';
import type { RuleDefinition } from '../domain/rule-catalogue/definition.ts';
import { ruleDefinition, type RuleKey } from '../domain/rule-catalogue/index.ts';
import { corrected, type RuleCorrection } from '../domain/rule-correction.ts';
import { historyOf, ruleOn, type RulePack, type RuleVersion } from '../domain/rules.ts';
import { sayRuling } from '../domain/say-ruling.ts';
import { findDraft } from '../store/drafts.ts';
import { findRulePack } from '../store/rules.ts';

/** One rule of an officer's own body, with what is published of it and the draft that may change it. */
export type RuleToCorrect = Readonly<{
  key: RuleKey;
  definition: RuleDefinition;
  pack: RulePack;
  /** The body's own versions, the one recorded last first. */
  own: readonly RuleVersion[];
  /** The latest of them; 0 where there is none. */
  seen: number;
  draft: Draft | undefined;
}>;

/** Ask as the body: nobody else sees its draft. */
export async function ruleToCorrect(
  sql: Sql,
  bodyId: string,
  key: RuleKey,
): Promise<RuleToCorrect | undefined> {
  const pack = await findRulePack(sql, bodyId);
  if (pack === undefined) return undefined;
  const own = historyOf(pack.own, key);
  const draft = await findDraft(sql, bodyId, aboutRule(key));
  return { key, definition: ruleDefinition(key), pack, own, seen: own[0]?.version ?? 0, draft };
}

/** What the public reads of a rule on one day, now and once the correction is published. */
export type BeforeAndAfter = Readonly<{ on: IsoDate; now: string; after: string }>;

/** Today, and the day the correction begins where that is another. */
export function beforeAndAfter(
  { pack, key }: RuleToCorrect,
  correction: RuleCorrection,
  today: IsoDate,
): readonly BeforeAndAfter[] {
  const { from } = correction;
  const changed = corrected(pack, correction, today);
  const days = from === undefined || from === today ? [today] : [today, from];
  return days.sort().map((on) => ({
    on,
    now: sayRuling(key, ruleOn(pack, key, { on })),
    after: sayRuling(key, ruleOn(changed, key, { on })),
  }));
}
