import { CheckboxesField, InsetText, RadiosField, TextareaField, TickField } from '#platform/ui';
import { accesses } from '../../../../domain/decision/decision.ts';
import { exemptParagraphNumbers, sayParagraph } from '../../../../domain/schedule-12a.ts';
import { AgreementFields } from './agreement-fields.tsx';
import type { SectionProps } from './section-props.ts';

/** Whether it is open to the public, and a meeting in private. */
export function AccessFields(field: SectionProps) {
  return (
    <>
      <RadiosField
        name="access"
        legend="Will the reports be open to the public?"
        options={Object.entries(accesses).map(([value, text]) => ({ value, text }))}
        {...field}
      />
      <CheckboxesField
        name="paragraphs"
        legend="Exempt under which paragraphs of schedule 12A?"
        options={exemptParagraphNumbers.map((each) => ({
          name: `paragraph-${each}`,
          text: sayParagraph(each),
        }))}
        {...field}
      />
      <TextareaField
        name="publicInterest"
        label="Why is it not open?"
        hint="Where exempt, why the public interest in that outweighs the public interest in disclosing it. Where confidential, who forbids disclosure."
        rows={3}
        {...field}
      />
      <TickField
        name="private"
        legend="Meeting in private"
        text="The executive will meet in private for this matter"
        {...field}
      />
      <TextareaField name="privateReasons" label="Why in private? (where it is)" rows={3} {...field} />
      {field.isSecondNotice && (
        <>
          <TextareaField
            name="representations"
            label="Representations received about meeting in private"
            hint="Or say that there were none."
            rows={3}
            {...field}
          />
          <TextareaField name="response" label="Answer to them" rows={3} {...field} />
        </>
      )}
      <AgreementFields
        summary="The meeting is urgent: somebody agreed that it cannot reasonably be deferred"
        names={{
          by: 'privateAgreedBy',
          on: 'privateAgreedOn',
          instead: 'privateInsteadBecause',
          reasons: 'privateUrgencyReasons',
        }}
        {...field}
      />
      <InsetText>
        A meeting of the executive in private needs a notice 28 clear days before it, with the reasons, and
        another five clear days before it, with the representations received and the answer (SI 2012/2089,
        regulation 5).
      </InsetText>
    </>
  );
}
