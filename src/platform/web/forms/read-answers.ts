import { type Answers, type FieldErrors, fieldErrors } from '#platform/http';
import { dateParts, type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import type { ZodType } from 'zod';

/**
 * Reads a form as its schema says: everything that is wrong at once, each under the name of its field. `dates` names
 * the fields that were typed into three boxes.
 */
export function readAnswers<Read>(
  schema: ZodType<Read>,
  answers: Answers,
  dates: readonly string[] = [],
): Result<Read, FieldErrors> {
  const typed: Record<string, unknown> = { ...answers };
  for (const name of dates) typed[name] = boxesOf(answers, name);
  const read = schema.safeParse(typed);
  if (read.success) return ok(read.data);
  // The boxes of a date are fields of their own on the page: `from-day`.
  return refuse(
    fieldErrors(
      read.error.issues.map((issue) => ({ ...issue, path: [issue.path.join('-')].filter(Boolean) })),
    ),
  );
}

function boxesOf(answers: Answers, name: string) {
  const box = (part: string) => answers[`${name}-${part}`] ?? '';
  return { day: box('day'), month: box('month'), year: box('year') };
}

/** A date as the answers of its three boxes, to fill a form with; nothing for no date. */
export function dateAnswers(name: string, on: IsoDate | undefined): Answers {
  if (on === undefined) return {};
  const { day, month, year } = dateParts(on);
  return { [`${name}-day`]: String(day), [`${name}-month`]: String(month), [`${name}-year`]: String(year) };
}

/** The version of a thing that a form was opened on. What is not a number was never one, so it counts as stale. */
export function versionSeen(answer: string | undefined): number {
  return answer !== undefined && /^\d{1,9}$/.test(answer) ? Number(answer) : -1;
}
