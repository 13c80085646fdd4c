import { instantInLondon, momentAfter } from '#platform/kernel';
import type { DecisionStanding, Standing } from './standing.ts';

/**
 * The next moment after `at` at which the decision stands otherwise though nobody acts: its window closes, it takes effect,
 * the limit for a hearing passes. Undefined when it waits for somebody, or for nothing. `hearingPassed` is that limit.
 */
export function changesAt({ callIn }: DecisionStanding, at: Date, hearingPassed?: Date): Date | undefined {
  const moments = callIn === undefined ? [] : momentsOf(callIn.standing, hearingPassed);
  return moments.filter((moment) => moment > at).toSorted((a, b) => a.getTime() - b.getTime())[0];
}

function momentsOf(found: Standing, hearingPassed: Date | undefined): readonly Date[] {
  if (found.standing === 'called-in') return hearingPassed === undefined ? [] : [hearingPassed];
  if (found.standing === 'about-to-take-effect') return [effective(found.effective)];
  if (found.standing !== 'open-to-call-in') return [];
  return [momentAfter(instantInLondon(found.deadline)), effective(found.effective)];
}

const effective = (from: Extract<Standing, { standing: 'about-to-take-effect' }>['effective']): Date =>
  from.moment === 'at' ? instantInLondon(from) : momentAfter(instantInLondon(from));
