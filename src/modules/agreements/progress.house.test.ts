import { addDays, addMonths, date, type IsoDate, lastMomentOf, ok } from '#platform/kernel';
import { act, publicEntry } from '#platform/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seriesForTest } from './domain/reading/reading.testing.ts';
import { readingsPath, seriesAreaPath } from './domain/reading/reading-paths.ts';
import type { KeptReading } from './domain/reading/reading.ts';
import { periodEnding } from './domain/series/periods.ts';
import type { Series } from './domain/series/series.ts';
import type { TargetVersion } from './domain/target/target.ts';
import { curveOn } from './queries/progress/curve.ts';
import { progressOn } from './queries/progress/overview.ts';
import { officerOf, publishSeriesForTest } from './readings.testing.ts';
import { tellStory } from './actions/tell-story.ts';
import { insertAgreement } from './store/agreements.ts';
import { insertReadings } from './store/readings.ts';
import { insertTarget, insertTargetVersion } from './store/targets.ts';
import { agreementsForTest } from './testing.ts';

/** One quarter’s figure in tenths, or none; how many days after its end it came, and what it was revised to. */
type Told = Readonly<{
  tenths: number | undefined;
  lag: number;
  revisedTo: number | undefined;
  after: number;
}>;
type World = Readonly<{
  better: 'higher' | 'lower';
  grows: boolean;
  baseline: number;
  goals: readonly [number, number];
  floor: number | undefined;
  told: readonly Told[];
}>;

const told: fc.Arbitrary<Told> = fc.record({
  tenths: fc.option(fc.integer({ min: 300, max: 700 }), { nil: undefined, freq: 8 }),
  lag: fc.integer({ min: 5, max: 120 }),
  revisedTo: fc.option(fc.integer({ min: 300, max: 700 }), { nil: undefined }),
  after: fc.integer({ min: 1, max: 200 }),
});
const worlds = fc.sample(
  fc.record({
    better: fc.constantFrom('higher' as const, 'lower' as const),
    grows: fc.boolean(),
    baseline: fc.integer({ min: 300, max: 700 }),
    goals: fc.tuple(fc.integer({ min: 300, max: 700 }), fc.integer({ min: 300, max: 700 })),
    floor: fc.option(fc.integer({ min: 1, max: 80 }), { nil: undefined }),
    told: fc.array(told, { minLength: 1, maxLength: 10 }),
  }) satisfies fc.Arbitrary<World>,
  { numRuns: 60, seed: 20_080_401 },
);

const first = date('2024-04-01');
const quarterEnd = (index: number): IsoDate => addDays(addMonths(first, 3 * (index + 1)), -1);
const decimal = (tenths: number): string => `${Math.floor(tenths / 10)}.${tenths % 10}`;

/** The colour worked out again with whole numbers of sixtieths, apart from the rules and from the queries. */
function referee({ better, grows, baseline, goals, floor, told: all }: World, on: IsoDate): string {
  const sign = better === 'higher' ? 1 : -1;
  let latest: { index: number; tenths: number | undefined } | undefined;
  for (const [index, { tenths, lag, revisedTo, after }] of all.entries()) {
    if (addDays(quarterEnd(index), lag) > on) continue;
    const isRevised = revisedTo !== undefined && addDays(quarterEnd(index), lag + after) <= on;
    latest = { index, tenths: isRevised ? revisedTo : tenths };
  }
  if (latest?.tenths === undefined) return 'grey';
  // The baseline is of 2023-24; the goals are of 2024-25 and 2025-26; after that nothing is set.
  const year = Math.floor(latest.index / 4);
  const goal = goals[year];
  if (goal === undefined) return 'grey';
  const quarters = (latest.index % 4) + 1;
  const before = grows ? 0 : year === 0 ? baseline : (goals[year - 1] ?? 0);
  const exact = before * 4 + (goal - before) * quarters;
  const isYearEnd = quarters === 4;
  // Rounded to tenths, half away from nought: every figure here is above it.
  const expected = (isYearEnd ? exact : Math.floor(exact / 4 + 0.5) * 4) * 5;
  const margin =
    floor === undefined ? (grows ? expected / 20 : 20 * 20) : (grows ? (floor * quarters) / 4 : floor) * 20;
  const ahead = sign * (latest.tenths * 20 - expected);
  return ahead >= 0 ? 'green' : ahead >= -margin ? 'amber' : 'red';
}

