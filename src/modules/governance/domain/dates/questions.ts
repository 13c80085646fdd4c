/** Which duty of notice or window a question is about: the rule of the register that holds its number of days. */
export type ClockRule =
  | 'notice.keyDecision'
  | 'notice.generalException'
  | 'notice.privateMeeting'
  | 'notice.privateMeetingAgain'
  | 'meeting.access'
  | 'callIn.window';

export type Question = Readonly<{
  rule: ClockRule;
  /** Forwards from a notice, backwards from a decision or meeting, or the window after a publication. */
  find: 'earliest' | 'latest' | 'window';
  /** What is asked, as the heading of its answer. */
  title: string;
  /** What happens on the day given, as “if … on this day”. */
  given: string;
}>;

/** Every question the date calculator answers. The names are part of the addresses of the page and of the API. */
export const questions = {
  'earliest-key-decision': {
    rule: 'notice.keyDecision',
    find: 'earliest',
    title: 'Earliest day for a key decision',
    given: 'its notice is published',
  },
  'latest-key-decision-notice': {
    rule: 'notice.keyDecision',
    find: 'latest',
    title: 'Latest day for the notice of a key decision',
    given: 'the decision is to be taken',
  },
  'earliest-general-exception-decision': {
    rule: 'notice.generalException',
    find: 'earliest',
    title: 'Earliest day for a key decision under the general exception',
    given: 'scrutiny is told and the notice is published',
  },
  'latest-general-exception-notice': {
    rule: 'notice.generalException',
    find: 'latest',
    title: 'Latest day for the notice under the general exception',
    given: 'the decision is to be taken',
  },
  'earliest-private-meeting': {
    rule: 'notice.privateMeeting',
    find: 'earliest',
    title: 'Earliest day for a private meeting after its first notice',
    given: 'the first notice is published',
  },
  'latest-private-meeting-notice': {
    rule: 'notice.privateMeeting',
    find: 'latest',
    title: 'Latest day for the first notice of a private meeting',
    given: 'the private meeting is to be held',
  },
  'earliest-private-meeting-again': {
    rule: 'notice.privateMeetingAgain',
    find: 'earliest',
    title: 'Earliest day for a private meeting after its second notice',
    given: 'the second notice is published',
  },
  'latest-private-meeting-notice-again': {
    rule: 'notice.privateMeetingAgain',
    find: 'latest',
    title: 'Latest day for the second notice of a private meeting',
    given: 'the private meeting is to be held',
  },
  'earliest-meeting': {
    rule: 'meeting.access',
    find: 'earliest',
    title: 'Earliest day for a meeting after its agenda is open to the public',
    given: 'the agenda and reports are opened',
  },
  'latest-agenda': {
    rule: 'meeting.access',
    find: 'latest',
    title: 'Latest day for opening the agenda and reports of a meeting',
    given: 'the meeting is to be held',
  },
  'call-in': {
    rule: 'callIn.window',
    find: 'window',
    title: 'Call-in, and when a decision takes effect',
    given: 'the record of the decision is published',
  },
} as const satisfies Record<string, Question>;
export type QuestionId = keyof typeof questions;
export const questionIds = Object.keys(questions) as readonly QuestionId[];

export function isQuestion(text: string): text is QuestionId {
  return Object.hasOwn(questions, text);
}
