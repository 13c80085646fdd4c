import type { Sql } from '#platform/db';
import { type Calendar, groupBy, type IsoDate, londonDate, londonTime } from '#platform/kernel';
import { type BodyLine, type BodyRules, everyBody } from '#modules/register';
import { type CallInTold, callInTold } from '../domain/call-in/call-in-told.ts';
import { waiverFault } from '../domain/call-in/urgency-waiver.ts';
import type { ClauseEffect } from '../domain/decision/clause.ts';
import { type Decision, decisionId, type MakerKind } from '../domain/decision/decision.ts';
import { isJoint, mayNotTake } from '../domain/decision/may-take.ts';
import type { NewDecision } from '../domain/decision/new-decision.ts';
import { noNotices } from '../domain/notice/given.ts';
import { noticeHad } from '../domain/notice/notice-had.ts';
import type { Timeliness } from '../domain/notice/timeliness.ts';
import { recordCompleteness } from '../domain/record/ordinary-record.ts';
import type { PublishFault } from '../domain/record/publish-fault.ts';
import { recordOf } from '../domain/record/record-of.ts';
import { noticesGiven } from '../queries/notice.ts';
import { callInRulesOn, noticeRulesOn, recordRulesOn, valueOn } from '../queries/rules-on.ts';
import { factsOf, rulesAndCalendars } from '../queries/standings.ts';
import { findCommittee } from '../store/committees.ts';
import { firstOwnRecord, sameDecision } from '../store/decisions.ts';
import { linkFaults } from './judge-links.ts';
import { missingDelegations } from './live-delegations.ts';

/** Who publishes, as the record names the office, and the instant of the act. */
export type Publisher = Readonly<{ officeTitle: string; now: Date }>;

/**
 * A decision as its record would stand: what it would tell of call-in, whether it had the notice it needed, and everything
 * that keeps it from being published. Too little notice does not: a decision that was taken must be recorded.
 */
export type Judged = Readonly<{
  decision: Decision;
  told: CallInTold;
  timeliness: Timeliness;
  faults: readonly PublishFault[];
}>;

/**
 * Holds a decision against the law and its body’s rules of the day it was taken, all of it at once: the check page shows
 * what publishing would refuse. Undefined: the register has no such body. A record of before Accord is taken as it was.
 */
export async function judgeDecision(
  sql: Sql,
  given: NewDecision,
  publisher: Publisher,
): Promise<Judged | undefined> {
  const body = (await rulesAndCalendars(sql, [given.bodyId])).get(given.bodyId);
  if (body === undefined) return undefined;
  const { decision, told } = asPublished(given, publisher, body);
  const { noticeId, takenOn } = decision;
  const [bodies, published, links, delegations, notices, ownSince] = await Promise.all([
    everyBody(sql, { on: takenOn }),
    sameDecision(sql, decision),
    linkFaults(sql, decision, publisher.now),
    jointFaults(sql, decision),
    noticeId === undefined ? noNotices : noticesGiven(sql, noticeId, takenOn),
    firstOwnRecord(sql, decision.bodyId),
  ]);
  const faults: readonly PublishFault[] = [
    ...dayFaults(decision, bodies, londonDate(publisher.now)),
    ...(published === undefined ? [] : [{ fault: 'published-already', reference: published } as const]),
    ...links,
    ...numberFaults(decision),
    ...powerFaults(decision, body.rules),
    ...delegations,
    ...waiverFaults(given),
    ...(decision.isHistoric
      ? historicFaults(decision, ownSince)
      : [...effectFaults(decision), ...completenessFaults(decision, body.rules)]),
  ];
  const noticeRules = noticeRulesOn(body.rules, takenOn);
  return { decision, told, timeliness: noticeHad(decision, notices, noticeRules, body.calendar), faults };
}

type Body = Readonly<{ rules: BodyRules; calendar: Calendar }>;

/** The record as it would be published: its day and time, and what it tells of call-in, worked out unless it is old. */
function asPublished(
  { reference, published, waiver, papers: _papers, adopts: _adopts, ...given }: NewDecision,
  { officeTitle, now }: Publisher,
  { rules, calendar }: Body,
): Pick<Judged, 'decision' | 'told'> {
  const at = londonTime(now);
  const decision: Decision = {
    ...given,
    reference: reference ?? '',
    id: decisionId({ bodyId: given.bodyId, reference: reference ?? '' }),
    publishedOn: published?.on ?? at.date,
    publishedAt: published === undefined ? at.time : published.at,
    isHistoric: published !== undefined,
    publishedBy: officeTitle,
    recordedAt: now,
  };
  const facts = factsOf(decision, {
    steps: [],
    signatures: [],
    waiver: waiver === undefined ? undefined : { ...waiver, reportedOn: undefined },
  });
  const told = callInTold(facts, callInRulesOn(rules, given.takenOn), calendar);
  return { decision: decision.isHistoric ? decision : { ...decision, ...blockOf(told, given, rules) }, told };
}

/** What the record says of call-in: as worked out; what the officer wrote counts where no rule is known. */
function blockOf(
  told: CallInTold,
  { callInBy, callInSentTo, notOpenBecause, takenOn }: Omit<NewDecision, 'reference'>,
  rules: BodyRules,
): Pick<Decision, 'callInBy' | 'callInSentTo' | 'notOpenBecause'> {
  const sentTo = callInSentTo || (valueOn(rules, 'callIn.sendTo', takenOn) ?? '');
  switch (told.told) {
    case 'open':
      return { callInBy: told.deadline.date, callInSentTo: sentTo, notOpenBecause: '' };
    case 'not-open':
      return { callInBy: undefined, callInSentTo: '', notOpenBecause: told.because };
    case 'nothing-executive':
      return { callInBy: undefined, callInSentTo: '', notOpenBecause: '' };
    case 'not-known':
      return { callInBy, callInSentTo: sentTo, notOpenBecause };
    default:
      return told satisfies never;
  }
}

