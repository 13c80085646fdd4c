import type { Basis, EffectiveRule, WallTime } from '#platform/kernel';
import type { Ruled } from '../ruled.ts';
import type { ClockRule } from './questions.ts';

/** So many days, and which days count. */
export type Days = Readonly<{ count: number; basis: Basis }>;

/** A body's rules about dates, as they were on one day. */
export type DateRules = Readonly<Record<ClockRule, Ruled<Days>>> &
  Readonly<{
    'law.executiveDecisions': Ruled<'si-2000-3272' | 'si-2012-2089'>;
    'notice.form': Ruled<'forward-plan' | 'notice-of-each-decision'>;
    'notice.forwardPlan': Ruled<Days>;
    'callIn.closeTime': Ruled<WallTime>;
    'callIn.effective': Ruled<EffectiveRule>;
  }>;

/**
 * The rule a question turns on, by the law of the day. A duty that the law of that day did not know does not apply, and
 * says what stood in its place; without this it would look merely unknown.
 */
export function clockRule(rules: DateRules, key: ClockRule): Ruled<Days> {
  const found = rules[key];
  if (found.standing === 'does-not-apply') return found;
  const { title } = found;
  const form = rules['notice.form'];
  if (key === 'notice.keyDecision' && form.standing === 'known' && form.value === 'forward-plan')
    return { standing: 'does-not-apply', key, title, because: forwardPlan(rules) };
  const law = rules['law.executiveDecisions'];
  const ofPrivateMeetings = key === 'notice.privateMeeting' || key === 'notice.privateMeetingAgain';
  if (ofPrivateMeetings && law.standing === 'known' && law.value === 'si-2000-3272')
    return { standing: 'does-not-apply', key, title, because: noNoticeOfPrivateMeetings };
  return found;
}

function forwardPlan(rules: DateRules): string {
  const plan = rules['notice.forwardPlan'];
  const ahead =
    plan.standing === 'known'
      ? ` The plan was to be published ${plan.says} before the first day it covers${plan.checkLocally ? ' (check locally)' : ''}.`
      : '';
  return `On this day SI 2000/3272 applies: key decisions are announced in a monthly forward plan, not in a notice of each.${ahead}`;
}

const noNoticeOfPrivateMeetings =
  'On this day SI 2000/3272 applies, which asks for no notice of a private meeting. SI 2012/2089 brought such notices in.';
