import type { Database } from '#platform/db';
import { type Actor, type IsoDate, plural } from '#platform/kernel';
import type { Task } from '#platform/module';
import { may } from '#platform/identity';
import { isRuleKey, ruleDefinition } from './domain/rule-catalogue/index.ts';
import { mayCorrectRules, mayDraftRules, mayEditDetails } from './permissions.ts';
import { listDrafts } from './store/drafts.ts';
import { rulesPage } from './queries/rules-page.ts';

/** What needs this office in its body's register: drafts to finish or to check, and rules that nobody has confirmed. */
export async function registerTasks(
  database: Database,
  actor: Actor,
  today: IsoDate,
): Promise<readonly Task[]> {
  const { bodyId } = actor;
  const can = (permission: typeof mayDraftRules) => may(actor, permission, bodyId).ok;
  return database.as(actor, async (sql) => {
    const drafts = await listDrafts(sql, bodyId);
    const waiting = drafts.flatMap((draft): readonly Task[] => {
      if (draft.about === 'details') {
        if (!can(mayEditDetails)) return [];
        return [
          {
            title: 'Finish the change of your body’s details',
            href: `/bodies/${bodyId}/details`,
            why: `A draft was kept by the ${draft.preparedBy}`,
            standing: 'started',
          },
        ];
      }
      const key = draft.about.slice('rule:'.length);
      if (!isRuleKey(key) || !can(mayDraftRules)) return [];
      return [
        {
          title: `${can(mayCorrectRules) ? 'Check' : 'Finish'} the correction of a rule: ${ruleDefinition(key).title}`,
          href: `/bodies/${bodyId}/rules/${key}/${can(mayCorrectRules) ? 'check' : 'correct'}`,
          why: `A draft was kept by the ${draft.preparedBy}; the monitoring officer publishes it`,
          standing: can(mayCorrectRules) ? 'to-check' : 'started',
        },
      ];
    });
    const rules = can(mayCorrectRules) ? await rulesPage(sql, bodyId, { on: today }) : undefined;
    if (rules === undefined || rules.toCheck === 0) return waiting;
    return [
      ...waiting,
      {
        title: `Confirm ${plural(rules.toCheck, 'rule')} that readers are told to check locally`,
        href: `/bodies/${bodyId}/rules`,
        why: 'A date worked out from a rule that is not confirmed may be wrong',
        standing: 'to-do',
      },
    ];
  });
}
