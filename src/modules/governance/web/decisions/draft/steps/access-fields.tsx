import { CheckboxesField, RadiosField, TextareaField, WarningText } from '#platform/ui';
import { exemptParagraphNumbers, sayParagraph } from '../../../../domain/schedule-12a.ts';
import { paragraphBox } from './access-form.ts';
import type { StepFieldsProps } from './fields.ts';

/** Whether something is kept from the public, by which paragraphs, and why that is in the public interest. */
export function AccessFields({ answers, errors }: StepFieldsProps) {
  const field = { answers, errors };
  return (
    <>
      <WarningText>
        Everything in this record is published. Write a summary that the public may read, and put what is
        exempt into an exempt paper.
      </WarningText>
      <RadiosField
        name="access"
        legend="Is anything kept back?"
        options={[
          { value: 'open', text: 'No, the whole decision is open' },
          { value: 'part-exempt', text: 'Part of it is exempt' },
          { value: 'exempt', text: 'It is exempt, and this is the public summary' },
          {
            value: 'confidential',
            text: 'It is confidential',
            hint: 'Given in confidence by a government department, or the law or a court forbids to disclose it.',
          },
        ]}
        {...field}
      />
      <CheckboxesField
        name="paragraphs"
        legend="Exempt under which paragraphs of schedule 12A?"
        hint="Local Government Act 1972."
        options={exemptParagraphNumbers.map((paragraph) => ({
          name: paragraphBox(paragraph),
          text: sayParagraph(paragraph),
        }))}
        {...field}
      />
      <TextareaField
        name="publicInterest"
        label="Why the public interest in keeping it back outweighs that in disclosing it"
        hint="This is public."
        rows={3}
        {...field}
      />
    </>
  );
}
