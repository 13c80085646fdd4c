import { date, time } from '#platform/kernel';
import type { ActServices } from '#platform/record';
import { describe, expect, test } from 'vitest';
import type { NewDecision } from '../domain/decision/new-decision.ts';
import { decisionAt } from '../queries/standings.ts';
import { aClause, aDecision, governanceForTest, momentOf, officerOf, publishedForTest } from '../testing.ts';
import { correctDecision } from './correct-decision.ts';
import { delegationsComeFrom } from './live-delegations.ts';
import { publishDecision } from './publish-decision.ts';

const clerk = officerOf('maidstone', 'democratic-services', 'democratic-services-officer');

/** What publishing this says is wrong, by kind; nothing where it is published. */
async function faultsOf(services: ActServices, given: Partial<NewDecision>): Promise<readonly unknown[]> {
  const decision = aDecision({ title: `Decision ${++number}`, ...given });
  const officer = officerOf(decision.bodyId, 'democratic-services', 'democratic-services-officer');
  const done = await publishDecision(services, officer, decision);
  if (done.ok) return [];
  if (typeof done.error !== 'object') return [done.error];
  return done.error.faults.flatMap((found): readonly unknown[] =>
    found.fault === 'incomplete' ? found.gaps.map(namedGap) : [found],
  );
}
let number = 0;
const namedGap = ({ item, regulation }: Readonly<{ item: string; regulation: string }>) =>
  `${item}: ${regulation}`;

describe('a record that is published', () => {
  test('is given its number and its call-in, and can never be published again', async () => {
    const { services, database } = await governanceForTest();
    expect(await publishDecision(services, clerk, aDecision())).toEqual({
      ok: true,
      value: { reference: '2026-001' },
    });
    const found = await decisionAt(database, 'maidstone/2026-001', services.clock.now());
    expect(found?.decision).toMatchObject({
      publishedOn: '2026-07-15',
      publishedAt: '10:00',
      callInBy: '2026-07-22',
      isHistoric: false,
    });
    expect(found?.standing.clauses[0]?.standing.standing).toBe('open-to-call-in');
    expect(await publishDecision(services, clerk, aDecision())).toEqual({
      ok: false,
      error: { faults: [{ fault: 'published-already', reference: '2026-001' }] },
    });
    expect(await publishDecision(services, clerk, aDecision({ bodyId: 'swale' }))).toEqual({
      ok: false,
      error: 'wrong-body',
    });
    expect(
      await publishDecision(services, officerOf('maidstone', 'commissioning'), aDecision({ title: 'Other' })),
    ).toEqual({ ok: false, error: 'wrong-role' });

    const two = await Promise.all([
      publishDecision(services, clerk, aDecision({ title: 'Raced for' })),
      publishDecision(services, clerk, aDecision({ title: 'Raced for' })),
    ]);
    expect(two.filter(({ ok }) => ok)).toHaveLength(1);
    const [one, other] = [aDecision({ title: 'One' }), aDecision({ title: 'Another' })];
    const numbers = await Promise.all([one, other].map((each) => publishDecision(services, clerk, each)));
    expect(new Set(numbers.map((done) => done.ok && done.value.reference)).size).toBe(2);
  });

  test('stands as it was; a correction is added with its day and says why', async () => {
    const { services, at, database } = await governanceForTest();
    const { id } = await publishedForTest(services);
    const asked = { decisionId: id, says: 'Read £25,000 for £250,000', reason: 'A slip of the pen' };
    const correct = (given: Partial<typeof asked>) =>
      correctDecision(at('2026-07-20 09:00'), clerk, 'maidstone', { ...asked, ...given });
    expect(await correct({ says: ' ' })).toEqual({ ok: false, error: 'nothing-said' });
    expect(await correct({ reason: '' })).toEqual({ ok: false, error: 'no-reason' });
    expect(await correct({ decisionId: 'maidstone/1999-001' })).toEqual({
      ok: false,
      error: 'no-such-decision',
    });
    expect(await correct({})).toEqual({ ok: true, value: { position: 1 } });
    const written = await database
      .tables<Readonly<{ 'governance.correction': Readonly<{ on_day: string; says: string }> }>>()
      .selectFrom('governance.correction')
      .select(['on_day', 'says'])
      .execute();
    expect(written).toEqual([{ on_day: '2026-07-20', says: asked.says }]);
  });
});

