import { addDays, date, fixedClock, type IsoDate, ok } from '#platform/kernel';
import { act, entriesOfAct, openRecordHead } from '#platform/record';
import { expect, test } from 'vitest';
import { useSite } from '../../../tests/support/open-site.ts';
import { errorsOf, hiddenIn, words } from '../../../tests/support/read-page.ts';
import { actingIn, visitorOf } from '../../../tests/support/visitor.ts';
import { exactly } from './domain/agreement/rough-day.ts';
import { periodOf, published, seriesOf } from './domain/series/series.testing.ts';
import { publishSeriesForTest } from './readings.testing.ts';
import { insertAgreement, insertVersion } from './store/agreements.ts';
import { insertReadings } from './store/readings.ts';
import { madeUpDecision } from './queries/target-grounds.ts';
import { insertTarget, insertTargetAnswer, insertTargetVersion } from './store/targets.ts';

const site = useSite();
const id = 'agreement-with-twelve-targets';
const page = `/agreements/${id}/reward`;
const office = `/office/maidstone/reward/${id}`;
const recordedAt = new Date('2008-06-02T09:00:00Z');
const lastYear = periodOf('2010-04-01', '2011-03-31');

/** An agreement of three councils with twelve targets from 59 to 64, four of which have readings; the fourth is vetoed. */
async function agree(): Promise<void> {
  const { test: made } = site();
  const head = await openRecordHead({ url: made.appUrl, onError: () => undefined });
  const services = { database: made.database, clock: fixedClock(new Date()), head };
  const said = { source: 'A test', certainty: 'confirmed' };
  const series = seriesOf({
    id: 'calls-answered',
    concerns: 'performance',
    frequency: 'annual',
    indicatorId: 'calls',
  });
  const others = Array.from({ length: 11 }, (_, index) => ({ ...series, id: `calls-${index + 2}` }));
  await publishSeriesForTest(services, [series, ...others], []);
  const actor = { officeTitle: 'A test', bodyId: undefined };
  const done = await act<void, never>(services, actor, {}, async (sql) => {
    await insertAgreement(sql, {
      id,
      kind: 'local-area-agreement',
      bodyId: 'maidstone',
      renews: undefined,
      partOf: undefined,
      placeId: undefined,
      mostDesignated: undefined,
      isIllustrative: false,
      recordedAt,
    });
    await insertVersion(sql, id, {
      number: 1,
      title: 'An agreement of three councils',
      summary: '',
      frameworkId: undefined,
      outcomeIds: [],
      term: { from: date('2007-04-01'), until: date('2011-04-01') },
      principles: [],
      sections: [],
      parties: ['maidstone', 'swale', 'kent-county-council'].map((bodyId) => ({
        bodyId,
        capacity: 'party' as const,
      })),
      proposalId: undefined,
      changed: '',
      reason: '',
      ...said,
      published: exactly(date('2008-06-01')),
      publishedBy: 'A test',
      recordedAt,
    });
    for (const [index, { id: seriesId }] of [series, ...others].entries()) {
      const number = index + 1;
      const target = {
        agreementId: id,
        outcomeId: undefined,
        seriesId,
        areaId: 'maidstone',
        standing: 'local',
        number,
        partOf: undefined,
        isIllustrative: false,
      } as const;
      await insertTarget(sql, { id: `${id}/${number}`, ...target }, recordedAt);
      await insertTargetVersion(
        sql,
        `${id}/${number}`,
        {
          number: 1,
          leadBody: 'maidstone',
          baseline: { value: '55', period: periodOf('2007-04-01', '2008-03-31'), status: 'final' },
          without: '59',
          values: [{ period: lastYear, value: '64', floor: undefined, stretch: undefined }],
          partners: ['maidstone', 'swale'],
          reason: '',
          putOn: date('2008-06-01'),
          putBy: 'A test',
          byBody: 'maidstone',
          ...said,
        },
        recordedAt,
      );
      for (const bodyId of ['maidstone', 'swale'] as const) {
        const isVeto = number === 4 && bodyId === 'swale';
        const answer = {
          version: 1,
          bodyId,
          answer: isVeto ? 'refuses' : 'consents',
          decisionId: isVeto ? undefined : madeUpDecision(bodyId),
          clause: undefined,
          on: date('2008-06-01'),
          says: isVeto ? 'It cannot be paid for' : '',
          byOffice: 'A test',
          source: 'A test',
        } as const;
        await insertTargetAnswer(sql, `${id}/${number}`, answer, recordedAt);
      }
    }
    const year = (from: number) => periodOf(`${from}-04-01`, `${from + 1}-03-31`);
    const read = (
      seriesId: string,
      value: string,
      period = lastYear,
      status: 'final' | 'provisional' = 'final',
    ) => ({
      ...published(value, period, { seriesId, areaId: 'maidstone', status, publishedAt: recordedAt }),
      bodyId: 'maidstone',
      batchId: 'test',
      enteredBy: 'A test',
    });
    await insertReadings(sql, [
      read('calls-answered', '62.0'),
      read('calls-2', '66.0', lastYear, 'provisional'),
      read('calls-4', '64.0'),
      ...[60, 61, 62, 63].map((value, index) => read('calls-3', `${value}.0`, year(2006 + index))),
    ]);
    return ok({
      value: undefined,
      entry: { act: 'test.agreed', subject: '/test', summary: 'A test', facts: {}, visibility: 'public' },
    });
  });
  await head.close();
  if (!done.ok) throw new Error('The agreement was not entered');
}

