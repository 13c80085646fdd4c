import type { Answers, FieldErrors } from '#platform/http';
import type { Actor } from '#platform/kernel';
import {
  Button,
  DateField,
  Form,
  FormErrorSummary,
  InsetText,
  Link,
  Prose,
  RadiosField,
  SelectField,
  Text,
  TextareaField,
  TextField,
} from '#platform/ui';
import { bodyKinds } from '../../../domain/body.ts';
import { endings } from '../../../domain/succession.ts';
import type { EndingToRecord } from '../../../queries/ending-to-record.ts';
import { officePage } from '#platform/web';
import { newBody, type Slot, slots } from './succession-form.ts';

type Field = Readonly<{ answers: Answers; errors: FieldErrors }>;

export function successionPage(
  actor: Actor,
  { others, places }: EndingToRecord,
  answers: Answers,
  errors: FieldErrors,
) {
  const field = { answers, errors };
  return officePage(actor, [], {
    title: 'Record the end of your body',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>
          For a reorganisation that an order or a decision has fixed. Nothing that points at your body is
          lost: it stays, and leads on to whatever takes its place. Each body records its own end.
        </Text>
        <InsetText>
          A body that only changes its name does not end.{' '}
          <Link href={`/bodies/${actor.bodyId}/name`}>Record a new name</Link> instead.
        </InsetText>
        <Form>
          <RadiosField
            name="kind"
            legend="How does it end?"
            options={[
              {
                value: 'merge',
                text: endings.merge,
                hint: 'If others merge into the same new body, whoever records first founds it here.',
                conditional: (
                  <Successor slot="merge-1" label="Which body takes its place?" others={others} {...field} />
                ),
              },
              {
                value: 'split',
                text: endings.split,
                conditional: (
                  <>
                    {slots.split.map((slot, index) => (
                      <Successor
                        slot={slot}
                        label={`Body ${index + 1}${index < 2 ? '' : ' (optional)'}`}
                        others={others}
                        {...field}
                      />
                    ))}
                    {places.map(({ id, name }) => (
                      <SelectField
                        name={`place-${id}`}
                        label={`Which new body serves ${name}?`}
                        options={[
                          { value: '', text: 'None of the new ones' },
                          ...slots.split.map((slot, index) => ({ value: slot, text: `Body ${index + 1}` })),
                        ]}
                        {...field}
                      />
                    ))}
                  </>
                ),
              },
              { value: 'end', text: endings.end },
            ]}
            {...field}
          />
          <DateField
            name="on"
            legend="First day on which it no longer exists"
            hint="The day the new arrangements begin, for example 1 4 2028."
            {...field}
          />
          <TextField
            name="source"
            label="Which order or decision says so?"
            hint="For example, the number of the statutory instrument and its article."
            {...field}
          />
          <TextareaField name="reason" label="Why does it end?" rows={3} {...field} />
          <Button>See what follows from it</Button>
        </Form>
      </Prose>
    ),
  });
}

function Successor({
  slot,
  label,
  others,
  ...field
}: Field & Readonly<{ slot: Slot; label: string; others: EndingToRecord['others'] }>) {
  return (
    <>
      <SelectField
        name={slot}
        label={label}
        options={[
          { value: '', text: 'Select a body' },
          { value: newBody, text: 'A new body, named below' },
          ...others.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        {...field}
      />
      <TextField name={`${slot}-name`} label="Name of the new body" hint="Only for a new body." {...field} />
      <SelectField
        name={`${slot}-kind`}
        label="Kind of the new body"
        options={[
          { value: '', text: 'Select a kind' },
          ...Object.entries(bodyKinds).map(([value, text]) => ({ value, text })),
        ]}
        {...field}
      />
    </>
  );
}
