import { all, type Rule } from './rule.ts';

/** Who may see how things go, tell the story behind it, and compose reports. */
export const whoMayProgress: Readonly<Record<string, Rule>> = {
  ...all(
    'anyone',
    'GET /progress',
    'GET /progress.csv',
    'GET /progress.json',
    'GET /progress/:body',
    'GET /series/:series',
    'GET /series/:series/areas.csv',
    'GET /series/:series/areas.json',
    'GET /series/:series/:area',
    'GET /series/:series/:area/readings.csv',
    'GET /series/:series/:area/readings.json',
    'GET /reports',
    'GET /reports.csv',
    'GET /reports.json',
    'GET /reports/:report',
    'GET /reports/:report/lines.csv',
    'GET /reports/:report/lines.json',
    'GET /api/progress',
    'GET /api/series/:series/:area',
    'GET /open-data',
    'GET /open-data/readings.csv',
    'GET /open-data/readings.json',
    'GET /open-data/readings.schema.json',
    'GET /open-data/datapackage.json',
    'GET /open-data/agreements.json',
  ),
  ...all(
    ['performance', 'commissioning', 'finance'],
    'GET /office/:body/stories/:series/:area',
    'POST /office/:body/stories/:series/:area',
  ),
  ...all(
    ['performance', 'chief-executive', 'scrutiny'],
    'GET /office/:body/reports',
    'GET /office/:body/reports/new',
    'POST /office/:body/reports/new',
  ),
};
