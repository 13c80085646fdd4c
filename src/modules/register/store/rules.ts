import type { Sql } from '#platform/db';
import { groupBy, type IsoDate } from '#platform/kernel';
import { isRuleKey } from '../domain/rule-catalogue/index.ts';
import { readRuleValue, ruleJson } from '../domain/rule-value.ts';
import type { RulePack, RuleVersion } from '../domain/rules.ts';
import { listBodies } from './bodies.ts';
import { datedColumns, datedFrom, provenanceFrom } from './dated-columns.ts';
import type { RegisterTables } from './tables.ts';

/** Every version of the law's rules and of these bodies', or of all; replaced ones too. */
export async function listRules(sql: Sql, bodyIds?: readonly string[]): Promise<readonly RuleVersion[]> {
  const rows = await sql
    .tables<RegisterTables>()
    .selectFrom('register.rule_version')
    .selectAll()
    .$if(bodyIds !== undefined, (query) =>
      query.where((or) => or.or([or('body_id', 'is', null), or('body_id', 'in', [...(bodyIds ?? [])])])),
    )
    .orderBy('body_id')
    .orderBy('key')
    .orderBy('version', 'desc')
    .execute();
  return rows.flatMap((row) => {
    // A rule of an older Accord that the catalogue no longer has says nothing to anyone.
    if (!isRuleKey(row.key)) return [];
    return [
      {
        bodyId: row.body_id ?? undefined,
        key: row.key,
        version: row.version,
        value: valueFrom(row.key, row.value),
        note: row.note ?? undefined,
        reason: row.reason ?? undefined,
        ...datedFrom(row),
        ...provenanceFrom(row),
      },
    ];
  });
}

/** Whether the law's own rules have been entered. */
export async function hasLaw(sql: Sql): Promise<boolean> {
  const row = await sql
    .tables<RegisterTables>()
    .selectFrom('register.rule_version')
    .select('key')
    .where('body_id', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What is needed to say what one body's rules were on any day. Undefined where there is no such body. */
export async function findRulePack(sql: Sql, bodyId: string): Promise<RulePack | undefined> {
  return (await findRulePacks(sql, [bodyId])).get(bodyId);
}

/** The same for several bodies, by body, read in one go. */
export async function findRulePacks(
  sql: Sql,
  bodyIds: readonly string[],
): Promise<ReadonlyMap<string, RulePack>> {
  if (bodyIds.length === 0) return new Map();
  const [bodies, versions] = await Promise.all([listBodies(sql, bodyIds), listRules(sql, bodyIds)]);
  const byBody = groupBy(versions, (version) => version.bodyId);
  const law = byBody.get(undefined) ?? [];
  return new Map(bodies.map(({ id, kind }) => [id, { bodyId: id, kind, own: byBody.get(id) ?? [], law }]));
}

export type NewRuleVersion = Omit<RuleVersion, 'recordedOn' | 'replacedOn'>;

/** Adds versions of rules beside those there are. */
export async function insertRules(
  sql: Sql,
  versions: readonly NewRuleVersion[],
  recordedOn: IsoDate,
): Promise<void> {
  if (versions.length === 0) return;
  await sql
    .tables<RegisterTables>()
    .insertInto('register.rule_version')
    .values(
      versions.map((each) => ({
        body_id: each.bodyId ?? null,
        key: each.key,
        version: each.version,
        value: each.value === undefined ? null : JSON.stringify(ruleJson(each.value)),
        note: each.note ?? null,
        reason: each.reason ?? null,
        source: each.source,
        certainty: each.certainty,
        ...datedColumns(each, recordedOn),
      })),
    )
    .execute();
}

/** Marks the version that a correction replaces. */
export async function replaceRule(
  sql: Sql,
  rule: Readonly<{ bodyId: string; key: string; version: number }>,
  replacedOn: IsoDate,
): Promise<void> {
  await sql
    .tables<RegisterTables>()
    .updateTable('register.rule_version')
    .set({ replaced_on: replacedOn })
    .where('body_id', '=', rule.bodyId)
    .where('key', '=', rule.key)
    .where('version', '=', rule.version)
    .where('replaced_on', 'is', null)
    .execute();
}

function valueFrom(key: RuleVersion['key'], json: unknown): RuleVersion['value'] {
  if (json === null || json === undefined) return undefined;
  const value = readRuleValue(key, json);
  // Every value was read by the same definition before it was stored.
  if (!value.ok) throw new Error(`The register holds a value of ${key} that it cannot read: ${value.error}`);
  return value.value;
}
