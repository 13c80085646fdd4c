import type { Sql } from '#platform/db';
import type { AsOf } from '../domain/dated.ts';
import {
  ruleDefinition,
  ruleGroups,
  type RuleKey,
  ruleKeys,
  type RuleValue,
} from '../domain/rule-catalogue/index.ts';
import type { RuleDefinition } from '../domain/rule-catalogue/definition.ts';
import { sayRuleValue } from '../domain/rule-value.ts';
import {
  historyOf,
  isToCheck,
  ruleOn,
  type RulePack,
  type RuleVersion,
  type Ruling,
} from '../domain/rules.ts';
import { sayRuling } from '../domain/say-ruling.ts';
import { findRulePack } from '../store/rules.ts';
import { type BodyLine, everyBody } from './bodies.ts';

export type RuleLine = Readonly<{
  key: RuleKey;
  definition: RuleDefinition;
  ruling: Ruling<RuleValue>;
  /** The value in words: “28 clear days…”, “Check locally”, or why the rule does not apply. */
  says: string;
  /** Every version known on the day asked, the body's own first, each with its value in words. */
  history: readonly Readonly<{ version: RuleVersion; says: string }>[];
  /** Give this back with a correction, so that a stale one is noticed; 0 where the body has no version of its own. */
  seen: number;
}>;

export type RulesPage = Readonly<{
  body: BodyLine;
  groups: readonly Readonly<{ title: string; rules: readonly RuleLine[] }>[];
  /** How many of the rules that apply say “check locally”, wholly or beside a value. */
  toCheck: number;
}>;

/** A body's rules on a day, each with its value, source, certainty and history. */
export async function rulesPage(sql: Sql, bodyId: string, asOf: AsOf): Promise<RulesPage | undefined> {
  const pack = await findRulePack(sql, bodyId);
  const body = (await everyBody(sql, asOf)).find(({ id }) => id === bodyId);
  if (pack === undefined || body === undefined) return undefined;
  const lines = new Map(ruleKeys.map((key) => [key, ruleLine(pack, key, asOf)]));
  const groups = ruleGroups.map(({ title, keys }) => ({
    title,
    rules: keys.flatMap((key) => lines.get(key) ?? []),
  }));
  const toCheck = [...lines.values()].filter(({ ruling }) => isToCheck(ruling)).length;
  return { body, groups, toCheck };
}

/** One rule of a body, for the page that corrects it. */
export async function rulePage(
  sql: Sql,
  bodyId: string,
  key: RuleKey,
  asOf: AsOf,
): Promise<Readonly<{ body: BodyLine; rule: RuleLine }> | undefined> {
  const pack = await findRulePack(sql, bodyId);
  const body = (await everyBody(sql, asOf)).find(({ id }) => id === bodyId);
  return pack === undefined || body === undefined ? undefined : { body, rule: ruleLine(pack, key, asOf) };
}

function ruleLine(pack: RulePack, key: RuleKey, asOf: AsOf): RuleLine {
  const ruling = ruleOn(pack, key, asOf);
  const own = historyOf(pack.own, key);
  const versions = [...own, ...historyOf(pack.law, key)];
  return {
    key,
    definition: ruleDefinition(key),
    ruling,
    says: sayRuling(key, ruling),
    history: versions
      .filter(({ recordedOn }) => asOf.knownOn === undefined || recordedOn <= asOf.knownOn)
      .map((version) => ({
        version,
        says: version.value === undefined ? 'Not known' : sayRuleValue(key, version.value),
      })),
    seen: own[0]?.version ?? 0,
  };
}
