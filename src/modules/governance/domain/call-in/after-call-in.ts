import type { Calendar } from '#platform/kernel';
import type { CouncilReview, DecisionFacts, Reconsideration } from '../decision/facts.ts';
import { firstFrom } from '../decision/in-order.ts';
import type { Standing } from '../decision/clause-standing.ts';
import { hearingLimit, hearingOf } from './hearing-limit.ts';
import type { CallInRules } from './rules.ts';

/**
 * What became of a decision that was called in: heard, released, sent back, sent to the Council, reconsidered; or not heard
 * in time, where the body’s rules then let it take effect.
 */
export function afterCallIn(
  since: Date,
  known: DecisionFacts,
  rules: CallInRules,
  calendar: Calendar,
  at: Date,
): Standing {
  const limit = hearingLimit(since, rules, calendar);
  const heard = hearingOf(since, known.hearings, limit);
  if (heard === undefined) {
    const isOverdue = limit !== undefined && at >= limit.passed;
    if (isOverdue && limit.letsTakeEffect)
      return { standing: 'in-effect', from: limit.passed, because: 'not-heard-in-time' };
    return { standing: 'called-in', since, hearBy: limit?.by, isOverdue };
  }
  switch (heard.outcome) {
    case 'released':
      return { standing: 'in-effect', from: heard.at, because: 'released' };
    case 'referred-back':
      return reconsidered(known.reconsiderations, heard.at);
    case 'referred-to-council':
      return reviewed(firstFrom(known.councilReviews, heard.at), known.reconsiderations, heard.at);
    default:
      return heard.outcome satisfies never;
  }
}

function reconsidered(reconsiderations: readonly Reconsideration[], since: Date): Standing {
  const done = firstFrom(reconsiderations, since);
  if (done === undefined) return { standing: 'referred-back', since };
  const { outcome } = done;
  return outcome === 'withdrawn'
    ? { standing: 'ended', since: done.at, because: 'withdrawn' }
    : { standing: 'in-effect', from: done.at, because: outcome };
}

function reviewed(
  review: CouncilReview | undefined,
  reconsiderations: readonly Reconsideration[],
  since: Date,
): Standing {
  if (review === undefined) return { standing: 'before-council', since };
  switch (review.outcome) {
    case 'no-objection':
      return { standing: 'in-effect', from: review.at, because: 'council-did-not-object' };
    case 'objection':
      return reconsidered(reconsiderations, review.at);
    case 'decided-instead':
      return { standing: 'ended', since: review.at, because: 'decided-by-council-instead' };
    default:
      return review.outcome satisfies never;
  }
}
