import { addDays, londonTime } from '#platform/kernel';
import type { ActServices } from '#platform/record';
import { noticeEntry, noticeFound } from '../actions/notice-entry.ts';
import { type Notice, noticeId, type NoticeVersion } from '../domain/notice/notice.ts';
import { keepFound } from '../store/found.ts';
import { findNotice, insertNotices } from '../store/notices.ts';
import { loadFor } from './loading.ts';

const named = { bodyId: 'ashford', reference: 'illustrative' } as const;

/**
 * A notice that is made up and says so in its title, so that the forward plan has something to show: no source held tells of a
 * decision that is still to come. Loading it again changes nothing.
 */
export async function loadIllustrativeNotice(services: ActServices): Promise<void> {
  await loadFor(services, named.bodyId, async (sql, { now, officeTitle }) => {
    const id = noticeId(named);
    if ((await findNotice(sql, id)) !== undefined) return [];
    const here = londonTime(now);
    const due = addDays(here.date, daysAhead);
    const version: NoticeVersion = {
      version: 1,
      change: 'first',
      reason: '',
      countsAnew: false,
      publishedOn: here.date,
      publishedTime: here.time,
      publishedElsewhere: '',
      publishedBy: officeTitle,
      fromDraft: undefined,
      recordedAt: now,
      content: {
        title: 'Illustrative: new bins for a park',
        matter: 'Made up for this example: whether to replace the bins of a park.',
        isKey: false,
        keyReasons: {
          spend: undefined,
          saving: undefined,
          wards: undefined,
          says: 'Made up: it is neither costly nor felt beyond one park.',
        },
        makerKind: 'cabinet',
        decisionMaker: 'The Cabinet',
        members: [],
        dueFrom: due,
        dueUntil: due,
        documents: [],
        availableAt: '',
        othersMayFollow: true,
        howToAsk: '',
        consultation: '',
        access: 'open',
        paragraphs: [],
        publicInterest: '',
        privateMeeting: undefined,
        route: 'none',
        exception: undefined,
        urgency: undefined,
        forwardPlanFrom: undefined,
        localRule: undefined,
        leadOffice: 'Chief Executive',
        places: ['ashford'],
        topics: ['environment'],
      },
    };
    const notice: Notice = { ...named, id, externalReference: undefined, versions: [version] };
    await insertNotices(sql, [notice]);
    await keepFound(sql, [noticeFound(notice, version)]);
    return [noticeEntry(notice, version)];
  });
}

const daysAhead = 60;
