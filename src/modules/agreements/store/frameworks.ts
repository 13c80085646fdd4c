import type { Sql } from '#platform/db';
import type { Crossing, Framework, FrameworkKind, Outcome, Theme } from '../domain/framework/framework.ts';
import type { Concerns } from '../domain/series/series.ts';
import type { Published } from './published.ts';
import type { AgreementsTables } from './tables.ts';
import type { FrameworkTables } from './tables/frameworks.ts';

/** These frameworks, or all there are, by title. */
export async function listFrameworks(sql: Sql, ids?: readonly string[]): Promise<readonly Framework[]> {
  if (ids?.length === 0) return [];
  const rows = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.framework')
    .selectAll()
    .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
    .orderBy('title')
    .execute();
  return rows.map(frameworkFrom);
}

/** One framework; undefined where there is none. */
export async function findFramework(sql: Sql, id: string): Promise<Framework | undefined> {
  return (await listFrameworks(sql, [id]))[0];
}

/** The themes of a framework, or of all, in their order. */
export async function listThemes(sql: Sql, frameworkId?: string): Promise<readonly Theme[]> {
  const rows = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.theme')
    .selectAll()
    .$if(frameworkId !== undefined, (query) => query.where('framework_id', '=', frameworkId ?? ''))
    .orderBy('framework_id')
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ frameworkId: row.framework_id, number: row.number, title: row.title }));
}

export type OutcomesAsked = Readonly<{ frameworkIds?: readonly string[]; ids?: readonly string[] }>;

/** Outcomes, in the order of their frameworks. */
export async function listOutcomes(
  sql: Sql,
  { frameworkIds, ids }: OutcomesAsked = {},
): Promise<readonly Outcome[]> {
  if (frameworkIds?.length === 0 || ids?.length === 0) return [];
  const rows = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.outcome')
    .selectAll()
    .$if(frameworkIds !== undefined, (query) => query.where('framework_id', 'in', frameworkIds ?? []))
    .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
    .orderBy('framework_id')
    .orderBy('number')
    .execute();
  return rows.map(outcomeFrom);
}

/** One outcome by its id, `kent-agreement-two/12`; undefined where there is none. */
export async function findOutcome(sql: Sql, id: string): Promise<Outcome | undefined> {
  return (await listOutcomes(sql, { ids: [id] }))[0];
}

/** What the outcomes answer to in other frameworks, whichever side they stand on; all there is when not asked for any. */
export async function listCrossings(sql: Sql, outcomeIds?: readonly string[]): Promise<readonly Crossing[]> {
  if (outcomeIds?.length === 0) return [];
  const rows = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.crosswalk')
    .selectAll()
    .$if(outcomeIds !== undefined, (query) =>
      query.where((where) =>
        where.or([
          where('from_outcome', 'in', outcomeIds ?? []),
          where('to_outcome', 'in', outcomeIds ?? []),
        ]),
      ),
    )
    .orderBy('from_outcome')
    .orderBy('to_outcome')
    .execute();
  return rows.map((row) => ({
    from: row.from_outcome,
    to: row.to_outcome,
    relation: row.relation as Crossing['relation'],
    says: row.says,
    source: row.source,
    certainty: row.certainty,
  }));
}

/** Publishes a framework with its themes and outcomes; false, and nothing happens, where its id is taken. */
export async function insertFramework(
  sql: Sql,
  framework: Framework,
  parts: Readonly<{ themes?: readonly Omit<Theme, 'frameworkId'>[]; outcomes?: readonly Outcome[] }>,
  published: Published,
): Promise<boolean> {
  const tables = sql.tables<AgreementsTables>();
  const { numInsertedOrUpdatedRows } = await tables
    .insertInto('agreements.framework')
    .values({
      id: framework.id,
      title: framework.title,
      kind: framework.kind,
      body_id: framework.bodyId ?? null,
      summary: framework.summary,
      from_day: framework.from ?? null,
      until_day: framework.until ?? null,
      is_illustrative: framework.isIllustrative,
      source: framework.source,
      certainty: framework.certainty,
      published_by: published.by,
      published_at: published.at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return false;

  const themes = (parts.themes ?? []).map((theme) => ({ framework_id: framework.id, ...theme }));
  if (themes.length > 0) await tables.insertInto('agreements.theme').values(themes).execute();
  await insertOutcomes(sql, parts.outcomes ?? []);
  return true;
}

/** Adds outcomes to frameworks that stand. */
export async function insertOutcomes(sql: Sql, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  await sql
    .tables<AgreementsTables>()
    .insertInto('agreements.outcome')
    .values(
      outcomes.map((outcome) => ({
        id: outcome.id,
        framework_id: outcome.frameworkId,
        number: outcome.number,
        theme: outcome.theme ?? null,
        title: outcome.title,
        says: outcome.says,
        concerns: outcome.concerns,
        cites: outcome.cites,
        source: outcome.source,
        certainty: outcome.certainty,
      })),
    )
    .execute();
}

/** Says which outcomes answer to each other. */
export async function insertCrossings(sql: Sql, crossings: readonly Crossing[]): Promise<void> {
  if (crossings.length === 0) return;
  await sql
    .tables<AgreementsTables>()
    .insertInto('agreements.crosswalk')
    .values(
      crossings.map(({ from, to, relation, says, source, certainty }) => ({
        from_outcome: from,
        to_outcome: to,
        relation,
        says,
        source,
        certainty,
      })),
    )
    .execute();
}

const frameworkFrom = (row: FrameworkTables['agreements.framework']): Framework => ({
  id: row.id,
  title: row.title,
  kind: row.kind as FrameworkKind,
  bodyId: row.body_id ?? undefined,
  summary: row.summary,
  from: row.from_day ?? undefined,
  until: row.until_day ?? undefined,
  isIllustrative: row.is_illustrative,
  source: row.source,
  certainty: row.certainty,
});

const outcomeFrom = (row: FrameworkTables['agreements.outcome']): Outcome => ({
  id: row.id,
  frameworkId: row.framework_id,
  number: row.number,
  theme: row.theme ?? undefined,
  title: row.title,
  says: row.says,
  concerns: row.concerns as Concerns,
  cites: row.cites,
  source: row.source,
  certainty: row.certainty,
});
