import type { FieldErrors } from '#platform/http';
import { explainCommon, isCommon } from '#platform/web';
import type { OnMeetingRefusal } from '../../../actions/meetings/on-meeting.ts';

/** What acts on meetings are refused for in common, each with its sentence and its field. */
const sentences = {
  'no-such-meeting': { form: 'This meeting is not there any more, so nothing was changed' },
  'meeting-over': {
    form: 'This meeting was held or called off, so its agenda and its day can no longer be changed',
  },
  'not-begun': { form: 'The meeting has not begun. Record what happened once its day has come' },
  'minutes-approved': {
    form: 'The minutes of this meeting are approved, so what they record can no longer be changed. A later meeting may correct it',
  },
  'no-such-item': { form: 'This item is not there any more, so nothing was changed' },
  'no-such-office': { office: 'That office is not in the register. Select one from the list' },
} as const satisfies Readonly<Record<string, FieldErrors>>;

type Shared = Exclude<OnMeetingRefusal, 'no-such-meeting'> | keyof typeof sentences;

/** Tells the refusals said here from those of one form alone. */
export const isShared = (refusal: unknown): refusal is Shared =>
  typeof refusal === 'string' && (isCommon(refusal) || Object.hasOwn(sentences, refusal));

export const explainShared = (refusal: Shared): FieldErrors =>
  isCommon(refusal) ? explainCommon(refusal) : sentences[refusal];
