import type { Sql } from '#platform/db';
import type { Draft } from '../domain/draft.ts';
import { isRuleKey, type RuleKey } from '../domain/rule-catalogue/index.ts';
import { listDrafts } from '../store/drafts.ts';

/** A kept draft of a correction. */
export type RuleDraft = Readonly<{ key: RuleKey; draft: Draft }>;

/** The corrections a body has begun and not yet published, by rule. Ask as the body: nobody else sees them. */
export async function draftsKept(sql: Sql, bodyId: string): Promise<readonly RuleDraft[]> {
  const drafts = await listDrafts(sql, bodyId);
  return drafts.flatMap((draft) => {
    const key = draft.about.slice('rule:'.length);
    return draft.about !== 'details' && isRuleKey(key) ? [{ key, draft }] : [];
  });
}
