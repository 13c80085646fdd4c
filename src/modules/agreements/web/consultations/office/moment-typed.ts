import { instantInLondon, type IsoDate, type WallTime, wallTime } from '#platform/kernel';
import { z } from 'zod';

/** A time of day as people type it: `16:30`, `9.05`, `5pm`. Empty: the time given here. */
export const clockTime = (name: string, otherwise: WallTime) =>
  z
    .string()
    .optional()
    .transform((typed, context): WallTime => {
      const read = (typed ?? '').trim() === '' ? otherwise : readTime(typed ?? '');
      if (read !== undefined) return read;
      context.addIssue({ code: 'custom', message: `Enter ${name}, like 16:30 or 4:30pm` });
      return z.NEVER;
    });

function readTime(typed: string): WallTime | undefined {
  const parts = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/.exec(typed.trim().toLowerCase());
  if (parts === null) return undefined;
  const [, hours = '', minutes, half] = parts;
  const hour = Number(hours);
  if ((minutes === undefined && half === undefined) || (half !== undefined && (hour < 1 || hour > 12)))
    return undefined;
  const of24 = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
  const read = wallTime(`${String(of24).padStart(2, '0')}:${minutes ?? '00'}`);
  return read.ok ? read.value : undefined;
}

export const momentTyped = (on: IsoDate, time: WallTime): Date => instantInLondon({ date: on, time });
