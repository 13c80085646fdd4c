import type { Sql } from '#platform/db';
import { groupBy } from '#platform/kernel';
import type { Due, Precision } from '../domain/commitment/due.ts';
import type { CommitmentFact, EvidenceKind, Status } from '../domain/commitment/fact.ts';
import type { CommitmentTables } from './tables/commitments.ts';
import type { AgreementsTables } from './tables.ts';

type FactRow = CommitmentTables['agreements.commitment_fact'];

/** What decides where a promise stands; the rest is for its own page. */
const decisive: readonly CommitmentFact['kind'][] = [
  'milestone',
  'moved',
  'met',
  'missed',
  'unmet',
  'status',
  'reopened',
  'joined',
];

/** What was said of these promises, by promise, in the order in which it was told: all of it, or what decides their standing. */
export async function listCommitmentFacts(
  sql: Sql,
  commitmentIds: readonly string[],
  which: 'all' | 'decisive' = 'all',
): Promise<ReadonlyMap<string, readonly CommitmentFact[]>> {
  if (commitmentIds.length === 0) return new Map();
  let query = sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.commitment_fact')
    .selectAll()
    .where((eb) => eb('commitment_id', '=', eb.fn.any(eb.val(commitmentIds))));
  if (which === 'decisive') query = query.where('kind', 'in', decisive);
  const rows = await query.orderBy('commitment_id').orderBy('number').execute();
  const grouped = groupBy(rows, ({ commitment_id }) => commitment_id);
  return new Map([...grouped].map(([id, own]) => [id, own.map(factFrom)]));
}

export type FactOf = Readonly<{ commitmentId: string; fact: CommitmentFact }>;

/** Adds what was said of promises. Each fact comes with its number; the caller holds the lock of its promise. */
export async function insertCommitmentFacts(
  sql: Sql,
  facts: readonly FactOf[],
  recordedAt: Date,
): Promise<void> {
  if (facts.length === 0) return;
  await sql
    .tables<AgreementsTables>()
    .insertInto('agreements.commitment_fact')
    .values(
      facts.map(({ commitmentId, fact }) => ({
        commitment_id: commitmentId,
        number: fact.number,
        kind: fact.kind,
        on_day: fact.on,
        says: fact.says,
        source: fact.source,
        body_id: fact.bodyId,
        by_office: fact.byOffice,
        ...particulars(fact),
        recorded_at: recordedAt,
      })),
    )
    .execute();
}

/** The promises that were ever linked to this page or joined with it. */
export async function commitmentsAt(
  sql: Sql,
  page: string,
  kind: 'linked' | 'joined',
): Promise<readonly string[]> {
  const rows = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.commitment_fact')
    .select('commitment_id')
    .distinct()
    .where('kind', '=', kind)
    .where('at', '=', page)
    .orderBy('commitment_id')
    .execute();
  return rows.map(({ commitment_id }) => commitment_id);
}

type Particulars = Pick<
  FactRow,
  | 'of_fact'
  | 'what'
  | 'due_by'
  | 'due_precision'
  | 'due_said'
  | 'evidence'
  | 'status'
  | 'evidence_kind'
  | 'at'
>;
const none: Particulars = {
  of_fact: null,
  what: null,
  due_by: null,
  due_precision: null,
  due_said: null,
  evidence: [],
  status: null,
  evidence_kind: null,
  at: null,
};

/** The columns that one kind of fact has and the others leave empty. */
function particulars(fact: CommitmentFact): Particulars {
  switch (fact.kind) {
    case 'owner':
      return { ...none, what: fact.office, at: fact.officeId };
    case 'milestone':
      return { ...none, what: fact.what, ...dueColumns(fact.due) };
    case 'moved':
      return { ...none, of_fact: fact.milestone, ...dueColumns(fact.due) };
    case 'met':
      return { ...none, of_fact: fact.milestone, evidence: fact.evidence };
    case 'missed':
    case 'unmet':
      return { ...none, of_fact: fact.milestone };
    case 'evidence':
      return { ...none, evidence_kind: fact.evidence, at: fact.at };
    case 'status':
      return { ...none, status: fact.status, evidence: fact.evidence };
    case 'reopened':
      return none;
    case 'reply':
      return { ...none, of_fact: fact.to ?? null };
    case 'linked':
    case 'unlinked':
    case 'joined':
      return { ...none, at: fact.at };
    default:
      return fact satisfies never;
  }
}

const dueColumns = (due: Due | undefined) => ({
  due_by: due?.by ?? null,
  due_precision: due?.precision ?? null,
  due_said: due?.said ?? null,
});

// What `insertCommitmentFacts` wrote: the kind and its particulars go together.
function factFrom(row: FactRow): CommitmentFact {
  const told = {
    number: row.number,
    on: row.on_day,
    says: row.says,
    source: row.source,
    bodyId: row.body_id,
    byOffice: row.by_office,
  };
  const kind = row.kind as CommitmentFact['kind'];
  switch (kind) {
    case 'owner':
      return { ...told, kind, officeId: row.at ?? '', office: row.what ?? '' };
    case 'milestone':
      return { ...told, kind, what: row.what ?? '', due: dueFrom(row) };
    case 'moved':
      return { ...told, kind, milestone: row.of_fact ?? 0, due: whole(dueFrom(row), row) };
    case 'met':
      return { ...told, kind, milestone: row.of_fact ?? 0, evidence: row.evidence };
    case 'missed':
    case 'unmet':
      return { ...told, kind, milestone: row.of_fact ?? 0 };
    case 'evidence':
      return { ...told, kind, evidence: row.evidence_kind as EvidenceKind, at: row.at ?? '' };
    case 'status':
      return { ...told, kind, status: row.status as Status, evidence: row.evidence };
    case 'reopened':
      return { ...told, kind };
    case 'reply':
      return { ...told, kind, to: row.of_fact ?? undefined };
    case 'linked':
    case 'unlinked':
    case 'joined':
      return { ...told, kind, at: row.at ?? '' };
    default:
      return kind satisfies never;
  }
}

function dueFrom({ due_by, due_precision, due_said }: FactRow): Due | undefined {
  if (due_by === null) return undefined;
  return { by: due_by, precision: due_precision as Precision, said: due_said ?? '' };
}

function whole(due: Due | undefined, { commitment_id, number }: FactRow): Due {
  if (due === undefined) throw new Error(`Fact ${number} of ${commitment_id} moves a milestone to no day`);
  return due;
}
