import { instantInLondon, londonDate } from '#platform/kernel';
import { changesAt } from '../domain/decision/changes-at.ts';
import type { StoodProposal } from './proposal-at.ts';

/**
 * The next moment at which a proposal stands otherwise though nobody acts: a window closes, a decision takes effect, or a
 * record published from then on would count as of the next working day.
 */
export function proposalChangesAt({ decisions, soonest }: StoodProposal, at: Date): Date | undefined {
  const ofDecisions = [...decisions.values()].map(({ standing }) => changesAt(standing, at));
  const ofRules = [...soonest.values()].flatMap((own) =>
    [...own.values()].map((each) =>
      each.soonest === 'after-call-in' && each.cutOff !== undefined
        ? instantInLondon({ date: londonDate(at), time: each.cutOff })
        : undefined,
    ),
  );
  return [...ofDecisions, ...ofRules]
    .filter((moment): moment is Date => moment !== undefined && moment > at)
    .toSorted((a, b) => a.getTime() - b.getTime())[0];
}
