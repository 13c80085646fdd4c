import { date, type IsoDate } from '#platform/kernel';
import { act, entriesOfAct } from '#platform/record';
import { describe, expect, test } from 'vitest';
import { answerRecommendations } from './actions/answer-recommendations.ts';
import { publishRecommendations } from './actions/publish-recommendations.ts';
import { reportOnCondition, type ToldFact } from './actions/report-on-condition.ts';
import { watchFigure } from './actions/watch-figure.ts';
import type { NewReport } from './domain/scrutiny/new-report.ts';
import { loadScrutinyExample } from './example/scrutiny.ts';
import { reportAt } from './queries/recommendations.ts';
import { slippedConditionsFor } from './queries/slipped-conditions.ts';
import { aClause, governanceForTest, officerOf, publishedForTest } from './testing.ts';

const scrutiny = officerOf('maidstone', 'scrutiny');
const leader = officerOf('maidstone', 'leader');
const committeeId = 'maidstone.scrutiny';

const report: NewReport = {
  bodyId: 'maidstone',
  title: 'Waste collection',
  madeOn: date('2026-03-10'),
  committeeId,
  committee: 'Overview and Scrutiny Committee',
  addressedTo: 'The Cabinet',
  receivedOn: date('2026-03-10'),
  recommendations: [
    {
      number: '1',
      text: 'That the contract be let',
      conditions: [
        { number: '1.1', text: 'Rounds are published by the end of May' },
        { number: '1.2', text: 'Missed collections stay at most 80 in 100,000' },
      ],
    },
    { number: '2', text: 'That a review be held', conditions: [] },
  ],
  places: [],
  topics: ['waste'],
  source: 'Minutes of 10 March 2026',
};

async function withReport() {
  const house = await governanceForTest('2026-07-15 10:00');
  await withCommittee(house.ownerUrl);
  const published = await publishRecommendations(house.services, scrutiny, report);
  expect(published).toEqual({ ok: true, value: { reference: '2026-001' } });
  return house;
}

/** The committee that meetings would have set up. */
async function withCommittee(ownerUrl: string): Promise<void> {
  const { withClient } = await import('#platform/db');
  await withClient(ownerUrl, async (client) => {
    await client.query(
      `INSERT INTO governance.committee (id, body_id, name, kind, source, recorded_on)
       VALUES ($1, 'maidstone', 'Overview and Scrutiny Committee', 'scrutiny', 'Constitution', '2026-01-01')`,
      [committeeId],
    );
  });
}

const named = { bodyId: 'maidstone', reference: '2026-001' } as const;
const told = { says: '', source: 'Minutes', on: date('2026-04-14') };
const answer = (outcome: 'accepted' | 'not-accepted', on: IsoDate = date('2026-04-14')) => ({
  on,
  answers: [
    { recommendation: '1', outcome, reasons: 'The rounds are ready' },
    { recommendation: '2', outcome, reasons: 'There is no money' },
  ],
  decision: undefined,
  source: 'Cabinet minutes',
});
const rounds: ToldFact = {
  ...told,
  kind: 'watched',
  watch: { kind: 'milestone', what: 'Rounds published', by: date('2026-05-31') },
};

