import {
  type Calendar,
  callInDeadline,
  type CallInWindow,
  type ComputedDate,
  earliestEvent,
  effectiveFrom,
  type Explanation,
  type IsoDate,
  latestNotice,
  type WallTime,
} from '#platform/kernel';
import { type KnownRule, type Ruled, valueOf } from '../ruled.ts';
import { type QuestionId, questions } from './questions.ts';
import { clockRule, type DateRules, type Days } from './rules-of-day.ts';

/** What one part of an answer is the date of. */
export type Asked = 'earliest-event' | 'latest-notice' | 'call-in-deadline' | 'effective';

/** One date worked out, or why none can be. */
export type DateOutcome = Readonly<{ asked: Asked }> & (Reached | NotKnown | NotApplying);

export type Reached = Readonly<{
  standing: 'known';
  date: IsoDate;
  /** For call-in: the time on that day, and whether the decision is in effect at it or only after it. */
  time: WallTime | undefined;
  moment: 'at' | 'after' | undefined;
  explanation: Explanation;
  /** Every rule the date was worked out by. */
  rules: readonly KnownRule[];
  /** True where one of them is unsure or only assumed. */
  checkLocally: boolean;
  /** Another rule stands on the day reached than on the day given. */
  changes: string | undefined;
}>;
type NotKnown = Readonly<{
  standing: 'check-locally';
  missing: readonly Readonly<{ key: string; title: string }>[];
}>;
type NotApplying = Readonly<{ standing: 'does-not-apply'; because: string }>;

export type DateAnswer = Readonly<{ question: QuestionId; outcomes: readonly DateOutcome[] }>;

/** Where the answers come from: a body's rules as of any day, and the days its clocks skip. */
export type DateFacts = Readonly<{ rulesOn(day: IsoDate): DateRules; calendar: Calendar }>;

/**
 * Answers one question about a day. A notice is judged by the rule of the day it is given; where another rule stands on
 * the day reached, the answer says so.
 */
export function answerDate(question: QuestionId, day: IsoDate, facts: DateFacts): DateAnswer {
  const { rule, find } = questions[question];
  const rules = facts.rulesOn(day);
  if (find === 'window') return { question, outcomes: callInOutcomes(day, rules, facts) };
  const asked = find === 'earliest' ? 'earliest-event' : 'latest-notice';
  const ruled = clockRule(rules, rule);
  if (ruled.standing !== 'known') return { question, outcomes: [withoutDate(asked, [ruled])] };
  const { count, basis } = ruled.value;
  const counting = find === 'earliest' ? earliestEvent : latestNotice;
  const reached = counting(facts.calendar, day, count, basis);
  const changes =
    find === 'earliest' ? anotherRule(ruled, clockRule(facts.rulesOn(reached.date), rule)) : undefined;
  return { question, outcomes: [withDate(asked, reached, [ruled], { changes })] };
}

/** The deadline needs the window and its closing time; taking effect needs the rule for that besides. */
function callInOutcomes(day: IsoDate, rules: DateRules, { calendar }: DateFacts): readonly DateOutcome[] {
  const window = clockRule(rules, 'callIn.window');
  const closing = rules['callIn.closeTime'];
  const effective = rules['callIn.effective'];
  const length = valueOf(window);
  const closeTime = valueOf(closing);
  if (length === undefined || closeTime === undefined) {
    const asked = window.standing === 'does-not-apply' ? [window] : [window, closing];
    return [withoutDate('call-in-deadline', asked), withoutDate('effective', [...asked, effective])];
  }
  const callIn = (effect: CallInWindow['effective']): CallInWindow => ({
    publication: day,
    windowWorkingDays: length.count,
    closeTime,
    effective: effect,
  });
  const effect = valueOf(effective);
  // Where it takes effect at noon, the window closes then; with that unknown, the closing time stands as it is.
  const deadline = callInDeadline(calendar, callIn(effect ?? 'afterDeadline'));
  const first = withDate('call-in-deadline', deadline, [window, closing], { time: deadline.time });
  if (effect === undefined) return [first, withoutDate('effective', [effective])];
  const takes = effectiveFrom(calendar, callIn(effect));
  return [first, withDate('effective', takes, [window, closing, effective], takes)];
}

function withDate(
  asked: Asked,
  { date, explanation }: ComputedDate,
  used: readonly Ruled<unknown>[],
  extra: Readonly<{ time?: WallTime; moment?: 'at' | 'after'; changes?: string | undefined }>,
): DateOutcome {
  const rules = used.filter((ruled) => ruled.standing === 'known');
  return {
    asked,
    standing: 'known',
    date,
    time: extra.time,
    moment: extra.moment,
    explanation,
    rules,
    checkLocally: rules.some(({ checkLocally }) => checkLocally),
    changes: extra.changes,
  };
}

function withoutDate(asked: Asked, needed: readonly Ruled<unknown>[]): DateOutcome {
  const inapplicable = needed.find((ruled) => ruled.standing === 'does-not-apply');
  if (inapplicable !== undefined) return { asked, standing: 'does-not-apply', because: inapplicable.because };
  const missing = needed.filter((ruled) => ruled.standing === 'check-locally');
  return { asked, standing: 'check-locally', missing: missing.map(({ key, title }) => ({ key, title })) };
}

function anotherRule(then: KnownRule, later: Ruled<Days>): string | undefined {
  switch (later.standing) {
    case 'known':
      return later.says === then.says ? undefined : `On that day the rule is another: ${later.says}.`;
    case 'does-not-apply':
      return `On that day the rule no longer applies. ${later.because}`;
    case 'check-locally':
      return 'On that day another rule may hold, which is not known: check locally.';
    default:
      return later satisfies never;
  }
}
