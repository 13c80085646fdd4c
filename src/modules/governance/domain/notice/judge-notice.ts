import type { IsoDate } from '#platform/kernel';
import { valueOf } from '../ruled.ts';
import type { NoticeGap } from './gap.ts';
import { accessGaps } from './gaps/access-gaps.ts';
import { dueGaps, futureGaps, orderGaps } from './gaps/date-gaps.ts';
import { keyGaps } from './gaps/key-gaps.ts';
import { noticeGaps } from './gaps/notice-gaps.ts';
import { countedFrom, type GivenVersion, noticesFrom, privateNoticesFrom } from './given.ts';
import { type NoticeGround, rulesOf } from './ground.ts';
import { type KeyTest, keyTest, sayAgreement } from './key-test.ts';
import type { NoticeVersion } from './notice.ts';
import { missingParticulars } from './particulars.ts';
import { privateStanding, type PrivateStanding } from './private-meeting.ts';
import { type Timeliness, timeliness } from './timeliness.ts';
import { type Way, waysToDecide } from './ways.ts';

/** A version as it would be published: what `judgeNotice` needs of it. */
export type Candidate = GivenVersion & Pick<NoticeVersion, 'publishedElsewhere'>;

/** Everything the rules of the decision’s day say of a notice. */
export type NoticeJudgement = Readonly<{
  key: KeyTest;
  agreement: ReturnType<typeof sayAgreement>;
  /** The day from which it counts as published. */
  countedFrom: IsoDate;
  timeliness: Timeliness;
  ways: readonly Way[];
  privateMeeting: PrivateStanding | undefined;
  /** Everything that keeps it from being published; for a notice of the past, what it lacks. */
  gaps: readonly NoticeGap[];
}>;

/**
 * Judges a version of a notice by the law of the day on which the decision is due, together with the versions before it.
 * A notice that was published elsewhere on a past day is judged the same and kept as it was.
 */
export function judgeNotice(
  candidate: Candidate,
  earlier: readonly GivenVersion[],
  ground: NoticeGround,
  today: IsoDate,
): NoticeJudgement {
  const { content } = candidate;
  const versions = [...earlier, candidate];
  const key = keyTest(content.keyReasons, ground);
  const agreement = sayAgreement(content.isKey, key);
  const counted = countedFrom(candidate, ground);
  const rules = rulesOf(ground, content.localRule);
  const notices = noticesFrom(versions, ground);
  const decision = { takenOn: content.dueFrom, isKey: content.isKey };
  const judged = timeliness(decision, notices, rules, ground.calendar);
  const asked = { due: content.dueFrom, publishedNow: counted, notices, rules, ground };
  const ways = content.isKey ? waysToDecide(asked) : [];
  const meeting = privateStanding(content, candidate.change, privateNoticesFrom(versions, ground), ground);
  const law = valueOf(ground.law);
  const isWithdrawn = candidate.change === 'withdrawn';
  return {
    key,
    agreement,
    countedFrom: counted,
    timeliness: judged,
    ways,
    privateMeeting: meeting,
    gaps: isWithdrawn
      ? []
      : [
          ...dueGaps(content, candidate.publishedElsewhere === '' ? today : candidate.publishedOn),
          ...orderGaps(candidate, earlier.at(-1), today),
          ...keyGaps(content, ground, agreement.agreement),
          ...(content.isKey && law !== undefined ? missingParticulars(content, law) : []),
          ...(content.isKey ? noticeGaps(judged, ways, law, content) : []),
          ...futureGaps(content, today, law),
          ...accessGaps(content),
          ...(meeting?.gaps ?? []),
        ],
  };
}

/** A notice of a decision that is past already, published elsewhere in its time: it is kept as it was, with its gaps. */
export const isOfThePast = (
  { publishedElsewhere, content }: Pick<Candidate, 'publishedElsewhere' | 'content'>,
  today: IsoDate,
): boolean => publishedElsewhere !== '' && content.dueUntil < today;
