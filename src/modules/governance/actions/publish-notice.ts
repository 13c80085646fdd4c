import { onConstraint, type Sql, lockThing } from '#platform/db';
import { type Draft, findDraft, isOf, removeDraft } from '#platform/drafts';
import { may } from '#platform/identity';
import { type Actor, type IsoDate, londonTime, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, Stale } from '#platform/module';
import { act, type ActOptions, type ActServices } from '#platform/record';
import { isOfThePast, judgeNotice } from '../domain/notice/judge-notice.ts';
import { type Notice, noticeId, type NoticeVersion } from '../domain/notice/notice.ts';
import { mayPublishDecisions } from '../permissions.ts';
import { noticeGrounds } from '../queries/notice-ground.ts';
import { keepFound } from '../store/found.ts';
import {
  findNoticeAt,
  firstNoticeHere,
  findPublishedFrom,
  insertNotices,
  insertVersion,
  isDecided,
  type PublishedFrom,
} from '../store/notices.ts';
import { nextReference } from '../store/numbering.ts';
import { noticeDraftOf } from './drafts.ts';
import { noticeEntry, noticeFound } from './notice-entry.ts';

/** What a finished draft asks to publish. */
export type AskedVersion = Pick<NoticeVersion, 'change' | 'reason' | 'countsAnew' | 'content'> &
  Readonly<{
    /** For a notice that was published elsewhere before: on which day and where; undefined and empty otherwise. */
    publishedOn: IsoDate | undefined;
    publishedElsewhere: string;
    externalReference: string | undefined;
    /** The version of the notice that the draft was begun on; 0 for a new notice. */
    seen: number;
  }>;

/** Reads a draft’s answers; `latest` is what they change. */
export type ReadDraft = (
  answers: Readonly<Record<string, string>>,
  latest: NoticeVersion | undefined,
) => Result<AskedVersion, unknown>;

export type PublishNotice = Readonly<{
  draftId: string;
  /** The version of the draft that was looked over. */
  draftSeen: number;
  read: ReadDraft;
}>;

export type PublishNoticeRefusal =
  | CommonRefusal
  | 'draft-changed'
  | 'draft-gone'
  | 'unfinished'
  | 'not-lawful'
  | 'published-here-by-then'
  | 'notice-changed'
  | 'notice-withdrawn'
  | 'notice-decided'
  | 'reference-taken'
  /** Another officer published this draft: as which version of which notice. */
  | Stale<PublishedFrom>;

/**
 * Publishes a draft as a notice of a forthcoming decision or as the next version of one. It is judged once more by the law
 * of the day of the decision, and refused while anything that law makes compulsory is missing; only a notice of a decision
 * that is past already, published elsewhere in its time, is kept as it was. Once a body publishes its notices here, none of
 * a later day was published elsewhere.
 */
export async function publishNotice(
  services: ActServices,
  actor: Actor | undefined,
  bodyId: string,
  { draftId, draftSeen, read }: PublishNotice,
  options: ActOptions = {},
): Promise<Result<PublishedFrom, PublishNoticeRefusal>> {
  const allowed = may(actor, mayPublishDecisions, bodyId);
  if (!allowed.ok) return allowed;
  const now = services.clock.now();

  const outcome = act<PublishedFrom, PublishNoticeRefusal>(services, allowed.value, options, async (sql) => {
    const draft = await findDraft(sql, draftId, { lock: true });
    if (!isOf(draft, noticeDraftOf(bodyId))) {
      const published = await findPublishedFrom(sql, draftId);
      return published === undefined ? refuse('draft-gone') : refuse({ stale: published });
    }
    if (draft.version !== draftSeen) return refuse('draft-changed');
    const changed = await noticeToChange(sql, draft);
    if (!changed.ok) return changed;
    const before = changed.value;
    const asked = read(draft.answers, before?.versions.at(-1));
    if (!asked.ok) return refuse('unfinished');
    if (asked.value.seen !== (before?.versions.length ?? 0)) return refuse('notice-changed');

    const here = londonTime(now);
    const { publishedOn = here.date, seen, externalReference, ...said } = asked.value;
    const version: NoticeVersion = {
      ...said,
      version: seen + 1,
      publishedOn,
      publishedTime: said.publishedElsewhere === '' ? here.time : undefined,
      publishedBy: allowed.value.officeTitle,
      fromDraft: draftId,
      recordedAt: now,
    };
    // A notice dated back to a day elsewhere would have its clear days the moment it is published.
    const hereSince = said.publishedElsewhere === '' ? undefined : await firstNoticeHere(sql, bodyId);
    if (hereSince !== undefined && publishedOn >= hereSince) return refuse('published-here-by-then');
    const grounds = await noticeGrounds(sql, bodyId);
    if (grounds === undefined) return refuse('no-such-body');
    const { gaps } = judgeNotice(
      version,
      before?.versions ?? [],
      grounds(version.content.dueFrom),
      here.date,
    );
    if (gaps.length > 0 && !isOfThePast(version, here.date)) return refuse('not-lawful');

    const year = Number(publishedOn.slice(0, 4));
    const reference = before?.reference ?? (await nextReference(sql, bodyId, 'notice', year));
    const named = before ?? { id: noticeId({ bodyId, reference }), bodyId, reference, externalReference };
    const notice: Notice = { ...named, versions: [...(before?.versions ?? []), version] };
    if (before === undefined) await insertNotices(sql, [notice]);
    else await insertVersion(sql, notice, version);
    await removeDraft(sql, draftId);
    await keepFound(sql, [noticeFound(notice, version)]);
    return ok({
      value: { noticeId: notice.id, version: version.version },
      entry: noticeEntry(notice, version),
    });
  });
  return onConstraint(outcome, { notice_external_reference_once: 'reference-taken' });
}

/** The notice a draft changes, locked; undefined for a new one. */
async function noticeToChange(
  sql: Sql,
  { about }: Draft,
): Promise<Result<Notice | undefined, 'notice-withdrawn' | 'notice-decided' | 'draft-gone'>> {
  if (about === undefined) return ok(undefined);
  await lockThing(sql, about);
  const notice = await findNoticeAt(sql, about);
  if (notice === undefined) return refuse('draft-gone');
  if (notice.versions.at(-1)?.change === 'withdrawn') return refuse('notice-withdrawn');
  return (await isDecided(sql, notice.id)) ? refuse('notice-decided') : ok(notice);
}
