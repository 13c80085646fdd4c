import { all, type Rule } from './rule.ts';

/** Who may use the pages of agreements themselves: to read them, draft them and follow their actions. */
export const whoMayAgreementsItself: Readonly<Record<string, Rule>> = {
  ...all(
    'anyone',
    'GET /agreements',
    'GET /agreements.csv',
    'GET /agreements.json',
    'GET /agreements/:agreement',
    'GET /agreements/:agreement/parties.csv',
    'GET /agreements/:agreement/parties.json',
    'GET /agreements/:agreement/actions.csv',
    'GET /agreements/:agreement/actions.json',
    'GET /agreements/:agreement/actions/:action',
    'GET /agreements/:agreement/versions/:agreementVersion',
    'GET /agreements/:agreement/compare',
    'GET /agreements/:agreement/compare.csv',
    'GET /agreements/:agreement/compare.json',
    'GET /api/agreements',
    'GET /api/agreements/:agreement',
  ),
};
