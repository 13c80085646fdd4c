import type { Sql } from '#platform/db';
import { groupBy } from '#platform/kernel';
import type { Comparison, ConditionFact, Watch } from '../domain/scrutiny/condition-fact.ts';
import type { ScrutinyTables } from './tables/scrutiny.ts';
import type { GovernanceTables } from './tables.ts';

type FactRow = ScrutinyTables['governance.condition_fact'];
type FactsOfReport = ReadonlyMap<string, readonly ConditionFact[]>;

/** What was done about the conditions of these reports, by report and condition, in the order of its entry. */
export async function listConditionFacts(
  sql: Sql,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, FactsOfReport>> {
  if (reportIds.length === 0) return new Map();
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.condition_fact')
    .selectAll()
    .where('report_id', 'in', reportIds)
    .orderBy('position')
    .execute();
  const reports = groupBy(rows, ({ report_id }) => report_id);
  return new Map(
    [...reports].map(([reportId, own]) => {
      const conditions = groupBy(own, ({ condition_key }) => condition_key);
      return [reportId, new Map([...conditions].map(([key, facts]) => [key, facts.map(factFrom)]))];
    }),
  );
}

/** Adds one thing done about a condition. The caller holds the report’s lock. */
export async function insertConditionFact(
  sql: Sql,
  { reportId, key }: Readonly<{ reportId: string; key: string }>,
  fact: ConditionFact,
  recordedAt: Date,
): Promise<void> {
  const tables = sql.tables<GovernanceTables>();
  const { before } = await tables
    .selectFrom('governance.condition_fact')
    .select(({ fn }) => fn.countAll<bigint>().as('before'))
    .where('report_id', '=', reportId)
    .where('condition_key', '=', key)
    .executeTakeFirstOrThrow();
  await tables
    .insertInto('governance.condition_fact')
    .values({
      report_id: reportId,
      condition_key: key,
      position: Number(before) + 1,
      kind: fact.kind,
      on_day: fact.on,
      says: fact.says,
      source: fact.source,
      by_office: fact.byOffice,
      ...particulars(fact),
      recorded_at: recordedAt,
    })
    .execute();
}

/** The conditions that have ever watched a figure or a milestone of this name. */
export async function conditionsWatching(
  sql: Sql,
  what: string,
  kind: 'figure' | 'milestone' = 'figure',
): Promise<readonly Readonly<{ reportId: string; key: string }>[]> {
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.condition_fact')
    .select(['report_id', 'condition_key'])
    .distinct()
    .where('watch_kind', '=', kind)
    .where('what', '=', what)
    .orderBy('report_id')
    .orderBy('condition_key')
    .execute();
  return rows.map(({ report_id, condition_key }) => ({ reportId: report_id, key: condition_key }));
}

/** The names of every figure that a condition has ever watched. */
export async function namesOfFiguresWatched(sql: Sql): Promise<ReadonlySet<string>> {
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.condition_fact')
    .select('what')
    .distinct()
    .where('watch_kind', '=', 'figure')
    .execute();
  return new Set(rows.flatMap(({ what }) => what ?? []));
}

type Particulars = Pick<
  FactRow,
  'to_day' | 'value' | 'watch_kind' | 'what' | 'comparison' | 'threshold' | 'unit'
>;
const none: Particulars = {
  to_day: null,
  value: null,
  watch_kind: null,
  what: null,
  comparison: null,
  threshold: null,
  unit: null,
};

/** The columns that one kind of fact has and the others leave empty. */
function particulars(fact: ConditionFact): Particulars {
  if (fact.kind === 'reading') return { ...none, value: String(fact.value) };
  if (fact.kind === 'moved' || fact.kind === 'agreed') return { ...none, to_day: fact.to };
  if (fact.kind !== 'watched') return none;
  const { watch } = fact;
  if (watch.kind !== 'figure')
    return { ...none, watch_kind: watch.kind, what: watch.what, to_day: watch.by ?? null };
  return {
    ...none,
    watch_kind: watch.kind,
    what: watch.what,
    to_day: watch.from ?? null,
    comparison: watch.comparison,
    threshold: String(watch.threshold),
    unit: watch.unit,
  };
}

// What `insertConditionFact` wrote: the kind and its particulars go together.
function factFrom(row: FactRow): ConditionFact {
  const told = { on: row.on_day, says: row.says, source: row.source, byOffice: row.by_office };
  switch (row.kind) {
    case 'watched':
      return { ...told, kind: 'watched', watch: watchFrom(row) };
    case 'reading':
      return { ...told, kind: 'reading', value: Number(row.value) };
    case 'moved':
    case 'agreed':
      if (row.to_day === null)
        throw new Error(`${row.report_id} moves condition ${row.condition_key} to no day`);
      return { ...told, kind: row.kind, to: row.to_day };
    default:
      return { ...told, kind: row.kind as 'met' | 'reopened' | 'slipped' };
  }
}

function watchFrom(row: FactRow): Watch {
  const what = row.what ?? '';
  const day = row.to_day ?? undefined;
  if (row.watch_kind !== 'figure') return { kind: row.watch_kind as 'milestone' | 'report', what, by: day };
  return {
    kind: 'figure',
    what,
    comparison: row.comparison as Comparison,
    threshold: Number(row.threshold),
    unit: row.unit ?? '',
    from: day,
  };
}
