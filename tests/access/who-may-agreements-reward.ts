import { all, type Rule } from './rule.ts';

/** Who may see and keep the reward of an agreement. */
export const whoMayReward: Readonly<Record<string, Rule>> = {
  ...all(
    'anyone',
    'GET /agreements/:rewardAgreement/reward',
    'GET /agreements/:rewardAgreement/reward.csv',
    'GET /agreements/:rewardAgreement/reward.json',
  ),
  ...all(
    ['finance', 'performance', 'chief-executive'],
    'GET /office/:body/reward',
    'GET /office/:body/reward/:rewardAgreement/rules',
    'POST /office/:body/reward/:rewardAgreement/rules',
    'GET /office/:body/reward/:rewardAgreement/budgets',
    'POST /office/:body/reward/:rewardAgreement/budgets',
    'GET /office/:body/reward/:rewardAgreement/payments',
    'POST /office/:body/reward/:rewardAgreement/payments',
  ),
};
