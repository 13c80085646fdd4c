import type { Answers, FieldErrors } from '#platform/http';
import {
  CheckboxesField,
  DateField,
  Fieldset,
  RadiosField,
  SelectField,
  Text,
  TextField,
} from '#platform/ui';
import { capitalise } from '#platform/kernel';
import { namedOptions } from '#platform/web';
import type { BaselineStatus } from '../../../domain/target/target.ts';
import type { TargetChoices } from '../../../queries/target-choices.ts';
import { baselineStatuses } from '../words.tsx';
import { years } from './read-target.ts';

type Props = Readonly<{ choices: TargetChoices; answers: Answers; errors: FieldErrors }>;
const order: readonly BaselineStatus[] = ['final', 'provisional', 'estimate', 'revised', 'to-be-set'];

/** What one version sets: its baseline, its years, who leads and whom it binds. */
export function VersionFields({ choices, answers, errors }: Props) {
  const field = { answers, errors };
  return (
    <>
      <Fieldset legend={{ children: 'Baseline', class: 'govuk-fieldset__legend--m' }}>
        <TextField
          name="baseline"
          label="Figure"
          hint="Leave it empty while it is still to be set."
          {...field}
        />
        <TextField
          name="baselineYear"
          label="Year"
          hint="For example 2024-25, or 2024 for a calendar year."
          {...field}
        />
        <RadiosField
          name="baselineStatus"
          legend="How final is it?"
          options={order.map((status) => ({ value: status, text: capitalise(baselineStatuses[status]) }))}
          {...field}
        />
        <DateField name="baselineBy" legend="If it is still to be set: by which day?" {...field} />
      </Fieldset>
      <Fieldset legend={{ children: 'What is to be reached', class: 'govuk-fieldset__legend--m' }}>
        <Text>
          One year a line; leave the others empty. The floor is the least that is not red, the stretch what
          would be more.
        </Text>
        {Array.from({ length: years }, (_, index) => index + 1).map((box) => (
          <Fieldset legend={{ children: `Year ${box}`, class: 'govuk-fieldset__legend--s' }}>
            <TextField name={`year-${box}`} label={`Which year is year ${box}?`} {...field} />
            <TextField name={`value-${box}`} label={`Target of year ${box}`} {...field} />
            <TextField name={`floor-${box}`} label={`Floor of year ${box} (optional)`} {...field} />
            <TextField name={`stretch-${box}`} label={`Stretch of year ${box} (optional)`} {...field} />
          </Fieldset>
        ))}
        <TextField
          name="without"
          label="Expected without the agreement (optional)"
          hint="What the last year would bring if nobody agreed anything. A reward counts what goes beyond it."
          {...field}
        />
      </Fieldset>
      <SelectField
        name="lead"
        label="Lead body"
        options={[{ value: '', text: 'Select the lead body' }, ...namedOptions(choices.bodies)]}
        {...field}
      />
      <CheckboxesField
        name="partners"
        legend="Which bodies does it bind?"
        hint="Each must consent by a decision of its own before it binds anybody."
        options={choices.bodies.map(({ id, name }) => ({ name: `partner-${id}`, text: name }))}
        {...field}
      />
      <TextField name="source" label="Where is it written?" {...field} />
    </>
  );
}
