import type { Sql } from '#platform/db';
import { groupBy, type IsoDate, pence, time, type WallTime } from '#platform/kernel';
import type { ClauseEffect } from '../domain/decision/clause.ts';
import type { Access, DecidedClause, Decision, MakerKind } from '../domain/decision/decision.ts';
import type { DecisionTables } from './tables/decisions.ts';
import type { GovernanceTables } from './tables.ts';

type DecisionRow = {
  [Column in keyof DecisionTables['governance.decision']]: Column extends 'conflicts'
    ? Decision['conflicts'] | null
    : DecisionTables['governance.decision'][Column];
};
type ClauseRow = DecisionTables['governance.clause'];

/** These decisions, with their clauses, in no order. */
export async function findDecisions(sql: Sql, ids: readonly string[]): Promise<readonly Decision[]> {
  if (ids.length === 0) return [];
  const tables = sql.tables<GovernanceTables>();
  const [rows, clauses] = await Promise.all([
    tables.selectFrom('governance.decision').selectAll().where('id', 'in', ids).execute(),
    tables
      .selectFrom('governance.clause')
      .selectAll()
      .where('decision_id', 'in', ids)
      .orderBy('position')
      .execute(),
  ]);
  const byDecision = groupBy(clauses, ({ decision_id }) => decision_id);
  return rows.map((row) => decisionFrom(row as DecisionRow, byDecision.get(row.id) ?? []));
}

/** One decision; undefined where there is none. */
export async function findDecision(sql: Sql, id: string): Promise<Decision | undefined> {
  return (await findDecisions(sql, [id]))[0];
}

/** The number under which the same decision, by the same maker on the same day, is published already. */
export async function sameDecision(
  sql: Sql,
  { bodyId, takenOn, decisionMaker, title }: Pick<Decision, 'bodyId' | 'takenOn' | 'decisionMaker' | 'title'>,
): Promise<string | undefined> {
  const row = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.decision')
    .select('reference')
    .where('body_id', '=', bodyId)
    .where('taken_on', '=', takenOn)
    .where('decision_maker', '=', decisionMaker)
    .where('title', '=', title)
    .executeTakeFirst();
  return row?.reference;
}

/** The day since which a body publishes its records here, apart from those of before; undefined where it has none. */
export async function firstOwnRecord(sql: Sql, bodyId: string): Promise<IsoDate | undefined> {
  const row = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.decision')
    .select(({ fn }) => fn.min('published_on').as('first'))
    .where('body_id', '=', bodyId)
    .where('is_historic', '=', false)
    .executeTakeFirst();
  return row?.first ?? undefined;
}

/** The decision that a decision reconsiders, and those that reconsider it, the first taken first. */
export async function decisionsInPlaceOf(
  sql: Sql,
  { id, reconsiders }: Pick<Decision, 'id' | 'reconsiders'>,
): Promise<readonly Pick<Decision, 'bodyId' | 'reference' | 'title' | 'takenOn'>[]> {
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.decision')
    .select(['body_id', 'reference', 'title', 'taken_on'])
    .where((eb) =>
      eb.or([eb('reconsiders', '=', id), ...(reconsiders === undefined ? [] : [eb('id', '=', reconsiders)])]),
    )
    .orderBy('taken_on')
    .orderBy('id')
    .execute();
  return rows.map(({ body_id, reference, title, taken_on }) => ({
    bodyId: body_id,
    reference,
    title,
    takenOn: taken_on,
  }));
}

/** Enters published records, hundreds at a time where there are many. */
export async function insertDecisions(sql: Sql, decisions: readonly Decision[]): Promise<void> {
  for (let start = 0; start < decisions.length; start += rowsAtOnce) {
    const some = decisions.slice(start, start + rowsAtOnce);
    await sql.tables<GovernanceTables>().insertInto('governance.decision').values(some.map(rowOf)).execute();
    const clauses = some.flatMap(clauseRows);
    if (clauses.length > 0)
      await sql.tables<GovernanceTables>().insertInto('governance.clause').values(clauses).execute();
  }
}

/** A statement takes at most 65,535 values. */
const rowsAtOnce = 500;

