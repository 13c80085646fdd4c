import type { IsoDate } from '#platform/kernel';
import type { BodyRules } from '#modules/register';
import type { DateRules } from '../../domain/dates/rules-of-day.ts';
import { daysRuledOn, ruledOn } from '../../queries/ruled.ts';

/** A body's rules about dates on a day, from the register. */
export const dateRules = (rules: BodyRules, on: IsoDate): DateRules => ({
  'notice.keyDecision': daysRuledOn(rules, 'notice.keyDecision', on),
  'notice.generalException': daysRuledOn(rules, 'notice.generalException', on),
  'notice.privateMeeting': daysRuledOn(rules, 'notice.privateMeeting', on),
  'notice.privateMeetingAgain': daysRuledOn(rules, 'notice.privateMeetingAgain', on),
  'notice.forwardPlan': daysRuledOn(rules, 'notice.forwardPlan', on),
  'meeting.access': daysRuledOn(rules, 'meeting.access', on),
  'callIn.window': daysRuledOn(rules, 'callIn.window', on),
  'callIn.closeTime': ruledOn(rules, 'callIn.closeTime', on),
  'callIn.effective': ruledOn(rules, 'callIn.effective', on),
  'notice.form': ruledOn(rules, 'notice.form', on),
});
