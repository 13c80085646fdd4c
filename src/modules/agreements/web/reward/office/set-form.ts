import type { Answers, FieldErrors } from '#platform/http';
import {
  decimalFraction,
  divideFractions,
  explainMoney,
  fraction,
  fractionText,
  ok,
  parseFinancialYear,
  parseMoney,
  refuse,
  type Result,
} from '#platform/kernel';
import { day, line, oneOf, passage, readAnswers, versionSeen } from '#platform/web';
import { z } from 'zod';
import { findScheme, type Pot, type RewardTerms } from '../../../domain/reward/reward-rule.ts';
import type { NewRewardSet, RewardPartner } from '../../../domain/reward/reward-set.ts';
import type { FirstCall } from '../../../domain/reward/share-out.ts';
import type { Nameable } from './nameable.ts';
import { readTargets } from './read-rewarded.ts';

export const schemeKeys = ['lpsa', 'laa-average', 'own'] as const;
export const potKinds = ['sum', 'part-of-budgets', 'not-known'] as const;
/** How many first calls the form has room for. */
export const callFields = [1, 2, 3] as const;

export type SetRead = Readonly<{ set: NewRewardSet; seen: number }>;

const form = z.object({
  scheme: oneOf(schemeKeys, 'Select the rules'),
  pot: oneOf(potKinds, 'Select where the pot comes from'),
  from: day('the first day'),
  reason: passage('why', { most: 2000 }),
  source: line('where it is written', { most: 300 }),
});

const percentage = (name: string) =>
  line(name, { most: 8 })
    .refine((typed) => /^(?:100(?:\.0{1,4})?|\d{1,2}(?:\.\d{1,4})?)$/.test(typed), {
      message: `Enter ${name} as a percentage from 0 to 100, like 60`,
      when: ({ issues }) => issues.length === 0,
    })
    .transform((typed) => fractionText(divideFractions(decimalFraction(typed), fraction(100)), 6));

const ownTerms = z.object({
  method: oneOf(['each-target', 'average'], 'Select what decides'),
  measured: oneOf(['without', 'baseline'], 'Select what an achievement is measured from'),
  floor: percentage('the floor'),
  cap: percentage('the cap'),
  revenue: percentage('the part that is revenue'),
  surveys: oneOf(['beyond-error', 'any'], 'Select whether chance may be rewarded'),
  instalments: oneOf(['1', '2', '3', '4'], 'Select in how many instalments it is paid'),
});

/** Reads a set of reward rules: everything that is wrong at once, each under its field. */
export function readRewardSet(answers: Answers, nameable: Nameable): Result<SetRead, FieldErrors> {
  const read = readAnswers(form, answers, ['from']);
  const errors: Record<string, string> = read.ok ? {} : { ...read.error };
  const take = <Value>(result: Result<Value, FieldErrors>): Value | undefined => {
    if (result.ok) return result.value;
    Object.assign(errors, result.error);
    return undefined;
  };
  const terms = take(readTerms(answers));
  const pot = take(readPot(answers));
  const targets = take(readTargets(answers, nameable));
  const partners = take(readPartners(answers, nameable));
  const calls = take(readCalls(answers));
  if (!read.ok || Object.keys(errors).length > 0) return refuse(errors);
  const { scheme, from, reason, source } = read.value;
  if (terms === undefined || targets === undefined || partners === undefined || calls === undefined)
    return refuse(errors);
  const budgetBodies = nameable.parties
    .filter(({ id }) => answers[`budget-${id}`] === 'yes')
    .map(({ id }) => id);
  const set = {
    scheme,
    terms,
    pot,
    budgetBodies: pot?.by === 'part-of-budgets' ? budgetBodies : [],
    targets,
    partners,
    calls,
    from,
    reason,
    source,
  };
  return ok({ set, seen: versionSeen(answers['seen']) });
}

function readTerms(answers: Answers): Result<RewardTerms, FieldErrors> {
  const scheme = findScheme(answers['scheme'] ?? '');
  if (scheme !== undefined) return ok(scheme.terms);
  const read = readAnswers(ownTerms, answers);
  const interim = readInterimPart(answers);
  if (!read.ok) return refuse({ ...read.error, ...(interim.ok ? {} : interim.error) });
  if (!interim.ok) return interim;
  const { method, measured, floor, cap, revenue, surveys, instalments } = read.value;
  const count = Number(instalments);
  return ok({
    method,
    from: measured,
    floor,
    cap,
    revenuePart: revenue,
    interimPart: interim.value,
    isBeyondError: surveys === 'beyond-error',
    instalments: Array.from({ length: count }, (_, index) => ({
      title: count === 1 ? 'In one sum' : `Instalment ${index + 1}`,
      part: fractionText(fraction(1, count), 6),
    })),
  });
}

function readInterimPart(answers: Answers): Result<string | undefined, FieldErrors> {
  if ((answers['interimPart'] ?? '').trim() === '') return ok(undefined);
  const read = readAnswers(z.object({ interimPart: percentage('the part paid on account') }), answers);
  return read.ok ? ok(read.value.interimPart) : read;
}

function readPot(answers: Answers): Result<Pot | undefined, FieldErrors> {
  if (answers['pot'] === 'sum') {
    const amount = parseMoney(answers['potAmount'] ?? '');
    return amount.ok
      ? ok({ by: 'sum', amount: amount.value })
      : refuse({ potAmount: explainMoney('the pot', amount.error) });
  }
  if (answers['pot'] !== 'part-of-budgets') return ok(undefined);
  const year = parseFinancialYear((answers['budgetYear'] ?? '').trim());
  const read = readAnswers(z.object({ budgetPart: percentage('the part of the budgets') }), answers);
  if (!year.ok)
    return refuse({
      ...(read.ok ? {} : read.error),
      budgetYear: 'Enter the year before the agreement as 2007-08',
    });
  if (!read.ok) return read;
  return ok({ by: 'part-of-budgets', part: read.value.budgetPart, year: year.value });
}

function readPartners(
  answers: Answers,
  { parties }: Nameable,
): Result<readonly RewardPartner[], FieldErrors> {
  const errors: Record<string, string> = {};
  const partners = parties.flatMap(({ id, name }) => {
    const typed = (answers[`share-${id}`] ?? '').trim();
    if (/^0*(?:\.0*)?$/.test(typed)) return [];
    if (/^\d{1,9}(?:\.\d{1,3})?$/.test(typed)) return [{ bodyId: id, weight: typed }];
    errors[`share-${id}`] = `Enter the part of ${name} as a number, like 40 or 27.5, or leave it empty`;
    return [];
  });
  return Object.keys(errors).length === 0 ? ok(partners) : refuse(errors);
}

function readCalls(answers: Answers): Result<readonly FirstCall[], FieldErrors> {
  const errors: Record<string, string> = {};
  const calls = callFields.flatMap((field): FirstCall[] => {
    const title = (answers[`call${field}Title`] ?? '').trim().slice(0, 160);
    const typed = (answers[`call${field}Amount`] ?? '').trim();
    if (title === '' && typed === '') return [];
    if (title === '') errors[`call${field}Title`] = 'Enter what is paid first, or leave its amount empty';
    const amount = parseMoney(typed);
    if (!amount.ok) errors[`call${field}Amount`] = explainMoney('the amount of the first call', amount.error);
    else if (amount.value <= 0n)
      errors[`call${field}Amount`] = 'The amount of the first call must be above nothing';
    return amount.ok ? [{ key: String(field), title, amount: amount.value }] : [];
  });
  return Object.keys(errors).length === 0 ? ok(calls) : refuse(errors);
}
