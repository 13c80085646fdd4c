import { all, type Rule } from './rule.ts';

/** Who may use the register of what was promised in words. */
export const whoMayCommitments: Readonly<Record<string, Rule>> = {
  ...all(
    'anyone',
    'GET /commitments',
    'GET /commitments.csv',
    'GET /commitments.json',
    'GET /commitments.schema.json',
    'GET /commitments/:collection/:commitment',
    'GET /commitments/:collection/:commitment/facts.csv',
    'GET /commitments/:collection/:commitment/facts.json',
    'GET /api/commitments',
    'GET /api/commitments/:collection/:commitment',
  ),
  ...all(
    ['performance', 'commissioning', 'democratic-services', 'chief-executive', 'scrutiny'],
    'GET /office/:body/commitments',
    'GET /office/:body/commitments/new',
    'POST /office/:body/commitments/new',
    'GET /office/:body/commitments/:collection/:commitment',
    'GET /office/:body/commitments/:collection/:commitment/milestones/:milestone',
    'POST /office/:body/commitments/:collection/:commitment/milestones/:milestone',
    'GET /office/:body/commitments/:collection/:commitment/:factForm',
    'POST /office/:body/commitments/:collection/:commitment/:factForm',
  ),
  ...all(
    ['leader', 'chief-executive', 'performance', 'commissioning'],
    'GET /office/:body/commitments/:collection/:commitment/reply',
    'POST /office/:body/commitments/:collection/:commitment/reply',
  ),
};
