import { all, type Rule } from './rule.ts';

/** Which names are one supplier: who may say so. What was said anybody may read. */
export const whoMaySuppliers: Readonly<Record<string, Rule>> = {
  ...all(
    'anyone',
    'GET /money/supplier-choices',
    'GET /money/supplier-choices.csv',
    'GET /money/supplier-choices.json',
  ),
  ...all(
    ['finance', 'commissioning'],
    'GET /office/:body/suppliers',
    'GET /office/:body/suppliers/judge',
    'POST /office/:body/suppliers/judge',
  ),
};
