import { type Calendar, countsFrom, type IsoDate, type WallTime } from '#platform/kernel';
import type { NoticeVersion } from './notice.ts';
import type { Notices } from './timeliness.ts';

/** A notice nobody gave. */
export const noNotices: Notices = {
  inForwardPlanFrom: undefined,
  noticePublishedOn: undefined,
  generalException: undefined,
  specialUrgency: undefined,
};

/** What counts of a version. */
export type GivenVersion = Pick<
  NoticeVersion,
  'publishedOn' | 'publishedTime' | 'change' | 'countsAnew' | 'content'
>;

/** What the day of a publication is counted by: the body’s closures, and the hour after which it counts as the next day’s. */
export type Counting = Readonly<{ calendar: Calendar; cutOff: WallTime | undefined }>;

/** The day from which a version counts as published. */
export function countedFrom(
  { publishedOn, publishedTime }: Pick<GivenVersion, 'publishedOn' | 'publishedTime'>,
  { calendar, cutOff }: Counting,
): IsoDate {
  if (publishedTime === undefined || cutOff === undefined) return publishedOn;
  return countsFrom(calendar, { date: publishedOn, time: publishedTime }, cutOff).date;
}

/**
 * What notice the versions of one notice gave, for the judgement of the decision. A version that changes the day, the
 * documents or the words leaves the clear days running; one of another matter starts them anew, and so does the first that
 * says that the decision is key.
 */
export function noticesFrom(versions: readonly GivenVersion[], counting: Counting): Notices {
  const latest = versions.at(-1);
  if (latest === undefined || latest.change === 'withdrawn' || !latest.content.isKey) return noNotices;
  const running = runOf(versions, ({ content }) => content.isKey);
  const excepted = running.find(({ content }) => content.exception !== undefined);
  const exception = excepted?.content.exception;
  return {
    inForwardPlanFrom: latest.content.forwardPlanFrom,
    noticePublishedOn: running[0] === undefined ? undefined : countedFrom(running[0], counting),
    generalException:
      excepted === undefined || exception === undefined
        ? undefined
        : {
            scrutinyToldOn: exception.scrutinyToldOn,
            publishedOn: countedFrom(excepted, counting),
            reasons: latest.content.exception?.reasons ?? exception.reasons,
          },
    specialUrgency: latest.content.urgency,
  };
}

/** When the two notices of a private meeting were given; undefined: not yet. */
export type PrivateNotices = Readonly<{ first: IsoDate | undefined; second: IsoDate | undefined }>;

export function privateNoticesFrom(versions: readonly GivenVersion[], counting: Counting): PrivateNotices {
  const running = runOf(versions, ({ content }) => content.privateMeeting !== undefined);
  const [first] = running;
  const second = running.find(({ change }) => change === 'private-again');
  return {
    first: first === undefined ? undefined : countedFrom(first, counting),
    second: second === undefined ? undefined : countedFrom(second, counting),
  };
}

/** The last unbroken run of versions of which something is true, none after its first of another matter. */
function runOf(
  versions: readonly GivenVersion[],
  isTrue: (version: GivenVersion) => boolean,
): readonly GivenVersion[] {
  const run: GivenVersion[] = [];
  for (const version of versions.toReversed()) {
    if (!isTrue(version)) break;
    run.unshift(version);
    if (version.countsAnew) break;
  }
  return run;
}
