import type { Sql } from '#platform/db';
import { type Draft, listDrafts } from '#platform/drafts';
import { addWorkingDays, type IsoDate, londonDate } from '#platform/kernel';
import { sayRuleValue } from '#modules/register';
import { draftKinds } from '../domain/draft-kinds.ts';
import type { NewDecision } from '../domain/decision/new-decision.ts';
import { valueOn } from './rules-on.ts';
import { rulesAndCalendars } from './standings.ts';

/** A record that is drafted and not published. */
export type DecisionWork = Readonly<{
  draft: Draft;
  decision: NewDecision;
  takenOn: IsoDate | undefined;
  /** By when the body’s own rule has it published; undefined where it has none, or it is an old record. */
  publishBy: Readonly<{ by: IsoDate; says: string }> | undefined;
  /** Whether the answers can be read as a record, be it complete or not. */
  isWhole: boolean;
}>;

type ReadDraft = (
  answers: Draft['answers'],
) => Readonly<{ decision: NewDecision; unfinished: Readonly<Record<string, unknown>> }>;

/** The records a body has drafted, with the day by which each is to be published. `read` reads the answers of a draft. */
export async function decisionWork(
  sql: Sql,
  bodyId: string,
  read: ReadDraft,
): Promise<readonly DecisionWork[]> {
  const drafts = await listDrafts(sql, bodyId, draftKinds.decision);
  const body = drafts.length === 0 ? undefined : (await rulesAndCalendars(sql, [bodyId])).get(bodyId);
  return drafts.map((draft) => {
    const { decision, unfinished } = read(draft.answers);
    const isDated =
      (draft.answers['taken-year'] ?? '') !== '' && decision.takenOn <= londonDate(draft.savedAt);
    const period = body && isDated ? valueOn(body.rules, 'record.publish', decision.takenOn) : undefined;
    return {
      draft,
      decision,
      takenOn: isDated ? decision.takenOn : undefined,
      publishBy:
        body === undefined || period === undefined || decision.published !== undefined
          ? undefined
          : {
              by: addWorkingDays(body.calendar, decision.takenOn, period.count).date,
              says: `Your rules ask for its record within ${sayRuleValue('record.publish', period)}.`,
            },
      isWhole: Object.keys(unfinished).length === 0,
    };
  });
}
