import type { Answers, FieldErrors } from '#platform/http';
import type { Candidate } from '../../../queries/proposal-parties.ts';

/** What every page of a draft’s form is drawn from. */
export type FieldsProps = Readonly<{
  answers: Answers;
  errors: FieldErrors;
  candidates: readonly Candidate[];
}>;
