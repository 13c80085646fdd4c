import { addDays } from '#platform/kernel';
import { decisionPath } from '../../domain/decision/decision.ts';
import { publishedAt } from '../../domain/decision/known-by.ts';
import type { GovernanceTables } from '../../store/tables.ts';
import { decisionsAt, type StoodDecision } from '../standings.ts';
import type { AskedFrom, DateAhead, DatesPart } from './date-ahead.ts';

/** Longer than any window and any time to hear a call-in. */
const daysOfCallIn = 120;

/** The last moments at which decisions can be called in, and the last days on which call-ins can be heard. */
export const callInsAhead: DatesPart = async (sql, asked) => {
  const lately = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.decision')
    .select('id')
    .where('published_on', '>=', addDays(asked.from, -daysOfCallIn))
    .where('is_executive', '=', true)
    .execute();
  const stood = await decisionsAt(
    sql,
    lately.map(({ id }) => id),
    asked.now,
  );
  return [...stood.values()].flatMap((decision) => ahead(decision, asked));
};

function ahead(
  { decision, facts, standing: { callIn } }: StoodDecision,
  { from }: AskedFrom,
): readonly DateAhead[] {
  const href = decisionPath(decision);
  const common = {
    href,
    about: { bodies: [decision.bodyId], places: decision.places, topics: decision.topics, things: [href] },
  };
  const stands = callIn?.standing;
  if (stands?.standing === 'open-to-call-in' && stands.deadline.date >= from) {
    const { date, time } = stands.deadline;
    return [
      {
        ...common,
        uid: `call-in${href}`,
        title: `Call-in closes: ${decision.title}`,
        starts: { date, time },
        changedAt: facts.published === undefined ? decision.recordedAt : publishedAt(facts.published),
      },
    ];
  }
  if (stands?.standing === 'called-in' && stands.hearBy !== undefined && stands.hearBy.date >= from)
    return [
      {
        ...common,
        uid: `hear-call-in${href}`,
        title: `Last day to hear the call-in: ${decision.title}`,
        starts: stands.hearBy.date,
        changedAt: stands.since,
      },
    ];
  return [];
}
