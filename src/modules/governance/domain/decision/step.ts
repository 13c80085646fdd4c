/** What can be done with a decision once its record is published, and by what each can end. */
export const stepOutcomes = {
  hearing: ['released', 'referred-back', 'referred-to-council'],
  'council-review': ['no-objection', 'objection', 'decided-instead'],
  reconsideration: ['confirmed', 'amended', 'withdrawn'],
  resolution: ['accepted', 'accepted-with-changes', 'refused'],
} as const;
export type StepKind = keyof typeof stepOutcomes;

type StepOf<Kind extends StepKind> = Readonly<{
  kind: Kind;
  outcome: (typeof stepOutcomes)[Kind][number];
  at: Date;
  /** The committee, Council or office that did it. */
  byWhom: string;
  /** Its concerns or reasons, in writing. */
  says: string;
  meetingId: string | undefined;
  /** The decision that took this one’s place, where it was amended. */
  leadsTo: string | undefined;
  source: string;
}>;

/** One thing done with a decision after publication. The Council resolves on a clause; the others concern it whole. */
export type Step =
  | StepOf<'hearing'>
  | StepOf<'council-review'>
  | StepOf<'reconsideration'>
  | (StepOf<'resolution'> & Readonly<{ clause: string }>);
