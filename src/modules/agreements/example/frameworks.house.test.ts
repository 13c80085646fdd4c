import { expect, test } from 'vitest';
import { listCrossings, listFrameworks, listOutcomes, listThemes } from '../store/frameworks.ts';
import { listIndicators, listMeasures } from '../store/indicators.ts';
import { listSeries } from '../store/series.ts';
import { agreementsForTest } from '../testing.ts';
import { loadFrameworksExample } from './frameworks.ts';

test('Kent’s frameworks are loaded once, each as its paper has it', async () => {
  const { services, database } = await agreementsForTest();
  await loadFrameworksExample(services);
  await loadFrameworksExample(services);

  const frameworks = await listFrameworks(database);
  expect(frameworks.map(({ id }) => id).toSorted()).toEqual([
    'bold-steps',
    'kent-agreement-two',
    'kent-commitment',
    'local-outcomes-framework-2026',
    'national-indicators-2008',
  ]);
  const outcomesOf = async (id: string) => (await listOutcomes(database, { frameworkIds: [id] })).length;
  expect(await outcomesOf('kent-commitment')).toBe(5);
  expect(await outcomesOf('kent-agreement-two')).toBe(34);
  expect(await outcomesOf('bold-steps')).toBe(3);
  expect(await outcomesOf('local-outcomes-framework-2026')).toBe(16);

  // 5 + 4 + 5 + 4 + 5 + 3 + 5 + 3
  const themes = await listThemes(database, 'kent-agreement-two');
  const outcomes = await listOutcomes(database, { frameworkIds: ['kent-agreement-two'] });
  expect(themes.map(({ number }) => outcomes.filter(({ theme }) => theme === number).length)).toEqual([
    5, 4, 5, 4, 5, 3, 5, 3,
  ]);

  const national = await listIndicators(database, { frameworkIds: ['national-indicators-2008'] });
  expect(national).toHaveLength(199);
  expect(national.every(({ certainty }) => certainty === 'unsure')).toBe(true);
  expect(national.filter(({ kind }) => kind === 'statutory').map(({ code }) => code)).toEqual(
    [72, 73, 74, 75, 83, 87, 92, 93, 94, 95, 96, 97, 98, 99, 100, 101].map((number) => `NI ${number}`),
  );

  const measures = await listMeasures(database);
  const onAgreement = measures.filter(({ outcomeId }) => outcomeId.startsWith('kent-agreement-two/'));
  expect(onAgreement.length).toBeGreaterThan(80);
  expect(onAgreement.every(({ standing }) => standing === 'suggested')).toBe(true);
  expect((await listCrossings(database, ['kent-agreement-two/7'])).map(({ to }) => to)).toEqual([
    'bold-steps/3',
    'local-outcomes-framework-2026/16',
  ]);

  // One number, two polarities: the polarity stands with the series.
  const fuelPoverty = await listSeries(database, { indicatorIds: ['ni-187'] });
  expect(fuelPoverty.map(({ polarity }) => polarity.better).toSorted()).toEqual(['higher', 'lower']);
});
