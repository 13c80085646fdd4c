import { date, type IsoDate } from '#platform/kernel';
import { withClient } from '#platform/db';
import { act } from '#platform/record';
import { describe, expect, test } from 'vitest';
import { aClause, publishedForTest } from '../../src/modules/governance/testing.ts';
import { amendTarget } from '../../src/modules/agreements/actions/targets/amend-target.ts';
import { answerTarget, type ToAnswer } from '../../src/modules/agreements/actions/targets/answer-target.ts';
import { type NewTarget, putTarget } from '../../src/modules/agreements/actions/targets/put-target.ts';
import type { AgreementKind } from '../../src/modules/agreements/domain/agreement/agreement.ts';
import { seriesForTest } from '../../src/modules/agreements/domain/reading/reading.testing.ts';
import { newVersion } from '../../src/modules/agreements/domain/target/samples.testing.ts';
import { sayTarget } from '../../src/modules/agreements/domain/target/explain-blocker.ts';
import { curveOn } from '../../src/modules/agreements/queries/progress/curve.ts';
import { targetsAt } from '../../src/modules/agreements/queries/targets-at.ts';
import { officerOf, publishSeriesForTest } from '../../src/modules/agreements/readings.testing.ts';
import {
  insertAgreement,
  insertStage,
  insertVersion,
} from '../../src/modules/agreements/store/agreements.ts';
import { agreementsForTest } from '../../src/modules/agreements/testing.ts';

const agreementId = 'homes-for-kent';
const homes = seriesForTest({ id: 'homes', title: 'Affordable homes', measuredAs: 'count', decimals: 0 });
const partners = ['kent-county-council', 'ashford', 'dover', 'swale'] as const;
const county = officerOf('kent-county-council');
const answering = (bodyId: string) => officerOf(bodyId, 'democratic-services');

const newTarget = (given: Partial<NewTarget> = {}): NewTarget => ({
  agreementId,
  outcomeId: undefined,
  seriesId: 'homes',
  areaId: 'kent',
  standing: 'designated',
  partOf: undefined,
  version: newVersion(),
  ...given,
});

/** An agreement of four councils that may designate so many targets, and a series to set them on. */
async function withAgreement(mostDesignated = 35, kind: AgreementKind = 'other') {
  const house = await agreementsForTest('2026-06-01 10:00');
  const others = Array.from({ length: 4 }, (_, index) => ({
    ...homes,
    id: `homes-${index + 2}`,
    title: `Homes ${index + 2}`,
  }));
  await publishSeriesForTest(house.services, [homes, ...others], []);
  const recordedAt = house.services.clock.now();
  await act<void, never>(
    house.services,
    { officeTitle: 'A test', bodyId: county.bodyId },
    {},
    async (sql) => {
      await insertAgreement(sql, {
        id: agreementId,
        kind,
        bodyId: county.bodyId,
        renews: undefined,
        partOf: undefined,
        placeId: undefined,
        mostDesignated,
        isIllustrative: false,
        recordedAt,
      });
      await insertVersion(sql, agreementId, {
        number: 1,
        title: 'Homes for Kent',
        summary: '',
        frameworkId: undefined,
        outcomeIds: [],
        term: { from: undefined, until: undefined },
        principles: [],
        sections: [],
        parties: partners.map((bodyId) => ({ bodyId, capacity: 'party' })),
        proposalId: undefined,
        changed: '',
        reason: '',
        source: 'A test',
        certainty: 'confirmed',
        published: { on: date('2026-05-01'), precision: 'day' },
        publishedBy: 'A test',
        recordedAt,
      });
      const entry = {
        act: 'a.test',
        subject: '/a',
        summary: 'A test',
        facts: {},
        visibility: 'public',
      } as const;
      return { ok: true, value: { value: undefined, entry } };
    },
  );
  return house;
}

type House = Awaited<ReturnType<typeof withAgreement>>;

