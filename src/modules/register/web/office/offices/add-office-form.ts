import type { Answers, FieldErrors } from '#platform/http';
import { never, ok, type Result, roles } from '#platform/kernel';
import { z } from 'zod';
import type { AddOfficeRefusal } from '../../../actions/add-office.ts';
import type { NewOffice } from '../../../domain/office.ts';
import { explainCommon, isCommon, line, oneOf, optionalDay, readAnswers } from '#platform/web';

const votes = { yes: true, no: false, unknown: undefined } as const;

const form = z.object({
  title: line('the title of the office', { most: 120 }),
  role: oneOf(['none', ...roles], 'Select what its holder may do in Accord'),
  voting: oneOf(['yes', 'no', 'unknown'], 'Select whether its holder votes'),
  from: optionalDay('the first day of the office'),
  until: optionalDay('the first day on which the office is gone'),
  source: line('where the office is known from', { most: 300 }),
});

export function readOffice(answers: Answers): Result<NewOffice, FieldErrors> {
  const read = readAnswers(form, answers, ['from', 'until']);
  if (!read.ok) return read;
  const { role, voting, ...office } = read.value;
  return ok({ ...office, role: role === 'none' ? undefined : role, voting: votes[voting] });
}

export function explainOffice(refusal: AddOfficeRefusal): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'title-missing':
      return { title: 'Enter the title of the office' };
    case 'title-too-long':
      return { title: 'The title of the office must be 120 characters or fewer' };
    case 'source-missing':
      return { source: 'Enter where the office is known from' };
    case 'ends-before-it-begins':
      return { until: 'The office must end after the day it begins' };
    case 'begins-before-the-body':
      return { from: 'The office must not begin before your body was founded' };
    case 'begins-after-the-body':
      return { from: 'The office must begin before your body ends' };
    case 'office-exists':
      return { title: 'An office of this title exists in those days. Enter another title, or other dates' };
    default:
      return never(refusal);
  }
}
