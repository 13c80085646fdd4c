import type { StepKind } from '../../../domain/decision/step.ts';

/** The forms for what follows a call-in, by kind of step. */
export const stepForms = {
  hearing: {
    title: 'Enter the hearing',
    when: 'On what day was it heard?',
    outcomes: {
      released: 'The decision goes ahead',
      'referred-back': 'Sent back to its maker, with concerns in writing',
      'referred-to-council': 'Sent to the Council',
    },
    by: { label: 'Which committee heard it?', hint: 'For example, Overview and Scrutiny Committee.' },
    says: 'Concerns or reasons, in writing',
  },
  'council-review': {
    title: 'Enter the Council’s answer',
    when: 'On what day did the Council meet?',
    outcomes: {
      'no-objection': 'It does not object: the decision goes ahead',
      objection: 'It objects: the decision goes back to its maker',
      'decided-instead': 'It decided instead, since the matter is outside the budget or the policy framework',
    },
    by: undefined,
    says: 'What it resolved',
  },
  reconsideration: {
    title: 'Enter the reconsideration',
    when: 'On what day was it decided anew?',
    outcomes: {
      confirmed: 'Confirmed as it was',
      amended: 'Changed, in a new record',
      withdrawn: 'Withdrawn',
    },
    by: undefined,
    says: 'Reasons',
  },
} as const satisfies Record<Exclude<StepKind, 'resolution'>, StepForm>;

type StepForm = Readonly<{
  title: string;
  when: string;
  outcomes: Readonly<Record<string, string>>;
  /** Asked where it is not known from the decision itself. */
  by: Readonly<{ label: string; hint: string }> | undefined;
  says: string;
}>;

export type FormKind = keyof typeof stepForms;
export const formKinds = Object.keys(stepForms) as readonly FormKind[];
