import { date, formatFraction } from '#platform/kernel';
import { expect, test } from 'vitest';
import { type NewAgreement, putAgreement } from './actions/agreements/put-agreement.ts';
import { putTarget } from './actions/targets/put-target.ts';
import { reachStage } from './actions/agreements/reach-stage.ts';
import { readingForTest, seriesForTest } from './domain/reading/reading.testing.ts';
import { exactly } from './domain/agreement/rough-day.ts';
import { sectionsFrom } from './domain/agreement/write-text.ts';
import { newVersion } from './domain/target/samples.testing.ts';
import { chaptersAddedUp } from './queries/agreements/adding-up.ts';
import { agreementPageAt } from './queries/agreements/agreement-page.ts';
import { officerOf, publishSeriesForTest } from './readings.testing.ts';
import { findAgreement } from './store/agreements.ts';
import { insertReadings } from './store/readings.ts';
import { insertTarget, insertTargetVersion } from './store/targets.ts';
import { agreementsForTest, momentOf } from './testing.ts';

type Change = Partial<Omit<NewAgreement, 'version'>> &
  Readonly<{ version?: Partial<NewAgreement['version']> }>;

const parties = [
  { bodyId: 'maidstone', capacity: 'lead' },
  { bodyId: 'swale', capacity: 'party' },
] as const;

/** An agreement of Maidstone and Swale, by their own routes; change what a test is about. */
const asked = ({ version = {}, ...change }: Change = {}): NewAgreement => ({
  kind: 'local-area-agreement',
  renews: undefined,
  partOf: undefined,
  placeId: undefined,
  comesAbout: {
    by: 'signing',
    terms: {
      approvals: new Map([
        ['maidstone', ['executive']],
        ['swale', ['committee']],
      ]),
      needs: 'all',
      deadline: undefined,
    },
  },
  version: {
    title: 'Homes for all',
    summary: 'Homes.',
    frameworkId: undefined,
    outcomeIds: [],
    term: { from: undefined, until: undefined },
    principles: [],
    sections: sectionsFrom('We build homes.'),
    parties,
    changed: '',
    reason: '',
    source: 'A test',
    ...version,
  },
  ...change,
});
const officer = officerOf('maidstone');
const day = (on: string) => ({ on: date(on), at: momentOf(on) });

test('what cannot be agreed is refused in a word, and nothing of it is kept', async () => {
  const { services, database } = await agreementsForTest();
  const refusal = async (change: Change) => {
    const put = await putAgreement(services, officer, asked(change));
    return put.ok ? 'ok' : put.error;
  };
  const [maidstone, swale] = parties;
  expect([
    await refusal({ version: { parties: [maidstone] } }),
    await refusal({ version: { parties: [maidstone, swale, swale] } }),
    await refusal({ version: { parties: [maidstone, { bodyId: 'narnia', capacity: 'party' }] } }),
    await refusal({ version: { parties: [maidstone, { bodyId: 'kent-senate', capacity: 'party' }] } }),
    await refusal({ version: { parties: [swale, { bodyId: 'ashford', capacity: 'party' }] } }),
    await refusal({ version: { sections: [] } }),
    await refusal({ version: { sections: sectionsFrom('x. '.repeat(40_000)) } }),
    await refusal({ version: { frameworkId: 'none' } }),
    await refusal({ version: { outcomeIds: ['kent-agreement-two/1'] } }),
    await refusal({ version: { term: { from: date('2026-09-01'), until: date('2026-09-01') } } }),
    await refusal({ renews: 'none' }),
    await refusal({ partOf: 'none' }),
  ]).toEqual([
    'too-few-parties',
    'party-twice',
    'no-such-party',
    'party-has-ended',
    'leads-nobody',
    'nothing-agreed',
    'text-too-long',
    'no-such-framework',
    'not-its-outcome',
    'term-ends-first',
    'no-such-parent',
    'no-such-whole',
  ]);
  expect(await findAgreement(database, 'homes-for-all')).toBeUndefined();
  expect(await refusal({})).toBe('ok');
  expect(await refusal({ partOf: 'homes-for-all' })).toBe('chapter-without-place');
  expect(await refusal({ partOf: 'homes-for-all', placeId: 'narnia' })).toBe('chapter-without-place');
  expect(await refusal({ partOf: 'homes-for-all', placeId: 'maidstone' })).toBe('ok');
  expect(await refusal({ partOf: 'homes-for-all-2', placeId: 'maidstone' })).toBe('chapter-of-chapter');
  const scrutiny = await putAgreement(services, officerOf('maidstone', 'scrutiny'), asked());
  expect(scrutiny).toEqual({ ok: false, error: 'wrong-role' });
});

test('of two officers who record a stage at once, the second is shown the first’s', async () => {
  const { at, database } = await agreementsForTest();
  const services = at('2026-08-20 10:00');
  await putAgreement(at('2026-07-15 10:00'), officer, asked());
  const stage = (on: string) => ({
    stage: 'draft' as const,
    when: exactly(date(on)),
    says: '',
    decisionId: undefined,
    source: 'Minutes',
  });
  const both = await Promise.all([
    reachStage(services, officer, 'homes-for-all', stage('2026-08-01'), 0),
    reachStage(services, officerOf('maidstone', 'leader'), 'homes-for-all', stage('2026-08-02'), 0),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { stale: { stage: 'draft' } } });
  expect((await findAgreement(database, 'homes-for-all'))?.stages).toHaveLength(1);
  const other = await reachStage(services, officerOf('swale'), 'homes-for-all', stage('2026-08-03'), 1);
  expect(other).toEqual({ ok: false, error: 'not-the-keeper' });
});

