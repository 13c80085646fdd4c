import { all, type Rule } from './rule.ts';

/** Who may see, enter and approve readings, and who brings them in time. */
export const whoMayReadings: Readonly<Record<string, Rule>> = {
  ...all(
    'anyone',
    'GET /readings/table-schema.json',
    'GET /readings/:together',
    'GET /readings/:together.csv',
    'GET /readings/:together.json',
    'GET /timeliness',
    'GET /timeliness.csv',
    'GET /timeliness.json',
    'GET /timeliness/:body',
    'GET /timeliness/:body/readings.csv',
    'GET /timeliness/:body/readings.json',
    'GET /api/timeliness',
  ),
  ...all(
    ['performance', 'commissioning', 'finance', 'chief-executive'],
    'GET /office/:body/readings',
    'GET /office/:body/readings/to-bring.csv',
    'GET /office/:body/readings/to-bring.json',
    'GET /office/:body/readings/published.csv',
    'GET /office/:body/readings/published.json',
    'GET /office/:body/readings/batches/:batch',
    'GET /office/:body/readings/batches/:batch/readings.csv',
    'GET /office/:body/readings/batches/:batch/readings.json',
  ),
  ...all(
    ['performance', 'commissioning', 'finance'],
    'GET /office/:body/readings/enter',
    'POST /office/:body/readings/enter',
    'GET /office/:body/readings/bring',
    'POST /office/:body/readings/bring',
    'GET /office/:body/readings/file',
    'POST /office/:body/readings/file',
    'GET /office/:body/readings/faults.csv',
    'GET /office/:body/readings/faults.json',
    'GET /office/:body/readings/doubts.csv',
    'GET /office/:body/readings/doubts.json',
    'POST /office/:body/readings/batches/:batch/withdraw',
  ),
  ...all(
    ['performance', 'chief-executive', 'finance'],
    'POST /office/:body/readings/batches/:batch/approve',
    'POST /office/:body/readings/batches/:batch/return',
  ),
  'POST /api/readings': { byKey: ['performance', 'commissioning', 'finance'] },
  'GET /api/readings/batches/:batch': {
    byKey: ['performance', 'commissioning', 'finance', 'chief-executive'],
  },
};
