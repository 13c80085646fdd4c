import type { Answers, FieldErrors } from '#platform/http';
import { DateField, RadiosField, SelectField, TextareaField, TextField } from '#platform/ui';
import type { OfficesToManage } from '../../../queries/offices-to-manage.ts';
import { type HoldingRead, longest } from './holding-form.ts';
import { dayOr } from './office-words.ts';

type HoldingFieldsProps = Readonly<{
  choices: Choices;
  answers: Answers;
  errors: FieldErrors;
}>;

/** The questions about who holds an office, asked alike when it is recorded and when it is corrected. */
export function HoldingFields({ choices, ...field }: HoldingFieldsProps) {
  return (
    <>
      <RadiosField
        name="holder"
        legend="Who holds it?"
        options={[
          {
            value: 'person',
            text: 'A person',
            conditional: (
              <TextField
                name="name"
                label="Name of the person"
                hint="As they are known in public office, and nothing else about them."
                {...field}
              />
            ),
          },
          {
            value: 'office',
            text: 'Another office, whoever holds that',
            hint: 'As when a seat in a forum belongs to a council’s leader.',
            conditional: (
              <SelectField
                name="holder-office"
                label="Office that holds it"
                options={[
                  { value: '', text: 'Select an office' },
                  ...choices.holders.map(({ officeId, title }) => ({ value: officeId, text: title })),
                ]}
                {...field}
              />
            ),
          },
        ]}
        {...field}
      />
      <DateField
        name="from"
        legend="First day it is held (optional)"
        hint="For example, 27 3 2011. Leave empty where it is not known."
        {...field}
      />
      <DateField
        name="until"
        legend="First day it is no longer held (optional)"
        hint="Leave empty while it is held with no end known."
        {...field}
      />
      <SelectField
        name="on-behalf-of"
        label="On behalf of which body? (optional)"
        hint="For a representative of another body."
        options={[
          { value: '', text: 'Nobody else' },
          ...choices.bodies.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        {...field}
      />
      <TextareaField
        name="mandate"
        label="Mandate (optional)"
        hint="What that body has mandated its representative to do."
        rows={3}
        maxLength={longest.mandate}
        {...field}
      />
      <TextField
        name="source"
        label="Where it is known from"
        hint="A page, a paper or a minute that a reader can check."
        {...field}
      />
    </>
  );
}

type Choices = Pick<OfficesToManage, 'holders' | 'bodies'>;

/** The same in words, for checking and for setting two versions side by side. */
export function holdingRows(
  { holders, bodies }: Choices,
  { holder, onBehalfOf, mandate = '', from, until, source }: HoldingRead,
): readonly (readonly [name: string, value: string])[] {
  const office = (id: string) => holders.find(({ officeId }) => officeId === id)?.title ?? id;
  return [
    ['Held by', holder.kind === 'person' ? holder.name : office(holder.officeId)],
    ['First day it is held', dayOr(from, '')],
    ['First day it is no longer held', dayOr(until, '')],
    ['On behalf of', bodies.find(({ id }) => id === onBehalfOf)?.name ?? onBehalfOf ?? ''],
    ['Mandate', mandate],
    ['Known from', source],
  ];
}
