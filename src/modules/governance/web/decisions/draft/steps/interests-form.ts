import type { Answers, FieldErrors } from '#platform/http';
import { normaliseTyped, ok, refuse, type Result } from '#platform/kernel';
import type { Conflict } from '../../../../domain/record/record.ts';

/** As many members as a record can name here. */
export const mostConflicts = 20;
const longestMember = 200;

export const dispensations = {
  'none-granted': 'None was granted',
  'head-of-paid-service': 'Granted by the head of paid service',
  'standards-committee': 'Granted by the standards committee',
} as const;

/** Whether any interest was declared, and the fields of the `place`th member who declared one, from 1. */
export const interestsStated = 'interestsStated';
export const conflictName = (place: number, what: 'member' | 'dispensation'): string =>
  `conflict.${place}.${what}`;
export const isInterestName = (name: string): boolean =>
  name === interestsStated || /^conflict\.\d{1,2}\.(?:member|dispensation)$/.test(name);

/** Undefined: the record does not say whether any was declared. */
export function readInterests(answers: Answers): Result<readonly Conflict[] | undefined, FieldErrors> {
  const stated = answers[interestsStated];
  const errors: Record<string, string> = {};
  const conflicts: Conflict[] = [];
  for (let place = 1; place <= mostConflicts; place += 1) {
    const name = conflictName(place, 'member');
    const member = normaliseTyped(answers[name] ?? '');
    const dispensation = answers[conflictName(place, 'dispensation')] ?? '';
    if (member === '' && dispensation !== '')
      errors[name] = `Enter the member of declaration ${place}, or select no dispensation`;
    if (member === '') continue;
    if (stated === 'none' || stated === 'silent')
      errors[interestsStated] =
        `Declaration ${place} names a member. Select “Yes, by the members below”, or empty it`;
    if (member.length > longestMember)
      errors[name] = `The member must be ${longestMember} characters or fewer`;
    conflicts.push({ member, dispensation: readDispensation(dispensation) });
  }
  if (Object.keys(errors).length > 0) return refuse(errors);
  if (stated === 'none') return ok([]);
  return ok(stated === 'some' && conflicts.length > 0 ? conflicts : undefined);
}

function readDispensation(answer: string): Conflict['dispensation'] {
  if (answer === 'none-granted') return answer;
  if (answer === 'head-of-paid-service' || answer === 'standards-committee') return { grantedBy: answer };
  return undefined;
}
