import { addDays, type ComputedDate, type IsoDate, latestOf } from '#platform/kernel';
import type { KnownRule } from '../ruled.ts';
import type { Acceptance } from './condition-standing.ts';

/** What the executive answered to one recommendation. */
export const responseOutcomes = {
  accepted: 'Accepted',
  'accepted-in-part': 'Accepted in part',
  'not-accepted': 'Not accepted',
} as const;
export type ResponseOutcome = keyof typeof responseOutcomes;

/** The executive’s answer to one recommendation. A later one takes its place; both stay to be read. */
export type Response = Readonly<{
  /** The number of the recommendation. */
  recommendation: string;
  on: IsoDate;
  outcome: ResponseOutcome;
  reasons: string;
  /** The decision by which it was agreed, and its clause; undefined where none is named. */
  decisionId: string | undefined;
  clause: string | undefined;
  byOffice: string;
  source: string;
}>;

/** By when the executive must answer, or why no day can be named. */
export type ResponseDue =
  | Readonly<{ due: 'known'; by: ComputedDate; rule: KnownRule }>
  | Readonly<{ due: 'not-received' }>
  | Readonly<{ due: 'check-locally' }>
  | Readonly<{ due: 'does-not-apply'; because: string }>;

/** Where the executive’s answer to a report is on a day. */
export type ResponseStanding =
  | Readonly<{ standing: 'answered'; on: IsoDate; isLate: boolean | undefined }>
  | Readonly<{ standing: 'open'; by: IsoDate | undefined; answered: number; of: number }>
  | Readonly<{ standing: 'overdue'; since: IsoDate; answered: number; of: number }>;

/** The answer to a recommendation that stands on a day. */
export function responseTo(
  number: string,
  responses: readonly Response[],
  on: IsoDate,
): Response | undefined {
  return responses
    .filter((response) => response.recommendation === number && response.on <= on)
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .at(-1);
}

/** Whether and since when a recommendation was accepted, as it stood on a day. */
export function acceptanceOf(number: string, responses: readonly Response[], on: IsoDate): Acceptance {
  const stands = responseTo(number, responses, on);
  if (stands === undefined) return 'no-response';
  if (stands.outcome === 'not-accepted') return 'not-accepted';
  const answers = responses
    .filter((response) => response.recommendation === number && response.on <= on)
    .toSorted((a, b) => a.on.localeCompare(b.on));
  const refused = answers.findLastIndex(({ outcome }) => outcome === 'not-accepted');
  return { since: (answers[refused + 1] ?? stands).on };
}

/** Where the answer stood on a day: a report is answered when each of its recommendations is. */
export function responseStanding(
  numbers: readonly string[],
  responses: readonly Response[],
  due: ResponseDue,
  on: IsoDate,
): ResponseStanding {
  const firsts = numbers.flatMap((number) => firstDay(number, responses, on) ?? []);
  const by = due.due === 'known' ? due.by.date : undefined;
  const [first, ...others] = firsts;
  if (first !== undefined && firsts.length === numbers.length) {
    const answeredOn = latestOf(first, ...others);
    return { standing: 'answered', on: answeredOn, isLate: by === undefined ? undefined : answeredOn > by };
  }
  const counts = { answered: firsts.length, of: numbers.length };
  if (by !== undefined && on > by) return { standing: 'overdue', since: addDays(by, 1), ...counts };
  return { standing: 'open', by, ...counts };
}

const firstDay = (number: string, responses: readonly Response[], on: IsoDate): IsoDate | undefined =>
  responses
    .filter((response) => response.recommendation === number && response.on <= on)
    .map((response) => response.on)
    .toSorted()
    .at(0);
