import type { Sql } from '#platform/db';
import { groupBy } from '#platform/kernel';
import type { Agreement, AgreementKind, AgreementVersion, Capacity } from '../domain/agreement/agreement.ts';
import type { Precision } from '../domain/agreement/rough-day.ts';
import type { ReachedStage, Stage } from '../domain/agreement/stage.ts';
import type { AgreementTables } from './tables/agreements.ts';
import type { AgreementsTables } from './tables.ts';

export type AgreementsAsked = Readonly<{
  ids?: readonly string[];
  /** The chapters of this agreement. */
  partOf?: string;
  /** Of these, who is party to any version, or keeps it. */
  bodyId?: string;
  placeId?: string;
  /** Those that renew this one. */
  renews?: string;
  proposalIds?: readonly string[];
}>;

/** Agreements with all their versions and stages, the last recorded first. */
export async function findAgreements(
  sql: Sql,
  { ids, partOf, bodyId, placeId, renews, proposalIds }: AgreementsAsked = {},
): Promise<readonly Agreement[]> {
  if (ids?.length === 0 || proposalIds?.length === 0) return [];
  const tables = sql.tables<AgreementsTables>();
  let query = tables.selectFrom('agreements.agreement').selectAll();
  if (ids !== undefined) query = query.where('id', 'in', ids);
  if (partOf !== undefined) query = query.where('part_of', '=', partOf);
  if (placeId !== undefined) query = query.where('place_id', '=', placeId);
  if (renews !== undefined) query = query.where('renews', '=', renews);
  if (bodyId !== undefined)
    query = query.where((its) =>
      its.or([
        its('body_id', '=', bodyId),
        its(
          'id',
          'in',
          tables
            .selectFrom('agreements.agreement_party')
            .select('agreement_id')
            .where('body_id', '=', bodyId),
        ),
      ]),
    );
  if (proposalIds !== undefined)
    query = query.where(
      'id',
      'in',
      tables
        .selectFrom('agreements.agreement_version')
        .select('agreement_id')
        .where('proposal_id', 'in', proposalIds),
    );
  const rows = await query.orderBy('recorded_at', 'desc').orderBy('id').execute();
  return withVersions(sql, rows);
}

/** One agreement; undefined where there is none. */
export async function findAgreement(sql: Sql, id: string): Promise<Agreement | undefined> {
  return (await findAgreements(sql, { ids: [id] }))[0];
}

async function withVersions(
  sql: Sql,
  rows: readonly AgreementTables['agreements.agreement'][],
): Promise<readonly Agreement[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const tables = sql.tables<AgreementsTables>();
  const [versions, parties, outcomes, stages] = await Promise.all([
    tables
      .selectFrom('agreements.agreement_version')
      .selectAll()
      .where('agreement_id', 'in', ids)
      .orderBy('number')
      .execute(),
    tables
      .selectFrom('agreements.agreement_party')
      .selectAll()
      .where('agreement_id', 'in', ids)
      .orderBy('position')
      .execute(),
    tables
      .selectFrom('agreements.taken_outcome')
      .selectAll()
      .where('agreement_id', 'in', ids)
      .orderBy('outcome_id')
      .execute(),
    tables
      .selectFrom('agreements.agreement_stage')
      .selectAll()
      .where('agreement_id', 'in', ids)
      .orderBy('on_day')
      .orderBy('position')
      .execute(),
  ]);
  const keyOf = ({ agreement_id, version }: { agreement_id: string; version: number }) =>
    `${agreement_id} ${version}`;
  const [versionsOf, partiesOf, outcomesOf, stagesOf] = [
    groupBy(versions, ({ agreement_id }) => agreement_id),
    groupBy(parties, keyOf),
    groupBy(outcomes, keyOf),
    groupBy(stages, ({ agreement_id }) => agreement_id),
  ];
  return rows.flatMap((row): readonly Agreement[] => {
    const [first, ...amendments] = (versionsOf.get(row.id) ?? []).map((version) =>
      versionFrom(version, {
        parties: (partiesOf.get(`${row.id} ${version.number}`) ?? []).map(({ body_id, capacity }) => ({
          bodyId: body_id,
          capacity: capacity as Capacity,
        })),
        outcomeIds: (outcomesOf.get(`${row.id} ${version.number}`) ?? []).map(({ outcome_id }) => outcome_id),
      }),
    );
    if (first === undefined) return [];
    return [
      {
        id: row.id,
        kind: row.kind as AgreementKind,
        bodyId: row.body_id,
        renews: row.renews ?? undefined,
        partOf: row.part_of ?? undefined,
        placeId: row.place_id ?? undefined,
        mostDesignated: row.most_designated ?? undefined,
        isIllustrative: row.is_illustrative,
        versions: [first, ...amendments],
        stages: (stagesOf.get(row.id) ?? []).map(stageFrom),
        recordedAt: row.recorded_at,
      },
    ];
  });
}

