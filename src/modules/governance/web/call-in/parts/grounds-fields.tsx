import type { Answers, FieldErrors } from '#platform/http';
import { CheckboxesField, TextareaField } from '#platform/ui';
import { groundName, groundsOffered } from './grounds.ts';

export const reasonsCharacters = 4000;

/** The grounds to tick and the reasons to write, as the council’s rules of the day ask for them. */
export const GroundsFields = ({
  own,
  reasonsRequired,
  answers,
  errors,
}: Readonly<{
  own: readonly string[] | undefined;
  reasonsRequired: boolean;
  answers: Answers;
  errors: FieldErrors;
}>) => (
  <>
    <CheckboxesField
      name="grounds"
      legend="On what grounds?"
      hint={
        own === undefined
          ? 'Select all that apply. The council’s own list is not known here: these are the usual ones.'
          : 'Select all that apply. These are the grounds that the council’s constitution allows.'
      }
      options={groundsOffered(own).map((text, position) => ({ name: groundName(position), text }))}
      answers={answers}
      errors={errors}
    />
    <TextareaField
      name="reasons"
      label={reasonsRequired ? 'Reasons' : 'Reasons (optional)'}
      hint="What is wrong with the decision, and what should be looked at again. They are public once there are enough signatures."
      rows={5}
      maxLength={reasonsCharacters}
      answers={answers}
      errors={errors}
    />
  </>
);
