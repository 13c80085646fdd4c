import type { Basis, EffectiveRule, WallTime } from '#platform/kernel';
import type { Ruled } from '../ruled.ts';
import type { ClockRule } from './questions.ts';

/** So many days, and which days count. */
export type Days = Readonly<{ count: number; basis: Basis }>;

/** A body's rules about dates, as they were on one day. */
export type DateRules = Readonly<Record<ClockRule, Ruled<Days>>> &
  Readonly<{
    'notice.form': Ruled<'forward-plan' | 'notice-of-each-decision'>;
    'notice.forwardPlan': Ruled<Days>;
    'callIn.closeTime': Ruled<WallTime>;
    'callIn.effective': Ruled<EffectiveRule>;
  }>;

/**
 * The rule a question turns on, by the law of the day. Where key decisions were not announced one by one, it says what
 * stood in the notice’s place.
 */
export function clockRule(rules: DateRules, key: ClockRule): Ruled<Days> {
  const found = rules[key];
  const form = rules['notice.form'];
  if (found.standing !== 'does-not-apply' || key !== 'notice.keyDecision') return found;
  if (form.standing !== 'known' || form.value !== 'forward-plan') return found;
  return { ...found, because: `${found.because} ${inForwardPlan(rules['notice.forwardPlan'])}` };
}

function inForwardPlan(ahead: Ruled<Days>): string {
  const announced = 'Key decisions are announced in a monthly forward plan instead';
  if (ahead.standing !== 'known') return `${announced}.`;
  const check = ahead.checkLocally ? ' (check locally)' : '';
  return `${announced}, published ${ahead.says} before the first day it covers${check}.`;
}