describe('a record is refused', () => {
  test('without any one thing that the law asks, by the regulation of its own day', async () => {
    const { services } = await governanceForTest();
    const each = [
      ['reasons', { reasons: '' }, 'regulation 12'],
      ['alternatives', { alternatives: undefined }, 'regulation 12'],
      ['conflicts', { conflicts: undefined }, 'regulation 12'],
      ['decision-maker', { decisionMaker: ' ' }, 'regulation 12'],
      ['reports', { reports: undefined }, 'regulation 14'],
      ['background-papers', { backgroundPapers: undefined }, 'regulation 15'],
      ['background-papers', { reliedOn: ['Annex 9'] }, 'regulation 15'],
      ['shorter-notice', { shorterNotice: { regulation: 11, reasons: '' } }, 'regulation 11'],
    ] as const;
    for (const [item, lacking, regulation] of each)
      expect(await faultsOf(services, lacking)).toContain(`${item}: SI 2012/2089, ${regulation}`);
  });

  test('without a clause, without a place to send a call-in, with a number twice', async () => {
    const { services } = await governanceForTest();
    expect(await faultsOf(services, { clauses: [] })).toContain('decision: SI 2012/2089, regulation 12');
    expect(await faultsOf(services, { callInSentTo: '' })).toContain(
      'call-in: Local Government Act 2000, section 9F; the council’s constitution',
    );
    expect(await faultsOf(services, { clauses: [aClause(), aClause()] })).toEqual([
      { fault: 'number-twice', number: '1' },
    ]);
  });

  test('of July 2008 by the regulations of 2000, which the standards committee’s dispensation met', async () => {
    const { services, at } = await governanceForTest();
    const then = at('2008-07-11 12:00');
    const of2008 = { takenOn: date('2008-07-09'), conflicts: undefined };
    expect(await faultsOf(then, of2008)).toEqual([
      'conflicts: SI 2000/3272, regulation 3',
      'dispensations: SI 2000/3272, regulation 3',
    ]);
    const granted = (grantedBy: 'standards-committee' | 'head-of-paid-service') => ({
      conflicts: [{ member: 'The Leader', dispensation: { grantedBy } }],
    });
    expect(await faultsOf(then, { ...of2008, ...granted('standards-committee') })).toEqual([]);
    expect(await faultsOf(services, granted('standards-committee'))).toEqual([
      'dispensations: SI 2012/2089, regulation 12',
    ]);
    expect(await faultsOf(services, granted('head-of-paid-service'))).toEqual([]);
  });

  test('dated ahead, before its own decision, or of a day on which its body did not exist', async () => {
    const { services } = await governanceForTest();
    expect(await faultsOf(services, { takenOn: date('2026-07-16') })).toContainEqual({
      fault: 'taken-in-the-future',
    });
    const published = (on: string) => ({ published: { on: date(on), at: time('12:00') } });
    expect(await faultsOf(services, published('2026-07-12'))).toEqual([
      { fault: 'published-before-it-was-taken' },
    ]);
    expect(await faultsOf(services, published('2026-07-16'))).toEqual([{ fault: 'published-in-the-future' }]);
    expect(
      await faultsOf(services, { ...published('1970-02-01'), takenOn: date('1970-01-01') }),
    ).toContainEqual({ fault: 'body-did-not-exist' });
  });

  test('as an old one, once its body publishes its records here: none is dated back past its call-in', async () => {
    const { services, at } = await governanceForTest();
    const old = (on: string) => ({
      takenOn: date('2026-07-01'),
      published: { on: date(on), at: undefined },
      reasons: '',
    });
    expect(await faultsOf(services, old('2026-07-02'))).toEqual([]);
    await publishedForTest(services);
    expect(await faultsOf(services, old('2026-07-14'))).toEqual([]);
    const later = at('2026-08-20 10:00');
    for (const on of ['2026-07-15', '2026-08-01'])
      expect(await faultsOf(later, old(on))).toEqual([{ fault: 'not-an-old-record', since: '2026-07-15' }]);
    // Another body’s records say nothing of when this one began.
    expect(await faultsOf(later, { ...old('2026-08-01'), bodyId: 'ashford' })).toEqual([]);
  });

  test('that is not called what its clauses do, so that neither the law nor call-in is gone around', async () => {
    const { services } = await governanceForTest();
    expect(await faultsOf(services, { isExecutive: false, isKey: false, reasons: '' })).toEqual([
      { fault: 'executive-clauses' },
    ]);
    expect(await faultsOf(services, { clauses: [aClause({ effect: 'resolve' })] })).toEqual([
      { fault: 'executive-resolves' },
    ]);
  });

  test('that points at what another body published, or at what is not there', async () => {
    const { services, asOwner } = await governanceForTest();
    await asOwner(
      `INSERT INTO governance.notice (id, body_id, reference, first_published_on)
       VALUES ('ashford/2026-001', 'ashford', '2026-001', '2026-06-01')`,
    );
    await asOwner(
      `INSERT INTO governance.committee (id, body_id, name, kind, source, recorded_on)
       VALUES ('ashford.cabinet', 'ashford', 'Cabinet', 'executive', 'A test', '2026-01-01')`,
    );
    await asOwner(
      `INSERT INTO governance.meeting (id, body_id, committee_id, reference, part, source, recorded_at)
       VALUES ('ashford/2026-001', 'ashford', 'ashford.cabinet', '2026-001', 'public', 'A test', '2026-01-01')`,
    );
    for (const id of ['ashford/2026-001', 'maidstone/1999-999', '']) {
      expect(await faultsOf(services, { noticeId: id })).toEqual([{ fault: 'no-such-notice' }]);
      expect(await faultsOf(services, { meetingId: id })).toEqual([{ fault: 'no-such-meeting' }]);
      expect(await faultsOf(services, { reconsiders: id })).toEqual([{ fault: 'no-such-reconsidered' }]);
      expect(await faultsOf(services, { itemId: id })).toEqual([{ fault: 'no-such-item' }]);
    }
    // Each is its own body’s to point at, and an item must be on the agenda of the meeting.
    const own = { bodyId: 'ashford', meetingId: 'ashford/2026-001', noticeId: 'ashford/2026-001' };
    expect(await faultsOf(services, { ...own, itemId: 'x' })).toContainEqual({ fault: 'no-such-item' });
    expect(await faultsOf(services, own)).not.toContainEqual({ fault: expect.stringContaining('no-such') });
  });

  test('with a waiver of call-in that does not hold, and taken with one that does', async () => {
    const { services } = await governanceForTest();
    const waiver = {
      agreedAt: momentOf('2026-07-13 09:00'),
      agreedBy: 'Chairman of the Council',
      reasons: 'The grant lapses on 16 July',
      isReasonable: true,
      isUrgent: true,
    };
    expect(await faultsOf(services, { waiver: { ...waiver, isReasonable: false } })).toContainEqual({
      fault: 'waiver',
      because: 'not-agreed-to-be-reasonable',
    });
    const late = { ...waiver, agreedAt: momentOf('2026-07-14 09:00') };
    expect(await faultsOf(services, { waiver: late })).toContainEqual({
      fault: 'waiver',
      because: 'agreed-after-the-decision',
    });
    const { decision, standing } =
      (await decisionAt(
        services.database,
        (await publishedForTest(services, { title: 'Urgent', waiver })).id,
        services.clock.now(),
      )) ?? {};
    expect(decision?.notOpenBecause).toContain('Chairman of the Council');
    expect(standing?.clauses[0]?.standing).toMatchObject({
      standing: 'in-effect',
      because: 'call-in-waived',
    });
  });

  test('with executive clauses while its council is run by committees; in its next regime it may have them', async () => {
    const { at } = await governanceForTest();
    const of2019 = { takenOn: date('2019-05-01'), isKey: false };
    expect(await faultsOf(at('2019-05-03 12:00'), of2019)).toContainEqual({
      fault: 'may-not-take',
      because: { mayNot: 'decide-as-executive', clauses: ['1'] },
    });
    const resolved = { ...of2019, isExecutive: false, clauses: [aClause({ effect: 'resolve' })] };
    expect(await faultsOf(at('2019-05-03 12:00'), { ...resolved, makerKind: 'committee' })).toEqual([]);
  });
});

