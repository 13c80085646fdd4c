import type { Answers, FieldErrors } from '#platform/http';
import {
  explainMoney,
  type Money,
  noMoney,
  ok,
  parseFinancialYear,
  parseMoney,
  refuse,
  type Result,
} from '#platform/kernel';
import { day, line, oneOf, readAnswers } from '#platform/web';
import { z } from 'zod';
import type { NewBudget, NewPayment } from '../../../actions/reward/record-reward-money.ts';
import { type PaymentKind, paymentKinds } from '../../../domain/reward/reward-set.ts';

const kinds = Object.keys(paymentKinds) as [PaymentKind, ...PaymentKind[]];
const source = line('where it is written', { most: 300 });

const budgetForm = z.object({ bodyId: line('the body', { most: 80 }), source });
const paymentForm = z.object({
  kind: oneOf(kinds, 'Select what was paid'),
  title: line('what it was', { most: 160 }),
  paidOn: day('the day'),
  source,
});

/** Reads a net budget requirement. */
export function readBudget(answers: Answers): Result<NewBudget, FieldErrors> {
  const read = readAnswers(budgetForm, answers);
  const year = parseFinancialYear((answers['year'] ?? '').trim());
  const amount = parseMoney(answers['amount'] ?? '');
  if (read.ok && year.ok && amount.ok) return ok({ ...read.value, year: year.value, amount: amount.value });
  return refuse({
    ...(read.ok ? {} : read.error),
    ...(year.ok ? {} : { year: 'Enter the financial year as 2007-08' }),
    ...(amount.ok ? {} : { amount: explainMoney('the requirement', amount.error) }),
  });
}

/** Reads a payment; an empty amount is none. */
export function readPayment(answers: Answers): Result<NewPayment, FieldErrors> {
  const read = readAnswers(paymentForm, answers, ['paidOn']);
  const [revenue, capital] = [moneyOrNone(answers, 'revenue'), moneyOrNone(answers, 'capital')];
  if (read.ok && revenue.ok && capital.ok)
    return ok({ ...read.value, revenue: revenue.value, capital: capital.value });
  return refuse({
    ...(read.ok ? {} : read.error),
    ...(revenue.ok ? {} : revenue.error),
    ...(capital.ok ? {} : capital.error),
  });
}

function moneyOrNone(answers: Answers, name: 'revenue' | 'capital'): Result<Money, FieldErrors> {
  const typed = (answers[name] ?? '').trim();
  if (typed === '') return ok(noMoney);
  const read = parseMoney(typed);
  return read.ok ? read : refuse({ [name]: explainMoney(`the ${name}`, read.error) });
}
