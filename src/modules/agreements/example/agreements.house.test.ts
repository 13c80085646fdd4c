import { date } from '#platform/kernel';
import { expect, test } from 'vitest';
import { agreementsAt } from '../queries/agreements/agreement-at.ts';
import { agreementPageAt } from '../queries/agreements/agreement-page.ts';
import { agreementsForTest, momentOf } from '../testing.ts';
import { loadAgreementsExample } from './agreements.ts';
import { loadFrameworksExample } from './frameworks.ts';

test('Kent’s agreements are loaded once, each as its paper has it, with their gaps', async () => {
  const { services, database } = await agreementsForTest();
  await loadFrameworksExample(services);
  await loadAgreementsExample(services);
  await loadAgreementsExample(services);

  const day = (on: string) => ({ on: date(on), at: momentOf(on) });
  const standings = async (on: string) =>
    Object.fromEntries(
      (await agreementsAt(database, {}, day(on))).map(({ agreement, standing }) => [
        agreement.id,
        standing.standing,
      ]),
    );
  expect(await standings('2007-10-18')).toEqual({
    'kent-agreement-1': 'in-force',
    'kent-agreement-two': 'in-preparation',
    'kent-commitment': 'in-preparation',
  });
  expect(await standings('2026-07-15')).toEqual({
    'kent-agreement-1': 'closed',
    'kent-agreement-two': 'closed',
    'kent-commitment': 'in-preparation',
    'kent-recommitment': 'in-preparation',
    'bold-steps-for-kent': 'not-recorded',
    'walking-and-cycling-in-mid-kent': 'out-to-sign',
    'walking-and-cycling-in-mid-kent-maidstone': 'out-to-sign',
  });

  const two = await agreementPageAt(database, 'kent-agreement-two', day('2026-07-15'));
  expect(two?.outcomes).toHaveLength(34);
  expect(two?.agreement.mostDesignated).toBe(35);
  expect(two?.parent?.id).toBe('kent-agreement-1');
  const commitment = await agreementPageAt(database, 'kent-commitment', day('2026-07-15'));
  expect(commitment?.renewedBy.map(({ id }) => id)).toEqual(['kent-recommitment']);
  expect(commitment?.version.parties).toHaveLength(13);
  expect(commitment?.actions.map(({ due }) => due?.precision)).toEqual([
    'season',
    'season',
    'season',
    'season',
    'month',
    'season',
  ]);
  const living = await agreementPageAt(database, 'walking-and-cycling-in-mid-kent', day('2026-07-15'));
  expect(living?.chapters).toMatchObject([{ place: 'Maidstone' }]);
  expect(living?.outcomes.map(({ number }) => number)).toEqual([8, 14]);
});
