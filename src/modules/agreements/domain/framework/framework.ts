import type { IsoDate } from '#platform/kernel';
import type { Concerns } from '../series/series.ts';

export type FrameworkKind = 'agreement' | 'plan' | 'indicator-set';

/** A set of themes and outcomes, or of indicators, as it was published. It never changes; another takes its place. */
export type Framework = Readonly<{
  id: string;
  title: string;
  kind: FrameworkKind;
  /** Whose it is; undefined for a national one. */
  bodyId: string | undefined;
  summary: string;
  from: IsoDate | undefined;
  until: IsoDate | undefined;
  isIllustrative: boolean;
  source: string;
  certainty: string;
}>;

export type Theme = Readonly<{ frameworkId: string; number: number; title: string }>;

/** `id` is its framework and number: `kent-agreement-two/12`. */
export type Outcome = Readonly<{
  id: string;
  frameworkId: string;
  number: number;
  theme: number | undefined;
  title: string;
  says: string;
  concerns: Concerns;
  /** Document and paragraph it is taken from. */
  cites: string;
  source: string;
  certainty: string;
}>;

export type Indicator = Readonly<{
  id: string;
  frameworkId: string;
  code: string;
  title: string;
  says: string;
  kind: 'national' | 'statutory' | 'local';
  /** Announced and not defined yet. */
  isPlaceholder: boolean;
  source: string;
  certainty: string;
}>;

/** How an outcome of one framework answers to one of another. */
export type Crossing = Readonly<{
  from: string;
  to: string;
  relation: 'same' | 'close' | 'part-of';
  says: string;
  source: string;
  certainty: string;
}>;

/**
 * That an indicator tells how an outcome goes. Suggested ones were never chosen by anybody. Of several about the same two, the
 * last said by a day is what stood on it; `on` undefined: since the framework was published.
 */
export type Measure = Readonly<{
  outcomeId: string;
  indicatorId: string;
  standing: 'suggested' | 'chosen' | 'dropped';
  on: IsoDate | undefined;
  bodyId: string | undefined;
  byOffice: string | undefined;
  says: string;
  source: string;
  certainty: string;
}>;

/** The pages of these, which are also how every other thing points at them. */
export const frameworkPath = ({ id }: Pick<Framework, 'id'>): string => `/frameworks/${id}`;
export const outcomePath = ({ id }: Pick<Outcome, 'id'>): string => `/outcomes/${id}`;
export const indicatorPath = ({ id }: Pick<Indicator, 'id'>): string => `/indicators/${id}`;

/** What tells of outcomes at the end of a day: of each pair the last that was said, without what was dropped. */
export function measuresOn(said: readonly Measure[], on: IsoDate): readonly Measure[] {
  const last = new Map<string, Measure>();
  for (const measure of said)
    if (measure.on === undefined || measure.on <= on)
      last.set(`${measure.outcomeId} ${measure.indicatorId}`, measure);
  return [...last.values()].filter(({ standing }) => standing !== 'dropped');
}
