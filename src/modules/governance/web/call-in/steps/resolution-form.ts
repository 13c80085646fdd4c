import type { Answers, FieldErrors } from '#platform/http';
import { ok, refuse, type Result } from '#platform/kernel';
import { day, line, passage, readAnswers } from '#platform/web';
import { z } from 'zod';
import type { Clause } from '../../../domain/decision/clause.ts';
import { type Step, stepOutcomes } from '../../../domain/decision/step.ts';
import { clockTime, momentTyped } from '../parts/moment-fields.tsx';
import { council, saysCharacters } from './step-form.ts';

/** What the Council can resolve on a clause that recommends to it. */
export const resolutionsInWords = {
  accepted: 'Agreed as recommended',
  'accepted-with-changes': 'Agreed with changes',
  refused: 'Refused',
} as const satisfies Record<(typeof stepOutcomes)['resolution'][number], string>;
type Outcome = keyof typeof resolutionsInWords;

/** The name of the answer on the clause at a place in the decision. */
export const outcomeName = (position: number): string => `clause-${position + 1}`;

const form = z.object({
  on: day('the day on which the Council met'),
  time: clockTime('the time'),
  says: passage('what the Council resolved', { most: saysCharacters, optional: true }),
  source: line('where it is recorded', { most: 300, optional: true }),
});

export type Resolution = Extract<Step, { kind: 'resolution' }>;

/** Reads the Council’s resolutions on the clauses that recommend to it; one that is left open still waits. */
export const readResolutions =
  (clauses: readonly Clause[], enteredBy: string) =>
  (answers: Answers): Result<readonly Resolution[], FieldErrors> => {
    const read = readAnswers(form, answers, ['on']);
    if (!read.ok) return read;
    const { says, source } = read.value;
    const at = momentTyped(read.value);
    const resolutions = clauses.flatMap(({ number }, position): readonly Resolution[] => {
      const outcome = answers[outcomeName(position)] ?? '';
      if (!isOutcome(outcome)) return [];
      const kept = { meetingId: undefined, leadsTo: undefined, byWhom: council };
      const known = source === '' ? `Entered by the ${enteredBy}` : source;
      return [{ ...kept, kind: 'resolution', outcome, clause: number, at, says, source: known }];
    });
    return resolutions.length === 0
      ? refuse({
          [outcomeName(firstToCouncil(clauses))]: 'Select what the Council resolved on at least one clause',
        })
      : ok(resolutions);
  };

const firstToCouncil = (clauses: readonly Clause[]): number =>
  Math.max(
    0,
    clauses.findIndex(({ effect }) => effect === 'recommend-to-council'),
  );

const isOutcome = (answer: string): answer is Outcome => Object.hasOwn(resolutionsInWords, answer);
