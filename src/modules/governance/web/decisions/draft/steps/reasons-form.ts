import type { Answers, FieldErrors } from '#platform/http';
import { ok, type Result } from '#platform/kernel';
import { line, passage, readAnswers } from '#platform/web';
import { z } from 'zod';
import { statedList } from './lists.ts';

export const longestPassage = 20_000;

const form = z.object({
  reasons: passage('the reasons', { most: longestPassage, optional: true }),
  alternativesStated: line('whether there were alternatives', { most: 10, optional: true }),
  alternatives: passage('the alternatives', { most: longestPassage, optional: true }),
});

export const reasonsNames: readonly string[] = Object.keys(form.shape);
export type Reasons = Readonly<{ reasons: string; alternatives: readonly string[] | undefined }>;

export function readReasons(answers: Answers): Result<Reasons, FieldErrors> {
  const read = readAnswers(form, answers);
  if (!read.ok) return read;
  const { reasons, alternativesStated, alternatives } = read.value;
  return ok({ reasons, alternatives: statedList(alternativesStated, alternatives) });
}
