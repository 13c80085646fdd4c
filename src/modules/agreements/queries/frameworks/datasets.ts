import type { Dataset } from '#platform/http';
import { frameworkPath, indicatorPath, outcomePath } from '../../domain/framework/framework.ts';
import type { Polarity, Series } from '../../domain/series/series.ts';
import type { FrameworkPage, OutcomeLine, OutcomePage } from './framework-page.ts';
import type { FrameworkLine } from './frameworks-list.ts';
import type { IndicatorLine } from './indicators-list.ts';

/** The sets of outcomes and indicators, one a row. */
export const frameworksDataset = (frameworks: readonly FrameworkLine[]): Dataset => ({
  name: 'frameworks',
  source: 'Sets of outcomes and indicators, each with its own source in its row',
  columns: [
    { key: 'id', title: 'Id' },
    { key: 'page', title: 'Page' },
    { key: 'title', title: 'Title' },
    { key: 'kind', title: 'Kind' },
    { key: 'body', title: 'Body' },
    { key: 'from', title: 'In use from' },
    { key: 'until', title: 'In use until' },
    { key: 'outcomes', title: 'Outcomes' },
    { key: 'indicators', title: 'Indicators' },
    { key: 'source', title: 'Source' },
    { key: 'certainty', title: 'How sure' },
  ],
  rows: frameworks.map((framework) => ({
    id: framework.id,
    page: frameworkPath(framework),
    title: framework.title,
    kind: framework.kind,
    body: framework.bodyId ?? null,
    from: framework.from ?? null,
    until: framework.until ?? null,
    outcomes: framework.outcomes,
    indicators: framework.indicators,
    source: framework.source,
    certainty: framework.certainty,
  })),
});

const measureColumns = [
  { key: 'outcome', title: 'Outcome' },
  { key: 'page', title: 'Page' },
  { key: 'number', title: 'Number' },
  { key: 'theme', title: 'Theme' },
  { key: 'title', title: 'Title' },
  { key: 'cites', title: 'Taken from' },
  { key: 'indicator', title: 'Indicator' },
  { key: 'indicatorTitle', title: 'Title of the indicator' },
  { key: 'standing', title: 'Suggested or chosen' },
  { key: 'certainty', title: 'How sure of the indicator' },
] as const;

/** One row for each indicator of an outcome, and one for an outcome without any. */
const measureRows = (
  lines: readonly OutcomeLine[],
  themeOf: (line: OutcomeLine) => string | null,
): Dataset['rows'] =>
  lines.flatMap((line): Dataset['rows'] => {
    const { outcome } = line;
    const own = {
      outcome: outcome.id,
      page: outcomePath(outcome),
      number: outcome.number,
      theme: themeOf(line),
      title: outcome.title,
      cites: outcome.cites,
    };
    const none = { indicator: null, indicatorTitle: null, standing: null, certainty: null };
    if (line.measures.length === 0) return [{ ...own, ...none }];
    return line.measures.map(({ measure, indicator }) => ({
      ...own,
      indicator: indicator.id,
      indicatorTitle: indicator.title,
      standing: measure.standing,
      certainty: indicator.certainty,
    }));
  });

/** The outcomes of one set with their indicators. */
export const frameworkDataset = ({ framework, parts }: FrameworkPage): Dataset => ({
  name: `${framework.id}-outcomes`,
  source: framework.source,
  columns: [...measureColumns],
  rows: parts.flatMap(({ theme, outcomes }) => measureRows(outcomes, () => theme?.title ?? null)),
});

/** One outcome with its indicators. */
export const outcomeDataset = (found: OutcomePage): Dataset => ({
  name: `${found.outcome.id.replace('/', '-')}-indicators`,
  source: found.outcome.source,
  columns: [...measureColumns],
  rows: measureRows([found], () => found.theme?.title ?? null),
});

/** Indicators with how each of their series is measured: one row a series, and one for an indicator without any. */
export const indicatorsDataset = (lines: readonly IndicatorLine[]): Dataset => ({
  name: 'indicators',
  source:
    'Indicators and their series, each with its own source; what is unsure is not checked against the definition',
  columns: [
    { key: 'indicator', title: 'Indicator' },
    { key: 'page', title: 'Page' },
    { key: 'set', title: 'Set' },
    { key: 'code', title: 'Code' },
    { key: 'title', title: 'Title' },
    { key: 'kind', title: 'Kind' },
    { key: 'placeholder', title: 'Announced and not defined yet' },
    { key: 'certainty', title: 'How sure' },
    ...seriesColumns,
  ],
  rows: lines.flatMap(({ indicator, series }) => {
    const own = {
      indicator: indicator.id,
      page: indicatorPath(indicator),
      set: indicator.frameworkId,
      code: indicator.code,
      title: indicator.title,
      kind: indicator.kind,
      placeholder: indicator.isPlaceholder,
      certainty: indicator.certainty,
    };
    return series.length === 0
      ? [{ ...own, ...noSeries }]
      : series.map((one) => ({ ...own, ...seriesRow(one) }));
  }),
});

const seriesColumns = [
  { key: 'series', title: 'Series' },
  { key: 'seriesTitle', title: 'Title of the series' },
  { key: 'concerns', title: 'Concerns' },
  { key: 'better', title: 'Which way is better' },
  { key: 'bandLow', title: 'Lower end of the band' },
  { key: 'bandHigh', title: 'Upper end of the band' },
  { key: 'unit', title: 'Unit' },
  { key: 'measuredAs', title: 'Measured as' },
  { key: 'decimals', title: 'Decimals' },
  { key: 'frequency', title: 'How often' },
  { key: 'accumulation', title: 'What a reading covers' },
  { key: 'numerator', title: 'What is counted' },
  { key: 'denominator', title: 'Out of what' },
  { key: 'per', title: 'Per' },
  { key: 'method', title: 'Counted or by survey' },
  { key: 'collectedBy', title: 'Collected by' },
  { key: 'lagDays', title: 'Due after days' },
  { key: 'suppressUnder', title: 'Not shown under' },
  { key: 'replaces', title: 'Replaces series' },
  { key: 'proxyFor', title: 'Stands for series' },
  { key: 'measuredFrom', title: 'Figures from' },
];

const seriesRow = (series: Series) => ({
  series: series.id,
  seriesTitle: series.title,
  concerns: series.concerns,
  ...polarityCells(series.polarity),
  unit: series.unit,
  measuredAs: series.measuredAs,
  decimals: series.decimals,
  frequency: series.frequency,
  accumulation: series.accumulation,
  numerator: series.ratio?.numerator ?? null,
  denominator: series.ratio?.denominator ?? null,
  per: series.ratio?.per ?? null,
  method: series.method.by,
  collectedBy: series.collectedBy,
  lagDays: series.lagDays,
  suppressUnder: series.suppressUnder ?? null,
  replaces: series.replaces ?? null,
  proxyFor: series.proxyFor ?? null,
  measuredFrom: series.measuredFrom,
});

const polarityCells = (polarity: Polarity) => ({
  better: polarity.better,
  bandLow: polarity.better === 'band' ? polarity.low : null,
  bandHigh: polarity.better === 'band' ? polarity.high : null,
});

const noSeries = Object.fromEntries(seriesColumns.map(({ key }) => [key, null]));