test('a party that has merged since is named with who stands in its place', async () => {
  const { services, database } = await agreementsForTest();
  const before: Change = {
    comesAbout: { by: 'record', published: { on: date('2010-07-01'), precision: 'month' } },
    version: { parties: [{ bodyId: 'kent-senate', capacity: 'partner' }], sections: [] },
  };
  expect(await putAgreement(services, officer, asked(before))).toMatchObject({ ok: true });
  const ended = async (on: string) =>
    (await agreementPageAt(database, 'homes-for-all', day(on)))?.ended.map(({ body, successors }) => [
      body.id,
      ...successors.map(({ id }) => id),
    ]);
  expect(await ended('2010-07-15')).toEqual([]);
  expect(await ended('2026-07-15')).toEqual([['kent-senate', 'kent-forum']]);
});

test('chapters add up by how many each counts, never by averaging percentages', async () => {
  const { services, database } = await agreementsForTest('2026-09-15 10:00');
  await publishSeriesForTest(
    services,
    [seriesForTest(), seriesForTest({ id: 'other-homes', title: 'Other homes' })],
    [],
  );
  const whole = await putAgreement(services, officer, asked());
  const chapterOf = async (placeId: string) =>
    putAgreement(services, officer, asked({ partOf: 'homes-for-all', placeId }));
  expect([whole.ok, (await chapterOf('maidstone')).ok, (await chapterOf('swale')).ok]).toEqual([
    true,
    true,
    true,
  ]);

  const year = { from: date('2026-04-01'), to: date('2027-03-31') };
  const put = async (agreementId: string, areaId: string, value: string, partOf?: string) => {
    const id = `${agreementId}/1`;
    const target = {
      id,
      agreementId,
      areaId,
      partOf,
      outcomeId: undefined,
      seriesId: 'decent-homes',
      number: 1,
    };
    await database.transaction(undefined, {}, async (sql) => {
      await insertTarget(sql, { ...target, standing: 'local', isIllustrative: true }, services.clock.now());
      await insertTargetVersion(
        sql,
        id,
        {
          number: 1,
          leadBody: 'maidstone',
          baseline: { value: undefined, period: year, status: 'to-be-set', by: date('2026-12-31') },
          without: undefined,
          values: [{ period: year, value, floor: undefined, stretch: undefined }],
          partners: ['maidstone'],
          reason: '',
          putOn: date('2026-09-01'),
          putBy: 'A test',
          byBody: 'maidstone',
          source: 'A test',
          certainty: 'illustrative',
        },
        services.clock.now(),
      );
      return { ok: true, value: undefined };
    });
  };
  await put('homes-for-all', 'kent', '85');
  await put('homes-for-all-2', 'maidstone', '90', 'homes-for-all/1');
  await put('homes-for-all-3', 'swale', '60', 'homes-for-all/1');
  const counted = (areaId: string, numerator: string, denominator: string) =>
    readingForTest({ areaId, value: '50', numerator, denominator, status: 'final' });
  await database.transaction(undefined, {}, async (sql) => {
    await insertReadings(sql, [counted('maidstone', '15000', '30000')]);
    return { ok: true, value: undefined };
  });
  const [one] = await chaptersAddedUp(database, 'homes-for-all', date('2026-09-15'));
  expect(one).toMatchObject({ wanted: '85', together: { isWhole: false, missing: [{ areaId: 'swale' }] } });
  await database.transaction(undefined, {}, async (sql) => {
    await insertReadings(sql, [counted('swale', '5000', '10000')]);
    return { ok: true, value: undefined };
  });
  const [both] = await chaptersAddedUp(database, 'homes-for-all', date('2026-09-15'));
  // 90% of 30,000 and 60% of 10,000 are 33,000 of 40,000; the average of the two percentages would be 75.
  expect(both?.together.value === undefined ? '' : formatFraction(both.together.value, 1)).toBe('82.5');

  // A district says in its form which target of the whole its own is part of; it must be one of the whole, measured alike.
  await chapterOf('ashford');
  const partly = (partOf: string, seriesId = 'decent-homes') =>
    putTarget(services, officer, {
      agreementId: 'homes-for-all-4',
      outcomeId: undefined,
      seriesId,
      areaId: 'ashford',
      standing: 'local',
      partOf,
      version: newVersion({
        partners: ['maidstone'],
        leadBody: 'maidstone',
        baseline: { ...newVersion().baseline, value: '50' },
        values: newVersion().values.map((each) => ({ ...each, value: '60' })),
      }),
    });
  const refusalOf = async (put: ReturnType<typeof partly>) => {
    const outcome = await put;
    return outcome.ok ? 'ok' : outcome.error;
  };
  expect(await refusalOf(partly('homes-for-all-2/1'))).toBe('no-such-county-target');
  expect(await refusalOf(partly('homes-for-all/1', 'other-homes'))).toBe('county-target-measured-otherwise');
  expect(await refusalOf(partly('homes-for-all/1'))).toBe('ok');
});
