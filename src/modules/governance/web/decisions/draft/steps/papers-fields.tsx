import { TextareaField } from '#platform/ui';
import { PaperPicker } from '../../../papers/paper-picker.tsx';
import type { StepFieldsProps } from './fields.ts';
import { StatedList } from './stated-list.tsx';

/** What was considered and relied on, as the record lists it, and the files that are published with it. */
export function PapersFields({ answers, errors, choices, judged, here }: StepFieldsProps) {
  const field = { answers, errors };
  return (
    <>
      <StatedList
        name="reports"
        stated="reportsStated"
        legend="Were reports considered?"
        some="Yes"
        label="Reports considered"
        none="No"
        {...field}
      />
      <StatedList
        name="background"
        stated="backgroundStated"
        legend="Are there background papers?"
        some="Yes"
        label="Background papers"
        none="No"
        {...field}
      />
      <TextareaField
        name="reliedOn"
        label="Annexes and appendices the decision itself refers to (optional)"
        hint="One to a line. Each must also be among the reports or the background papers."
        rows={3}
        {...field}
      />
      <PaperPicker
        papers={choices.papers}
        bodyId={judged.decision.bodyId}
        next={here}
        legend="Which of your body’s papers are published with it?"
        {...field}
      />
    </>
  );
}