/** A decision of a body that takes effect when it is published: its full Council resolved it. */
const resolved = (house: House, bodyId: string, takenOn: IsoDate) =>
  publishedForTest(house.at(`${takenOn} 15:00`), {
    bodyId,
    takenOn,
    title: `Affordable homes: the consent of ${bodyId}`,
    makerKind: 'council',
    decisionMaker: 'The Council',
    isExecutive: false,
    isKey: false,
    keyReasons: '',
    callInSentTo: '',
    clauses: [aClause({ effect: 'resolve', text: 'That the council consent to the target' })],
    places: [],
    topics: [],
  });

const answer = (given: Partial<ToAnswer>): ToAnswer => ({
  targetId: `${agreementId}/1`,
  version: 1,
  answer: 'consents',
  on: date('2026-06-10'),
  says: '',
  source: 'Minutes of the Council',
  decision: undefined,
  seen: 0,
  ...given,
});

/** The body consents by a decision of its own of that day. */
async function consent(house: House, bodyId: string, version: number, day: string, seen: number) {
  const decision = await resolved(house, bodyId, date(day));
  return answerTarget(
    house.at(`${day} 16:00`),
    answering(bodyId),
    answer({ version, on: date(day), decision: { id: decision.id, clause: '1' }, seen }),
  );
}

async function standsOn(house: House, day: string): Promise<string> {
  const [stood] = await targetsAt(house.database, { ids: [`${agreementId}/1`] }, date(day));
  return stood === undefined ? 'nothing' : sayTarget(stood.standing, stood.target, (id) => id).says;
}

