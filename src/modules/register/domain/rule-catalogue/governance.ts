import { executiveRegulations, type RuleDefinition } from './definition.ts';

/** How the body is run. */
export const governanceRules = {
  regime: {
    title: 'Form of governance',
    help: 'Whether decisions are taken by an executive (a leader and cabinet or a mayor) or by committees. A council run by committees has no executive decisions, no key decisions and no statutory call-in.',
    law: 'Local Government Act 2000, Part 1A (earlier Part 2)',
    concerns: 'councils',
    value: { type: 'choice', options: { executive: 'Executive', committee: 'Committee system' } },
  },
  'law.executiveDecisions': {
    title: 'Regulations that govern executive decisions',
    help: 'What a notice and a record must contain depends on which regulations were in force on the day of the act.',
    law: 'SI 2000/3272, replaced on 10 September 2012 by SI 2012/2089',
    concerns: 'executives',
    value: { type: 'choice', options: executiveRegulations },
  },
  'voting.enabled': {
    title: 'May decide by vote',
    help: 'A body that may not vote can endorse, recommend or note, and nothing else.',
    law: 'The body’s own constitution or terms of reference',
    concerns: 'any',
    value: { type: 'yes-no' },
  },
  'apportionment.method': {
    title: 'Usual way of sharing a joint cost',
    help: 'What this body uses unless an agreement says otherwise.',
    law: 'The body’s own constitution or an agreement between bodies',
    concerns: 'councils',
    value: {
      type: 'choice',
      options: {
        'equal-shares': 'Equal shares',
        'per-head': 'Per head of population',
        'council-tax-base': 'By council tax base',
        'baseline-budget': 'By budget at the start',
        usage: 'By usage',
        weighted: 'A weighted mix',
      },
    },
  },
} as const satisfies Record<string, RuleDefinition>;
