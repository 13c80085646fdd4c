import type { Answers, FieldErrors } from '#platform/http';
import { RadiosField, TextareaField, TextField } from '#platform/ui';
import { clauseEffects } from '../../../../domain/decision/clause.ts';

type ClauseFieldsProps = Readonly<{ answers: Answers; errors: FieldErrors }>;

/** One numbered paragraph: its words, what it does, and what that asks besides. */
export const ClauseFields = (field: ClauseFieldsProps) => (
  <>
    <TextField name="number" label="Number" hint="As the record has it: 1, 2, 3(i)." width={5} {...field} />
    <TextareaField name="text" label="Text" rows={5} {...field} />
    <RadiosField
      name="effect"
      legend="What does it do?"
      hint="Only an executive clause can be called in. One that recommends to the Council has no effect before the Council resolves."
      options={Object.entries(clauseEffects).map(([value, { title }]) => ({
        value,
        text: title,
        ...(value === 'delegate' && {
          conditional: (
            <>
              <TextField name="delegatedTo" label="To which office" {...field} />
              <TextareaField
                name="limits"
                label="Within what limits (optional)"
                hint="How much, until when, after asking whom."
                rows={2}
                {...field}
              />
            </>
          ),
        }),
      }))}
      {...field}
    />
    <TextField
      name="amount"
      label="Money it commits (optional)"
      prefix="£"
      inputmode="decimal"
      width={10}
      {...field}
    />
    <TextField
      name="function"
      label="Function it is taken for (optional)"
      hint="Needed where a joint body decides for the councils that appoint to it: the function they have delegated."
      {...field}
    />
  </>
);
