import type { Answers, FieldErrors } from '#platform/http';
import { never, ok, type Result } from '#platform/kernel';
import { z } from 'zod';
import type { CorrectHoldingRefusal } from '../../../actions/correct-holding.ts';
import type { RecordHoldingRefusal } from '../../../actions/record-holding.ts';
import { type InOneWord } from '#platform/module';
import {
  dateAnswers,
  explainCommon,
  isCommon,
  line,
  oneOf,
  optionalDay,
  passage,
  readAnswers,
  versionSeen,
} from '#platform/web';
import { acceptHolding, type Holding, type NewHolding } from '../../../domain/holding.ts';
import type { Office } from '../../../domain/office.ts';

export const longest = { mandate: 1000, reason: 1000 } as const;

const questions = {
  holder: oneOf(['person', 'office'], 'Select whether a person or another office holds it'),
  name: line('the name of the person', { most: 120, optional: true }),
  'holder-office': line('the office that holds it', { most: 170, optional: true }),
  'on-behalf-of': line('the body it is held for', { most: 80, optional: true }),
  mandate: passage('the mandate', { most: longest.mandate, optional: true }),
  from: optionalDay('the first day it is held'),
  until: optionalDay('the first day it is no longer held'),
  source: line('where it is known from', { most: 300 }),
};

type Named = Readonly<{ holder: 'person' | 'office'; name: string; 'holder-office': string }>;

/** Which of the two was chosen must be filled in; asked also while other fields are wrong. */
const named = (form: Named, field: 'name' | 'holder-office') =>
  form.holder !== (field === 'name' ? 'person' : 'office') || form[field] !== '';
const nameMissing = { message: 'Enter the name of the person', path: ['name'], when: () => true };
const officeMissing = {
  message: 'Select the office that holds it',
  path: ['holder-office'],
  when: () => true,
};

const recording = z
  .object(questions)
  .refine((form) => named(form, 'name'), nameMissing)
  .refine((form) => named(form, 'holder-office'), officeMissing);
const correcting = z
  .object({ ...questions, reason: passage('why it is ended or corrected', { most: longest.reason }) })
  .refine((form) => named(form, 'name'), nameMissing)
  .refine((form) => named(form, 'holder-office'), officeMissing);

export type HoldingRead = Omit<NewHolding, 'officeId'>;
export type CorrectionRead = Readonly<{ holding: HoldingRead; reason: string; seen: number }>;

export function readHolding(answers: Answers): Result<HoldingRead, FieldErrors> {
  const read = readAnswers(recording, answers, ['from', 'until']);
  return read.ok ? ok(holdingFrom(read.value)) : read;
}

export function readCorrection(answers: Answers): Result<CorrectionRead, FieldErrors> {
  const read = readAnswers(correcting, answers, ['from', 'until']);
  if (!read.ok) return read;
  const { reason } = read.value;
  return ok({ holding: holdingFrom(read.value), reason, seen: versionSeen(answers['seen']) });
}

function holdingFrom(read: z.infer<typeof recording>): HoldingRead {
  const { from, until, source, mandate } = read;
  return {
    holder:
      read.holder === 'person'
        ? { kind: 'person', name: read.name }
        : { kind: 'office', officeId: read['holder-office'] },
    onBehalfOf: read['on-behalf-of'] === '' ? undefined : read['on-behalf-of'],
    mandate: mandate === '' ? undefined : mandate,
    from,
    until,
    source,
  };
}

/** A holding as the answers of the form that corrects it. */
export function holdingAnswers(holding: Holding): Answers {
  const { holder, onBehalfOf = '', mandate = '', source, from, until, version } = holding;
  return {
    holder: holder.kind,
    name: holder.kind === 'person' ? holder.name : '',
    'holder-office': holder.kind === 'office' ? holder.officeId : '',
    'on-behalf-of': onBehalfOf,
    mandate,
    source,
    seen: String(version),
    ...dateAnswers('from', from),
    ...dateAnswers('until', until),
  };
}

/** Why the office could not be held so, as things stand; undefined when it can. */
export function foreseeHolding(
  holding: HoldingRead,
  office: Office,
  others: readonly Holding[],
): FieldErrors | undefined {
  const accepted = acceptHolding({ ...holding, officeId: office.id }, office, others);
  return accepted.ok ? undefined : explainHolding(accepted.error);
}

type Refusal = RecordHoldingRefusal | InOneWord<CorrectHoldingRefusal>;

export function explainHolding(refusal: Refusal): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'holder-missing':
      return { name: nameMissing.message };
    case 'holder-too-long':
      return { name: 'The name of the person must be 120 characters or fewer' };
    case 'holds-itself':
      return { 'holder-office': 'An office cannot hold itself. Select another office' };
    case 'source-missing':
      return { source: 'Enter where it is known from' };
    case 'mandate-too-long':
      return { mandate: `The mandate must be ${longest.mandate} characters or fewer` };
    case 'mandate-for-nobody':
      return { 'on-behalf-of': 'A mandate is given by a body: select the body, or empty the mandate' };
    case 'ends-before-it-begins':
      return { until: 'The first day it is no longer held must be after the first day it is held' };
    case 'outside-the-office':
      return { from: 'The office does not exist in all of those days. Enter days within its own' };
    case 'already-held':
      return { from: 'Somebody else is recorded in those days. End that first, or enter other days' };
    case 'no-such-office':
      return { form: 'This office is no longer in the register, so nothing was changed' };
    case 'no-such-holder':
      return { 'holder-office': 'That office is not in the register. Select one from the list' };
    case 'on-behalf-of-no-body':
      return { 'on-behalf-of': 'That body is not in the register. Select one from the list' };
    case 'no-such-holding':
      return { form: 'This is no longer in the register, so nothing was changed' };
    case 'reason-missing':
      return { reason: 'Enter why it is ended or corrected' };
    default:
      return never(refusal);
  }
}
