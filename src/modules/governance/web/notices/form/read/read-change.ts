import type { Answers } from '#platform/http';
import { ok } from '#platform/kernel';
import { oneOf, passage, readAnswers } from '#platform/web';
import { z } from 'zod';
import { longest } from './typed.ts';

const change = z.object({
  change: oneOf(['changed', 'postponed', 'private-again', 'withdrawn'], 'Select what happens'),
  reason: passage('what changes and why', { most: longest.passage }),
  countsAnew: z.literal('yes').optional().catch(undefined),
});

/** What a version does with the one before it. */
export function readChange(answers: Answers) {
  const read = readAnswers(change, answers);
  return read.ok ? ok({ ...read.value, countsAnew: read.value.countsAnew === 'yes' }) : read;
}