describe('a target of four councils', () => {
  test('binds when the last consents; a change that one refuses does not; a withdrawal undoes it', async () => {
    const house = await withAgreement();
    expect(await putTarget(house.services, county, newTarget({ standing: 'local' }))).toEqual({
      ok: true,
      value: { id: `${agreementId}/1`, number: 1 },
    });
    for (const [index, bodyId] of partners.entries())
      expect(await consent(house, bodyId, 1, `2026-06-${10 + index}`, index)).toEqual({
        ok: true,
        value: undefined,
      });
    expect(await standsOn(house, '2026-05-31')).toBe('nothing');
    expect(await standsOn(house, '2026-06-12')).toContain('swale has not answered');
    expect(await standsOn(house, '2026-06-13')).toBe('Version 1 has been in force since 13 June 2026.');

    const change = newVersion({
      values: newVersion().values.map((year) => ({ ...year, value: '1300' })),
      reason: 'More sites have been found.',
    });
    const amend = (seen: number) =>
      amendTarget(house.at('2026-06-20 10:00'), county, {
        targetId: `${agreementId}/1`,
        version: change,
        revision: '',
        seen,
      });
    expect(await amend(0)).toMatchObject({ error: { stale: { id: `${agreementId}/1` } } });
    expect(await amend(1)).toEqual({ ok: true, value: { version: 2 } });
    // Nobody has consented to the change: the first version binds on.
    expect(await standsOn(house, '2026-06-20')).toMatch(
      /^Version 1 has been in force since 13 June 2026\. Version 2/,
    );
    expect(await consent(house, 'kent-county-council', 2, '2026-06-22', 4)).toMatchObject({ ok: true });
    const refusal = answer({ version: 2, answer: 'refuses', on: date('2026-06-23'), seen: 5 });
    expect(await answerTarget(house.at('2026-06-23 16:00'), answering('swale'), refusal)).toEqual({
      ok: false,
      error: 'reason-missing',
    });
    const says = 'There is no water for so many homes.';
    const vetoed = await answerTarget(house.at('2026-06-23 16:00'), answering('swale'), { ...refusal, says });
    expect(vetoed).toEqual({ ok: true, value: undefined });
    expect(await standsOn(house, '2026-06-23')).toBe(
      `Version 1 has been in force since 13 June 2026. Version 2, put on 20 June 2026, does not bind. swale refused on 23 June 2026, which is a veto: ${says}`,
    );

    // The page of the series names each partner's own decision on the version that binds.
    const moment = { on: date('2026-06-24'), at: new Date('2026-06-24T12:00:00Z') };
    const curve = await curveOn(house.database, { seriesId: 'homes', areaId: 'kent' }, moment);
    const binding = curve?.targets[0]?.standing.inForce?.version;
    expect(binding?.number).toBe(1);
    const titles = [...(curve?.grounds.decisions.values() ?? [])].map(({ title }) => title);
    for (const bodyId of partners) expect(titles).toContain(`Affordable homes: the consent of ${bodyId}`);

    // Dover withdraws from the version in force.
    const withdrawal = answer({
      version: 1,
      answer: 'withdraws',
      on: date('2026-06-25'),
      says: 'The money is gone.',
      seen: 6,
    });
    // What bound until today is not taken back from a day before it.
    expect(await answerTarget(house.at('2026-06-26 10:00'), answering('dover'), withdrawal)).toEqual({
      ok: false,
      error: 'withdrawn-before-today',
    });
    expect(await answerTarget(house.at('2026-06-25 10:00'), answering('dover'), withdrawal)).toMatchObject({
      ok: true,
    });
    expect(await standsOn(house, '2026-06-24')).toMatch(/^Version 1 has been in force/);
    expect(await standsOn(house, '2026-06-25')).toMatch(/^Version 2 binds nobody/);
  });

  test('a designated one is changed by a decision on a revision proposal that is on record, not by any words', async () => {
    const house = await withAgreement(35, 'local-area-agreement');
    await putTarget(house.services, county, newTarget());
    await house.database.transaction(undefined, {}, async (sql) => {
      await insertStage(sql, agreementId, {
        position: 1,
        stage: 'designated',
        when: { on: date('2026-06-02'), precision: 'day' },
        says: 'The Secretary of State',
        decisionId: undefined,
        source: 'A test',
        certainty: 'confirmed',
        byOffice: 'A test',
        recordedAt: house.services.clock.now(),
      });
      return { ok: true, value: undefined };
    });
    const dover = await resolved(house, 'dover', date('2026-06-10'));
    const thanet = await resolved(house, 'thanet', date('2026-06-10'));
    const amend = async (revision: string) => {
      const values = newVersion().values.map((year) => ({ ...year, value: '1300' }));
      const version = newVersion({ values, reason: 'More sites have been found.' });
      const asked = { targetId: `${agreementId}/1`, version, revision, seen: 1 };
      const outcome = await amendTarget(house.at('2026-06-20 10:00'), county, asked);
      return outcome.ok ? outcome.value : outcome.error;
    };
    expect(await amend('')).toMatchObject({ notYet: 'needs-revision' });
    expect(await amend('Revision proposal of June')).toMatchObject({ notYet: 'no-such-revision' });
    expect(await amend('/decisions/dover/2099-001')).toMatchObject({ notYet: 'no-such-revision' });
    expect(await amend(`/decisions/${thanet.id}`)).toMatchObject({ notYet: 'no-such-revision' });
    expect(await amend(`/decisions/${dover.id}`)).toEqual({ version: 2 });
  });

  test('a consent by another body’s decision, or by one of before, or that binds nobody, is refused', async () => {
    const house = await withAgreement();
    await putTarget(house.services, county, newTarget());
    const theirs = await resolved(house, 'dover', date('2026-06-10'));
    const before = await resolved(house, 'ashford', date('2026-05-20'));
    const noted = await publishedForTest(house.at('2026-06-10 15:00'), {
      bodyId: 'ashford',
      takenOn: date('2026-06-10'),
      isKey: false,
      keyReasons: '',
      clauses: [aClause({ effect: 'note', text: 'That the target be noted' })],
      places: [],
    });
    const by = async (id: string, clause = '1') => {
      const given = answer({ decision: { id, clause } });
      const outcome = await answerTarget(house.at('2026-06-10 16:00'), answering('ashford'), given);
      return outcome.ok ? 'taken' : outcome.error;
    };
    expect(await by(theirs.id)).toBe('not-own-decision');
    expect(await by(before.id)).toBe('decision-before-version');
    expect(await by(noted.id)).toBe('clause-cannot-bind');
    expect(await by(noted.id, '9')).toBe('no-such-clause');
    expect(await by('ashford/none')).toBe('no-such-decision');
    const bare = await answerTarget(house.at('2026-06-10 16:00'), answering('ashford'), answer({}));
    expect(bare).toEqual({ ok: false, error: 'decision-missing' });
    const outsider = await answerTarget(house.at('2026-06-10 16:00'), answering('thanet'), answer({}));
    expect(outsider).toEqual({ ok: false, error: 'not-bound' });
  });

  test('a consent by a decision in its call-in window counts from when it takes effect', async () => {
    const house = await withAgreement();
    const version = newVersion({ partners: ['maidstone'], leadBody: 'maidstone' });
    await putTarget(house.services, county, newTarget({ version }));
    const decision = await publishedForTest(house.at('2026-06-10 10:00'), {
      takenOn: date('2026-06-10'),
      isKey: false,
      keyReasons: '',
    });
    const given = answer({ decision: { id: decision.id, clause: '1' } });
    expect(await answerTarget(house.at('2026-06-10 11:00'), answering('maidstone'), given)).toMatchObject({
      ok: true,
    });
    expect(await standsOn(house, '2026-06-10')).toMatch(
      /^Version 1 waits for every partner’s consent\. .* takes effect on 1\d June 2026/,
    );
    expect(await standsOn(house, '2026-07-01')).toMatch(/^Version 1 has been in force since 1\d June 2026/);
  });

  test('one more designated than the agreement may have is refused; others are not counted with them', async () => {
    const house = await withAgreement(2);
    const put = async (seriesId: string, standing: NewTarget['standing']) => {
      const outcome = await putTarget(house.services, county, newTarget({ seriesId, standing }));
      return outcome.ok ? outcome.value.number : outcome.error;
    };
    expect(await put('homes', 'designated')).toBe(1);
    expect(await put('homes', 'local')).toBe('target-twice');
    expect(await put('homes-2', 'statutory')).toBe(2);
    // Two officers at once, and room for one.
    const both = await Promise.all([put('homes-3', 'designated'), put('homes-4', 'designated')]);
    expect(both).toEqual(expect.arrayContaining([3, 'too-many-designated']));
    expect(await put('homes-5', 'local')).toBe(4);
    expect(await put('no-such', 'local')).toBe('no-such-series');
  });

  test('what a council had consented to binds the one it merged into; what it had not, that one answers', async () => {
    const house = await withAgreement();
    const two = newVersion({ partners: ['ashford', 'swale'], leadBody: 'ashford' });
    await putTarget(house.services, county, newTarget({ standing: 'local', version: two }));
    expect(await consent(house, 'swale', 1, '2026-06-10', 0)).toMatchObject({ ok: true });
    // Swale and Ashford both end: the one bound, the other not.
    await withClient(house.ownerUrl, async (client) => {
      for (const ended of ['swale', 'ashford'])
        await client.query(
          `INSERT INTO register.succession (predecessor, successor, on_day, kind, reason, source, certainty, recorded_on)
           VALUES ($1, 'dover', '2026-06-15', 'merge', 'A test', 'A test', 'confirmed', '2026-06-14')`,
          [ended],
        );
    });
    const late = await answerTarget(
      house.at('2026-06-16 10:00'),
      answering('ashford'),
      answer({ answer: 'refuses', on: date('2026-06-16'), says: 'We would rather not.', seen: 1 }),
    );
    expect(late).toEqual({ ok: false, error: 'body-has-ended' });
    expect(await standsOn(house, '2026-06-16')).toContain('dover, in the place of ashford, has not answered');
    expect(await consent(house, 'dover', 1, '2026-06-17', 1)).toEqual({ ok: true, value: undefined });
    expect(await standsOn(house, '2026-06-17')).toBe('Version 1 has been in force since 17 June 2026.');
  });

  test('nobody else’s office puts one, and a percentage or an ended partner is named', async () => {
    const house = await withAgreement();
    const put = (given: NewTarget, actor = county) => putTarget(house.services, actor, given);
    expect(await put(newTarget(), officerOf('thanet'))).toEqual({ ok: false, error: 'not-a-party' });
    expect(await put(newTarget(), officerOf('swale', 'finance'))).toMatchObject({
      ok: false,
      error: 'wrong-role',
    });
    expect(await put(newTarget({ areaId: 'atlantis' }))).toEqual({ ok: false, error: 'no-such-area' });
    expect(await put(newTarget({ version: newVersion({ partners: [] }) }))).toMatchObject({
      error: { faults: [{ fault: 'partners-missing' }] },
    });
  });
});
