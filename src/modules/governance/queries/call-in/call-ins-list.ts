import type { Sql } from '#platform/db';
import type { Dataset } from '#platform/http';
import { type IsoDate, londonDate, londonTime } from '#platform/kernel';
import { decisionPath } from '../../domain/decision/decision.ts';
import type { Standing } from '../../domain/decision/clause-standing.ts';
import type { GovernanceTables } from '../../store/tables.ts';
import { decisionsAt, type StoodDecision } from '../standings.ts';

/** Which call-ins are asked for; the year is that of the decision. */
export type CallInFilter = Readonly<{ bodyId?: string | undefined; year?: number | undefined }>;

/** A decision that was called in, and what had become of it by the moment asked. */
export type CallInLine = StoodDecision &
  Readonly<{
    calledInAt: Date;
    members: number;
    /** Where its executive part stood; `no-longer` where signatures were withdrawn and too few were left. */
    outcome: Standing | 'no-longer';
  }>;

export type CallInsPage = Readonly<{ lines: readonly CallInLine[]; hasMore: boolean }>;

/** The call-ins that had been made by a moment, by the day of the decision, the latest first. */
export async function listCallIns(
  sql: Sql,
  filter: CallInFilter,
  { at, skip = 0, limit }: Readonly<{ at: Date; skip?: number; limit?: number }>,
): Promise<CallInsPage> {
  const ids = await calledInIds(sql, filter, { skip, limit: limit === undefined ? undefined : limit + 1 });
  const wanted = limit === undefined ? ids : ids.slice(0, limit);
  const stood = await decisionsAt(sql, wanted, at);
  return {
    lines: wanted.flatMap((id) => lineOf(stood.get(id), at)),
    hasMore: wanted.length < ids.length,
  };
}

/** The decisions with signatures that have been made public, whoever asks. */
async function calledInIds(
  sql: Sql,
  { bodyId, year }: CallInFilter,
  { skip, limit }: Readonly<{ skip: number; limit: number | undefined }>,
): Promise<readonly string[]> {
  let decisions = sql
    .tables<GovernanceTables>()
    .selectFrom('governance.decision as decision')
    .select('decision.id')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('governance.signature as signature')
          .select('signature.id')
          .whereRef('signature.decision_id', '=', 'decision.id')
          .where('signature.public_at', 'is not', null),
      ),
    )
    .orderBy('decision.taken_on', 'desc')
    .orderBy('decision.id')
    .offset(skip);
  if (limit !== undefined) decisions = decisions.limit(limit);
  if (bodyId !== undefined) decisions = decisions.where('decision.body_id', '=', bodyId);
  if (year !== undefined)
    decisions = decisions
      .where('decision.taken_on', '>=', `${year}-01-01` as IsoDate)
      .where('decision.taken_on', '<=', `${year}-12-31` as IsoDate);
  return (await decisions.execute()).map(({ id }) => id);
}

function lineOf(stood: StoodDecision | undefined, at: Date): readonly CallInLine[] {
  const callIn = stood?.standing.callIn;
  const judged = callIn?.judged;
  if (stood === undefined || callIn === undefined || judged === undefined) return [];
  const { calledInAt, members } = judged;
  if (calledInAt !== undefined) return [{ ...stood, calledInAt, members, outcome: callIn.standing }];
  const first = stood.signatures.find(({ withdrawn }) => withdrawn !== undefined && withdrawn <= at);
  return first === undefined ? [] : [{ ...stood, calledInAt: first.received, members, outcome: 'no-longer' }];
}

/** The same list as a file, all of it. */
export async function callInsDataset(
  sql: Sql,
  filter: CallInFilter,
  { at, on, outcomeInWords }: Readonly<{ at: Date; on: IsoDate; outcomeInWords(line: CallInLine): string }>,
): Promise<Dataset> {
  const { lines } = await listCallIns(sql, filter, { at });
  return {
    name: `call-ins-${on}`,
    columns,
    rows: lines.map((line) => ({
      body: line.decision.bodyId,
      reference: line.decision.reference,
      title: line.decision.title,
      takenOn: line.decision.takenOn,
      calledInOn: londonDate(line.calledInAt),
      calledInAt: londonTime(line.calledInAt).time,
      members: line.members,
      outcome: standingOf(line),
      says: outcomeInWords(line),
      page: decisionPath(line.decision),
    })),
    source: 'Call-ins as each council received them, judged by its own rules on the day of the decision.',
  };
}

/** Where its executive part stood, as one word for programs. */
export const standingOf = ({ outcome }: CallInLine): Standing['standing'] | 'no-longer' =>
  outcome === 'no-longer' ? outcome : outcome.standing;

const columns = [
  { key: 'body', title: 'Body' },
  { key: 'reference', title: 'Reference' },
  { key: 'title', title: 'Decision' },
  { key: 'takenOn', title: 'Decided on' },
  { key: 'calledInOn', title: 'Called in on' },
  { key: 'calledInAt', title: 'Called in at' },
  { key: 'members', title: 'Members' },
  { key: 'outcome', title: 'Where it stands' },
  { key: 'says', title: 'What became of it' },
  { key: 'page', title: 'Page' },
] as const satisfies Dataset['columns'];
