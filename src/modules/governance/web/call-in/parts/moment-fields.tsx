import type { Answers, FieldErrors } from '#platform/http';
import { instantInLondon, type IsoDate, wallTime, type WallTime } from '#platform/kernel';
import { DateField, TextField } from '#platform/ui';
import { z } from 'zod';

/** A day in three boxes and a time beside it: when something came in, or was held. */
export const MomentFields = ({
  legend,
  time,
  answers,
  errors,
}: Readonly<{ legend: string; time: string; answers: Answers; errors: FieldErrors }>) => (
  <>
    <DateField name="on" legend={legend} hint="For example, 18 7 2026." answers={answers} errors={errors} />
    <TextField
      name="time"
      label={time}
      hint="By the clock on the wall, like 16:30 or 4:30pm."
      width={5}
      answers={answers}
      errors={errors}
    />
  </>
);

/** A time of day as people type it: `16:30`, `9.05`, `4:30pm`, `7pm`. */
export const clockTime = (name: string) =>
  z
    .string()
    .optional()
    .transform((typed, context): WallTime => {
      const read = readTime(typed ?? '');
      if (read !== undefined) return read;
      context.addIssue({ code: 'custom', message: `Enter ${name}, like 16:30 or 4:30pm` });
      return z.NEVER;
    });

function readTime(typed: string): WallTime | undefined {
  const parts = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/.exec(typed.trim().toLowerCase());
  if (parts === null) return undefined;
  const [, hours = '', minutes, half] = parts;
  if (minutes === undefined && half === undefined) return undefined;
  const hour = Number(hours);
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  const of24 = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
  const read = wallTime(`${String(of24).padStart(2, '0')}:${minutes ?? '00'}`);
  return read.ok ? read.value : undefined;
}

/** The moment that was typed. */
export const momentTyped = ({ on, time }: Readonly<{ on: IsoDate; time: WallTime }>): Date =>
  instantInLondon({ date: on, time });
