import type { Dataset } from '#platform/http';
import { fractionText } from '#platform/kernel';
import { seriesAreaPath } from '../../domain/reading/reading-paths.ts';
import { statusWord } from '../../domain/series/say-status.ts';
import { targetPath } from '../../domain/target/target.ts';
import type { Compared } from './compared.ts';
import type { Curve } from './curve.ts';
import type { Names } from './names.ts';
import type { ProgressLine } from './overview.ts';

/** Every revision of every reading of one series in one area that was published by the day. */
export const readingsDataset = ({ going, revisions, names }: Curve): Dataset => ({
  name: `readings-${going.series.id}-${going.areaId}`,
  columns: [
    { key: 'periodFrom', title: 'Period from' },
    { key: 'periodTo', title: 'Period to' },
    { key: 'revision', title: 'Revision' },
    { key: 'status', title: 'Status' },
    { key: 'value', title: `Value, ${going.series.unit}` },
    { key: 'numerator', title: 'Numerator' },
    { key: 'denominator', title: 'Denominator' },
    { key: 'low', title: 'Lower limit' },
    { key: 'high', title: 'Upper limit' },
    { key: 'sample', title: 'Sample' },
    { key: 'withdrawnAt', title: 'Figure withdrawn by suppression at' },
    { key: 'note', title: 'Note' },
    { key: 'publishedBy', title: 'Published by' },
    { key: 'publishedAt', title: 'Published at' },
    { key: 'source', title: 'Source' },
  ],
  rows: revisions.map((reading) => ({
    periodFrom: reading.period.from,
    periodTo: reading.period.to,
    revision: reading.revision,
    status: reading.status,
    value: figure(reading.value),
    numerator: figure(reading.numerator),
    denominator: figure(reading.denominator),
    low: figure(reading.confidence?.low),
    high: figure(reading.confidence?.high),
    sample: reading.sample ?? null,
    withdrawnAt: reading.withdrawnAt?.toISOString() ?? null,
    note: reading.note,
    publishedBy: names.body(reading.bodyId),
    publishedAt: reading.publishedAt.toISOString(),
    source: reading.source,
  })),
  source: going.series.measuredFrom,
});

/** How each series goes in each area, one row a curve, as the pages of progress show it. */
export const progressDataset = (name: string, lines: readonly ProgressLine[], names: Names): Dataset => ({
  name,
  columns: [
    { key: 'indicator', title: 'Indicator' },
    { key: 'series', title: 'Series' },
    { key: 'title', title: 'Title' },
    { key: 'area', title: 'Area' },
    { key: 'areaName', title: 'Area name' },
    { key: 'concerns', title: 'Concerns' },
    { key: 'colour', title: 'Colour' },
    { key: 'status', title: 'Status' },
    { key: 'direction', title: 'Direction' },
    { key: 'periodFrom', title: 'Period from' },
    { key: 'periodTo', title: 'Period to' },
    { key: 'value', title: 'Value' },
    { key: 'readingStatus', title: 'Status of the figure' },
    { key: 'expected', title: 'Expected' },
    { key: 'floor', title: 'Floor' },
    { key: 'unit', title: 'Unit' },
    { key: 'target', title: 'Target' },
    { key: 'answersFor', title: 'Answers for it' },
    { key: 'agreedBy', title: 'Agreed by' },
    { key: 'outcomes', title: 'Outcomes' },
    { key: 'illustrative', title: 'Illustrative' },
    { key: 'page', title: 'Page' },
  ],
  rows: lines.map((line) => {
    const { series, areaId, status, latest, target } = line;
    const figures = status.colour === 'grey' ? undefined : status;
    return {
      indicator: series.indicatorId,
      series: series.id,
      title: series.title,
      area: areaId,
      areaName: names.area(series, areaId),
      concerns: series.concerns,
      colour: status.colour,
      status: statusWord(status),
      direction: line.direction.direction,
      periodFrom: latest?.period.from ?? null,
      periodTo: latest?.period.to ?? null,
      value: figure(latest?.value),
      readingStatus: latest?.status ?? null,
      expected: figures === undefined ? null : figure(fractionText(figures.expected, series.decimals)),
      floor: figures === undefined ? null : figure(fractionText(figures.floor, series.decimals)),
      unit: series.unit,
      target: target === undefined ? null : targetPath(target.target),
      answersFor: line.answersFor ?? null,
      agreedBy: line.agreedBy.join(' '),
      outcomes: line.outcomes.map(({ id }) => id).join(' '),
      illustrative: series.isIllustrative,
      page: seriesAreaPath({ seriesId: series.id, areaId }),
    };
  }),
  source: 'Worked out by Accord from published readings and agreed targets',
});

/** One series from area to area, for the period compared, with the latest of each. */
export const comparedDataset = ({ series, areas, period }: Compared): Dataset => ({
  name: `series-${series.id}`,
  columns: [
    { key: 'area', title: 'Area' },
    { key: 'areaName', title: 'Area name' },
    { key: 'toCompareWith', title: 'To compare with' },
    { key: 'periodFrom', title: 'Period from' },
    { key: 'periodTo', title: 'Period to' },
    { key: 'value', title: `Value, ${series.unit}` },
    { key: 'readingStatus', title: 'Status of the figure' },
    { key: 'latestTo', title: 'Latest period to' },
    { key: 'status', title: 'Status' },
    { key: 'direction', title: 'Direction' },
    { key: 'page', title: 'Page' },
  ],
  rows: areas.map(({ going, name, isOutside, reading }) => ({
    area: going.areaId,
    areaName: name,
    toCompareWith: isOutside,
    periodFrom: period?.from ?? null,
    periodTo: period?.to ?? null,
    value: figure(reading?.value),
    readingStatus: reading?.status ?? null,
    latestTo: going.latest?.period.to ?? null,
    status: statusWord(going.status),
    direction: going.direction.direction,
    page: seriesAreaPath({ seriesId: series.id, areaId: going.areaId }),
  })),
  source: series.measuredFrom,
});

/** A figure as a number where it is one exactly, so that a spreadsheet counts with it; else as its text. */
function figure(value: string | undefined): number | string | null {
  if (value === undefined) return null;
  const number = Number(value);
  return Number.isFinite(number) && value.length <= 15 ? number : value;
}
