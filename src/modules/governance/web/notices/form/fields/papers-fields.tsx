import { TextareaField, TickField } from '#platform/ui';
import type { SectionProps } from './section-props.ts';

/** The documents, where they can be had, and how to make representations. */
export function PapersFields(field: SectionProps) {
  return (
    <>
      <TextareaField
        name="documents"
        label="Documents submitted to the decision maker"
        hint="One on each line."
        rows={5}
        {...field}
      />
      <TickField name="noDocuments" legend="None yet?" legendHidden text="There are none yet" {...field} />
      <TextareaField
        name="availableAt"
        label="Where can they be had?"
        hint="An address, of a building or a page."
        rows={2}
        {...field}
      />
      <TickField
        name="othersMayFollow"
        legend="Further documents"
        text="Other documents may be submitted to the decision maker"
        {...field}
      />
      <TextareaField
        name="howToAsk"
        label="How can people ask for documents as they become available?"
        rows={2}
        {...field}
      />
      <TextareaField
        name="consultation"
        label="Who is consulted, and how and by when can people make representations?"
        hint="Asked by law for decisions before 10 September 2012; useful in every notice."
        rows={3}
        {...field}
      />
    </>
  );
}