function seriesOf({ better, grows }: World, index: number): Series {
  return seriesForTest({
    id: `random-${index}`,
    indicatorId: `random-${index}`,
    polarity: { better },
    ratio: undefined,
    ...(grows
      ? { measuredAs: 'number', unit: 'tonnes', accumulation: 'cumulative' }
      : { measuredAs: 'percentage', unit: '% of homes' }),
  });
}

function readingsOf(world: World, index: number): readonly KeptReading[] {
  const series = seriesOf(world, index);
  return world.told.flatMap(({ tenths, lag, revisedTo, after }, quarter) => {
    const to = quarterEnd(quarter);
    const one = (value: number | undefined, revision: number, days: number): KeptReading => ({
      seriesId: series.id,
      areaId: 'maidstone',
      period: periodEnding(series, to),
      status: value === undefined ? 'suppressed' : revision === 1 ? 'final' : 'revised',
      value: value === undefined ? undefined : decimal(value),
      numerator: undefined,
      denominator: undefined,
      confidence: undefined,
      sample: undefined,
      note: '',
      source: 'A test',
      revision,
      bodyId: 'maidstone',
      batchId: 'random',
      enteredBy: 'A test',
      approvedBy: 'A test',
      publishedAt: lastMomentOf(addDays(to, days)),
    });
    return [one(tenths, 1, lag), ...(revisedTo === undefined ? [] : [one(revisedTo, 2, lag + after)])];
  });
}

function versionOf({ baseline, goals, floor, better }: World): TargetVersion {
  const below = (goal: number) =>
    floor === undefined ? undefined : decimal(goal + (better === 'higher' ? -floor : floor));
  return {
    number: 1,
    leadBody: 'maidstone',
    baseline: {
      value: decimal(baseline),
      period: { from: date('2023-04-01'), to: date('2024-03-31') },
      status: 'final',
      by: undefined,
    },
    without: undefined,
    values: goals.map((goal, index) => ({
      period: { from: date(`${2024 + index}-04-01`), to: date(`${2025 + index}-03-31`) },
      value: decimal(goal),
      floor: below(goal),
      stretch: undefined,
    })),
    partners: [],
    reason: '',
    putOn: first,
    putBy: 'A test',
    byBody: 'maidstone',
    source: 'A test',
    certainty: 'confirmed',
  };
}

async function house() {
  const made = await agreementsForTest('2026-11-20 10:00');
  const { services } = made;
  await publishSeriesForTest(
    services,
    worlds.map(seriesOf),
    worlds.map((_, index) => [`random-${index}`, 'maidstone', 'maidstone'] as const),
  );
  const now = services.clock.now();
  await made.database.transaction({ bodyId: 'maidstone' }, {}, async (sql) => {
    await insertReadings(sql, worlds.flatMap(readingsOf));
    await insertAgreement(sql, {
      id: 'a-plan',
      kind: 'plan',
      bodyId: 'maidstone',
      renews: undefined,
      partOf: undefined,
      placeId: undefined,
      mostDesignated: undefined,
      isIllustrative: true,
      recordedAt: now,
    });
    for (const [index, world] of worlds.entries()) {
      const target = { id: `a-plan/${index + 1}`, agreementId: 'a-plan', seriesId: `random-${index}` };
      await insertTarget(
        sql,
        {
          ...target,
          outcomeId: undefined,
          areaId: 'maidstone',
          standing: 'local',
          number: index + 1,
          partOf: undefined,
          isIllustrative: true,
        },
        now,
      );
      await insertTargetVersion(sql, target.id, versionOf(world), now);
    }
    return ok(undefined);
  });
  const { database } = made;
  const shown = async (on: IsoDate) => {
    const { lines } = await progressOn(database, {}, { on, at: lastMomentOf(on) });
    return new Map(lines.map(({ series, status }) => [series.id, status.colour]));
  };
  return { ...made, shown };
}

