import { all, type Rule } from './rule.ts';

/** Who may see and keep the reward of an agreement. */
export const whoMayReward: Readonly<Record<string, Rule>> = {
  ...all(
    'anyone',
    'GET /agreements/:agreement/reward',
    'GET /agreements/:agreement/reward.csv',
    'GET /agreements/:agreement/reward.json',
  ),
  ...all(
    ['finance', 'performance', 'chief-executive'],
    'GET /office/:body/reward',
    'GET /office/:body/reward/:agreement/rules',
    'POST /office/:body/reward/:agreement/rules',
    'GET /office/:body/reward/:agreement/budgets',
    'POST /office/:body/reward/:agreement/budgets',
    'GET /office/:body/reward/:agreement/payments',
    'POST /office/:body/reward/:agreement/payments',
  ),
};
