import { createHash } from 'node:crypto';
import type { DraftAnswers } from './draft.ts';

/** The answers that belong to a step. */
export function stepOf(answers: DraftAnswers, belongs: (name: string) => boolean): DraftAnswers {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => belongs(name)));
}

/** A short print of some answers, by which a form knows them again. Empty and not given are the same. */
export function printOf(answers: DraftAnswers): string {
  const given = Object.entries(answers)
    .filter(([, answer]) => answer !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(given)).digest('base64url').slice(0, 22);
}
