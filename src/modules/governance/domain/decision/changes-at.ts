import { addDays, instantInLondon, midnight, momentAfter } from '#platform/kernel';
import type { DecisionStanding } from './standing.ts';
import type { Standing } from './clause-standing.ts';

/**
 * The next moment after `at` at which the decision stands otherwise though nobody acts: its window closes, it takes effect,
 * the last day for a hearing ends. Undefined when it waits for somebody, or for nothing.
 */
export function changesAt({ callIn }: DecisionStanding, at: Date): Date | undefined {
  const moments = callIn === undefined ? [] : momentsOf(callIn.standing);
  return moments.filter((moment) => moment > at).toSorted((a, b) => a.getTime() - b.getTime())[0];
}

function momentsOf(found: Standing): readonly Date[] {
  if (found.standing === 'about-to-take-effect') return [effective(found.effective)];
  if (found.standing === 'open-to-call-in')
    return [momentAfter(instantInLondon(found.deadline)), effective(found.effective)];
  if (found.standing !== 'called-in' || found.hearBy === undefined) return [];
  return [instantInLondon({ date: addDays(found.hearBy.date, 1), time: midnight })];
}

const effective = (from: Extract<Standing, { standing: 'about-to-take-effect' }>['effective']): Date =>
  from.moment === 'at' ? instantInLondon(from) : momentAfter(instantInLondon(from));