describe('a body that meets with others', () => {
  test('decides nothing without a vote, and nothing executive that a council has not delegated', async () => {
    const { services, asOwner } = await governanceForTest();
    const senate = {
      bodyId: 'kent-senate',
      makerKind: 'forum',
      isExecutive: false,
      isKey: false,
      takenOn: date('2010-10-01'),
      published: { on: date('2010-10-02'), at: undefined },
    } as const;
    for (const effect of ['endorse', 'recommend', 'note'] as const)
      expect(await faultsOf(services, { ...senate, clauses: [aClause({ effect })] })).toEqual([]);
    for (const effect of ['executive', 'resolve', 'request', 'recommend-to-council'] as const)
      expect(await faultsOf(services, { ...senate, clauses: [aClause({ effect })] })).toContainEqual({
        fault: 'may-not-take',
        because: { mayNot: 'decide-without-vote', clauses: ['1'] },
      });

    await asOwner(
      `INSERT INTO governance.committee (id, body_id, name, kind, appointed_by, source, recorded_on)
       VALUES ('maidstone.joint', 'maidstone', 'Mid Kent Joint Committee', 'joint-committee',
         '{maidstone,swale}', 'A test', '2026-01-01')`,
    );
    const joint = { makerKind: 'joint-committee', decisionMaker: 'The Joint Committee' } as const;
    expect(await faultsOf(services, joint)).toEqual([{ fault: 'appointing-councils-not-known' }]);
    const set = { ...joint, committeeId: 'maidstone.joint' };
    expect(await faultsOf(services, set)).toEqual([{ fault: 'no-function', clauses: ['1'] }]);
    const audit = { ...set, clauses: [aClause({ function: 'Internal audit' })] };
    const missing = (...councils: readonly string[]) => [
      { fault: 'not-delegated', missing: [{ clause: '1', function: 'Internal audit', councils }] },
    ];
    expect(await faultsOf(services, audit)).toEqual(
      missing('Maidstone Borough Council', 'Swale Borough Council'),
    );
    const undo = delegationsComeFrom({
      live: async (_sql, { function: of, on, by }) =>
        of === 'Internal audit' && on >= '2026-07-01' ? by.filter((each) => each !== 'swale') : [],
    });
    expect(await faultsOf(services, audit)).toEqual(missing('Swale Borough Council'));
    undo();
    const all = delegationsComeFrom({ live: async (_sql, { by }) => by });
    expect(await faultsOf(services, audit)).toEqual([]);
    all();
  });
});
