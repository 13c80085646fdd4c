import { capitalise } from '#platform/kernel';
import { Link, Tag } from '#platform/ui';
import { type DayAsked, onDay } from '#platform/web';
import {
  type Crossing,
  type FrameworkKind,
  type Indicator,
  indicatorPath,
} from '../../domain/framework/framework.ts';
import type {
  Accumulation,
  Concerns,
  Frequency,
  MeasuredAs,
  Polarity,
  Series,
} from '../../domain/series/series.ts';
import type { MeasureLine } from '../../queries/frameworks/framework-page.ts';

export const frameworkKinds: Readonly<Record<FrameworkKind, string>> = {
  agreement: 'Agreement between bodies',
  plan: 'Plan of one body',
  'indicator-set': 'Set of indicators',
};

export const indicatorKinds: Readonly<Record<Indicator['kind'], string>> = {
  national: 'National',
  statutory: 'Statutory',
  local: 'Local',
};

export const polarities: Readonly<Record<Polarity['better'], string>> = {
  higher: 'Higher is better',
  lower: 'Lower is better',
  band: 'Best within a band',
};

/** Which way is better, in words. */
export const sayPolarity = (polarity: Polarity): string =>
  polarity.better === 'band'
    ? `As it should be from ${polarity.low} to ${polarity.high}`
    : polarities[polarity.better];

/** The polarities of several series, each once. */
export const sayPolarities = (series: readonly Series[]): string =>
  [...new Set(series.map(({ polarity }) => sayPolarity(polarity)))].join('; ');

export const concernsWords: Readonly<Record<Concerns, string>> = {
  population: 'Everybody in the area, whoever acts',
  performance: 'What one body does itself',
};

export const frequencyWords: Readonly<Record<Frequency, string>> = {
  monthly: 'every month',
  quarterly: 'every quarter',
  termly: 'every school term',
  annual: 'once a year',
  biennial: 'every two years',
};

export const accumulationWords: Readonly<Record<Accumulation, string>> = {
  point: 'its own period alone',
  cumulative: 'everything from the start of the financial year to the end of the period',
  rolling: 'the twelve months to the end of the period',
  'academic-year': 'everything from 1 September to the end of the period',
};

export const measuredAsWords: Readonly<Record<MeasuredAs, string>> = {
  percentage: 'a percentage',
  rate: 'a rate',
  count: 'a count',
  money: 'an amount of money',
  number: 'a number',
  change: 'a change, up or down',
};

export const collectedByWords: Readonly<Record<Series['collectedBy'], string>> = {
  district:
    'Each district for its own place; the county’s figure is their sum, never the average of percentages',
  county: 'The county for the whole area',
  body: 'Each body about itself',
};

export const relations: Readonly<Record<Crossing['relation'], string>> = {
  same: 'The same',
  close: 'Close',
  'part-of': 'One is part of the other',
};

/** The words beside a title that nobody has checked, wherever it is shown. */
export const Unverified = ({ of }: Readonly<{ of: Pick<Indicator, 'certainty' | 'isPlaceholder'> }>) => (
  <>
    {of.isPlaceholder && (
      <>
        {' '}
        <Tag colour="grey">Not defined yet</Tag>
      </>
    )}
    {of.certainty === 'unsure' && !of.isPlaceholder && (
      <>
        {' '}
        <Tag colour="orange">Unverified</Tag>
      </>
    )}
  </>
);

/** An indicator by its code and title, as a link, with the word that its title is unverified. */
export const IndicatorLink = ({ indicator, visit }: Readonly<{ indicator: Indicator; visit: DayAsked }>) => (
  <>
    <Link href={onDay(indicatorPath(indicator), visit)}>{`${indicator.code} ${indicator.title}`}</Link>
    <Unverified of={indicator} />
  </>
);

/** The indicators that tell of an outcome, each suggested or chosen. */
export function Measures({
  measures,
  visit,
}: Readonly<{ measures: readonly MeasureLine[]; visit: DayAsked }>) {
  if (measures.length === 0) return <span class="govuk-hint">None named yet</span>;
  return (
    <ul class="govuk-list">
      {measures.map(({ measure, indicator, series }) => (
        <li>
          <IndicatorLink indicator={indicator} visit={visit} />{' '}
          <Tag colour={measure.standing === 'chosen' ? 'green' : 'purple'}>
            {capitalise(measure.standing)}
          </Tag>{' '}
          <span class="govuk-hint">{series.length === 0 ? measure.says : sayPolarities(series)}</span>
        </li>
      ))}
    </ul>
  );
}
