import type { Sql } from '#platform/db';
import type { Dataset } from '#platform/http';
import { type IsoDate, formatCount } from '#platform/kernel';
import { decisionPath, makers } from '../domain/decision/decision.ts';
import { type DecisionFilter, listDecisions, type ListPlace } from './decisions-list.ts';
import type { StoodDecision } from './standings.ts';

/** So many decisions are in one file; a year or a body asked for brings the others. */
export const decisionsInAFile = 5000;

/** The decisions of a list as a file, the newest first, each with where it stood at the moment. */
export async function decisionsDataset(
  sql: Sql,
  filter: DecisionFilter,
  asked: Readonly<{ at: Date; on: IsoDate }>,
): Promise<Dataset> {
  const decisions: StoodDecision[] = [];
  let after: ListPlace | undefined;
  do {
    const some = await listDecisions(sql, filter, { ...asked, after, limit: readAtOnce });
    decisions.push(...some.decisions);
    after = some.next;
  } while (after !== undefined && decisions.length < decisionsInAFile);
  const cut =
    after === undefined
      ? ''
      : ` The newest ${formatCount(decisions.length)}: ask for a year or a body for the others.`;
  return {
    name: `decisions-${asked.on}`,
    columns,
    rows: decisions.map(rowOf),
    source: `Records of decisions as each body published them; each row names its source.${cut}`,
  };
}

const readAtOnce = 1000;

const columns = [
  { key: 'body', title: 'Body' },
  { key: 'reference', title: 'Reference' },
  { key: 'title', title: 'Title' },
  { key: 'decisionMaker', title: 'Decided by' },
  { key: 'makerKind', title: 'Kind of decision maker' },
  { key: 'takenOn', title: 'Decided on' },
  { key: 'publishedOn', title: 'Record published on' },
  { key: 'executive', title: 'Executive' },
  { key: 'key', title: 'Key' },
  { key: 'access', title: 'Access' },
  { key: 'clauses', title: 'Clauses' },
  { key: 'standings', title: 'Where its clauses stand' },
  { key: 'callInBy', title: 'Call-in by' },
  { key: 'places', title: 'Places' },
  { key: 'topics', title: 'Topics' },
  { key: 'historic', title: 'From an old record' },
  { key: 'source', title: 'Source' },
  { key: 'page', title: 'Page' },
] as const satisfies Dataset['columns'];

const rowOf = ({ decision, standing }: StoodDecision): Dataset['rows'][number] => ({
  body: decision.bodyId,
  reference: decision.reference,
  title: decision.title,
  decisionMaker: decision.decisionMaker,
  makerKind: makers[decision.makerKind].title,
  takenOn: decision.takenOn,
  publishedOn: decision.publishedOn,
  executive: decision.isExecutive,
  key: decision.isKey,
  access: decision.access,
  clauses: decision.clauses.length,
  standings: [...new Set(standing.clauses.map((each) => each.standing.standing))].join(' '),
  callInBy: decision.callInBy ?? null,
  places: decision.places.join(' '),
  topics: decision.topics.join(' '),
  historic: decision.isHistoric,
  source: decision.source,
  page: decisionPath(decision),
});
