import { formatDate } from '#platform/kernel';
import { InsetText, RadiosField, SelectField, Text, TextareaField } from '#platform/ui';
import type { StepFieldsProps } from './fields.ts';

/** Which notice the decision had, and why where that was shorter than the law’s. */
export function NoticeFields({ answers, errors, choices, judged }: StepFieldsProps) {
  const field = { answers, errors };
  const chosen = answers['notice'] ?? '';
  const isGone = chosen !== '' && !choices.notices.some(({ id }) => id === chosen);
  return (
    <>
      {!judged.decision.isKey && (
        <InsetText>The law asks notice of key decisions. This one is not marked as key.</InsetText>
      )}
      <SelectField
        name="notice"
        label="Notice it had"
        options={[
          { value: '', text: 'None recorded here' },
          ...(isGone ? [{ value: chosen, text: `The notice ${chosen}` }] : []),
          ...choices.notices.map(({ id, title, dueFrom }) => ({
            value: id,
            text: `${title} (not before ${formatDate(dueFrom)})`,
          })),
        ]}
        {...field}
      />
      <RadiosField
        name="shorter"
        legend="Was it taken with shorter notice?"
        options={[
          { value: '', text: 'No' },
          {
            value: '10',
            text: 'Yes, under the general exception',
            hint: 'Regulation 10 of SI 2012/2089; before 10 September 2012, regulation 15 of SI 2000/3272.',
          },
          {
            value: '11',
            text: 'Yes, as specially urgent',
            hint: 'Regulation 11 of SI 2012/2089; before 10 September 2012, regulation 16 of SI 2000/3272.',
          },
        ]}
        {...field}
      />
      <TextareaField
        name="shorterReasons"
        label="Why full notice was impracticable"
        hint="Needed where notice was shorter. It is published."
        rows={3}
        {...field}
      />
      <Text>
        Whether its notice was enough is worked out and shown on the record’s page. A decision that was taken
        without it must still be recorded.
      </Text>
    </>
  );
}
