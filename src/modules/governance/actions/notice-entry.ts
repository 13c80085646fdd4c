import { listInWords } from '#platform/kernel';
import { type Entry, publicEntry } from '#platform/record';
import { sayDue } from '../domain/notice/in-words.ts';
import { type Notice, type NoticeContent, noticePath, type NoticeVersion } from '../domain/notice/notice.ts';
import type { Found } from '../store/found.ts';
import { contentJson } from '../store/notice-content.ts';

const acts: Readonly<Record<NoticeVersion['change'], Readonly<{ act: string; says: string }>>> = {
  first: { act: 'governance.notice.published', says: 'published' },
  changed: { act: 'governance.notice.changed', says: 'changed' },
  postponed: { act: 'governance.notice.postponed', says: 'postponed' },
  'private-again': {
    act: 'governance.notice.private-again',
    says: 'followed by the second notice of its private meeting',
  },
  withdrawn: { act: 'governance.notice.withdrawn', says: 'withdrawn' },
};

/** The record’s entry of a version: all it says, so that the page could be rebuilt from it. */
export function noticeEntry(notice: Notice, version: NoticeVersion): Entry {
  const { content, change, reason } = version;
  const { act: done, says } = acts[change];
  return publicEntry({
    act: done,
    subject: noticePath(notice),
    summary: `Notice ${notice.reference} ${says}: ${content.title}, ${sayKind(content)}due ${sayDue(content)}`,
    about: { bodies: [notice.bodyId], places: content.places, topics: content.topics },
    facts: {
      reference: notice.reference,
      version: version.version,
      reason,
      countsAnew: version.countsAnew,
      publishedOn: version.publishedOn,
      publishedElsewhere: version.publishedElsewhere,
      // What is not said is left out.
      content: JSON.parse(JSON.stringify(contentJson(content))),
    },
  });
}

const sayKind = ({ isKey }: NoticeContent): string => (isKey ? 'a key decision, ' : '');

/** What a notice can be found by. It is public in all its parts: what is exempt is in its documents. */
export function noticeFound(notice: Notice, { content, change, publishedOn }: NoticeVersion): Found {
  const { title, matter, decisionMaker, documents = [], places, topics } = content;
  return {
    subject: noticePath(notice),
    kind: 'notice',
    bodyId: notice.bodyId,
    title: change === 'withdrawn' ? `Withdrawn: ${title}` : title,
    text: `${matter}\n${decisionMaker}\n${listInWords(documents)}`,
    on: publishedOn,
    places,
    topics,
    isKey: content.isKey,
  };
}
