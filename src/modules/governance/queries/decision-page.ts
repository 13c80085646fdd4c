import type { Sql } from '#platform/db';
import type { Calendar, IsoDate } from '#platform/kernel';
import { type BodyLine, type BodyRules, everyBody, placesOn } from '#modules/register';
import { callInTold, type CallInTold } from '../domain/call-in/call-in-told.ts';
import { type Correction, type Decision, decisionPath } from '../domain/decision/decision.ts';
import { noNotices } from '../domain/notice/given.ts';
import { noticeHad } from '../domain/notice/notice-had.ts';
import type { Notices, Timeliness } from '../domain/notice/timeliness.ts';
import type { Completeness } from '../domain/record/completeness.ts';
import { recordCompleteness } from '../domain/record/ordinary-record.ts';
import { recordOf } from '../domain/record/record-of.ts';
import { adoptionsBy, type KeptAdoption } from '../store/adoptions.ts';
import { findCommittee } from '../store/committees.ts';
import { decisionsInPlaceOf } from '../store/decisions.ts';
import { listCorrections } from '../store/steps.ts';
import { callInShown, type CallInShown } from './call-in/call-in-shown.ts';
import { noticeOf, noticesGiven, type StoodNotice } from './notice.ts';
import { type PaperListed, papersOf } from './papers/papers-of.ts';
import { noticeRulesOn, recordRulesOn } from './rules-on.ts';
import { decisionAt, rulesAndCalendars } from './standings.ts';

export type { KeptAdoption };

/** Another decision that this one points at, or that points at this one. */
export type RelatedDecision = Pick<Decision, 'bodyId' | 'reference' | 'title' | 'takenOn'>;

/** Everything the page of a decision shows, as it stood on the day asked. */
export type DecisionPage = Readonly<{
  decision: Decision;
  callIn: CallInShown;
  /** The body under the name it had on the day of the decision. */
  body: BodyLine;
  committee: string | undefined;
  /** What was added by the day asked. */
  corrections: readonly Correction[];
  notice: StoodNotice | undefined;
  timeliness: Timeliness;
  notices: Notices;
  /** What the rules of its day make of its call-in, to be held beside what the record itself says. */
  told: CallInTold;
  /** The record held against the law of its day; and an old one against today’s. */
  complete: Completeness;
  completeToday: Completeness;
  reconsiders: RelatedDecision | undefined;
  tookItsPlace: readonly RelatedDecision[];
  adoptions: readonly KeptAdoption[];
  papers: readonly PaperListed[];
  places: readonly Readonly<{ id: string; name: string }>[];
}>;

/** Reads a decision’s page for a day; undefined where no such decision is recorded. */
export async function decisionPage(
  sql: Sql,
  id: string,
  { at, on, today }: Readonly<{ at: Date; on: IsoDate; today: IsoDate }>,
): Promise<DecisionPage | undefined> {
  const stood = await decisionAt(sql, id, at);
  if (stood === undefined) return undefined;
  const { decision } = stood;
  const { takenOn, noticeId } = decision;
  const [callIn, bodies, committee, corrections, notice, given, related, adoptions, papers, places, lawful] =
    await Promise.all([
      callInShown(sql, stood, at),
      everyBody(sql, { on: takenOn }),
      decision.committeeId === undefined ? undefined : findCommittee(sql, decision.committeeId),
      listCorrections(sql, [id]),
      noticeId === undefined ? undefined : noticeOf(sql, noticeId, on),
      noticeId === undefined ? noNotices : noticesGiven(sql, noticeId, takenOn),
      decisionsInPlaceOf(sql, decision),
      adoptionsBy(sql, id),
      papersOf(sql, decisionPath(decision), on),
      placesOn(sql, { on }, decision.places),
      rulesAndCalendars(sql, [decision.bodyId]),
    ]);
  const body = bodies.find((each) => each.id === decision.bodyId);
  const ruled = lawful.get(decision.bodyId);
  if (body === undefined || ruled === undefined)
    throw new Error(`${id} is of a body that the register does not have`);
  return {
    decision,
    callIn,
    body,
    committee: committee?.name,
    corrections: (corrections.get(id) ?? []).filter((correction) => correction.on <= on),
    notice,
    notices: given,
    ...judged(decision, given, ruled, today),
    told: callInTold(stood.facts, callIn.rules, ruled.calendar),
    reconsiders: related.find((each) => `${each.bodyId}/${each.reference}` === decision.reconsiders),
    tookItsPlace: related.filter((each) => `${each.bodyId}/${each.reference}` !== decision.reconsiders),
    adoptions,
    papers,
    places: places.map(({ id: placeId, name }) => ({ id: placeId, name })),
  };
}

function judged(
  decision: Decision,
  notices: Notices,
  { rules, calendar }: Readonly<{ rules: BodyRules; calendar: Calendar }>,
  today: IsoDate,
): Pick<DecisionPage, 'timeliness' | 'complete' | 'completeToday'> {
  const record = recordOf(decision);
  return {
    timeliness: noticeHad(decision, notices, noticeRulesOn(rules, decision.takenOn), calendar),
    complete: recordCompleteness(record, recordRulesOn(rules, decision.takenOn)),
    completeToday: recordCompleteness(record, recordRulesOn(rules, today)),
  };
}
