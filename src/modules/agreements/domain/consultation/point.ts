import { ok, refuse, type Result } from '#platform/kernel';

export const pointOutcomes = {
  changed: 'Changed because of it',
  'changed-in-part': 'Changed in part',
  'not-changed': 'Not changed',
  'for-later': 'Taken up elsewhere or later',
} as const;
export type PointOutcome = keyof typeof pointOutcomes;

/** You said, we did: what some responses said, and what changed because of it or why nothing did. Never edited. */
export type Point = Readonly<{
  number: number;
  said: string;
  outcome: PointOutcome;
  did: string;
  /** What changed, by its page: a version of an agreement, a target, a sentence, a decision. */
  link: Readonly<{ title: string; path: string }> | undefined;
  responses: readonly number[];
  byOffice: string;
  at: Date;
}>;

export type NewPoint = Omit<Point, 'number' | 'byOffice' | 'at'>;
export type PointRefusal = 'no-such-response' | 'no-responses' | 'change-without-page';

/** Holds a point against the responses there are; what says that something changed names the page that shows it. */
export function acceptPoint(
  numbers: ReadonlySet<number>,
  { outcome, link, responses }: Pick<NewPoint, 'outcome' | 'link' | 'responses'>,
): Result<void, PointRefusal> {
  if (responses.length === 0) return refuse('no-responses');
  if (responses.some((number) => !numbers.has(number))) return refuse('no-such-response');
  const isChange = outcome === 'changed' || outcome === 'changed-in-part';
  return isChange && link === undefined ? refuse('change-without-page') : ok();
}

/** More numbers than any point speaks of at once. */
const mostNumbers = 20_000;

/** The numbers of responses as officers write them: `1, 4-7` or `R-1, R-4–R-7`. Undefined where it is none of that. */
export function readNumbers(typed: string): readonly number[] | undefined {
  const numbers = new Set<number>();
  for (const part of typed.split(/[,;\n]+/).map((each) => each.trim())) {
    if (part === '') continue;
    const range = /^(?:R-?)?(\d{1,6})(?:\s*[-–]\s*(?:R-?)?(\d{1,6}))?$/i.exec(part);
    if (range === null) return undefined;
    const from = Number(range[1]);
    const to = Number(range[2] ?? range[1]);
    if (to < from || to - from > mostNumbers) return undefined;
    for (let number = from; number <= to; number += 1) numbers.add(number);
    if (numbers.size > mostNumbers) return undefined;
  }
  return [...numbers].toSorted((a, b) => a - b);
}
