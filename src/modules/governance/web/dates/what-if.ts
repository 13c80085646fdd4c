import { formatTime } from '#platform/kernel';
import { sayPeriod, sayRuleValue } from '#modules/register';
import { questions } from '../../domain/dates/questions.ts';
import type { DateRules } from '../../domain/dates/rules-of-day.ts';
import type { KnownRule, Ruled } from '../../domain/ruled.ts';
import type { AskedDates } from './read-asked.ts';

/**
 * A body's rules with the reader's own values in place of the recorded ones, each marked as the reader's. A rule that does
 * not apply is not put in place: no number makes a committee take executive decisions.
 */
export function withWhatIf(rules: DateRules, { question, days, closes, effective }: AskedDates): DateRules {
  if (question === undefined) return rules;
  const { rule, find } = questions[question];
  const count = days?.count ?? 0;
  const unit = unitOf(find === 'window', days?.basis === 'calendar');
  return {
    ...rules,
    ...(days !== undefined && { [rule]: instead(rules[rule], days, sayPeriod({ count, unit })) }),
    ...(closes !== undefined && {
      'callIn.closeTime': instead(rules['callIn.closeTime'], closes, formatTime(closes)),
    }),
    ...(effective !== undefined && {
      'callIn.effective': instead(
        rules['callIn.effective'],
        effective,
        sayRuleValue('callIn.effective', effective),
      ),
    }),
  };
}

const unitOf = (isWindow: boolean, isCalendar: boolean) => {
  if (isWindow) return 'working-days';
  return isCalendar ? 'clear-days' : 'clear-working-days';
};

function instead<Value>(ruled: Ruled<Value>, value: Value, says: string): Ruled<Value> {
  if (ruled.standing === 'does-not-apply') return ruled;
  const readers: KnownRule = {
    key: ruled.key,
    title: ruled.title,
    says,
    source: 'Given with the question',
    certainty: undefined,
    since: undefined,
    setBy: 'reader',
    checkLocally: false,
  };
  return { standing: 'known', value, ...readers };
}
