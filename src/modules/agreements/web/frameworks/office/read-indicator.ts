import type { Answers, FieldErrors } from '#platform/http';
import { never, ok, refuse, type Result, withPlainMinus } from '#platform/kernel';
import { explainCommon, isCommon, line, oneOf, optionalDay, passage, readAnswers } from '#platform/web';
import { z } from 'zod';
import type { DefineRefusal, Definition } from '../../../actions/frameworks/define-indicator.ts';
import { seriesFaultSentences } from '../../../domain/series/series-faults.ts';
import {
  accumulations,
  frequencies,
  measures,
  type Polarity,
  type Series,
} from '../../../domain/series/series.ts';

const indicatorForm = z.object({
  code: line('the code', { most: 30 }),
  title: line('the title', { most: 160 }),
  says: passage('what it tells', { most: 2000, optional: true }),
});

const whole = (name: string, optional: boolean) =>
  line(name, { most: 5, optional }).refine((typed) => typed === '' || /^\d{1,4}$/.test(typed), {
    message: `Enter ${name} as a whole number, like 5`,
    when: ({ issues }) => issues.length === 0,
  });
const figure = (name: string) => line(name, { most: 20, optional: true }).transform(withPlainMinus);

const seriesForm = z.object({
  seriesTitle: line('the title of the series', { most: 160 }),
  concerns: oneOf(['population', 'performance'], 'Select whom it concerns'),
  better: oneOf(['higher', 'lower', 'band'], 'Select which way is better'),
  bandLow: figure('the lower end of the band'),
  bandHigh: figure('the upper end of the band'),
  unit: line('the unit', { most: 60 }),
  measuredAs: oneOf(measures, 'Select what kind of figure it is'),
  decimals: oneOf(['0', '1', '2', '3', '4', '5', '6'], 'Select how many decimals it has'),
  frequency: oneOf(frequencies, 'Select how often it is measured'),
  accumulation: oneOf(accumulations, 'Select what one reading covers'),
  numerator: line('what is counted', { most: 160, optional: true }),
  denominator: line('out of what', { most: 160, optional: true }),
  per: figure('per how many'),
  method: oneOf(['count', 'survey'], 'Select how it is found'),
  designEffect: figure('the design effect'),
  suppressUnder: whole('the least count that is shown', true),
  collectedBy: oneOf(['district', 'county', 'body'], 'Select who collects it'),
  lagDays: whole('after how many days it is due', false),
  floorMargin: figure('how far short is still amber'),
  profile: line('what part of the year’s sum comes when', { most: 200, optional: true }),
  measuredFrom: line('where the figures come from', { most: 200 }),
  fromDay: optionalDay('the first day'),
  replaces: line('the series it replaces', { most: 100, optional: true }),
  proxyFor: line('the series it stands for', { most: 100, optional: true }),
  source: line('where the definition is written', { most: 300 }),
});

const orNot = (text: string): string | undefined => (text === '' ? undefined : text);

/** Reads an indicator with its series, or a further series of the indicator that stands. */
export function readIndicator(
  answers: Answers,
  indicatorId: string | undefined,
): Result<Definition, FieldErrors> {
  const head =
    indicatorId === undefined ? readAnswers(indicatorForm, answers) : ok({ code: '', title: '', says: '' });
  const read = readAnswers(seriesForm, answers, ['fromDay']);
  const errors: Record<string, string> = { ...(head.ok ? {} : head.error), ...(read.ok ? {} : read.error) };
  if (read.ok) {
    const { better, bandLow, bandHigh, numerator, denominator } = read.value;
    if (better === 'band' && (bandLow === '' || bandHigh === ''))
      errors['bandLow'] = 'Enter both ends of the band';
    if ((numerator === '') !== (denominator === ''))
      errors['denominator'] = 'Enter both what is counted and out of what, or neither';
  }
  if (!head.ok || !read.ok || Object.keys(errors).length > 0) return refuse(errors);
  return ok({ indicatorId, ...head.value, series: seriesFrom(read.value) });
}

function seriesFrom(read: z.infer<typeof seriesForm>): Definition['series'] {
  const { measuredAs } = read;
  return {
    title: read.seriesTitle,
    concerns: read.concerns,
    polarity: polarityFrom(read),
    unit: read.unit,
    measuredAs,
    decimals: Number(read.decimals),
    frequency: read.frequency,
    accumulation: read.accumulation,
    ratio:
      read.numerator === ''
        ? undefined
        : {
            numerator: read.numerator,
            denominator: read.denominator,
            per: read.per === '' ? (measuredAs === 'percentage' ? '100' : '1') : read.per,
          },
    method:
      read.method === 'survey'
        ? { by: 'survey', designEffect: read.designEffect === '' ? '1' : read.designEffect }
        : { by: 'count' },
    suppressUnder:
      read.suppressUnder === '' || read.suppressUnder === '0' ? undefined : Number(read.suppressUnder),
    collectedBy: read.collectedBy,
    lagDays: Number(read.lagDays),
    floorMargin: orNot(read.floorMargin),
    profile: profileFrom(read.profile),
    measuredFrom: read.measuredFrom,
    fromDay: read.fromDay,
    replaces: orNot(read.replaces),
    proxyFor: orNot(read.proxyFor),
    source: read.source,
    certainty: 'confirmed',
  };
}

/** The parts of a year as somebody writes them: `20, 25, 30, 25`. */
function profileFrom(typed: string): Series['profile'] {
  const parts = typed.split(/[\s,;]+/).filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.map((part) => withPlainMinus(part));
}

const polarityFrom = ({
  better,
  bandLow,
  bandHigh,
}: Readonly<{ better: Polarity['better']; bandLow: string; bandHigh: string }>): Polarity =>
  better === 'band' ? { better, low: bandLow, high: bandHigh } : { better };

/** A series as the answers it would have been defined with, to define the one that replaces it. */
export const seriesAnswers = (series: Series): Answers => ({
  seriesTitle: series.title,
  concerns: series.concerns,
  better: series.polarity.better,
  ...(series.polarity.better === 'band'
    ? { bandLow: series.polarity.low, bandHigh: series.polarity.high }
    : {}),
  unit: series.unit,
  measuredAs: series.measuredAs,
  decimals: String(series.decimals),
  frequency: series.frequency,
  accumulation: series.accumulation,
  ...series.ratio,
  method: series.method.by,
  designEffect: series.method.by === 'survey' ? series.method.designEffect : '',
  suppressUnder: series.suppressUnder === undefined ? '' : String(series.suppressUnder),
  collectedBy: series.collectedBy,
  lagDays: String(series.lagDays),
  floorMargin: series.floorMargin ?? '',
  profile: (series.profile ?? []).join(', '),
  measuredFrom: series.measuredFrom,
  replaces: series.id,
  proxyFor: series.proxyFor ?? '',
  source: series.source,
});

/** The sentence for each reason for which nothing was defined. */
export function explainDefinition(refusal: DefineRefusal): FieldErrors {
  if (typeof refusal === 'object')
    return Object.fromEntries(refusal.faults.map(({ fault, at }) => [at, seriesFaultSentences[fault]]));
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'code-taken':
      return { code: 'Your body has an indicator with this code already. Give this one another' };
    case 'code-unusable':
      return { code: 'The code must have a letter or a digit, and 50 characters or fewer' };
    case 'no-such-indicator':
      return { form: 'There is no such indicator. Open the list again' };
    case 'not-your-indicator':
      return {
        form: 'This indicator is not one of your body’s own. Define an indicator of your own instead',
      };
    default:
      return never(refusal);
  }
}
