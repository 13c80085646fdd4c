import { formatDate, type IsoDate } from '#platform/kernel';
import { valueOf } from '../ruled.ts';
import { type GivenVersion, privateNoticesFrom } from './given.ts';
import type { NoticeGround } from './ground.ts';
import { privateStanding } from './private-meeting.ts';

/** Whether a matter that an executive takes in private had the notices it needs, and why not in a sentence. */
export type PrivateItem = Readonly<{ standing: 'noticed' | 'agreed-as-urgent' | 'lacking'; says: string }>;

/**
 * Judges a matter on the agenda of an executive that is to be taken in private, by the notice that it is about: 28 clear days
 * before the sitting, and again five clear days before, or agreement that it is urgent (SI 2012/2089, regulation 5).
 * `versions`: of that notice; undefined where the item names none. Undefined where the law of the day asks for nothing.
 */
export function judgePrivateItem(
  versions: readonly GivenVersion[] | undefined,
  ground: NoticeGround,
  sitsOn: IsoDate,
): PrivateItem | undefined {
  if (valueOf(ground.law) !== 'si-2012-2089') return undefined;
  const lacking = (says: string): PrivateItem => ({ standing: 'lacking', says });
  const latest = versions?.at(-1);
  if (versions === undefined || latest === undefined || latest.change === 'withdrawn')
    return lacking('no notice of a meeting in private is named as what it is about');
  const { content, change } = latest;
  if (content.privateMeeting === undefined)
    return lacking('its notice does not say that the meeting is in private');
  if (content.privateMeeting.agreement !== undefined)
    return { standing: 'agreed-as-urgent', says: 'it was agreed that the meeting is urgent' };
  const given = privateNoticesFrom(versions, ground);
  const judged = privateStanding({ ...content, dueFrom: sitsOn, access: 'exempt' }, change, given, ground);
  if (judged?.earliest !== undefined && judged.earliest.date > sitsOn)
    return lacking(`by its first notice it can be taken in private from ${formatDate(judged.earliest.date)}`);
  if (given.second === undefined)
    return lacking(`its second notice is not given${dueBy(judged?.secondBy?.date)}`);
  if (judged?.secondBy !== undefined && given.second > judged.secondBy.date)
    return lacking(`its second notice came too late${dueBy(judged.secondBy.date)}`);
  return { standing: 'noticed', says: 'both notices of the meeting in private were given in time' };
}

const dueBy = (day: IsoDate | undefined): string =>
  day === undefined ? '' : `: it was due by ${formatDate(day)}`;
