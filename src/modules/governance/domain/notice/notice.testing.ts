import { date, pence } from '#platform/kernel';
import { england } from '../../../../../tests/support/england-calendar.ts';
import type { Ruled } from '../ruled.ts';
import type { NoticeGround } from './ground.ts';
import { judgeNotice, type Candidate } from './judge-notice.ts';
import type { NoticeContent } from './notice.ts';

/** A rule that is known for sure. */
export const known = <Value>(key: string, value: Value, says = String(value)): Ruled<Value> => ({
  standing: 'known',
  key,
  title: key,
  value,
  says,
  source: 'Constitution, part 4',
  certainty: 'verified',
  since: undefined,
  setBy: 'body',
  checkLocally: false,
});
export const notKnown = (key: string): Ruled<never> => ({ standing: 'check-locally', key, title: key });
export const notThere = (key: string, because: string): Ruled<never> => ({
  standing: 'does-not-apply',
  key,
  title: key,
  because,
});

/** The rules of a council with a cabinet since September 2012. */
export const since2012: NoticeGround = {
  on: date('2025-06-02'),
  law: known('law.executiveDecisions', 'si-2012-2089'),
  threshold: known('keyDecision.threshold', pence(25_000_000), '£250,000'),
  wards: known('keyDecision.wards', 2, '2 wards or divisions'),
  limbs: known('keyDecision.limbs', 'either'),
  keyDecision: known('notice.keyDecision', { count: 28, basis: 'calendar' }),
  generalException: known('notice.generalException', { count: 5, basis: 'working' }),
  forwardPlan: notThere('notice.forwardPlan', 'Only SI 2000/3272 asks for it.'),
  privateMeeting: known('notice.privateMeeting', { count: 28, basis: 'calendar' }),
  privateMeetingAgain: known('notice.privateMeetingAgain', { count: 5, basis: 'working' }),
  specialUrgency: known('notice.specialUrgency', 'The chairman of scrutiny'),
  cutOff: undefined,
  calendar: england,
};

/** The same council in 2008. */
export const in2008: NoticeGround = {
  ...since2012,
  law: known('law.executiveDecisions', 'si-2000-3272'),
  keyDecision: notThere('notice.keyDecision', 'Only SI 2012/2089 asks for it.'),
  forwardPlan: known('notice.forwardPlan', { count: 14, basis: 'calendar' }, '14 days'),
  privateMeeting: notThere('notice.privateMeeting', 'Only SI 2012/2089 asks for it.'),
  privateMeetingAgain: notThere('notice.privateMeetingAgain', 'Only SI 2012/2089 asks for it.'),
};

/** A notice of a key decision that lacks nothing. */
export const aContent: NoticeContent = {
  title: 'Contract for waste collection',
  matter: 'Whether to let the contract',
  isKey: true,
  keyReasons: { spend: pence(420_000_000), saving: undefined, wards: undefined, says: '' },
  makerKind: 'cabinet',
  decisionMaker: 'Cabinet',
  members: ['The Leader'],
  dueFrom: date('2025-06-02'),
  dueUntil: date('2025-06-02'),
  documents: ['Report'],
  availableAt: 'The offices',
  othersMayFollow: true,
  howToAsk: 'Write to us',
  consultation: 'Residents, by letter until 1 June',
  access: 'open',
  paragraphs: [],
  publicInterest: '',
  privateMeeting: undefined,
  route: 'full-notice',
  exception: undefined,
  urgency: undefined,
  forwardPlanFrom: undefined,
  localRule: undefined,
  leadOffice: '',
  places: [],
  topics: [],
};

/** A first version published on a day, at ten in the morning. */
export const aVersion = (publishedOn: string, content: Partial<NoticeContent> = {}): Candidate => ({
  change: 'first',
  countsAnew: true,
  publishedOn: date(publishedOn),
  publishedTime: undefined,
  publishedElsewhere: '',
  content: { ...aContent, ...content },
});

/** The judgement of a first version published on the day itself. */
export const judged = (
  publishedOn: string,
  content: Partial<NoticeContent> = {},
  ground: NoticeGround = since2012,
) => judgeNotice(aVersion(publishedOn, content), [], ground, date(publishedOn));

/** A decision due on one day. */
export const due = (on: string) => ({ dueFrom: date(on), dueUntil: date(on) });
