import { shareOf } from '#platform/kernel';
import type { ResponseStanding } from '../scrutiny/response.ts';
import type { JudgedDecision } from './judged-decision.ts';

/** How many of those that could be judged; those that could not are counted apart, and never as none. */
export type Tally = Readonly<{ count: number; of: number; cannotBeJudged: number }>;

/** One body’s clocks in one year. */
export type LeagueFigures = DecisionFigures &
  Readonly<{
    /** Answers to scrutiny that are overdue or came late. */
    responsesLate: Tally;
  }>;

/** What is counted from the decisions alone. */
export type DecisionFigures = Readonly<{
  decisions: number;
  /** Executive decisions: the whole of which urgency is a part. */
  executive: number;
  keyDecisions: number;
  /** Key decisions whose notice was late or missing. */
  noticesLate: Tally;
  /** Records published later than the body’s own limit. */
  recordsLate: Tally;
  /** Working days between taking and publication: half were out within so many, and the longest. */
  publication: Readonly<{ median: number; longest: number }> | undefined;
  urgency: Readonly<{
    generalException: number;
    specialUrgency: number;
    callInWaived: number;
    /** Decisions in which any of these was used, and their share of the executive decisions; undefined where there are none. */
    decisions: number;
    percentage: number | undefined;
  }>;
}>;

/** Whether the answer to one report of scrutiny kept its time; undefined where no last day is known. */
export type JudgedResponse = 'in-time' | 'late' | undefined;

/** Judges one answer as it stood: one that is awaited within its time is in time so far. */
export function judgeResponse(standing: ResponseStanding): JudgedResponse {
  switch (standing.standing) {
    case 'answered':
      return standing.isLate === undefined ? undefined : standing.isLate ? 'late' : 'in-time';
    case 'open':
      return standing.by === undefined ? undefined : 'in-time';
    case 'overdue':
      return 'late';
    default:
      return standing satisfies never;
  }
}

/** What the figures are counted from: a judged decision without its words. */
export type Counted = Pick<JudgedDecision, 'urgency'> &
  Readonly<{
    isExecutive: boolean;
    isKey: boolean;
    notice: JudgedDecision['notice']['notice'];
    record: JudgedDecision['record']['record'];
    workingDays: number | undefined;
  }>;

export const counted = ({ decision, notice, record, urgency }: JudgedDecision): Counted => ({
  isExecutive: decision.isExecutive,
  isKey: decision.isKey,
  notice: notice.notice,
  record: record.record,
  workingDays: record.record === 'days-not-known' ? undefined : record.workingDays,
  urgency,
});

/** Adds up one body’s year. */
export const figuresOf = (
  decisions: readonly Counted[],
  responses: readonly JudgedResponse[],
): LeagueFigures => ({ ...decisionFigures(decisions), responsesLate: responsesLate(responses) });

/** How many answers to scrutiny were late, of those that could be judged. */
export const responsesLate = (responses: readonly JudgedResponse[]): Tally =>
  tally(responses.map((each) => (each === undefined ? undefined : each === 'late')));

/** Adds up the decisions of one body’s year. */
export function decisionFigures(decisions: readonly Counted[]): DecisionFigures {
  const executive = decisions.filter(({ isExecutive }) => isExecutive);
  const key = executive.filter(({ isKey }) => isKey);
  const urgent = executive.filter(({ urgency }) => urgency.length > 0);
  const using = (which: Counted['urgency'][number]) =>
    urgent.filter(({ urgency }) => urgency.includes(which)).length;
  return {
    decisions: decisions.length,
    executive: executive.length,
    keyDecisions: key.length,
    noticesLate: tally(
      key.map(({ notice }) => (notice === 'cannot-be-judged' ? undefined : notice === 'late')),
    ),
    recordsLate: tally(
      executive.map(({ record }) =>
        record === 'late' || record === 'in-time' ? record === 'late' : undefined,
      ),
    ),
    publication: spread(executive.flatMap(({ workingDays }) => workingDays ?? [])),
    urgency: {
      generalException: using('general-exception'),
      specialUrgency: using('special-urgency'),
      callInWaived: using('call-in-waived'),
      decisions: urgent.length,
      percentage: shareOf(urgent.length, executive.length),
    },
  };
}

function tally(judged: readonly (boolean | undefined)[]): Tally {
  const known = judged.filter((each) => each !== undefined);
  return {
    count: known.filter(Boolean).length,
    of: known.length,
    cannotBeJudged: judged.length - known.length,
  };
}

function spread(days: readonly number[]): DecisionFigures['publication'] {
  const sorted = days.toSorted((a, b) => a - b);
  const longest = sorted.at(-1);
  const median = sorted[Math.floor((sorted.length - 1) / 2)];
  return longest === undefined || median === undefined ? undefined : { median, longest };
}
