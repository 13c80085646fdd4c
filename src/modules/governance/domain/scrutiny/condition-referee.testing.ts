import { addDays, date, type IsoDate } from '#platform/kernel';
import * as fc from 'fast-check';
import type { ConditionFact, Watch } from './condition-fact.ts';
import type { Acceptance } from './condition-standing.ts';

/** A condition's random life: when its recommendation was accepted, what was said of it, and the day asked about. */
export type ConditionLife = Readonly<{
  acceptance: Acceptance;
  facts: readonly ConditionFact[];
  asked: IsoDate;
}>;

const days: fc.Arbitrary<IsoDate> = fc.nat(120).map((number) => addDays(date('2008-07-01'), number));
const maybeDay = fc.option(days, { nil: undefined });
const told = {
  says: fc.constantFrom('', 'Staff left', 'Waits for a supplier'),
  source: fc.constant('Minutes'),
};

const watches: fc.Arbitrary<Watch> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('milestone' as const, 'report' as const),
    what: fc.constant('Timescale'),
    by: maybeDay,
  }),
  fc.record({
    kind: fc.constant('figure' as const),
    what: fc.constant('Calls answered'),
    comparison: fc.constantFrom(
      'at-least' as const,
      'at-most' as const,
      'more-than' as const,
      'less-than' as const,
    ),
    threshold: fc.constantFrom(70, 80, 90),
    unit: fc.constant('%'),
    from: maybeDay,
  }),
);

const base = { on: days, byOffice: fc.constant('Scrutiny officer'), ...told };
const facts: fc.Arbitrary<ConditionFact> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ ...base, kind: fc.constant('watched' as const), watch: watches }) },
  {
    weight: 3,
    arbitrary: fc.record({ ...base, kind: fc.constantFrom('moved' as const, 'agreed' as const), to: days }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      ...base,
      kind: fc.constant('reading' as const),
      value: fc.constantFrom(60, 70, 75, 80, 90, 95),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      ...base,
      kind: fc.constantFrom('met' as const, 'reopened' as const, 'slipped' as const),
    }),
  },
);

export const conditionLives: fc.Arbitrary<ConditionLife> = fc.record({
  acceptance: fc.oneof(
    { weight: 8, arbitrary: fc.record({ since: days }) },
    { weight: 1, arbitrary: fc.constantFrom('no-response' as const, 'not-accepted' as const) },
  ),
  facts: fc.array(facts, { maxLength: 8 }),
  asked: days,
});

/**
 * Says where a condition stands in its own way: it walks every day of the calendar, and on each it looks back for the last
 * word on each question. Shares nothing with the code it judges.
 */
export function conditionReferee({ acceptance, facts: given, asked }: ConditionLife): string {
  if (typeof acceptance === 'string') return acceptance;
  if (asked < acceptance.since) return 'no-response';
  let slippedSince: IsoDate | undefined;
  let said = '';
  for (let day = acceptance.since; day <= asked; day = addDays(day, 1)) {
    said = saidOn(given, day);
    if (!said.startsWith('slipped')) slippedSince = undefined;
    else slippedSince ??= day;
  }
  return slippedSince === undefined ? said : `${said} since ${slippedSince}`;
}

type Placed = Readonly<{ fact: ConditionFact; place: number }>;
const isLater = (a: Placed, b: Placed) =>
  a.fact.on > b.fact.on || (a.fact.on === b.fact.on && a.place > b.place);

function saidOn(given: readonly ConditionFact[], day: IsoDate): string {
  const all: readonly Placed[] = given
    .map((fact, place) => ({ fact, place }))
    .filter(({ fact }) => fact.on <= day);
  const last = (among: readonly Placed[], ...kinds: readonly ConditionFact['kind'][]): Placed | undefined => {
    let found: Placed | undefined;
    for (const each of among)
      if (kinds.includes(each.fact.kind) && (found === undefined || isLater(each, found))) found = each;
    return found;
  };
  const set = last(all, 'watched');
  const since = set === undefined ? all : all.filter((each) => isLater(each, set));
  const watch = set?.fact.kind === 'watched' ? set.fact.watch : undefined;
  const isFigure = watch?.kind === 'figure';

  const verdict = last(since, 'met', 'reopened', 'slipped');
  const due = dueOn(watch, since);
  if (verdict?.fact.kind === 'met') {
    const isLate = due.day !== undefined && verdict.fact.on > due.day;
    return `met ${verdict.fact.on}${isLate ? ' late' : ''}`;
  }
  if (isFigure && watch.from !== undefined && day < watch.from) return 'begins-later';

  // What last spoke for or against: being met, the committee's agreement, a report of slippage, a move, a reading.
  const moves = since.filter(({ fact, place }) => fact.kind === 'moved' && place !== due.setBy);
  const readings = isFigure ? since.filter(({ fact }) => fact.kind === 'reading') : [];
  const spoke = last(
    [...since.filter(({ fact }) => ['met', 'agreed', 'slipped'].includes(fact.kind)), ...moves, ...readings],
    'met',
    'agreed',
    'slipped',
    'moved',
    'reading',
  );
  const fact = spoke?.fact;
  if (fact?.kind === 'slipped') return 'slipped reported';
  if (fact?.kind === 'moved' && spoke !== undefined) {
    const then = dueOn(
      watch,
      since.filter((each) => isLater(spoke, each)),
    );
    if (then.day !== undefined && fact.to > then.day) return 'slipped moved-later';
  }
  if (fact?.kind === 'reading' && isFigure && isWrong(fact.value, watch.comparison, watch.threshold))
    return 'slipped figure-fails';

  if (isFigure) return readings.length > 0 ? 'on-track' : 'not-known';
  if (due.day === undefined) return watch === undefined ? 'nothing-stated' : 'no-date-stated';
  return day > due.day ? 'slipped not-done-by-its-day' : 'on-track';
}

/** The day it is due by: what was agreed last, or stated at first, or the first day that was named at all. */
function dueOn(
  watch: Watch | undefined,
  since: readonly Placed[],
): { day: IsoDate | undefined; setBy: number | undefined } {
  const sorted = [...since].sort((a, b) => (isLater(a, b) ? 1 : -1));
  let day = watch === undefined || watch.kind === 'figure' ? undefined : watch.by;
  let setBy: number | undefined;
  for (const { fact, place } of sorted) {
    if (fact.kind === 'agreed') day = fact.to;
    if (fact.kind === 'moved' && day === undefined) {
      day = fact.to;
      setBy = place;
    }
  }
  return { day, setBy };
}

const isWrong = (value: number, comparison: string, threshold: number): boolean =>
  (comparison === 'at-least' && value < threshold) ||
  (comparison === 'at-most' && value > threshold) ||
  (comparison === 'more-than' && value <= threshold) ||
  (comparison === 'less-than' && value >= threshold);
