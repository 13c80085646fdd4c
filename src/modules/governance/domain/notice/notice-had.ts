import type { Calendar } from '#platform/kernel';
import type { Decision } from '../decision/decision.ts';
import { type NoticeRules, type Notices, timeliness, type Timeliness } from './timeliness.ts';

/**
 * By which regulation a recorded decision had its notice. Of an old record whose notice nobody has entered it is not known:
 * that none is recorded here does not say that none was given.
 */
export function noticeHad(
  decision: Pick<Decision, 'takenOn' | 'isKey' | 'isHistoric' | 'noticeId'>,
  notices: Notices,
  rules: NoticeRules,
  calendar: Calendar,
): Timeliness {
  const { isKey, isHistoric, noticeId } = decision;
  if (isKey && isHistoric && noticeId === undefined) return { timeliness: 'NOT_KNOWN', missing: [] };
  return timeliness(decision, notices, rules, calendar);
}
