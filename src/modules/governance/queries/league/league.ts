import type { Sql } from '#platform/db';
import { dateParts, groupBy, type IsoDate } from '#platform/kernel';
import {
  counted,
  decisionFigures,
  type DecisionFigures,
  figuresOf,
  judgeResponse,
  type LeagueFigures,
  responsesLate,
} from '../../domain/league/figures.ts';
import type { JudgedDecision } from '../../domain/league/judged-decision.ts';
import { type ReportAt, reportsAt } from '../recommendations.ts';
import { judgedDecisions } from './league-decisions.ts';
import type { BookYear, LeagueBook } from './league-book.ts';

/** One body’s clocks in one year. */
export type LeagueYear = Readonly<{ bodyId: string; year: number; figures: LeagueFigures }>;

/**
 * Every body’s clocks, year by year, as they stood on a day: what was published later is not counted yet. `book` keeps the
 * judged decisions, so that asking again costs an adding up.
 */
export async function leagueYears(sql: Sql, book: LeagueBook, on: IsoDate): Promise<readonly LeagueYear[]> {
  const [bodies, reports] = await Promise.all([book.years(sql), reportsAt(sql, {}, on)]);
  const responses = groupBy(reports, ({ report }) => keyOf(report.bodyId, dateParts(report.madeOn).year));
  const decisions = new Map<string, DecisionFigures>();
  for (const [bodyId, years] of bodies)
    for (const [year, kept] of years) {
      const figures = figuresOn(kept, on);
      if (figures.decisions > 0) decisions.set(keyOf(bodyId, year), figures);
    }
  return [...new Set([...decisions.keys(), ...responses.keys()])].toSorted().map((key) => {
    const [bodyId = '', year = ''] = key.split(' ');
    const answers = (responses.get(key) ?? []).map(({ response }) => judgeResponse(response));
    const figures = { ...(decisions.get(key) ?? decisionFigures([])), responsesLate: responsesLate(answers) };
    return { bodyId, year: Number(year), figures };
  });
}

/** The whole year’s figures once all of it is published; before that, those of what was. */
const figuresOn = ({ figures, lines, allPublishedOn }: BookYear, on: IsoDate): DecisionFigures =>
  on >= allPublishedOn ? figures : decisionFigures(lines.filter(({ publishedOn }) => publishedOn <= on));

const keyOf = (bodyId: string, year: number): string => `${bodyId} ${year}`;

/** One body’s year with everything it was counted from. */
export type LeagueDetail = LeagueYear &
  Readonly<{ decisions: readonly JudgedDecision[]; reports: readonly ReportAt[] }>;

/** The same for one body and year, with every decision and report counted. */
export async function leagueDetail(
  sql: Sql,
  { bodyId, year }: Readonly<{ bodyId: string; year: number }>,
  on: IsoDate,
): Promise<LeagueDetail> {
  const [judged, reports] = await Promise.all([
    judgedDecisions(sql, { bodyId, year }),
    reportsAt(sql, { bodyId }, on),
  ]);
  const decisions = judged.filter(({ decision }) => decision.publishedOn <= on);
  const own = reports.filter(({ report }) => dateParts(report.madeOn).year === year);
  const figures = figuresOf(
    decisions.map(counted),
    own.map(({ response }) => judgeResponse(response)),
  );
  return { bodyId, year, figures, decisions, reports: own };
}
