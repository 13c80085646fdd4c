import { type IsoDate, londonDate } from '#platform/kernel';
import { closingAt, type Consultation, type Notice } from './consultation.ts';

/** What is known of a consultation, from which its standing follows. */
export type ConsultationFacts = Readonly<{
  consultation: Pick<Consultation, 'opensAt' | 'closesAt' | 'resultsBy'>;
  notices: readonly Pick<Notice, 'closesAt' | 'at'>[];
  /** When its results were published; undefined while they are not. */
  resultsAt: Date | undefined;
  /** How many responses the results count. */
  responses: number;
  /** What became of responses: which ones, and when it was said. */
  points: readonly Readonly<{ responses: readonly number[]; at: Date }>[];
}>;

/** Where a consultation is at a moment. Derived from dated facts; never stored. */
export type ConsultationStanding =
  | Readonly<{ standing: 'announced'; opensAt: Date }>
  | Readonly<{ standing: 'open'; closesAt: Date }>
  /** Closed, and no day was promised for the results. */
  | Readonly<{ standing: 'closed'; closedAt: Date }>
  | Readonly<{ standing: 'results-due'; by: IsoDate }>
  | Readonly<{ standing: 'results-late'; by: IsoDate }>
  | Readonly<{ standing: 'answered'; on: IsoDate; isLate: boolean }>;

/**
 * Where a consultation stood at a moment. It closes at its moment, not after it. It is answered once its results are out
 * and every response they count has been told what became of it; until then the promised day runs, and runs out.
 */
export function consultationStanding(facts: ConsultationFacts, at: Date): ConsultationStanding {
  const { consultation, notices } = facts;
  const { opensAt, resultsBy } = consultation;
  if (opensAt !== undefined && at < opensAt) return { standing: 'announced', opensAt };
  const closesAt = closingAt(consultation, notices, at);
  if (at < closesAt) return { standing: 'open', closesAt };
  const answeredAt = whenAnswered(facts, at);
  if (answeredAt !== undefined) {
    const on = londonDate(answeredAt);
    return { standing: 'answered', on, isLate: resultsBy !== undefined && on > resultsBy };
  }
  if (resultsBy === undefined) return { standing: 'closed', closedAt: closesAt };
  return { standing: londonDate(at) > resultsBy ? 'results-late' : 'results-due', by: resultsBy };
}

function whenAnswered({ resultsAt, responses, points }: ConsultationFacts, at: Date): Date | undefined {
  if (resultsAt === undefined || resultsAt > at) return undefined;
  const answered = new Set<number>();
  let last = resultsAt;
  for (const point of points.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    if (answered.size >= responses || point.at > at) break;
    for (const number of point.responses) answered.add(number);
    if (point.at > last) last = point.at;
  }
  return answered.size >= responses ? last : undefined;
}

/** When the standing will be another though nobody does anything; undefined where it will not. */
export function standingChangesAt(standing: ConsultationStanding): Date | undefined {
  if (standing.standing === 'announced') return standing.opensAt;
  return standing.standing === 'open' ? standing.closesAt : undefined;
}

/** The responses among so many that no point has answered yet. */
export function unanswered(
  numbers: readonly number[],
  points: readonly Readonly<{ responses: readonly number[] }>[],
): readonly number[] {
  const answered = new Set(points.flatMap(({ responses }) => responses));
  return numbers.filter((number) => !answered.has(number));
}