const boxes = (name: string, on: IsoDate) => {
  const [year = '', month = '', day = ''] = on.split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
};

const rules = {
  scheme: 'lpsa',
  pot: 'part-of-budgets',
  budgetPart: '2.5',
  budgetYear: '2007-08',
  'budget-maidstone': 'yes',
  'budget-swale': 'yes',
  ...Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`target-${index + 1}`, 'yes'])),
  call1Title: 'Venture fund',
  call1Amount: '100,000',
  'share-maidstone': '2',
  'share-swale': '1',
  // Nothing of anything is no share.
  'share-kent-county-council': '0.000',
  ...boxes('from', date('2008-06-01')),
  reason: 'The agreement was signed',
  source: 'Schedule 3 of the agreement',
};

const rulesOfThePast =
  'The first day must be today or later: what was promised is not ruled afterwards. Only of an agreement of before Accord are the rules of its time recorded, for days before it was entered here';

test('an office keeps the reward of an agreement, and everybody reads what each target earns and why', async () => {
  await agree();
  const { address, test: database } = site();
  const sets = async () => entriesOfAct(database.database, 'agreements.reward.set');
  const before = await sets();
  const reader = visitorOf(address);
  const finance = await actingIn(address, 'maidstone.section-151-officer');
  const performance = await actingIn(address, 'maidstone.performance-officer');

  // Before anybody recorded anything it says so, with the national rules of its time; those of 2008 to 2011 never paid.
  expect(words(await reader.get(page))).toContain(
    'No reward rules are recorded for this agreement on this day',
  );
  const kent = words(await reader.get('/agreements/kent-agreement-two/reward'));
  expect(kent).toContain('nothing was ever paid for the agreements of 2008 to 2011');
  expect(kent).toContain('Its pot, the targets that were to be rewarded');
  expect((await reader.get('/agreements/no-such/reward')).status).toBe(404);
  expect((await reader.get('/agreements/no-such/reward.csv')).status).toBe(404);

  // Everything that is wrong is said at once; the rules are looked over, and published once however often they are sent.
  const form = `${office}/rules`;
  expect(
    errorsOf(await finance.send(form, { call1Title: 'A fund', 'share-swale': 'half', together: '77' })),
  ).toEqual([
    'Select the rules',
    'Select where the pot comes from',
    'Enter the first day',
    'Enter why',
    'Enter where it is written',
    'Select what decides',
    'Select what an achievement is measured from',
    'Enter the floor',
    'Enter the cap',
    'Enter the part that is revenue',
    'Select whether chance may be rewarded',
    'Select in how many instalments it is paid',
    'Select the targets that are rewarded',
    'Enter the part of Swale Borough Council as a number, like 40 or 27.5, or leave it empty',
    'Enter the amount of the first call',
  ]);
  expect(errorsOf(await finance.send(form, { ...rules, together: '1, 77' }))).toEqual([
    '77 is not the number of a target selected above. Write numbers alone, like 3, 4',
  ]);
  expect(
    errorsOf(await finance.send(form, { ...rules, weights: '1 = heavy', interim: '1 = 61 next year' })),
  ).toEqual([
    'Write a weight as a number above nothing, like 3 = 2',
    'Write an interim level as its figure and its year, like 3 = 61.5 in 2026-27',
  ]);
  expect(errorsOf(await finance.send(form, { ...rules, together: '1, 2', weights: '1 = 2\n2 = 3' }))).toEqual(
    ['1 and 2 share one part, so give its weight once only'],
  );
  expect(words(await finance.send(form, { ...rules, together: '1, 2', weights: '2 = 2.5' }))).toContain(
    'Weights 1: 2.5 and 2: 2.5',
  );
  const wrong = (change: Readonly<Record<string, string>>) =>
    finance.send(form, { ...rules, ...change, step: 'publish' }).then((answer) => errorsOf(answer));
  expect(await wrong({ pot: 'sum', potAmount: '-5' })).toEqual(['The pot must not be below nothing']);
  expect(await wrong({ budgetPart: '0' })).toEqual([
    'The part of the budgets must be above nothing, like 2.5',
  ]);
  // The agreement was entered here on 2 June 2008: rules of before that are recorded as they were, later ones not afterwards.
  expect(await wrong(boxes('from', date('2008-06-02')))).toEqual([rulesOfThePast]);
  expect(await wrong(boxes('from', addDays(site().today(), -1)))).toEqual([rulesOfThePast]);
  const nothing = { scheme: 'own', method: 'each-target', measured: 'without', floor: '0', cap: '0' };
  expect(await wrong({ ...nothing, revenue: '50', surveys: 'any', instalments: '1' })).toEqual([
    'The cap must be above nothing, or no target could earn anything',
  ]);
  const beforehand = await performance.hiddenFields(form);
  const checked = await finance.send(form, { ...rules, interim: '1 = 61.5 in 2010-11' });
  expect(words(checked)).toContain('On the way 1: 61.5 by 31 March 2011');
  expect(words(checked)).toContain('below 60% of its way it earns nothing');
  const fields = { ...hiddenIn(checked), step: 'publish' };
  expect((await finance.post(form, fields)).to).toBe(page);
  expect((await finance.post(form, fields)).to).toBe(page);
  expect(await sets()).toBe(before + 1);

  // Another officer who had the form open is shown both; nothing of theirs is published.
  const late = await performance.post(form, { ...beforehand, ...rules, reason: 'Mine', step: 'publish' });
  expect(late.status).toBe(422);
  expect(words(late)).toContain('Another officer published set 1 of these rules while you were writing');
  expect(words(late)).toContain('Mine');
  expect(await sets()).toBe(before + 1);

  // The pot is not known until every body’s budget is: the body that is missing is named.
  const budget = { year: '2007-08', source: 'Council tax resolution' };
  expect(
    errorsOf(await finance.send(`${office}/budgets`, { ...budget, bodyId: 'dover', amount: '1' })),
  ).toEqual(['Only the budgets of parties to the agreement count. Select one of them']);
  await finance.send(`${office}/budgets`, { ...budget, bodyId: 'maidstone', amount: '200,000,000' });
  expect(words(await reader.get(page))).toContain('Not recorded yet: Swale Borough Council');
  await finance.send(`${office}/budgets`, { ...budget, bodyId: 'swale', amount: '37,627,655' });

  // 2.5 % of £237,627,655 among twelve: 62 on the way from 59 to 64 is exactly the floor, and pays.
  const shown = words(await reader.get(page));
  expect(shown).toContain('£5,940,691.38');
  expect(shown).toContain('£297,034.57 of £495,057.6');
  expect(shown).toContain('60.0% of the way from what was expected without the agreement to its target');
  expect(shown).toContain('140.0% of the way by a figure that is not final. It earns nothing until it is.');
  expect(shown).toContain('; nine times in ten ');
  expect(shown).toContain('First call: Venture fund');
  expect(shown).toContain('£131,356.38');
  expect(shown).toContain('£65,678.19');
  const csv = (await reader.get(`${page}.csv`)).body.split('\r\n');
  expect(csv[1]).toContain('62.0,final,0.600000,0.600000,earned,');
  expect(csv[1]).toContain(',29703457,');
  expect(csv[2]).toContain('66.0,provisional,1.400000,0.000000,not-final,');

  // The fourth went all its way and a partner refused it: it earns nothing, and nothing of it is in the total.
  expect(shown).toContain('Not every body it is to bind has agreed to it');
  expect(shown).toContain('Would earn £495,057.61 if agreed.');
  expect(csv[4]).toMatch(/64\.0,final,1\.000000,0\.000000,not-agreed,4950576\d,0,.*,0,4950576\d$/);
  expect(shown).toMatch(/Earned by final figures £297,034\.57/);

  // What was paid on account is taken from the instalments; a payment of tomorrow is refused.
  const payment = {
    kind: 'on-account',
    title: 'Interim payment',
    revenue: '50,000',
    capital: '49,011.52',
    source: 'Grant letter',
  };
  const tomorrow = boxes('paidOn', addDays(site().today(), 1));
  expect(errorsOf(await finance.send(`${office}/payments`, { ...payment, ...tomorrow }))).toEqual([
    'The day must be today or in the past: record a payment once it was made',
  ]);
  expect(
    errorsOf(
      await finance.send(`${office}/payments`, {
        ...payment,
        revenue: '',
        capital: '',
        ...boxes('paidOn', date('2010-03-01')),
      }),
    ),
  ).toEqual(['Enter what was paid, as revenue or as capital']);
  await finance.send(`${office}/payments`, { ...payment, ...boxes('paidOn', date('2010-03-01')) });
  const paid = words(await reader.get(page));
  expect(paid).toContain('61.5% of adults by 31 March 2011: reached');
  expect(paid).toContain('Interim levels that were reached pay £99,011.52 on account');
  expect(paid).toContain('£99,011.52');
  expect(paid).toContain('£49,505.76');

  // On the day before the rules began there were none; before the payment there was none.
  expect(words(await reader.get(`${page}?on=2008-05-31`))).not.toContain('Venture fund');
  expect(words(await reader.get(`${page}?on=2010-02-28`))).toContain('No payment is on record');

  // Another body keeps nothing here.
  const swale = await actingIn(address, 'swale.section-151-officer');
  expect((await swale.get(`/office/swale/reward/${id}/rules`)).status).toBe(404);
  expect((await swale.get(form)).status).toBe(403);
  expect(words(await finance.get('/office/maidstone/reward'))).toContain('An agreement of three councils');
});