describe('recommendations of a scrutiny committee', () => {
  test('are answered within two months beginning with the day the executive received them', async () => {
    const { services, database } = await withReport();
    const on = (day: string) => reportAt(database, 'maidstone/2026-001', date(day));
    const open = await on('2026-05-09');
    expect(open?.due).toMatchObject({ due: 'known', by: { date: '2026-05-09' } });
    expect(open?.response).toMatchObject({ standing: 'open' });
    expect((await on('2026-05-10'))?.response).toMatchObject({ standing: 'overdue', since: '2026-05-10' });
    expect(await on('2026-03-09')).toBeUndefined();

    const given = await answerRecommendations(
      services,
      leader,
      named,
      answer('accepted', date('2026-06-01')),
      0,
    );
    expect(given).toEqual({ ok: true, value: undefined });
    expect((await on('2026-06-01'))?.response).toEqual({
      standing: 'answered',
      on: '2026-06-01',
      isLate: true,
    });
    expect((await on('2026-05-31'))?.response).toMatchObject({ standing: 'overdue' });
    expect(await entriesOfAct(database, 'governance.recommendations.answered')).toBe(1);
  });

  test('two officers who answer at once: the second sees what stands', async () => {
    const { services } = await withReport();
    const both = await Promise.all([
      answerRecommendations(services, leader, named, answer('accepted'), 0),
      answerRecommendations(services, leader, named, answer('not-accepted'), 0),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = both.find((each) => !each.ok);
    expect(refused).toMatchObject({ ok: false, error: { stale: [{ recommendation: '1' }, {}] } });
  });

  test('are agreed by a clause that says so, and by no other', async () => {
    const { services, database } = await withReport();
    const decision = await publishedForTest(services, {
      takenOn: date('2026-04-14'),
      clauses: [aClause(), aClause({ number: '2', effect: 'agree-scrutiny-reference' })],
      isKey: false,
    });
    const by = (clause: string, on = date('2026-04-14')) =>
      answerRecommendations(
        services,
        leader,
        named,
        { ...answer('accepted', on), decision: { id: decision.id, clause } },
        0,
      );
    expect(await by('1')).toEqual({ ok: false, error: 'clause-agrees-no-reference' });
    expect(await by('2', date('2026-04-13'))).toEqual({ ok: false, error: 'decision-after-the-answer' });
    expect(await by('2')).toMatchObject({ ok: true });
    const found = await reportAt(database, 'maidstone/2026-001', date('2026-07-15'));
    expect(found?.responses[0]).toMatchObject({ decisionId: decision.id, clause: '2' });
  });

  test('refused, each for its reason, and nothing is kept', async () => {
    const { services, database } = await withReport();
    const publish = async (change: Partial<NewReport>, actor = scrutiny) => {
      const outcome = await publishRecommendations(services, actor, { ...report, ...change });
      return outcome.ok ? 'published' : outcome.error;
    };
    expect(await publish({}, leader)).toBe('wrong-role');
    expect(await publish({}, officerOf('swale', 'scrutiny'))).toBe('wrong-body');
    expect(await publish({ recommendations: [] })).toBe('no-recommendations');
    expect(await publish({ madeOn: date('2026-07-16'), receivedOn: undefined })).toBe('made-in-the-future');
    expect(await publish({ receivedOn: date('2026-03-09') })).toBe('received-before-it-was-made');
    expect(await publish({ committeeId: 'swale.scrutiny' })).toBe('no-such-committee');
    expect(await publish({ reference: '2026-001' })).toBe('reference-taken');
    const early = answer('accepted', date('2026-03-09'));
    expect(await answerRecommendations(services, leader, named, early, 0)).toMatchObject({
      error: 'answered-before-the-report',
    });
    expect(await answerRecommendations(services, scrutiny, named, answer('accepted'), 0)).toMatchObject({
      error: 'wrong-role',
    });
    expect(await entriesOfAct(database, 'governance.recommendations.published')).toBe(1);
    expect(await entriesOfAct(database, 'governance.recommendations.answered')).toBe(0);
  });
});

describe('living conditions', () => {
  const say = (house: Awaited<ReturnType<typeof withReport>>, key: string, fact: ToldFact, seen: number) =>
    reportOnCondition(
      house.services,
      fact.kind === 'watched' || fact.kind === 'agreed' ? scrutiny : leader,
      { ...named, key, as: fact.kind === 'watched' || fact.kind === 'agreed' ? 'scrutiny' : 'executive' },
      fact,
      seen,
    );

  test('one that slips comes before its committee though nobody acts, and leaves when it is met', async () => {
    const house = await withReport();
    const { services, database } = house;
    const slipped = async (day: string) =>
      (await slippedConditionsFor(database, committeeId, date(day))).map(({ id }) => id);
    await say(house, '1.1', rounds, 0);
    expect(await slipped('2026-06-01')).toEqual([]);
    await answerRecommendations(services, leader, named, answer('accepted'), 0);
    expect(await slipped('2026-05-31')).toEqual([]);
    expect(await slipped('2026-06-01')).toEqual(['maidstone/2026-001/1.1 2026-06-01']);
    expect(await slipped('2026-07-15')).toEqual(['maidstone/2026-001/1.1 2026-06-01']);
    expect(await slippedConditionsFor(database, 'maidstone.cabinet', date('2026-07-15'))).toEqual([]);
    await say(house, '1.1', { ...told, on: date('2026-07-01'), kind: 'met' }, 1);
    expect(await slipped('2026-07-01')).toEqual([]);
    expect(await slipped('2026-06-30')).toEqual(['maidstone/2026-001/1.1 2026-06-01']);
  });

  test('the executive may report and move; only scrutiny sets, agrees and takes back', async () => {
    const house = await withReport();
    await answerRecommendations(house.services, leader, named, answer('accepted'), 0);
    const asLeader = (fact: ToldFact) =>
      reportOnCondition(house.services, leader, { ...named, key: '1.1', as: 'executive' }, fact, 0);
    expect(await asLeader(rounds)).toEqual({ ok: false, error: 'only-scrutiny-may-say' });
    expect(await asLeader({ ...told, kind: 'agreed', to: date('2026-09-01') })).toMatchObject({
      error: 'only-scrutiny-may-say',
    });
    expect(
      await reportOnCondition(house.services, leader, { ...named, key: '1.1', as: 'scrutiny' }, rounds, 0),
    ).toEqual({ ok: false, error: 'wrong-role' });
    expect(await asLeader({ ...told, kind: 'reading', value: 1 })).toMatchObject({ error: 'not-a-figure' });
    expect(await asLeader({ ...told, kind: 'slipped' })).toMatchObject({ error: 'says-missing' });
    expect(await asLeader({ ...told, on: date('2026-04-13'), kind: 'met' })).toMatchObject({
      error: 'recommendation-not-accepted',
    });
    expect(await asLeader({ ...told, kind: 'met' })).toMatchObject({ ok: true });
    expect(await asLeader({ ...told, kind: 'met' })).toMatchObject({ error: { stale: [{ kind: 'met' }] } });
    expect(
      await reportOnCondition(
        house.services,
        leader,
        { ...named, key: '9.9', as: 'executive' },
        { ...told, kind: 'met' },
        0,
      ),
    ).toMatchObject({ error: 'no-such-condition' });
  });

  test('a figure that another part keeps reaches every condition that watches it, within that part’s own act', async () => {
    const house = await withReport();
    const { services, database } = house;
    await answerRecommendations(services, leader, named, answer('accepted'), 0);
    const watch = {
      kind: 'figure',
      what: 'missed-collections',
      comparison: 'at-most',
      threshold: 80,
      unit: 'in 100,000',
    } as const;
    await say(house, '1.2', { ...told, kind: 'watched', watch: { ...watch, from: undefined } }, 0);
    const standing = async () => {
      const found = await reportAt(database, 'maidstone/2026-001', date('2026-07-15'));
      return found?.conditions.find(({ condition }) => condition.key === '1.2')?.standing;
    };
    expect(await standing()).toEqual({ standing: 'not-known' });
    const reading = {
      figure: 'missed-collections',
      value: 91.5,
      on: date('2026-07-01'),
      source: 'Contract report',
    };
    await act(services, scrutiny, {}, async (sql) => {
      const when = { today: date('2026-07-15'), now: services.clock.now() };
      const [entry, ...others] = await watchFigure(sql, { ...reading, byOffice: 'Performance' }, when);
      expect(others).toEqual([]);
      if (entry === undefined) throw new Error('no condition took the reading');
      return { ok: true, value: { value: undefined, entry } };
    });
    expect(await standing()).toMatchObject({ standing: 'slipped', since: '2026-07-01', why: 'figure-fails' });
  });
});

describe('Maidstone’s three conditions of 1 July 2008', () => {
  test('are accepted by the Cabinet, watched without a date, and nothing is invented of them', async () => {
    const { services, database } = await governanceForTest();
    await loadScrutinyExample(services);
    await loadScrutinyExample(services);
    const on = (day: string) => reportAt(database, 'maidstone/2008-001', date(day));
    const found = await on('2026-07-15');
    expect(found?.response).toEqual({ standing: 'answered', on: '2008-07-09', isLate: undefined });
    expect(found?.due).toEqual({ due: 'not-received' });
    expect(found?.conditions.map(({ condition, standing }) => [condition.number, standing])).toEqual(
      ['i', 'ii', 'iii'].map((number) => [
        number,
        { standing: 'not-yet-watched', because: 'no-date-stated' },
      ]),
    );
    expect((await on('2008-07-08'))?.conditions[0]?.standing).toEqual({
      standing: 'not-yet-watched',
      because: 'no-response',
    });
    expect(await entriesOfAct(database, 'governance.recommendations.published')).toBe(1);
  });
});
