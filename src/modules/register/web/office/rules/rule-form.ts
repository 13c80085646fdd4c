import type { Answers, FieldErrors } from '#platform/http';
import { explainMoney, formatCount, never, ok, parseMoney, refuse, type Result } from '#platform/kernel';
import { z } from 'zod';
import { certainties, type Certainty } from '../../../domain/certainty.ts';
import { ruleDefinition, type RuleKey, type RuleValue } from '../../../domain/rule-catalogue/index.ts';
import { answerRuleValue, type RuleValueRefusal } from '../../../domain/rule-value.ts';
import type { RuleCorrection } from '../../../domain/rule-correction.ts';
import { line, oneOf, optionalDay, passage, readAnswers } from '#platform/web';

export const longest = { value: 2000, source: 300, reason: 1000 } as const;

/** The certainties an officer may claim; the others are for facts of another kind. */
export const claims = ['confirmed', 'verified', 'stated', 'unsure'] as const satisfies readonly Certainty[];
export const sayCertainty = (certainty: Certainty): string => certainties[certainty];

const form = z.object({
  value: passage('the value', { most: longest.value, optional: true }),
  unit: line('how the period is counted', { most: 30, optional: true }),
  unknown: z.literal('yes').optional().catch(undefined),
  from: optionalDay('the first day it applies'),
  until: optionalDay('the first day it no longer applies'),
  replaces: z
    .string({ error: 'Select whether the rule changed or a version was wrong' })
    .regex(/^(?:none|\d{1,9})$/, 'Select whether the rule changed or a version was wrong'),
  source: line('where the rule is written', { most: longest.source }),
  certainty: oneOf(claims, 'Select how sure you are'),
  reason: passage('why it is corrected', { most: longest.reason }),
});

const draftFields = [
  ...Object.keys(form.shape).filter((name) => name !== 'from' && name !== 'until'),
  ...['from', 'until'].flatMap((name) => [`${name}-day`, `${name}-month`, `${name}-year`]),
];

/** Of all that was posted, what a draft keeps. */
export const draftOf = (answers: Answers): Answers =>
  Object.fromEntries(
    draftFields.flatMap((name) => {
      const answer = answers[name];
      return answer === undefined ? [] : [[name, answer] as const];
    }),
  );

/** Reads a correction of one rule, from the form or from a draft of it: everything that is wrong at once. */
export function readCorrection(key: RuleKey, answers: Answers): Result<RuleCorrection, FieldErrors> {
  const read = readAnswers(form, answers, ['from', 'until']);
  const value = readValue(key, answers);
  if (!read.ok || !value.ok)
    return refuse({ ...(value.ok ? {} : value.error), ...(read.ok ? {} : read.error) });
  const { from, until, source, certainty, reason, replaces } = read.value;
  if (from !== undefined && until !== undefined && until <= from)
    return refuse({ until: 'The first day it no longer applies must be after the first day it applies' });
  return ok({
    key,
    value: value.value,
    from,
    until,
    source,
    certainty,
    reason,
    replaces: replaces === 'none' ? undefined : Number(replaces),
  });
}

function readValue(key: RuleKey, answers: Answers): Result<RuleValue | undefined, FieldErrors> {
  if (answers['unknown'] === 'yes') return ok(undefined);
  const { value: kind } = ruleDefinition(key);
  const typed = (answers['value'] ?? '').normalize('NFC').trim();
  if (kind.type === 'money' && typed !== '') {
    const amount = parseMoney(typed);
    if (!amount.ok) return refuse({ value: explainMoney('the amount', amount.error) });
    if (amount.value < 0n) return refuse({ value: 'The amount must not be less than nothing' });
  }
  const unit = kind.type === 'period' ? { unit: answers['unit'] ?? '' } : {};
  const value = answerRuleValue(key, { value: typed, ...unit });
  return value.ok ? value : refuse(explainValue(key, value.error));
}

/** The sentence beside the value, in the words of the rule's own kind. */
export function explainValue(key: RuleKey, refusal: RuleValueRefusal): FieldErrors {
  const { value: kind } = ruleDefinition(key);
  const most = kind.type === 'count' || kind.type === 'period' ? kind.most : 0;
  const least = kind.type === 'count' ? kind.least : 1;
  switch (refusal) {
    case 'value-missing':
      return { value: `${askFor(kind.type)}, or say that it is not known` };
    case 'not-an-amount':
      return { value: 'The amount must be money, like 250,000' };
    case 'not-a-whole-number':
      return { value: `The number must be a whole number from ${least} to ${formatCount(most)}` };
    case 'out-of-range':
      return { value: `The number must be from ${least} to ${formatCount(most)}` };
    case 'unit-not-offered':
      return { unit: 'Select how the period is counted' };
    case 'not-a-time':
      return { value: 'The time must be hours and minutes of the 24-hour clock, like 17:00' };
    case 'not-yes-or-no':
    case 'not-an-option':
      return { value: 'Select one of the answers offered, or say that it is not known' };
    case 'text-too-long':
      return { value: `The text must be ${formatCount(longest.value)} characters or fewer` };
    default:
      return never(refusal);
  }
}

function askFor(type: ReturnType<typeof ruleDefinition>['value']['type']): string {
  switch (type) {
    case 'money':
      return 'Enter the amount';
    case 'count':
    case 'period':
      return 'Enter the number';
    case 'time':
      return 'Enter the time';
    case 'text':
      return 'Enter what the rule says';
    case 'yes-no':
    case 'choice':
      return 'Select what the rule says';
    default:
      return never(type);
  }
}
