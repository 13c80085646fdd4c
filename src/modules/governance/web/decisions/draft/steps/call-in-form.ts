import type { Answers, FieldErrors } from '#platform/http';
import { instantInLondon, type IsoDate, ok, refuse, type Result, wallTime } from '#platform/kernel';
import { line, optionalDay, passage, readAnswers } from '#platform/web';
import { z } from 'zod';
import type { UrgencyWaiver } from '../../../../domain/call-in/urgency-waiver.ts';

const form = z.object({
  sentTo: line('to whom a call-in is sent', { most: 300, optional: true }),
  callInBy: optionalDay('the last day for a call-in'),
  notOpenBecause: line('why it is not open to call-in', { most: 500, optional: true }),
  waived: line('whether call-in was waived', { most: 4, optional: true }),
  waivedBy: line('who agreed', { most: 200, optional: true }),
  waivedOn: optionalDay('the day it was agreed'),
  waivedAt: line('the time it was agreed', { most: 5, optional: true }),
  waiverReasons: passage('the reasons for urgency', { most: 5000, optional: true }),
  waiverReasonable: z.literal('yes').optional().catch(undefined),
  waiverUrgent: z.literal('yes').optional().catch(undefined),
});
const dates = ['callInBy', 'waivedOn'] as const;

export const callInNames: readonly string[] = Object.keys(form.shape);
export const callInDates: readonly string[] = dates;

export type CallInSaid = Readonly<{
  callInSentTo: string;
  callInBy: IsoDate | undefined;
  notOpenBecause: string;
  waiver: UrgencyWaiver | undefined;
}>;

export function readCallIn(answers: Answers): Result<CallInSaid, FieldErrors> {
  const read = readAnswers(form, answers, dates);
  if (!read.ok) return read;
  const { sentTo, callInBy, notOpenBecause, waived, waivedOn, waivedAt, ...waiver } = read.value;
  const said = { callInSentTo: sentTo, callInBy, notOpenBecause };
  if (waived !== 'yes') return ok({ ...said, waiver: undefined });
  if (waivedOn === undefined) return refuse({ waivedOn: 'Enter the day on which the waiver was agreed' });
  const time = wallTime(waivedAt === '' ? '00:00' : waivedAt);
  if (!time.ok) return refuse({ waivedAt: 'The time it was agreed must be hours and minutes, like 17:00' });
  return ok({
    ...said,
    waiver: {
      agreedAt: instantInLondon({ date: waivedOn, time: time.value }),
      agreedBy: waiver.waivedBy,
      reasons: waiver.waiverReasons,
      isReasonable: waiver.waiverReasonable === 'yes',
      isUrgent: waiver.waiverUrgent === 'yes',
    },
  });
}
