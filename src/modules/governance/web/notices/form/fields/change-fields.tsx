import { RadiosField, TextareaField, TickField } from '#platform/ui';
import type { SectionProps } from './section-props.ts';

/** What a version changes, why, and whether it is still the same matter. */
export function ChangeFields(field: SectionProps) {
  return (
    <>
      <RadiosField
        name="change"
        legend="What happens?"
        options={[
          {
            value: 'changed',
            text: 'The notice says something else',
            hint: 'Its matter, maker, documents or access.',
          },
          { value: 'postponed', text: 'The decision is due on another day' },
          {
            value: 'private-again',
            text: 'The second notice of a private meeting',
            hint: 'With the representations received and the answer to them (SI 2012/2089, regulation 5).',
          },
        ]}
        {...field}
      />
      <TextareaField
        name="reason"
        label="What changes, and why?"
        hint="This is public and stands beside the version."
        rows={3}
        {...field}
      />
      <TickField
        name="countsAnew"
        legend="Is it another matter now?"
        hint="Where what is to be decided is no longer what the public was told, the clear days count from this version."
        text="Yes, the clear days begin anew"
        {...field}
      />
    </>
  );
}
