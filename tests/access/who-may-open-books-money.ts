import { all, type Rule } from './rule.ts';

/** What councils paid is for anyone. */
export const whoMayMoney: Readonly<Record<string, Rule>> = all(
  'anyone',
  'GET /money',
  'GET /money/published.csv',
  'GET /money/published.json',
  'GET /money/payments',
  'GET /money/payments.csv',
  'GET /money/payments.json',
  'GET /money/payments.parquet',
  'GET /money/payments/schema.json',
  'GET /money/payments/:release/:releasePart/:row',
  'GET /money/suppliers',
  'GET /money/suppliers.csv',
  'GET /money/suppliers.json',
  'GET /money/suppliers/:supplier',
  'GET /money/suppliers/:supplier/payers.csv',
  'GET /money/suppliers/:supplier/payers.json',
  'GET /money/suppliers/:supplier/names.csv',
  'GET /money/suppliers/:supplier/names.json',
  'GET /money/embed',
  'GET /api/spending/sums',
  'GET /api/spending/payments',
  'GET /api/spending/suppliers',
  'GET /api/spending/suppliers/:supplier',
);