function dayFaults(
  { bodyId, takenOn, publishedOn }: Decision,
  bodies: readonly BodyLine[],
  today: IsoDate,
): readonly PublishFault[] {
  const body = bodies.find(({ id }) => id === bodyId);
  return [
    ...(body?.exists === true ? [] : [{ fault: 'body-did-not-exist' } as const]),
    ...(takenOn > today ? [{ fault: 'taken-in-the-future' } as const] : []),
    ...(publishedOn < takenOn && takenOn <= today
      ? [{ fault: 'published-before-it-was-taken' } as const]
      : []),
    ...(publishedOn > today ? [{ fault: 'published-in-the-future' } as const] : []),
  ];
}

function numberFaults({ clauses }: Decision): readonly PublishFault[] {
  const numbers = groupBy(clauses, ({ number }) => number);
  return [...numbers].flatMap(([number, own]) =>
    own.length > 1 ? [{ fault: 'number-twice', number } as const] : [],
  );
}

/** What the body could not do on that day, whoever recorded it. */
function powerFaults(decision: Decision, rules: BodyRules): readonly PublishFault[] {
  const because = mayNotTake(decision, {
    regime: valueOn(rules, 'regime', decision.takenOn),
    mayVote: valueOn(rules, 'voting.enabled', decision.takenOn),
  });
  return because === undefined ? [] : [{ fault: 'may-not-take', because }];
}

/** A joint body decides for the councils that appoint to it, and so only what each has delegated. */
async function jointFaults(sql: Sql, decision: Decision): Promise<readonly PublishFault[]> {
  const { bodyId, committeeId, makerKind, clauses, takenOn, isHistoric } = decision;
  const committee = committeeId === undefined ? undefined : await findCommittee(sql, committeeId);
  if (committeeId !== undefined && committee?.bodyId !== bodyId) return [{ fault: 'no-such-committee' }];
  const executive = clauses.filter(({ effect }) => effect === 'executive');
  if (isHistoric || !isJoint(makerKind) || executive.length === 0) return [];
  const by = committee?.appointedBy ?? [];
  if (by.length === 0) return [{ fault: 'appointing-councils-not-known' }];
  const unnamed = executive.filter((clause) => clause.function === undefined);
  if (unnamed.length > 0) return [{ fault: 'no-function', clauses: unnamed.map(({ number }) => number) }];
  const names = new Map((await everyBody(sql, { on: takenOn })).map(({ id, name }) => [id, name]));
  const missing = await Promise.all(
    executive.map(async (clause) => {
      const asked = { to: { bodyId, committeeId }, by, function: clause.function ?? '', on: takenOn };
      const councils = await missingDelegations(sql, asked);
      return {
        clause: clause.number,
        function: asked.function,
        councils: councils.map((id) => names.get(id) ?? id),
      };
    }),
  );
  const lacking = missing.filter(({ councils }) => councils.length > 0);
  return lacking.length === 0 ? [] : [{ fault: 'not-delegated', missing: lacking }];
}

function waiverFaults({ waiver, takenOn }: NewDecision): readonly PublishFault[] {
  const because = waiver === undefined ? undefined : waiverFault(waiver, takenOn);
  return because === undefined ? [] : [{ fault: 'waiver', because }];
}

/** A body that publishes its records here has no old ones of later days: none is dated back past its call-in. */
const historicFaults = (
  { source, clauses, publishedOn }: Decision,
  ownSince: IsoDate | undefined,
): readonly PublishFault[] => [
  ...(ownSince === undefined || publishedOn < ownSince
    ? []
    : [{ fault: 'not-an-old-record', since: ownSince } as const]),
  ...(source.trim() === '' ? [{ fault: 'no-source' } as const] : []),
  ...(clauses.length === 0 ? [{ fault: 'nothing-decided' } as const] : []),
];

/**
 * What a decision is called must be what its clauses do: nothing executive is left unchecked by calling the decision
 * something else, and nothing an executive decides goes past call-in as a resolution.
 */
function effectFaults({ clauses, isExecutive, makerKind }: Decision): readonly PublishFault[] {
  const has = (effect: ClauseEffect) => clauses.some((clause) => clause.effect === effect);
  return [
    ...(has('executive') && !isExecutive ? [{ fault: 'executive-clauses' } as const] : []),
    ...(has('resolve') && isExecutive && executives.has(makerKind)
      ? [{ fault: 'executive-resolves' } as const]
      : []),
  ];
}

const executives: ReadonlySet<MakerKind> = new Set([
  'cabinet',
  'cabinet-committee',
  'cabinet-member',
  'leader',
]);

function completenessFaults(decision: Decision, rules: BodyRules): readonly PublishFault[] {
  const found = recordCompleteness(recordOf(decision), recordRulesOn(rules, decision.takenOn));
  switch (found.standing) {
    case 'complete':
      return [];
    case 'no-record-needed':
      return decision.clauses.length === 0 ? [{ fault: 'nothing-decided' }] : [];
    case 'incomplete':
      return [{ fault: 'incomplete', gaps: found.gaps }];
    case 'not-known':
      return [{ fault: 'law-not-known', missing: found.missing }];
    default:
      return found satisfies never;
  }
}
