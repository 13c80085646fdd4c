import type { Sql } from '#platform/db';
import type { Count } from '../../domain/consultation/analysis.ts';
import { itsName, type Naming, namingOf, type PublishedText } from '../../domain/consultation/moderation.ts';
import {
  findPurge,
  listCounts,
  listRespondents,
  listTexts,
  type Purge,
  type Respondent,
} from '../../store/consultation-results.ts';
import { type ConsultationAt, consultationAt } from './consultation-at.ts';

/** A response that was counted, and the name it may be called by. */
export type RespondentShown = Respondent & Naming;

/** Everything that is published of the answers to a consultation. */
export type ResultsShown = ConsultationAt &
  Readonly<{
    counts: readonly Count[];
    respondents: readonly RespondentShown[];
    texts: readonly PublishedText[];
    purge: Purge | undefined;
  }>;

/** The results of a consultation as they stood at a moment; undefined where there is no such consultation then. */
export async function resultsShown(sql: Sql, id: string, at: Date): Promise<ResultsShown | undefined> {
  const found = await consultationAt(sql, id, at);
  if (found === undefined) return undefined;
  const isClosed = found.standing.standing !== 'announced' && found.standing.standing !== 'open';
  const isOut = found.result !== undefined;
  const [counts, respondents, decided, purge] = await Promise.all([
    isOut ? listCounts(sql, id) : [],
    isOut ? listRespondents(sql, id) : [],
    // What others said is shown once nobody answers any more, so that it steers nobody.
    isClosed ? listTexts(sql, id, { by: at }) : [],
    findPurge(sql, id),
  ]);
  const names = new Map(
    decided.filter(({ question }) => question === itsName).map((name) => [name.response, name]),
  );
  return {
    ...found,
    counts,
    respondents: respondents.map((each) => ({ ...each, ...namingOf(each, names.get(each.number)) })),
    texts: decided.filter(({ question }) => question !== itsName),
    purge: purge !== undefined && purge.at <= at ? purge : undefined,
  };
}
