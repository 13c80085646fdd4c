import type { Calendar, IsoDate, WallTime } from '#platform/kernel';
import { type NoticeFault, type NoticeRules, type Notices, timeliness } from '../notice/timeliness.ts';

/** What the league needs to know of a decision. */
export type LeagueDecision = Readonly<{
  id: string;
  reference: string;
  title: string;
  decisionMaker: string;
  takenOn: IsoDate;
  publishedOn: IsoDate;
  publishedAt: WallTime | undefined;
  isExecutive: boolean;
  isKey: boolean;
  isHistoric: boolean;
  noticeId: string | undefined;
  /** The regulation that the record itself says it was taken under. */
  shorterRegulation: 10 | 11 | undefined;
  isCallInWaived: boolean;
}>;

/** The rules a decision is judged by, of the day it was taken. Undefined: not known. */
export type LeagueRules = NoticeRules &
  Readonly<{ publishWorkingDays: number | undefined; cutOff: WallTime | undefined }>;

/** One decision with what was counted of it, and why. */
export type JudgedDecision = Readonly<{
  decision: LeagueDecision;
  notice: JudgedNotice;
  record: JudgedRecord;
  urgency: readonly Urgency[];
}>;

export type JudgedNotice =
  | Readonly<{ notice: 'not-needed' }>
  | Readonly<{
      notice: 'in-time';
      by: 'FORWARD_PLAN' | 'REG9' | 'REG10' | 'REG11';
      clearDays: number | undefined;
    }>
  | Readonly<{ notice: 'late'; faults: readonly NoticeFault[] }>
  | Readonly<{ notice: 'cannot-be-judged'; because: NotJudgedBecause }>;
export type NotJudgedBecause = 'rules-not-known' | 'old-record-names-no-notice' | 'record-alone-says-urgent';

export type JudgedRecord =
  | Readonly<{ record: 'in-time' | 'late'; workingDays: number; limit: number }>
  /** No limit is known: the days are a figure without a verdict. */
  | Readonly<{ record: 'no-limit-known'; workingDays: number }>
  /** Bank holidays of those days are not known. */
  | Readonly<{ record: 'days-not-known' }>;

export const urgencies = {
  'general-exception': 'General exception (regulation 10)',
  'special-urgency': 'Special urgency (regulation 11)',
  'call-in-waived': 'Call-in waived',
} as const;
export type Urgency = keyof typeof urgencies;

/** Says how many working days lie after one day up to and with another; undefined where they are not known. */
export type WorkingDays = (from: IsoDate, to: IsoDate) => number | undefined;

/** Judges one decision by the rules of its own day. What the rules do not say is not judged, and never counted as none. */
export function judgeForLeague(
  decision: LeagueDecision,
  notices: Notices,
  rules: LeagueRules,
  calendar: Calendar,
  workingDays: WorkingDays,
): JudgedDecision {
  const notice = judgeNotice(decision, notices, rules, calendar);
  return {
    decision,
    notice,
    record: judgeRecord(decision, rules, workingDays),
    urgency: urgencyOf(decision, notice),
  };
}

function judgeNotice(
  decision: LeagueDecision,
  notices: Notices,
  rules: LeagueRules,
  calendar: Calendar,
): JudgedNotice {
  if (!decision.isExecutive || !decision.isKey) return { notice: 'not-needed' };
  if (decision.noticeId === undefined && decision.isHistoric)
    return { notice: 'cannot-be-judged', because: 'old-record-names-no-notice' };
  const found = timeliness(decision, notices, rules, calendar);
  switch (found.timeliness) {
    case 'NOT_KEY':
      return { notice: 'not-needed' };
    case 'REG9':
    case 'REG10':
      return { notice: 'in-time', by: found.timeliness, clearDays: found.clearDays };
    case 'FORWARD_PLAN':
    case 'REG11':
      return { notice: 'in-time', by: found.timeliness, clearDays: undefined };
    case 'NOT_KNOWN':
      return { notice: 'cannot-be-judged', because: 'rules-not-known' };
    case 'NOT_LAWFUL':
      // The agreement that it was urgent may have been published elsewhere: the record alone cannot show it.
      return decision.shorterRegulation === 11 && notices.specialUrgency === undefined
        ? { notice: 'cannot-be-judged', because: 'record-alone-says-urgent' }
        : { notice: 'late', faults: found.faults };
    default:
      return found satisfies never;
  }
}

function judgeRecord(
  { takenOn, publishedOn, publishedAt }: LeagueDecision,
  { publishWorkingDays: limit, cutOff }: LeagueRules,
  workingDays: WorkingDays,
): JudgedRecord {
  const between = workingDays(takenOn, publishedOn);
  if (between === undefined) return { record: 'days-not-known' };
  const isAfterCutOff = publishedAt !== undefined && cutOff !== undefined && publishedAt > cutOff;
  const days = between + (isAfterCutOff ? 1 : 0);
  if (limit === undefined) return { record: 'no-limit-known', workingDays: days };
  return { record: days > limit ? 'late' : 'in-time', workingDays: days, limit };
}

function urgencyOf(decision: LeagueDecision, notice: JudgedNotice): readonly Urgency[] {
  const by = notice.notice === 'in-time' ? notice.by : undefined;
  const isUnder = (regulation: 10 | 11) =>
    decision.shorterRegulation === regulation || by === `REG${regulation}`;
  return [
    ...(isUnder(10) ? (['general-exception'] as const) : []),
    ...(isUnder(11) ? (['special-urgency'] as const) : []),
    ...(decision.isCallInWaived ? (['call-in-waived'] as const) : []),
  ];
}
