import type { Answers, FieldErrors } from '#platform/http';
import type { Judged } from '../../../../actions/judge-decision.ts';
import type { DraftChoices } from '../../../../queries/decision-drafting.ts';

/** What the fields of a step are shown with. */
export type StepFieldsProps = Readonly<{
  answers: Answers;
  errors: FieldErrors;
  choices: DraftChoices;
  /** The whole draft as it would be judged now, to explain what follows from it. */
  judged: Judged;
  /** The address of the step. */
  here: string;
}>;
