import type { Answers, FieldErrors } from '#platform/http';
import {
  date,
  financialYearDates,
  ok,
  parseFinancialYear,
  refuse,
  type Result,
  withPlainMinus,
} from '#platform/kernel';
import { dateAnswers, line, oneOf, optionalDay, passage, readAnswers } from '#platform/web';
import { z } from 'zod';
import type { NewTarget } from '../../../actions/targets/put-target.ts';
import type { ReadingPeriod } from '../../../domain/reading/reading.ts';
import type { NewVersion } from '../../../domain/target/version-faults.ts';
import type { TargetChoices } from '../../../queries/target-choices.ts';

/** How many years a form asks for. */
export const years = 5;

const statuses = ['final', 'provisional', 'estimate', 'revised', 'to-be-set'] as const;
const figure = (name: string) => line(name, { most: 20, optional: true }).transform(withPlainMinus);

const versionForm = z.object({
  baseline: figure('the baseline'),
  baselineYear: line('the year of the baseline', { most: 10 }),
  baselineStatus: oneOf(statuses, 'Select how final the baseline is'),
  baselineBy: optionalDay('the day by which it is set'),
  without: figure('what was expected without the agreement'),
  lead: line('the lead body', { most: 100 }),
  reason: passage('the reason', { most: 2000, optional: true }),
  source: line('where it is written', { most: 300 }),
  revision: line('the revision proposal', { most: 200, optional: true }),
});

const targetForm = z.object({
  standing: oneOf(['designated', 'local', 'statutory'], 'Select what kind of target it is'),
  outcome: line('the outcome', { most: 120, optional: true }),
  series: line('the series', { most: 100 }),
  area: line('the area', { most: 100 }),
  partOf: line('what it is part of', { most: 120, optional: true }),
});

export type VersionRead = Readonly<{ version: NewVersion; revision: string }>;

/** A year as somebody writes it: `2026-27`, or `2026` for a calendar year. */
export function readYear(typed: string): ReadingPeriod | undefined {
  const text = typed.trim().replaceAll(/[–—/]/g, '-');
  const financial = parseFinancialYear(text);
  if (financial.ok) {
    const { first, last } = financialYearDates(financial.value);
    return { from: first, to: last };
  }
  return /^[12]\d{3}$/.test(text) ? { from: date(`${text}-01-01`), to: date(`${text}-12-31`) } : undefined;
}

/** The same the other way round, to fill a form with. */
export const writeYear = ({ from, to }: ReadingPeriod): string =>
  from.endsWith('-04-01') && to.endsWith('-03-31')
    ? `${from.slice(0, 4)}-${to.slice(2, 4)}`
    : from.slice(0, 4);

const yearSentence = 'Write the year like 2026-27, or 2026 for a calendar year';
const orNot = (text: string): string | undefined => (text === '' ? undefined : text);

/** Reads what one version sets. */
export function readVersion(answers: Answers, { bodies }: TargetChoices): Result<VersionRead, FieldErrors> {
  const head = readAnswers(versionForm, answers, ['baselineBy']);
  const errors: Record<string, string> = head.ok ? {} : { ...head.error };
  const baselineYear = readYear(answers['baselineYear'] ?? '');
  if (baselineYear === undefined) errors['baselineYear'] ??= yearSentence;
  const values = readYears(answers, errors);
  const partners = bodies.map(({ id }) => id).filter((id) => answers[`partner-${id}`] === 'yes');
  if (partners.length === 0) errors['partners'] = 'Select at least one body that it binds';
  if (head.ok && !bodies.some(({ id }) => id === head.value.lead)) errors['lead'] ??= 'Select the lead body';
  if (!head.ok || baselineYear === undefined || Object.keys(errors).length > 0) return refuse(errors);
  const { baseline, baselineStatus, baselineBy, without, lead, reason, source, revision } = head.value;
  return ok({
    revision,
    version: {
      leadBody: lead,
      baseline: {
        value: orNot(baseline),
        period: baselineYear,
        status: baselineStatus,
        by: baselineStatus === 'to-be-set' ? baselineBy : undefined,
      },
      without: orNot(without),
      values,
      partners: partners.includes(lead) ? partners : [lead, ...partners],
      reason,
      source,
      certainty: 'confirmed',
    },
  });
}

function readYears(answers: Answers, errors: Record<string, string>): NewVersion['values'] {
  const read: NewVersion['values'][number][] = [];
  for (let box = 1; box <= years; box += 1) {
    const given = (name: string) => (answers[`${name}-${box}`] ?? '').trim();
    const isEmpty = ['year', 'value', 'floor', 'stretch'].every((name) => given(name) === '');
    if (isEmpty) continue;
    const period = readYear(given('year'));
    if (period === undefined) errors[`year-${box}`] = yearSentence;
    if (given('value') === '') errors[`value-${box}`] = 'Enter the target of this year';
    if (period !== undefined)
      read.push({
        period,
        value: withPlainMinus(given('value')),
        floor: orNot(withPlainMinus(given('floor'))),
        stretch: orNot(withPlainMinus(given('stretch'))),
      });
  }
  if (read.length === 0) errors['year-1'] ??= 'Enter the target of at least one year';
  return read;
}

/** Reads a new target with its first version. */
export function readTarget(answers: Answers, choices: TargetChoices): Result<NewTarget, FieldErrors> {
  const head = readAnswers(targetForm, answers);
  const version = readVersion(answers, choices);
  const errors: Record<string, string> = {
    ...(head.ok ? {} : head.error),
    ...(version.ok ? {} : version.error),
  };
  if (!head.ok || !version.ok) return refuse(errors);
  const { standing, outcome, series, area, partOf } = head.value;
  return ok({
    agreementId: choices.agreement.id,
    outcomeId: orNot(outcome),
    seriesId: series,
    areaId: area,
    standing,
    partOf: orNot(partOf),
    version: version.value.version,
  });
}

/** The answers that a version would have been put with, to change it from. */
export function versionAnswers(version: NewVersion): Answers {
  const { baseline, values, partners } = version;
  return {
    baseline: baseline.value ?? '',
    baselineYear: writeYear(baseline.period),
    baselineStatus: baseline.status,
    ...dateAnswers('baselineBy', baseline.by),
    without: version.without ?? '',
    lead: version.leadBody,
    source: version.source,
    ...Object.fromEntries(
      values.flatMap(({ period, value, floor, stretch }, index) => [
        [`year-${index + 1}`, writeYear(period)],
        [`value-${index + 1}`, value],
        [`floor-${index + 1}`, floor ?? ''],
        [`stretch-${index + 1}`, stretch ?? ''],
      ]),
    ),
    ...Object.fromEntries(partners.map((id) => [`partner-${id}`, 'yes'])),
  };
}
