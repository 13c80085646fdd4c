import { TextareaField } from '#platform/ui';
import type { StepFieldsProps } from './fields.ts';
import { longestPassage } from './reasons-form.ts';
import { StatedList } from './stated-list.tsx';

/** Why it was decided, and what else was considered. */
export const ReasonsFields = ({ answers, errors }: StepFieldsProps) => (
  <>
    <TextareaField
      name="reasons"
      label="Reasons for the decision"
      rows={10}
      maxLength={longestPassage}
      answers={answers}
      errors={errors}
    />
    <StatedList
      name="alternatives"
      stated="alternativesStated"
      legend="Were alternatives considered and rejected?"
      some="Yes"
      label="Which, and why each was rejected"
      none="No, none were considered"
      answers={answers}
      errors={errors}
    />
  </>
);
