import type { Step } from './step.ts';

const titles = {
  hearing: {
    released: 'Call-in heard, and the decision goes ahead',
    'referred-back': 'Call-in heard, and the decision sent back to its maker',
    'referred-to-council': 'Call-in heard, and the decision sent to the Council',
  },
  'council-review': {
    'no-objection': 'The Council did not object',
    objection: 'The Council objected and sent the decision back',
    'decided-instead': 'The Council decided instead',
  },
  reconsideration: {
    confirmed: 'Decision confirmed',
    amended: 'Decision changed',
    withdrawn: 'Decision withdrawn',
  },
  resolution: {
    accepted: 'the Council agreed',
    'accepted-with-changes': 'the Council agreed with changes',
    refused: 'the Council refused',
  },
} as const satisfies { [Kind in Step['kind']]: Record<Extract<Step, { kind: Kind }>['outcome'], string> };

/** What was done with a decision, as a line of its history: "Call-in heard, and the decision sent back to its maker". */
export function stepTitle(step: Step): string {
  switch (step.kind) {
    case 'hearing':
      return titles.hearing[step.outcome];
    case 'council-review':
      return titles['council-review'][step.outcome];
    case 'reconsideration':
      return titles.reconsideration[step.outcome];
    case 'resolution':
      return `Clause ${step.clause}: ${titles.resolution[step.outcome]}`;
    default:
      return step satisfies never;
  }
}

/** The outcomes of a kind of step, each in words, for a form. */
export const outcomesInWords = titles;
