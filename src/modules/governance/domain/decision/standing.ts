import type { Calendar } from '#platform/kernel';
import { type CallIn, callInOf } from '../call-in/call-in.ts';
import type { CallInRule, CallInRules } from '../call-in/rules.ts';
import { type Clause, clauseEffects } from './clause.ts';
import type { Standing } from './clause-standing.ts';
import type { CouncilResolution, DecisionFacts } from './facts.ts';
import { inOrder } from './in-order.ts';
import { knownBy, publishedAt } from './known-by.ts';

export type DecisionStanding = Readonly<{
  clauses: readonly Readonly<{ clause: Clause; standing: Standing }>[];
  /** The call-in as it was at that moment, with every signature judged; undefined before publication. */
  callIn: CallIn | undefined;
  /** Rules that are not known and were read at their most cautious. */
  assumed: readonly CallInRule[];
}>;

/**
 * Where a decision stood at a moment, clause by clause, by its body’s rules. Call-in stops the executive clauses and no
 * others; a recommendation has no effect before the Council resolves; nothing has effect before the record is published.
 */
export function standing(
  facts: DecisionFacts,
  rules: CallInRules,
  calendar: Calendar,
  at: Date,
): DecisionStanding {
  const known = knownBy(facts, at);
  const callIn = callInOf(known, rules, calendar, at);
  const clauses = facts.clauses.map((clause) => ({
    clause,
    standing: clauseStanding(clause, known, callIn),
  }));
  return { clauses, callIn, assumed: callIn?.assumed ?? [] };
}

function clauseStanding(clause: Clause, known: DecisionFacts, callIn: CallIn | undefined): Standing {
  if (known.published === undefined || callIn === undefined) return { standing: 'not-published' };
  const published = publishedAt(known.published);
  const { takesEffect } = clauseEffects[clause.effect];
  switch (takesEffect) {
    case 'at-publication':
      return { standing: 'in-effect', from: published, because: 'published' };
    case 'after-call-in':
      return callIn.standing;
    case 'by-council':
      return recommended(clause, known.resolutions, published);
    default:
      return takesEffect satisfies never;
  }
}

/** The Council’s first resolution on it stands; one before the record was published has effect from then. */
function recommended(clause: Clause, resolutions: readonly CouncilResolution[], published: Date): Standing {
  const resolved = inOrder(resolutions).find((resolution) => resolution.clause === clause.number);
  if (resolved === undefined) return { standing: 'waits-for-council' };
  const from = resolved.at > published ? resolved.at : published;
  switch (resolved.outcome) {
    case 'accepted':
      return { standing: 'in-effect', from, because: 'council-resolved' };
    case 'accepted-with-changes':
      return { standing: 'in-effect', from, because: 'council-resolved-with-changes' };
    case 'refused':
      return { standing: 'ended', since: from, because: 'refused-by-council' };
    default:
      return resolved.outcome satisfies never;
  }
}
