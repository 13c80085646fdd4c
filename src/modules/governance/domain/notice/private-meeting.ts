import { type ComputedDate, earliestEvent, formatDate, type IsoDate, latestNotice } from '#platform/kernel';
import type { MakerKind } from '../decision/decision.ts';
import { valueOf } from '../ruled.ts';
import type { NoticeGap } from './gap.ts';
import type { PrivateNotices } from './given.ts';
import type { NoticeGround } from './ground.ts';
import type { NoticeChange, NoticeContent } from './notice.ts';
import { urgencyNeeds } from './ways.ts';

/** What asks for notices of meetings in private. */
const regulation = 'SI 2012/2089, regulation 5';

/** The decision makers whose meetings regulation 5 speaks of: the executive and its committees, joint ones among them. */
const meetingsOfTheExecutive: ReadonlySet<MakerKind> = new Set<MakerKind>([
  'cabinet',
  'cabinet-committee',
  'joint-committee',
  'area-committee',
]);

export const meetsAsExecutive = (makerKind: MakerKind): boolean => meetingsOfTheExecutive.has(makerKind);

/** The two notices of a private meeting: from when it may be held after the first, by when the second is due. */
export type PrivateStanding = Readonly<{
  earliest: ComputedDate | undefined;
  secondBy: ComputedDate | undefined;
  isSecondGiven: boolean;
  gaps: readonly NoticeGap[];
}>;

/**
 * Holds what a notice says of a meeting in private against regulation 5 of SI 2012/2089: reasons 28 clear days before; five
 * clear days before, the representations received and the answer; or agreement that the meeting is urgent. Undefined where
 * nothing of the kind is asked.
 */
export function privateStanding(
  content: NoticeContent,
  change: NoticeChange,
  given: PrivateNotices,
  ground: NoticeGround,
): PrivateStanding | undefined {
  const isAsked = valueOf(ground.law) === 'si-2012-2089' && meetsAsExecutive(content.makerKind);
  const { privateMeeting: meeting } = content;
  if (!isAsked || (meeting === undefined && content.access === 'open')) return undefined;
  const gap = (field: string, says: string, item: NoticeGap['item'] = 'private'): NoticeGap => ({
    item,
    field,
    regulation,
    says,
  });
  if (meeting === undefined) {
    const says =
      'Say that the meeting will be in private for this matter, and why: the matter is not open to the public';
    return { earliest: undefined, secondBy: undefined, isSecondGiven: false, gaps: [gap('private', says)] };
  }
  const [first, again] = [valueOf(ground.privateMeeting), valueOf(ground.privateMeetingAgain)];
  const due = content.dueFrom;
  const dates = {
    earliest: first && given.first && earliestEvent(ground.calendar, given.first, first.count, first.basis),
    secondBy: again && latestNotice(ground.calendar, due, again.count, again.basis),
    isSecondGiven: given.second !== undefined,
  };
  const isEarly = dates.earliest !== undefined && dates.earliest.date > due;
  const gaps = [
    ...(meeting.reasons.trim() === ''
      ? [gap('privateReasons', 'Enter why the meeting is to be held in private')]
      : []),
    ...(isEarly && meeting.agreement === undefined
      ? [gap('privateReasons', tooEarly(dates.earliest, due))]
      : []),
    ...(meeting.agreement === undefined ? [] : urgencyNeeds(meeting.agreement, due)).map((says) =>
      gap('privateAgreedBy', says),
    ),
    ...(change === 'private-again' ? secondGaps(content, given, dates.secondBy?.date, gap) : []),
  ];
  return { ...dates, gaps };
}

const tooEarly = (earliest: ComputedDate | undefined, due: IsoDate): string =>
  `A meeting in private on ${formatDate(due)} is too soon after its notice: hold it on or after ${earliest === undefined ? 'the day the rule allows' : formatDate(earliest.date)}, hold it in public, or have it agreed that the meeting is urgent and cannot reasonably be deferred`;

function secondGaps(
  { privateMeeting: meeting }: NoticeContent,
  { second }: PrivateNotices,
  by: IsoDate | undefined,
  gap: (field: string, says: string, item: NoticeGap['item']) => NoticeGap,
): readonly NoticeGap[] {
  const isSaid = (text: string | undefined) => text !== undefined && text.trim() !== '';
  const late = by !== undefined && second !== undefined && second > by && meeting?.agreement === undefined;
  return [
    ...(isSaid(meeting?.representations)
      ? []
      : [
          gap(
            'representations',
            'Enter the representations received, or say that there were none',
            'private-again',
          ),
        ]),
    ...(isSaid(meeting?.response)
      ? []
      : [
          gap(
            'response',
            'Enter the answer to the representations, or say that none was needed',
            'private-again',
          ),
        ]),
    ...(late
      ? [
          gap(
            'due',
            `The second notice was due by ${formatDate(by)}: postpone the meeting, or have it agreed that it is urgent`,
            'private-again',
          ),
        ]
      : []),
  ];
}
