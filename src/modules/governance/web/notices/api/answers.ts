import { explain, type Money } from '#platform/kernel';
import type { z } from 'zod';
import { decisionPath } from '../../../domain/decision/decision.ts';
import { type NoticeContent, noticePath, type NoticeVersion } from '../../../domain/notice/notice.ts';
import type { SpecialUrgency } from '../../../domain/notice/timeliness.ts';
import type { Way } from '../../../domain/notice/ways.ts';
import type { NoticePage } from '../../../queries/notice-page.ts';
import type { NoticeLine } from '../../../queries/notices-open.ts';
import type {
  noticeContentShape,
  noticeLineShape,
  noticeShape,
  noticeVersionShape,
  waySchema,
} from './shapes.ts';

// From what the pages show to the shapes of the API.

export const lineAnswer = (line: NoticeLine): z.infer<typeof noticeLineShape> => ({
  body: line.bodyId,
  reference: line.reference,
  version: line.version,
  title: line.title,
  isKey: line.isKey,
  decisionMaker: line.decisionMaker,
  makerKind: line.makerKind,
  dueFrom: line.dueFrom,
  dueUntil: line.dueUntil,
  access: line.access,
  isPrivate: line.isPrivate,
  route: line.route,
  change: line.change,
  firstPublishedOn: line.firstPublishedOn,
  publishedOn: line.publishedOn,
  places: [...line.places],
  topics: [...line.topics],
  page: noticePath(line),
});

export const noticeAnswer = (found: NoticePage): Omit<z.infer<typeof noticeShape>, 'on'> => ({
  body: { id: found.body.id, name: found.body.name },
  reference: found.notice.reference,
  externalReference: found.notice.externalReference ?? null,
  standing: found.standing,
  timeliness: found.judged.timeliness.timeliness,
  ways: found.judged.ways.map(wayAnswer),
  lacks: found.judged.gaps.map(({ says, regulation }) => ({ says, regulation })),
  versions: found.versions.map(versionAnswer),
  decisions: found.decisions.map((decision) => ({
    title: decision.title,
    takenOn: decision.takenOn,
    page: decisionPath(decision),
  })),
  page: noticePath(found.notice),
});

const wayAnswer = (way: Way): z.infer<typeof waySchema> => ({
  route: way.route,
  regulation: way.regulation,
  standing: way.standing,
  earliest: way.earliest?.date ?? null,
  why: way.earliest === undefined ? null : explain(way.earliest.explanation),
  latestNotice: way.latest?.date ?? null,
  needs: [...way.needs],
});

const versionAnswer = (version: NoticeVersion): z.infer<typeof noticeVersionShape> => ({
  version: version.version,
  change: version.change,
  reason: version.reason,
  countsAnew: version.countsAnew,
  publishedOn: version.publishedOn,
  publishedElsewhere: version.publishedElsewhere,
  publishedBy: version.publishedBy,
  content: contentAnswer(version.content),
});

const contentAnswer = (content: NoticeContent): z.infer<typeof noticeContentShape> => ({
  title: content.title,
  matter: content.matter,
  isKey: content.isKey,
  keyReasons: {
    spendPence: amount(content.keyReasons.spend),
    savingPence: amount(content.keyReasons.saving),
    wards: content.keyReasons.wards ?? null,
    says: content.keyReasons.says,
  },
  makerKind: content.makerKind,
  decisionMaker: content.decisionMaker,
  members: [...content.members],
  dueFrom: content.dueFrom,
  dueUntil: content.dueUntil,
  documents: content.documents === undefined ? null : [...content.documents],
  availableAt: content.availableAt,
  othersMayFollow: content.othersMayFollow,
  howToAsk: content.howToAsk,
  consultation: content.consultation,
  access: content.access,
  paragraphs: [...content.paragraphs],
  publicInterest: content.publicInterest,
  privateMeeting:
    content.privateMeeting === undefined
      ? null
      : {
          reasons: content.privateMeeting.reasons,
          representations: content.privateMeeting.representations ?? null,
          response: content.privateMeeting.response ?? null,
          agreement: urgencyAnswer(content.privateMeeting.agreement),
        },
  route: content.route,
  exception:
    content.exception === undefined
      ? null
      : {
          scrutinyToldOn: content.exception.scrutinyToldOn ?? null,
          toldWhom: content.exception.toldWhom,
          reasons: content.exception.reasons,
        },
  urgency: urgencyAnswer(content.urgency),
  forwardPlanFrom: content.forwardPlanFrom ?? null,
  leadOffice: content.leadOffice,
  places: [...content.places],
  topics: [...content.topics],
});

const urgencyAnswer = (urgency: SpecialUrgency | undefined) =>
  urgency === undefined ? null : { ...urgency };
const amount = (money: Money | undefined): string | null => money?.toString() ?? null;
