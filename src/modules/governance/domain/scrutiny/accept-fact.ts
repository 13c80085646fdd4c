import { type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import type { ConditionFact, ConditionFactKind } from './condition-fact.ts';
import { conditionStanding } from './condition-standing.ts';
import { conditionOf, type FollowedReport } from './report.ts';
import { acceptanceOf } from './response.ts';

/** What the executive may say of a condition, and what only scrutiny may. */
export const factsOfExecutive = ['met', 'moved', 'slipped', 'reading'] as const;
export const factsOfScrutiny = ['agreed', 'met', 'reopened', 'slipped', 'reading'] as const;

export type FactRefusal =
  | 'no-such-condition'
  | 'in-the-future'
  | 'before-the-report'
  | 'recommendation-not-accepted'
  | 'met-already'
  | 'not-met'
  | 'not-a-figure'
  | 'is-a-figure'
  | 'day-must-be-later'
  | 'says-missing';

/** Whether something can be said of a condition on its day, as everything stands that was said before. */
export function acceptFact(
  { report, responses, facts }: FollowedReport,
  key: string,
  fact: ConditionFact,
  today: IsoDate,
): Result<ConditionFact, FactRefusal> {
  const found = conditionOf(report, key);
  if (found === undefined) return refuse('no-such-condition');
  if (fact.on > today) return refuse('in-the-future');
  if (fact.on < report.madeOn) return refuse('before-the-report');
  if (needsWords.has(fact.kind) && fact.says.trim() === '') return refuse('says-missing');
  if (fact.kind === 'watched') return acceptWatch(fact);

  const accepted = acceptanceOf(found.recommendation.number, responses, fact.on);
  if (typeof accepted === 'string') return refuse('recommendation-not-accepted');
  const own = facts.get(key) ?? [];
  const isMet = conditionStanding(accepted, own, fact.on).standing === 'met';
  if (fact.kind === 'reopened') return isMet ? ok(fact) : refuse('not-met');
  if (isMet) return refuse('met-already');

  const isFigure = watchOn(own, fact.on)?.kind === 'figure';
  if (fact.kind === 'reading') return isFigure ? ok(fact) : refuse('not-a-figure');
  if (fact.kind === 'met') return ok(fact);
  if (isFigure) return refuse('is-a-figure');
  const isMove = fact.kind === 'moved' || fact.kind === 'agreed';
  return isMove && fact.to <= fact.on ? refuse('day-must-be-later') : ok(fact);
}

const needsWords: ReadonlySet<ConditionFactKind> = new Set(['moved', 'slipped', 'reopened']);

function acceptWatch(
  fact: ConditionFact & Readonly<{ kind: 'watched' }>,
): Result<ConditionFact, FactRefusal> {
  const { watch } = fact;
  const isPast = watch.kind !== 'figure' && watch.by !== undefined && watch.by < fact.on;
  return isPast ? refuse('day-must-be-later') : ok(fact);
}

/** What a condition is watched by on a day; undefined where nobody has said. */
export function watchOn(facts: readonly ConditionFact[], on: IsoDate) {
  const set = facts
    .filter((fact) => fact.kind === 'watched' && fact.on <= on)
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .at(-1);
  return set?.kind === 'watched' ? set.watch : undefined;
}
