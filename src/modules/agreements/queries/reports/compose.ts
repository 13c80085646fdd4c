import { createHash } from 'node:crypto';
import type { Database } from '#platform/db';
import { groupBy, type IsoDate, listInWords, ok, refuse, type Result } from '#platform/kernel';
import type { ReadingPeriod } from '../../domain/reading/reading.ts';
import { quotesIn, unreadableIn } from '../../domain/report/quote.ts';
import type { ReportFigure, ReportLine, ReportSubject } from '../../domain/report/report.ts';
import type { Going } from '../../domain/series/going.ts';
import { outlookOf, sayOutlook } from '../../domain/series/outlook.ts';
import { periodName } from '../../domain/series/period-name.ts';
import { directionWords, whyDirection } from '../../domain/series/say-direction.ts';
import { sayFigureOf } from '../../domain/series/say-figure.ts';
import { statusWord, whyStatus } from '../../domain/series/say-status.ts';
import { knownReadings, recentReadings } from '../../store/readings.ts';
import { curveKey, goingsOf } from '../progress/goings.ts';
import type { Moment } from '../progress/moment.ts';
import { agreedBy, type Names } from '../progress/names.ts';
import { type ProgressAsked, progressOn } from '../progress/overview.ts';

/** What a report is asked to be of. */
export type ReportAsked = Readonly<{ subject: ReportSubject; period: ReadingPeriod; says: string }>;

/** A report as it would be published now. */
export type ComposedReport = Readonly<{
  lines: readonly ReportLine[];
  figures: readonly ReportFigure[];
  /** Changes with every figure: what an officer has looked over is what is published. */
  fingerprint: string;
}>;

export type ComposeRefusal = Readonly<{ unknownTokens: readonly string[] }>;

/** The forecast looks back no further. */
const periodsForForecast = 96;

/**
 * Composes a report from the same readings, targets and stories as every page: of each series the last period up to the
 * end of the report’s own, as known on the day. A token that names no published figure is refused.
 */
export async function composeReport(
  database: Database,
  { subject, period, says }: ReportAsked,
  moment: Moment,
): Promise<Result<ComposedReport, ComposeRefusal>> {
  const { lines: all, names } = await progressOn(database, askedBy(subject), moment);
  const curves = all.map(({ series, areaId }) => ({ seriesId: series.id, areaId }));
  const [{ goings }, quoted] = await Promise.all([
    goingsOf(database, curves, { ...moment, until: period.to }),
    quotedFigures(database, says, moment.on),
  ]);
  if (!quoted.ok) return quoted;
  const shown = goings.filter(({ latest, target }) => latest !== undefined || target !== undefined);
  const behind = shown.filter(({ status }) => status.colour === 'red' || status.colour === 'amber');
  const history = groupBy(
    await recentReadings(
      database,
      behind.map(({ series, areaId }) => ({ seriesId: series.id, areaId })),
      { periods: periodsForForecast, on: moment.on, until: period.to },
    ),
    curveKey,
  );
  const order = { red: 0, amber: 1, green: 2, grey: 3 };
  const lines = shown
    .toSorted((a, b) => order[a.status.colour] - order[b.status.colour])
    .map((going) =>
      lineOf(going, history.get(curveKey({ seriesId: going.series.id, areaId: going.areaId })) ?? [], names),
    );
  const figures = [...shown.flatMap(figureOf), ...quoted.value];
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([lines, figures]))
    .digest('base64url');
  return ok({ lines, figures, fingerprint });
}

function askedBy({ of, id }: ReportSubject): ProgressAsked {
  switch (of) {
    case 'body':
      return { bodyId: id };
    case 'place':
      return { placeId: id };
    case 'theme':
      return { themeId: id };
  }
}

function lineOf(going: Going, history: Parameters<typeof outlookOf>[1], names: Names): ReportLine {
  const { series, areaId, latest, status, expectation, direction, target, story } = going;
  const isBehind = status.colour === 'red' || status.colour === 'amber';
  const outlook = isBehind ? outlookOf(going, history) : undefined;
  const version = target?.standing.inForce?.version;
  return {
    seriesId: series.id,
    areaId,
    title: series.title,
    areaName: names.area(series, areaId),
    concerns: series.concerns,
    isIllustrative: series.isIllustrative || target?.target.isIllustrative === true,
    status: statusWord(status),
    because: whyStatus(series, latest, expectation, status).join(' '),
    figure: latest === undefined ? '' : sayFigureOf(series, latest),
    period: latest === undefined ? '' : periodName(latest.period),
    target:
      version === undefined || typeof expectation === 'string'
        ? ''
        : `${sayFigureOf(series, { value: expectation.year.value, status: 'final' })} for ${periodName(expectation.year.period)}`,
    targetId: target?.target.id,
    agreedBy: listInWords(agreedBy(going).map(names.body)),
    direction: `${directionWords[direction.direction]}. ${whyDirection(series, direction)}`,
    forecast: outlook === undefined ? '' : sayOutlook(going, outlook),
    story: story === undefined || story.periodTo !== latest?.period.to ? '' : story.says,
  };
}

const figureOf = ({ latest }: Going): readonly ReportFigure[] =>
  latest === undefined ? [] : [{ ...figureFrom(latest), quotedAs: undefined }];

const figureFrom = ({
  seriesId,
  areaId,
  period,
  revision,
  status,
  value,
}: NonNullable<Going['latest']>): Omit<ReportFigure, 'quotedAs'> => ({
  seriesId,
  areaId,
  period,
  revision,
  status,
  value,
});

/** The figures that the words quote, as known on a day. */
async function quotedFigures(
  database: Database,
  says: string,
  on: IsoDate,
): Promise<Result<readonly ReportFigure[], ComposeRefusal>> {
  const quotes = quotesIn(says);
  const known = await knownReadings(database, {
    seriesIds: [...new Set(quotes.map(({ seriesId }) => seriesId))],
    areaIds: [...new Set(quotes.map(({ areaId }) => areaId))],
    on,
  });
  const unknown = [...unreadableIn(says)];
  const figures = quotes.flatMap((quote): readonly ReportFigure[] => {
    const own = known.filter(
      ({ seriesId, areaId }) => seriesId === quote.seriesId && areaId === quote.areaId,
    );
    const reading =
      quote.periodTo === 'latest'
        ? own.findLast(({ value }) => value !== undefined)
        : own.find(({ period }) => period.to === quote.periodTo);
    if (reading !== undefined) return [{ ...figureFrom(reading), quotedAs: quote.token }];
    unknown.push(quote.token);
    return [];
  });
  return unknown.length > 0 ? refuse({ unknownTokens: unknown }) : ok(figures);
}