function rowOf(decision: Decision) {
  return {
    id: decision.id,
    body_id: decision.bodyId,
    reference: decision.reference,
    title: decision.title,
    issue: decision.issue,
    maker_kind: decision.makerKind,
    decision_maker: decision.decisionMaker,
    committee_id: decision.committeeId ?? null,
    taken_on: decision.takenOn,
    is_executive: decision.isExecutive,
    is_key: decision.isKey,
    key_reasons: decision.keyReasons,
    notice_id: decision.noticeId ?? null,
    meeting_id: decision.meetingId ?? null,
    item_id: decision.itemId ?? null,
    reasons: decision.reasons,
    alternatives: decision.alternatives ?? null,
    conflicts: decision.conflicts === undefined ? null : JSON.stringify(decision.conflicts),
    reports: decision.reports ?? null,
    background_papers: decision.backgroundPapers ?? null,
    relied_on: decision.reliedOn,
    shorter_regulation: decision.shorterNotice?.regulation ?? null,
    shorter_reasons: decision.shorterNotice?.reasons ?? '',
    call_in_by: decision.callInBy ?? null,
    call_in_sent_to: decision.callInSentTo,
    not_open_because: decision.notOpenBecause,
    published_on: decision.publishedOn,
    published_time: decision.publishedAt ?? null,
    is_historic: decision.isHistoric,
    reconsiders: decision.reconsiders ?? null,
    places: decision.places,
    topics: decision.topics,
    access: decision.access,
    paragraphs: decision.paragraphs,
    public_interest: decision.publicInterest,
    source: decision.source,
    published_by: decision.publishedBy,
    external_reference: decision.externalReference ?? null,
    recorded_at: decision.recordedAt,
  };
}

const clauseRows = ({ id, clauses }: Decision): readonly ClauseRow[] =>
  clauses.map((clause, index) => ({
    decision_id: id,
    position: index + 1,
    number: clause.number,
    effect: clause.effect,
    text: clause.text,
    delegated_to: clause.delegatedTo ?? null,
    limits: clause.limits ?? null,
    function: clause.function ?? null,
    amount_pence: clause.amount ?? null,
  }));

function decisionFrom(row: DecisionRow, clauses: readonly ClauseRow[]): Decision {
  return {
    id: row.id,
    bodyId: row.body_id,
    reference: row.reference,
    title: row.title,
    issue: row.issue,
    makerKind: row.maker_kind as MakerKind,
    decisionMaker: row.decision_maker,
    committeeId: row.committee_id ?? undefined,
    takenOn: row.taken_on,
    isExecutive: row.is_executive,
    isKey: row.is_key,
    keyReasons: row.key_reasons,
    noticeId: row.notice_id ?? undefined,
    meetingId: row.meeting_id ?? undefined,
    itemId: row.item_id ?? undefined,
    clauses: clauses.map(clauseFrom),
    reasons: row.reasons,
    alternatives: row.alternatives ?? undefined,
    conflicts: row.conflicts ?? undefined,
    reports: row.reports ?? undefined,
    backgroundPapers: row.background_papers ?? undefined,
    reliedOn: row.relied_on,
    shorterNotice:
      row.shorter_regulation === null
        ? undefined
        : { regulation: row.shorter_regulation === 10 ? 10 : 11, reasons: row.shorter_reasons },
    callInBy: row.call_in_by ?? undefined,
    callInSentTo: row.call_in_sent_to,
    notOpenBecause: row.not_open_because,
    publishedOn: row.published_on,
    publishedAt: timeFrom(row.published_time),
    isHistoric: row.is_historic,
    reconsiders: row.reconsiders ?? undefined,
    places: row.places,
    topics: row.topics,
    access: row.access as Access,
    paragraphs: row.paragraphs,
    publicInterest: row.public_interest,
    source: row.source,
    publishedBy: row.published_by,
    externalReference: row.external_reference ?? undefined,
    recordedAt: row.recorded_at,
  };
}

const clauseFrom = (row: ClauseRow): DecidedClause => ({
  number: row.number,
  effect: row.effect as ClauseEffect,
  text: row.text,
  delegatedTo: row.delegated_to ?? undefined,
  limits: row.limits ?? undefined,
  function: row.function ?? undefined,
  amount: row.amount_pence === null ? undefined : pence(row.amount_pence),
});

/** PostgreSQL writes a time of day with its seconds. */
function timeFrom(text: string | null): WallTime | undefined {
  return text === null ? undefined : time(text.slice(0, 5));
}
