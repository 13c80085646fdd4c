import type { Sql } from '#platform/db';
import { groupBy, type IsoDate } from '#platform/kernel';
import type { Collection, Commitment, CommitmentSource, Measure } from '../domain/commitment/commitment.ts';
import type { CommitmentFact } from '../domain/commitment/fact.ts';
import { listCommitmentFacts } from './commitment-facts.ts';
import type { CommitmentTables } from './tables/commitments.ts';
import type { AgreementsTables } from './tables.ts';

/** A promise with everything that was said of it. */
export type FollowedCommitment = Readonly<{ commitment: Commitment; facts: readonly CommitmentFact[] }>;

export type CommitmentsAsked = Readonly<{
  ids?: readonly string[];
  collectionId?: string | undefined;
  owner?: string | undefined;
  place?: string | undefined;
  topic?: string | undefined;
  measure?: Measure | undefined;
  /** Only those promised by this day. */
  promisedBy?: IsoDate;
  /** Without it, everything that was said of them. */
  facts?: 'decisive' | undefined;
}>;

/** Promises with their sources and facts, in the order of their documents and of their places in them. */
export async function listCommitments(
  sql: Sql,
  { ids, collectionId, owner, place, topic, measure, promisedBy, facts: which }: CommitmentsAsked,
): Promise<readonly FollowedCommitment[]> {
  if (ids?.length === 0) return [];
  let query = sql.tables<AgreementsTables>().selectFrom('agreements.commitment').selectAll();
  if (ids !== undefined) query = query.where('id', 'in', ids);
  if (collectionId !== undefined) query = query.where('collection_id', '=', collectionId);
  if (owner !== undefined) query = query.where((eb) => eb('owners', '@>', eb.val([owner])));
  if (place !== undefined) query = query.where((eb) => eb('places', '@>', eb.val([place])));
  if (topic !== undefined) query = query.where((eb) => eb('topics', '@>', eb.val([topic])));
  if (measure !== undefined) query = query.where('measure', '=', measure);
  if (promisedBy !== undefined) query = query.where('from_day', '<=', promisedBy);
  const rows = await query.orderBy('from_day').orderBy('collection_id').orderBy('position').execute();
  const found = rows.map(({ id }) => id);
  const [sources, facts] = await Promise.all([sourcesOf(sql, found), listCommitmentFacts(sql, found, which)]);
  return rows.map((row) => ({
    commitment: commitmentFrom(row, sources.get(row.id) ?? []),
    facts: facts.get(row.id) ?? [],
  }));
}

/** The promise that a number in a collection belongs to, its own or that of another place where it stands. */
export async function findCommitment(
  sql: Sql,
  { collectionId, number }: Readonly<{ collectionId: string; number: string }>,
): Promise<FollowedCommitment | undefined> {
  const source = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.commitment_source')
    .select('commitment_id')
    .where('collection_id', '=', collectionId)
    .where('number', '=', number)
    .executeTakeFirst();
  return source && (await listCommitments(sql, { ids: [source.commitment_id] }))[0];
}

/** Every collection, by its title. */
export async function listCollections(sql: Sql): Promise<readonly Collection[]> {
  const rows = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.collection')
    .selectAll()
    .orderBy('from_day')
    .orderBy('id')
    .execute();
  return rows.map(collectionFrom);
}

/** How many promises a collection has. The caller holds its lock. */
export async function countIn(sql: Sql, collectionId: string): Promise<number> {
  const { count } = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.commitment')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('collection_id', '=', collectionId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function insertCollection(sql: Sql, collection: Collection, recordedAt: Date): Promise<void> {
  const { id, title, summary, document, source, certainty, dated } = collection;
  await sql
    .tables<AgreementsTables>()
    .insertInto('agreements.collection')
    .values({
      id,
      title,
      summary,
      document,
      kept_by: collection.keptBy,
      from_day: collection.from,
      dated,
      is_illustrative: collection.isIllustrative,
      source,
      certainty,
      recorded_at: recordedAt,
    })
    .execute();
}

/** Enters promises with the places where they stand, all at once. */
export async function insertCommitments(sql: Sql, commitments: readonly Commitment[]): Promise<void> {
  if (commitments.length === 0) return;
  const tables = sql.tables<AgreementsTables>();
  await tables
    .insertInto('agreements.commitment')
    .values(
      commitments.map(
        ({ id, number, position, promise, owners, measure, note, topics, places, certainty, ...rest }) => ({
          id,
          collection_id: rest.collectionId,
          number,
          position,
          promise,
          owners,
          measure,
          measured_by: rest.measuredBy,
          note,
          topics,
          places,
          from_day: rest.from,
          certainty,
          recorded_by: rest.recordedBy,
          recorded_at: rest.recordedAt,
        }),
      ),
    )
    .execute();
  await tables
    .insertInto('agreements.commitment_source')
    .values(
      commitments.flatMap(({ id, collectionId, sources }) =>
        sources.map((source, index) => ({
          collection_id: collectionId,
          commitment_id: id,
          position: index + 1,
          ...source,
        })),
      ),
    )
    .execute();
}

async function sourcesOf(
  sql: Sql,
  commitmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly CommitmentSource[]>> {
  if (commitmentIds.length === 0) return new Map();
  const rows = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.commitment_source')
    .selectAll()
    .where((eb) => eb('commitment_id', '=', eb.fn.any(eb.val(commitmentIds))))
    .orderBy('commitment_id')
    .orderBy('position')
    .execute();
  const grouped = groupBy(rows, ({ commitment_id }) => commitment_id);
  return new Map(
    [...grouped].map(([id, own]) => [
      id,
      own.map(({ number, document, chapter, cites, says }) => ({ number, document, chapter, cites, says })),
    ]),
  );
}

const commitmentFrom = (
  row: CommitmentTables['agreements.commitment'],
  sources: readonly CommitmentSource[],
): Commitment => ({
  id: row.id,
  collectionId: row.collection_id,
  number: row.number,
  position: row.position,
  promise: row.promise,
  owners: row.owners,
  measure: row.measure as Measure,
  measuredBy: row.measured_by,
  note: row.note,
  topics: row.topics,
  places: row.places,
  from: row.from_day,
  sources,
  certainty: row.certainty,
  recordedBy: row.recorded_by,
  recordedAt: row.recorded_at,
});

const collectionFrom = (row: CommitmentTables['agreements.collection']): Collection => ({
  id: row.id,
  title: row.title,
  summary: row.summary,
  document: row.document,
  keptBy: row.kept_by,
  from: row.from_day,
  dated: row.dated,
  isIllustrative: row.is_illustrative,
  source: row.source,
  certainty: row.certainty,
});
