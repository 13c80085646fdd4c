import type { Answers, FieldErrors } from '#platform/http';
import { explainMoney, ok, parseMoney, refuse, type Result } from '#platform/kernel';
import { line, oneOf, passage, readAnswers } from '#platform/web';
import { z } from 'zod';
import { type ClauseEffect, clauseEffects } from '../../../../domain/decision/clause.ts';
import type { DecidedClause } from '../../../../domain/decision/decision.ts';

const effectIds = Object.keys(clauseEffects) as [ClauseEffect, ...ClauseEffect[]];

const form = z.object({
  number: line('the number of the clause', { most: 20 }),
  effect: oneOf(effectIds, 'Select what the clause does'),
  text: passage('the text of the clause', { most: 10_000 }),
  delegatedTo: line('to whom it is delegated', { most: 200, optional: true }),
  limits: passage('the limits', { most: 2000, optional: true }),
  function: line('the function', { most: 300, optional: true }),
  amount: line('the amount', { most: 30, optional: true }),
});
export const clauseFields: readonly string[] = Object.keys(form.shape);

/** Reads one clause, whole: a clause that lacks its text or effect is no clause. */
export function readClause(answers: Answers): Result<DecidedClause, FieldErrors> {
  const read = readAnswers(form, answers);
  if (!read.ok) return read;
  const { number, effect, text, delegatedTo, limits, function: of, amount } = read.value;
  const isDelegated = effect === 'delegate';
  if (isDelegated && delegatedTo === '') return refuse({ delegatedTo: 'Enter to whom it is delegated' });
  const money = amount === '' ? undefined : parseMoney(amount);
  if (money?.ok === false) return refuse({ amount: explainMoney('the amount', money.error) });
  return ok({
    number,
    effect,
    text,
    delegatedTo: isDelegated ? delegatedTo : undefined,
    limits: isDelegated && limits !== '' ? limits : undefined,
    function: of === '' ? undefined : of,
    amount: money?.value,
  });
}

// In a draft each clause has an id of its own, and the draft their order: `clauses` is “1 3 2”.

const orderName = 'clauses';
const fieldName = (id: number, field: string): string => `clause.${id}.${field}`;

export const isClauseName = (name: string): boolean => name === orderName || name.startsWith('clause.');
/** The order of the clauses, and one of them. */
export const isOfClause =
  (id: number) =>
  (name: string): boolean =>
    name === orderName || name.startsWith(`clause.${id}.`);

/** The ids of a draft’s clauses, in their order. */
export const clauseIds = (answers: Answers): readonly number[] => [
  ...new Set(
    (answers[orderName] ?? '')
      .split(' ')
      .filter((id) => /^\d{1,4}$/.test(id))
      .map(Number),
  ),
];
export const inClauseOrder = (ids: readonly number[]): Answers => ({ [orderName]: ids.join(' ') });

/** What a draft says of one clause, by the names of its form. */
export const clauseAnswers = (answers: Answers, id: number): Answers =>
  Object.fromEntries(clauseFields.map((field) => [field, answers[fieldName(id, field)] ?? '']));

/** The answers of a clause’s form as the draft keeps them. */
export const keptClause = (id: number, answers: Answers): Answers =>
  Object.fromEntries(clauseFields.map((field) => [fieldName(id, field), answers[field] ?? '']));
