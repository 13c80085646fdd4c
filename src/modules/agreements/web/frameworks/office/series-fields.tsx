import type { Answers, FieldErrors } from '#platform/http';
import { capitalise } from '#platform/kernel';
import { DateField, Fieldset, RadiosField, SelectField, TextField } from '#platform/ui';
import { wordOptions } from '#platform/web';
import type { IndicatorToDefine } from '../../../queries/frameworks/office.ts';
import {
  accumulationWords,
  collectedByWords,
  concernsWords,
  frequencyWords,
  measuredAsWords,
  polarities,
} from '../words.tsx';

type Props = Readonly<{ work: IndicatorToDefine; answers: Answers; errors: FieldErrors }>;

const capitalised = (words: Readonly<Record<string, string>>) =>
  wordOptions(words).map(({ value, text }) => ({ value, text: capitalise(text) }));
const decimals = Array.from({ length: 7 }, (_, count) => ({ value: String(count), text: String(count) }));

/** Everything that defines a series, question by question. */
export function SeriesFields({ work: { own, every }, answers, errors }: Props) {
  const field = { answers, errors };
  const legend = (children: string) => ({ children, class: 'govuk-fieldset__legend--m' });
  return (
    <>
      <Fieldset legend={legend('What is measured')}>
        <TextField
          name="seriesTitle"
          label="Title of the series"
          hint="One exact way of measuring, named so that no other is meant."
          {...field}
        />
        <RadiosField
          name="concerns"
          legend="Whom does it concern?"
          options={[...wordOptions(concernsWords)]}
          {...field}
        />
        <RadiosField
          name="better"
          legend="Which way is better?"
          options={[...wordOptions(polarities)]}
          {...field}
        />
        <TextField name="bandLow" label="Lower end of the band (only for a band)" {...field} />
        <TextField name="bandHigh" label="Upper end of the band (only for a band)" {...field} />
        <SelectField
          name="measuredAs"
          label="What kind of figure is it?"
          options={capitalised(measuredAsWords)}
          {...field}
        />
        <TextField
          name="unit"
          label="Unit"
          hint="As people say it: homes, % of adults, per 1,000 households."
          {...field}
        />
        <SelectField name="decimals" label="How many decimals?" options={decimals} {...field} />
        <TextField
          name="numerator"
          label="What is counted? (optional)"
          hint="For a percentage or rate, so that districts can be added up."
          {...field}
        />
        <TextField name="denominator" label="Out of what? (optional)" {...field} />
        <TextField name="per" label="Per how many? (optional)" hint="100 for a percentage." {...field} />
      </Fieldset>
      <Fieldset legend={legend('How and when')}>
        <SelectField
          name="frequency"
          label="How often is it measured?"
          options={capitalised(frequencyWords)}
          {...field}
        />
        <SelectField
          name="accumulation"
          label="What does one reading cover?"
          options={capitalised(accumulationWords)}
          {...field}
        />
        <RadiosField
          name="method"
          legend="How is it found?"
          options={[
            { value: 'count', text: 'By counting' },
            { value: 'survey', text: 'By a survey' },
          ]}
          {...field}
        />
        <TextField name="designEffect" label="Design effect of the survey (optional)" {...field} />
        <RadiosField
          name="collectedBy"
          legend="Who collects it?"
          options={[...wordOptions(collectedByWords)]}
          {...field}
        />
        <TextField name="lagDays" label="Due how many days after the period ends?" {...field} />
        <TextField name="suppressUnder" label="Counts under this are not shown (optional)" {...field} />
        <TextField
          name="floorMargin"
          label="How far short of a target is still amber? (optional)"
          {...field}
        />
        <TextField
          name="profile"
          label="What does each part of the year usually bring? (optional)"
          hint="For a figure with seasons that adds up over the year: its quarters, terms or months in order, like 20, 25, 30, 25. Where nothing is said, each brings as much."
          {...field}
        />
        <TextField name="measuredFrom" label="Where do the figures come from?" {...field} />
      </Fieldset>
      <Fieldset legend={legend('In place of others')}>
        {own.length > 0 && (
          <SelectField
            name="replaces"
            label="Does it replace a series? (optional)"
            hint="What is measured never changes midway: another unit or polarity is another series, and the readings of the old one stay."
            options={[
              { value: '', text: 'It replaces none' },
              ...own.map(({ id, title, unit }) => ({ value: id, text: `${title} (${unit})` })),
            ]}
            {...field}
          />
        )}
        <DateField
          name="fromDay"
          legend="Measured from which day? (needed where it replaces another)"
          {...field}
        />
        <SelectField
          name="proxyFor"
          label="Is it a quick measure that stands for a slow one? (optional)"
          options={[
            { value: '', text: 'It stands for none' },
            ...every.map(({ id, title, unit }) => ({ value: id, text: `${title} (${unit})` })),
          ]}
          {...field}
        />
      </Fieldset>
      <TextField name="source" label="Where is the definition written?" {...field} />
    </>
  );
}
