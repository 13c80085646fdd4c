import { isoDate } from '#platform/kernel';
import { certainties, type Certainty } from '#modules/register';
import { z } from 'zod';
import { accumulations, measures } from '../domain/series/series.ts';

const certaintyKeys = Object.keys(certainties) as [Certainty, ...Certainty[]];
const certainty = z.enum(certaintyKeys);
const concerns = z.enum(['population', 'performance']);
const day = z.string().transform((text, context) => {
  const read = isoDate(text);
  if (!read.ok) context.addIssue({ code: 'custom', message: `${text} is not a day` });
  return read.ok ? read.value : z.NEVER;
});

const outcome = z.strictObject({
  number: z.int().positive(),
  theme: z.int().positive().optional(),
  title: z.string().min(1),
  says: z.string(),
  concerns,
  cites: z.string(),
  source: z.string().min(1),
  certainty,
});

const indicator = z.strictObject({
  code: z.string().min(1),
  title: z.string().min(1),
  kind: z.enum(['national', 'statutory', 'local']),
  isPlaceholder: z.boolean().default(false),
  certainty: certainty.optional(),
});

/** What an indicator’s title makes plain of how it is measured: polarity stands with the series, never with its number. */
const series = z.strictObject({
  of: z.string(),
  suffix: z.string().default(''),
  title: z.string().min(1),
  better: z.enum(['higher', 'lower']),
  unit: z.string().min(1),
  measuredAs: z.enum(measures),
  survey: z.boolean().default(false),
  concerns,
  accumulation: z.enum(accumulations),
  collectedBy: z.enum(['district', 'county', 'body']),
});

const framework = z.strictObject({
  id: z.string(),
  title: z.string().min(1),
  kind: z.enum(['agreement', 'plan', 'indicator-set']),
  bodyId: z.string().optional(),
  from: day.optional(),
  until: day.optional(),
  summary: z.string(),
  source: z.string().min(1),
  certainty,
  /** What the ids of its indicators begin with. */
  prefix: z.string().default(''),
  themes: z.array(z.strictObject({ number: z.int().positive(), title: z.string().min(1) })),
  outcomes: z.array(outcome),
  indicators: z.array(indicator).default([]),
  series: z.array(series).default([]),
});

/** The frameworks of an example place, in one file. */
export const frameworksFile = z.strictObject({
  about: z.string(),
  frameworks: z.array(framework),
  measures: z.array(
    z.strictObject({
      outcome: z.string(),
      indicator: z.string(),
      says: z.string(),
      standing: z.enum(['suggested', 'chosen']).default('suggested'),
    }),
  ),
  crosswalk: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      relation: z.enum(['same', 'close', 'part-of']),
      says: z.string(),
    }),
  ),
});

export type FrameworkRead = z.infer<typeof framework>;