test('every status that a page shows, on any day, is what a referee works out from the readings alone', async () => {
  const { database, shown } = await house();
  const days = ['2024-06-30', '2024-09-15', '2025-03-31', '2025-06-01', '2026-02-14', '2026-11-20'].map(date);
  const seen = new Set<string>();
  for (const on of days) {
    const colours = await shown(on);
    for (const [index, world] of worlds.entries()) {
      const expected = referee(world, on);
      seen.add(expected);
      expect(colours.get(`random-${index}`), `series ${index} on ${on}: ${JSON.stringify(world)}`).toBe(
        expected,
      );
      if (index % 12 !== 0) continue;
      const curve = await curveOn(
        database,
        { seriesId: `random-${index}`, areaId: 'maidstone' },
        { on, at: lastMomentOf(on) },
      );
      expect(curve?.going.status.colour).toBe(expected);
    }
  }
  expect([...seen].toSorted()).toEqual(['amber', 'green', 'grey', 'red']);
  // A referee that forgets which way is better is found out.
  const last = date('2026-02-14');
  const colours = await shown(last);
  const careless = worlds.map((world) => referee({ ...world, better: 'higher' }, last));
  expect(careless.some((colour, index) => colour !== colours.get(`random-${index}`))).toBe(true);
});

test('what is kept in memory follows the record: a reading published, a story told', async () => {
  const { services, database, shown } = await house();
  const on = date('2026-11-20');
  const index = worlds.findIndex((world) => world.told.length < 8 && referee(world, on) === 'red');
  const world = worlds[index];
  if (world === undefined) throw new Error('One of these worlds is off track');
  const id = `random-${index}`;
  expect((await shown(on)).get(id)).toBe('red');

  const quarter = world.told.length;
  const better = { tenths: world.better === 'higher' ? 999 : 1, lag: 10, revisedTo: undefined, after: 1 };
  const news = readingsOf({ ...world, told: [...world.told, better] }, index).at(-1);
  if (news === undefined) throw new Error('There is a reading to publish');
  const published = await act<void, never>(services, officerOf('maidstone'), {}, async (sql) => {
    await insertReadings(sql, [{ ...news, batchId: 'news' }]);
    const entry = publicEntry({
      act: 'agreements.readings.published',
      subject: readingsPath({ id: 'news' }),
      summary: 'One reading published',
      facts: {},
      about: { bodies: ['maidstone'], things: [seriesAreaPath(news)] },
    });
    return ok({ value: undefined, entry });
  });
  expect(published.ok).toBe(true);
  expect((await shown(on)).get(id)).toBe('green');

  const periodTo = quarterEnd(quarter);
  const story = { seriesId: id, areaId: 'maidstone', periodTo, says: 'It turned.' };
  expect(await tellStory(services, officerOf('maidstone'), 'maidstone', story, 0)).toEqual({
    ok: true,
    value: undefined,
  });
  const { lines } = await progressOn(database, {}, { on, at: lastMomentOf(on) });
  expect(lines.find(({ series }) => series.id === id)?.story?.says).toBe('It turned.');

  const refusals = await Promise.all([
    tellStory(services, officerOf('swale'), 'swale', story, 1),
    tellStory(services, officerOf('maidstone', 'leader'), 'maidstone', story, 1),
    tellStory(services, officerOf('maidstone'), 'maidstone', { ...story, periodTo: date('2020-03-31') }, 1),
    tellStory(services, officerOf('maidstone'), 'maidstone', { ...story, seriesId: 'none' }, 1),
    tellStory(services, officerOf('maidstone'), 'maidstone', { ...story, areaId: 'swale' }, 1),
    tellStory(services, officerOf('maidstone'), 'maidstone', story, 0),
  ]);
  expect(
    refusals.map((each) => (each.ok ? 'told' : typeof each.error === 'string' ? each.error : 'stale')),
  ).toEqual(['not-the-owner', 'wrong-role', 'no-such-reading', 'no-such-series', 'owner-not-named', 'stale']);
});
