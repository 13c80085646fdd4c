import { all, type Rule } from './rule.ts';

/** Who may bring payments, have them published and withdraw them; what is published anybody may read. */
export const whoMaySpending: Readonly<Record<string, Rule>> = {
  ...all(
    'anyone',
    'GET /money/releases',
    'GET /money/releases.csv',
    'GET /money/releases.json',
    'GET /money/releases/:release',
    'GET /money/releases/:release.csv',
    'GET /money/releases/:release.json',
    'GET /money/releases/:release/found.csv',
    'GET /money/releases/:release/found.json',
    'GET /money/releases/:release/payments.csv',
    'GET /money/releases/:release/datapackage.json',
    'GET /money/releases/:release/files/:file',
  ),
  ...all(
    ['finance', 'commissioning', 'chief-executive'],
    'GET /office/:body/spending',
    'GET /office/:body/spending/:import',
    'GET /office/:body/spending/:import/set-aside.csv',
    'GET /office/:body/spending/:import/set-aside.json',
    'GET /office/:body/spending/:import/found/:finding',
    'GET /office/:body/spending/:import/found/:finding.csv',
    'GET /office/:body/spending/:import/found/:finding.json',
  ),
  ...all(
    ['finance', 'commissioning'],
    'GET /office/:body/spending/bring',
    'POST /office/:body/spending/bring',
    'GET /office/:body/spending/:import/columns/:table',
    'POST /office/:body/spending/:import/columns/:table',
    'POST /office/:body/spending/:import/read-again',
    'GET /office/:body/spending/:import/ask',
    'POST /office/:body/spending/:import/ask',
    'POST /office/:body/spending/:import/drop',
  ),
  ...all(
    ['finance', 'chief-executive'],
    'POST /office/:body/spending/:import/approve',
    'POST /office/:body/spending/:import/return',
    'GET /office/:body/spending/releases/:release/withdraw',
    'POST /office/:body/spending/releases/:release/withdraw',
  ),
  'POST /api/spending/imports': { byKey: ['finance', 'commissioning'] },
  'GET /api/spending/imports/:import': { byKey: ['finance', 'commissioning', 'chief-executive'] },
};
