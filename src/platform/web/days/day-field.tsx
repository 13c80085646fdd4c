import type { IsoDate } from '#platform/kernel';
import { TextInput } from '#platform/ui';

/** One day in one box, as an address carries it: browsers with a calendar show it. The server checks what comes. */
export const DayField = ({ id, on, hint }: Readonly<{ id: string; on: IsoDate; hint?: string }>) => (
  <TextInput
    id={id}
    name="on"
    label="Day"
    hint={hint}
    value={on}
    class="govuk-input--width-10"
    attributes={{ type: 'date' }}
  />
);
