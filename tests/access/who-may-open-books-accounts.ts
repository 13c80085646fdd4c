import { all, type Rule } from './rule.ts';

/** What services cost, and what is published when, are for anyone. */
export const whoMayAccounts: Readonly<Record<string, Rule>> = all(
  'anyone',
  'GET /money/outturn',
  'GET /money/outturn.csv',
  'GET /money/outturn.json',
  'GET /money/outturn/:body',
  'GET /money/outturn/:body.csv',
  'GET /money/outturn/:body.json',
  'GET /money/outturn/:body/lines.csv',
  'GET /money/outturn/:body/lines.json',
  'GET /money/completeness/duties.csv',
  'GET /money/completeness/duties.json',
  'GET /money/completeness',
  'GET /money/completeness.csv',
  'GET /money/completeness.json',
  'GET /money/completeness/:body',
  'GET /money/completeness/:body.csv',
  'GET /money/completeness/:body.json',
);
