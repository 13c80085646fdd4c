import { type IsoDate, londonDate } from '#platform/kernel';

/**
 * That a decision is too urgent to wait for call-in. Whoever may agree to it must agree to both: that the decision is
 * reasonable in all the circumstances, and that it be treated as urgent. It is reported to the next Council.
 */
export type UrgencyWaiver = Readonly<{
  agreedAt: Date;
  /** The office that agreed, such as “Chairman of the Council”. */
  agreedBy: string;
  reasons: string;
  isReasonable: boolean;
  isUrgent: boolean;
}>;

export type WaiverFault =
  | 'nobody-named'
  | 'no-reasons'
  | 'not-agreed-to-be-reasonable'
  | 'not-agreed-to-be-urgent'
  | 'agreed-after-the-decision';

/**
 * Why a waiver does not hold; undefined when it does. Agreed on a later day than the decision it comes too late: it is for
 * the decision maker to have it before deciding, not to seek it once members object.
 */
export function waiverFault(waiver: UrgencyWaiver, takenOn: IsoDate): WaiverFault | undefined {
  if (waiver.agreedBy.trim() === '') return 'nobody-named';
  if (waiver.reasons.trim() === '') return 'no-reasons';
  if (!waiver.isReasonable) return 'not-agreed-to-be-reasonable';
  if (!waiver.isUrgent) return 'not-agreed-to-be-urgent';
  return londonDate(waiver.agreedAt) > takenOn ? 'agreed-after-the-decision' : undefined;
}

/** The sentence for each fault, with what would mend it. */
export const waiverSentences: Readonly<Record<WaiverFault, string>> = {
  'nobody-named': 'Say which office agreed that the decision is too urgent for call-in',
  'no-reasons': 'Say how waiting would harm the council’s or the public’s interest',
  'not-agreed-to-be-reasonable':
    'The waiver needs agreement that the decision is reasonable in all the circumstances',
  'not-agreed-to-be-urgent': 'The waiver needs agreement that the decision be treated as urgent',
  'agreed-after-the-decision': 'The waiver must be agreed by the day on which the decision is taken',
};
