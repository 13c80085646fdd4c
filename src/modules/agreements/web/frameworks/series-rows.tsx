import type { ComponentChildren } from 'preact';
import { formatDate } from '#platform/kernel';
import { Link } from '#platform/ui';
import { type DayAsked, onDay } from '#platform/web';
import type { Series } from '../../domain/series/series.ts';
import { Origin } from '../origin.tsx';
import {
  accumulationWords,
  collectedByWords,
  concernsWords,
  frequencyWords,
  measuredAsWords,
  sayPolarity,
} from './words.tsx';

type Related = Readonly<{ related: ReadonlyMap<string, Series>; proxies: readonly Series[] }>;
type Row = readonly [name: string, value: ComponentChildren];

/** Everything that defines a series, in plain words. */
export function seriesRows(series: Series, { related, proxies }: Related, visit: DayAsked): readonly Row[] {
  const link = (id: string) => {
    const found = related.get(id);
    const href = found === undefined ? `/series/${id}` : `/indicators/${found.indicatorId}#${id}`;
    return <Link href={withDay(href, visit)}>{found?.title ?? id}</Link>;
  };
  const replacedBy = [...related.values()].filter(({ replaces }) => replaces === series.id);
  const standIns = proxies.filter(({ proxyFor }) => proxyFor === series.id);
  return [
    ['Whom it concerns', concernsWords[series.concerns]],
    ['Which way is better', sayPolarity(series.polarity)],
    [
      'Measured as',
      `${measuredAsWords[series.measuredAs]}, in ${series.unit}, to ${decimalsIn(series.decimals)}`,
    ],
    ['How often', frequencyWords[series.frequency]],
    ['What one reading covers', accumulationWords[series.accumulation]],
    ...(series.ratio === undefined ? [] : [['Worked out as', ratioIn(series.ratio)] as const]),
    ['Found by', methodIn(series.method)],
    ['Who collects it', collectedByWords[series.collectedBy]],
    ['Due', dueIn(series)],
    ...(series.suppressUnder === undefined
      ? []
      : [
          ['Not shown', `Counts under ${series.suppressUnder}, so that nobody can be known by them`] as const,
        ]),
    ...(series.floorMargin === undefined
      ? []
      : [
          [
            'Still amber',
            `up to ${series.floorMargin} ${series.unit} short of a target that sets no floor`,
          ] as const,
        ]),
    ...(series.profile === undefined
      ? []
      : [['Usual share of the year', series.profile.join(', ')] as const]),
    ['Figures from', series.measuredFrom],
    ...(series.fromDay === undefined ? [] : [['Measured since', formatDate(series.fromDay)] as const]),
    ...(series.replaces === undefined ? [] : [['Replaces', link(series.replaces)] as const]),
    ...replacedBy.map(({ id }): Row => ['Replaced by', link(id)]),
    ...(series.proxyFor === undefined
      ? []
      : [['Stands, as a quick measure, for', link(series.proxyFor)] as const]),
    ...standIns.map(({ id }): Row => ['Quick measure that stands for it', link(id)]),
    ['Source', <Origin {...series} />],
  ];
}

/** An address with its anchor, on the day that the page shows. */
function withDay(href: string, visit: DayAsked): string {
  const [before = '', anchor] = href.split('#');
  return `${onDay(before, visit)}${anchor === undefined ? '' : `#${anchor}`}`;
}

const decimalsIn = (decimals: number): string =>
  decimals === 0 ? 'whole numbers' : `${decimals} ${decimals === 1 ? 'decimal' : 'decimals'}`;

const ratioIn = ({ numerator, denominator, per }: NonNullable<Series['ratio']>): string =>
  `${numerator}, out of ${denominator}${per === '1' ? '' : `, per ${per}`}`;

const methodIn = (method: Series['method']): string =>
  method.by === 'count'
    ? 'Counting'
    : `A survey${method.designEffect === '1' ? '' : `, with a design effect of ${method.designEffect}`}: small changes may be chance`;

const dueIn = ({ lagDays, certainty }: Series): string => {
  if (lagDays === 0 && certainty === 'unsure') return 'Not known';
  return lagDays === 0 ? 'When the period ends' : `${lagDays} days after the period ends`;
};
