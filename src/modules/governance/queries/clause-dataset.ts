import type { Dataset } from '#platform/http';
import { clauseEffects } from '../domain/decision/clause.ts';
import type { DecisionPage } from './decision-page.ts';

/** The clauses of one decision as a list to take away, with where each stood on the day. */
export function clauseDataset({ decision, body, callIn }: DecisionPage): Dataset {
  return {
    name: `${decision.bodyId}-${decision.reference}-clauses`,
    columns: [
      { key: 'number', title: 'Clause' },
      { key: 'effect', title: 'Effect' },
      { key: 'text', title: 'Text' },
      { key: 'amountPence', title: 'Amount in pence' },
      { key: 'delegatedTo', title: 'Delegated to' },
      { key: 'limits', title: 'Within' },
      { key: 'standing', title: 'Standing' },
    ],
    rows: decision.clauses.map((clause, position) => ({
      number: clause.number,
      effect: clauseEffects[clause.effect].title,
      text: clause.text,
      amountPence: clause.amount ?? null,
      delegatedTo: clause.delegatedTo ?? null,
      limits: clause.limits ?? null,
      standing: callIn.standing.clauses[position]?.standing.standing ?? null,
    })),
    source: `${body.name}, record of decision ${decision.reference}: ${decision.source}`,
  };
}
