import { capitalise } from '#platform/kernel';
import type { VNode } from 'preact';
import type { Answers, FieldErrors } from '#platform/http';
import { RadiosField, TextareaField, TextField, TickField } from '#platform/ui';
import { periodUnits, type RuleDefinition } from '../../../domain/rule-catalogue/definition.ts';
import { longest } from './rule-form.ts';

type ValueFieldProps = Readonly<{ definition: RuleDefinition; answers: Answers; errors: FieldErrors }>;

/** The question that a rule's kind of value asks, and the box for a value that nobody knows. */
export const ValueField = (props: ValueFieldProps) => (
  <>
    <Value {...props} />
    <TickField
      name="unknown"
      legend="If it is not known"
      legendHidden
      text="It is not known"
      hint="Readers are then told to check with your body. Whatever is filled in above is not used."
      answers={props.answers}
      errors={props.errors}
    />
  </>
);

function Value({ definition, ...field }: ValueFieldProps): VNode {
  const { value: kind } = definition;
  const question = { name: 'value', ...field };
  switch (kind.type) {
    case 'money':
      return <TextField label="Amount" prefix="£" inputmode="decimal" width={10} {...question} />;
    case 'count':
      return (
        <TextField
          label="Number"
          hint={`A whole number from ${kind.least} to ${kind.most}.`}
          suffix={kind.unit}
          inputmode="numeric"
          width={4}
          {...question}
        />
      );
    case 'period': {
      const [only, ...others] = kind.units;
      const label =
        others.length === 0 && only !== undefined ? `How many ${periodUnits[only]}?` : 'How many?';
      return (
        <>
          <TextField
            label={label}
            hint={`A whole number from 1 to ${kind.most}.`}
            inputmode="numeric"
            width={4}
            {...question}
          />
          {others.length === 0 ? (
            <input type="hidden" name="unit" value={only} />
          ) : (
            <RadiosField
              name="unit"
              legend="How are they counted?"
              options={kind.units.map((unit) => ({ value: unit, text: capitalise(periodUnits[unit]) }))}
              {...field}
            />
          )}
        </>
      );
    }
    case 'time':
      return <TextField label="Time" hint="On the 24-hour clock, like 17:00." width={5} {...question} />;
    case 'yes-no':
      return (
        <RadiosField
          legend={definition.title}
          inline
          options={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
          {...question}
        />
      );
    case 'choice':
      return (
        <RadiosField
          legend={definition.title}
          options={Object.entries(kind.options).map(([value, text]) => ({ value, text }))}
          {...question}
        />
      );
    case 'text':
      return <TextareaField label="What the rule says" rows={4} maxLength={longest.value} {...question} />;
    default:
      return kind satisfies never;
  }
}
