import type { Sql } from '#platform/db';
import { entriesPage } from '#platform/record';
import type { RuleKey } from '../domain/rule-catalogue/index.ts';

/** How far back the page that follows at once on a publication looks for its entry. */
const entriesBack = 100;

/** The number of the record's entry of one published correction: the reference an officer is given. */
export async function correctionEntry(
  sql: Sql,
  bodyId: string,
  { key, version }: Readonly<{ key: RuleKey; version: number }>,
): Promise<number | undefined> {
  const { entries } = await entriesPage(sql, { subject: `/bodies/${bodyId}/rules`, limit: entriesBack });
  return entries.find(
    (entry) =>
      entry.visibility === 'public' &&
      entry.act === 'register.rule.corrected' &&
      entry.facts['key'] === key &&
      entry.facts['version'] === version,
  )?.seq;
}