/** Enters a new agreement, without a version yet; false where its id is taken. */
export async function insertAgreement(
  sql: Sql,
  agreement: Omit<Agreement, 'versions' | 'stages'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await sql
    .tables<AgreementsTables>()
    .insertInto('agreements.agreement')
    .values({
      id: agreement.id,
      kind: agreement.kind,
      body_id: agreement.bodyId,
      renews: agreement.renews ?? null,
      part_of: agreement.partOf ?? null,
      place_id: agreement.placeId ?? null,
      most_designated: agreement.mostDesignated ?? null,
      is_illustrative: agreement.isIllustrative,
      recorded_at: agreement.recordedAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Enters a version with its parties and the outcomes it takes. The caller holds the agreement’s lock. */
export async function insertVersion(sql: Sql, id: string, version: AgreementVersion): Promise<void> {
  const tables = sql.tables<AgreementsTables>();
  await tables
    .insertInto('agreements.agreement_version')
    .values({
      agreement_id: id,
      number: version.number,
      title: version.title,
      summary: version.summary,
      framework_id: version.frameworkId ?? null,
      term_from: version.term.from ?? null,
      term_until: version.term.until ?? null,
      principles: JSON.stringify(version.principles),
      sections: JSON.stringify(version.sections),
      proposal_id: version.proposalId ?? null,
      changed: version.changed,
      reason: version.reason,
      source: version.source,
      certainty: version.certainty,
      on_day: version.published.on,
      precision: version.published.precision,
      published_by: version.publishedBy,
      recorded_at: version.recordedAt,
    })
    .execute();
  if (version.parties.length > 0)
    await tables
      .insertInto('agreements.agreement_party')
      .values(
        version.parties.map(({ bodyId, capacity }, index) => ({
          agreement_id: id,
          version: version.number,
          position: index + 1,
          body_id: bodyId,
          capacity,
        })),
      )
      .execute();
  if (version.outcomeIds.length > 0)
    await tables
      .insertInto('agreements.taken_outcome')
      .values(
        version.outcomeIds.map((outcomeId) => ({
          agreement_id: id,
          version: version.number,
          outcome_id: outcomeId,
        })),
      )
      .execute();
}

/** Enters a stage that an agreement reached. The caller holds the agreement’s lock. */
export async function insertStage(sql: Sql, id: string, stage: ReachedStage): Promise<void> {
  await sql
    .tables<AgreementsTables>()
    .insertInto('agreements.agreement_stage')
    .values({
      agreement_id: id,
      position: stage.position,
      stage: stage.stage,
      on_day: stage.when.on,
      precision: stage.when.precision,
      says: stage.says,
      decision_id: stage.decisionId ?? null,
      source: stage.source,
      certainty: stage.certainty,
      by_office: stage.byOffice,
      recorded_at: stage.recordedAt,
    })
    .execute();
}

const versionFrom = (
  row: Omit<AgreementTables['agreements.agreement_version'], 'principles' | 'sections'> &
    Pick<AgreementVersion, 'principles' | 'sections'>,
  of: Pick<AgreementVersion, 'parties' | 'outcomeIds'>,
): AgreementVersion => ({
  ...of,
  number: row.number,
  title: row.title,
  summary: row.summary,
  frameworkId: row.framework_id ?? undefined,
  term: { from: row.term_from ?? undefined, until: row.term_until ?? undefined },
  principles: row.principles,
  sections: row.sections,
  proposalId: row.proposal_id ?? undefined,
  changed: row.changed,
  reason: row.reason,
  source: row.source,
  certainty: row.certainty,
  published: { on: row.on_day, precision: row.precision as Precision },
  publishedBy: row.published_by,
  recordedAt: row.recorded_at,
});

const stageFrom = (row: AgreementTables['agreements.agreement_stage']): ReachedStage => ({
  position: row.position,
  stage: row.stage as Stage,
  when: { on: row.on_day, precision: row.precision as Precision },
  says: row.says,
  decisionId: row.decision_id ?? undefined,
  source: row.source,
  certainty: row.certainty,
  byOffice: row.by_office,
  recordedAt: row.recorded_at,
});
