import type { Answers, FieldErrors } from '#platform/http';
import { type WallTime, wallTime } from '#platform/kernel';
import { DateField, TextField } from '#platform/ui';
import { line } from '#platform/web';
import { z } from 'zod';

/** A time of day as people write it, `18:30`; undefined where it is left empty. */
export const timeTyped = line('the time', { most: 5, optional: true }).transform(
  (typed, context): WallTime | undefined => {
    if (typed === '') return undefined;
    const read = wallTime(typed.length === 4 ? `0${typed}` : typed.replace('.', ':'));
    if (read.ok) return read.value;
    context.addIssue({ code: 'custom', message: 'The time must be by the 24-hour clock, like 18:30' });
    return z.NEVER;
  },
);

export const placeTyped = line('the place', { most: 200 });

/** When and where a meeting sits. */
export const SittingFields = (field: Readonly<{ answers: Answers; errors: FieldErrors }>) => (
  <>
    <DateField name="on" legend="Day" hint="For example, 27 3 2026." {...field} />
    <TextField
      name="at"
      label="Time (optional)"
      hint="By the 24-hour clock, for example 18:30. The public must be told it with the notice of the meeting."
      width={5}
      {...field}
    />
    <TextField
      name="place"
      label="Place"
      hint="The room and the address, and where it can be watched."
      {...field}
    />
  </>
);
