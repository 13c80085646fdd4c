import type { IsoDate } from '#platform/kernel';
import { DateField, SelectField, TextField } from '#platform/ui';
import { line, oneOf, optionalDay, wordOptions } from '#platform/web';
import { type Due, lastDayOf, type Precision, precisions } from '../../../domain/commitment/due.ts';
import type { FormFields } from './fact-form.ts';

const keys = Object.keys(precisions) as [Precision, ...Precision[]];

/** What is asked of a day that a source may give only roughly. */
export const dueForm = {
  by: optionalDay('the day'),
  precision: oneOf(keys, 'Select how exactly the source says it'),
  said: line('how the source says it', { most: 200, optional: true }),
};

export const DueFields = ({ answers, errors }: Pick<FormFields, 'answers' | 'errors'>) => (
  <>
    <DateField
      name="by"
      legend="By when?"
      hint="Any day within the month, season or year that the source names."
      answers={answers}
      errors={errors}
    />
    <SelectField
      name="precision"
      label="How exactly does the source say it?"
      options={[...wordOptions(precisions)]}
      answers={answers}
      errors={errors}
    />
    <TextField
      name="said"
      label="In the source’s own few words (optional)"
      hint="For example, by the autumn of 2009."
      answers={answers}
      errors={errors}
    />
  </>
);

type DueRead = Readonly<{ by: IsoDate | undefined; precision: Precision; said: string }>;

/** The last day that is meant; undefined where no day was given. */
export const dueOf = ({ by, precision, said }: DueRead): Due | undefined =>
  by === undefined ? undefined : { by: lastDayOf(by, precision), precision, said };
