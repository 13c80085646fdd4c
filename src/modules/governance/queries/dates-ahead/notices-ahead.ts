import { instantInLondon, midnight } from '#platform/kernel';
import { noticePath } from '../../domain/notice/notice.ts';
import { openNoticesOf } from '../notices-open.ts';
import type { DatesPart } from './date-ahead.ts';

/** The earliest days on which decisions in the forward plan can be taken. */
export const noticesAhead: DatesPart = async (sql, { from }) =>
  (await openNoticesOf(sql, undefined, from))
    .filter(({ dueFrom }) => dueFrom >= from)
    .map((notice) => {
      const href = noticePath(notice);
      return {
        uid: `earliest-decision${href}`,
        title: `Earliest day for a decision: ${notice.title}`,
        href,
        starts: notice.dueFrom,
        changedAt: instantInLondon({ date: notice.publishedOn, time: midnight }),
        says: `To be decided by ${notice.decisionMaker}.`,
        about: { bodies: [notice.bodyId], places: notice.places, topics: notice.topics, things: [href] },
      };
    });
