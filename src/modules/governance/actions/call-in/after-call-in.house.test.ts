import { describe, expect, test } from 'vitest';
import { type Actor, date } from '#platform/kernel';
import {
  aClause,
  aDecision,
  governanceForTest,
  momentOf,
  officerOf,
  publishedForTest,
} from '../../testing.ts';
import { listSignatures } from '../../store/signatures.ts';
import { publishDecision } from '../publish-decision.ts';
import {
  clerk,
  first,
  group,
  maidstone,
  maidstone2008,
  oneOf2,
  refused,
  second,
  setRules,
} from './call-in.testing.ts';
import { receiveCallIn } from './receive-call-in.ts';
import { recordSteps } from './record-step.ts';
import { reportWaiver } from './report-waiver.ts';
import { signCallIn } from './sign-call-in.ts';
import { receiveWithdrawal } from './withdraw-signature.ts';

describe('each council by its own rule', () => {
  test('KCC: two members of one group are too few, and one of another group makes it', async () => {
    const test = await governanceForTest('2026-07-13 10:00');
    const kcc = 'kent-county-council';
    await setRules(test, kcc, { ...maidstone2008, 'callIn.groups': 2, 'callIn.signatories': 2 });
    const [one, other] = [
      officerOf(kcc, 'councillor', 'non-executive-councillor-1'),
      officerOf(kcc, 'councillor', 'non-executive-councillor-2'),
    ];
    await group(test, one.officeId, 'First group');
    await group(test, other.officeId, 'First group');
    await test.asOwner(`INSERT INTO register.office (id, body_id) VALUES ('${kcc}.third-seat', '${kcc}')`);
    await test.asOwner(
      `INSERT INTO register.office_version (office_id, version, title, role, reason, source, certainty, recorded_on)
       VALUES ('${kcc}.third-seat', 1, 'Third seat', 'councillor', '', 'Council', 'confirmed', '2008-01-01')`,
    );
    const third = officerOf(kcc, 'councillor', 'third-seat');
    await group(test, third.officeId, 'Second group');
    const { id: decisionId } = await publishedForTest(test.services, { bodyId: kcc, places: [] });
    const sign = (actor: Actor) =>
      signCallIn(test.at('2026-07-14 10:00'), actor, { decisionId, grounds: 'Cost', isInterested: false });
    expect(await sign(one)).toMatchObject({ value: { isCalledIn: false, groups: 1 } });
    expect(await sign(other)).toMatchObject({ value: { members: 2, groups: 1, isCalledIn: false } });
    expect(await sign(third)).toMatchObject({ value: { members: 3, groups: 2, isCalledIn: true } });
  });

  test('a council run by committees has no call-in', async () => {
    const test = await governanceForTest('2018-07-11 10:00');
    const { id: decisionId } = await publishedForTest(test.services, {
      makerKind: 'committee',
      decisionMaker: 'Policy and Resources Committee',
      takenOn: date('2018-07-09'),
      isExecutive: false,
      isKey: false,
      keyReasons: '',
      clauses: [aClause({ effect: 'resolve' })],
      published: { on: date('2018-07-11'), at: undefined },
      reference: '2018-001',
    });
    const asked = { decisionId, grounds: 'Cost', isInterested: false };
    expect(await signCallIn(test.at('2018-07-12 10:00'), first, asked)).toEqual(
      refused('not-open-to-call-in'),
    );
  });

  test('where the window is not known, nobody can sign, and it says so', async () => {
    const { sign, ...test } = await maidstone();
    await setRules(test, 'maidstone', { 'callIn.closeTime': null });
    expect(await sign(first, '2008-07-14 10:00')).toEqual(refused('window-not-known'));
  });

  test('published before a bank holiday, the window leaves it out', async () => {
    const test = await governanceForTest('2008-08-22 10:00');
    await setRules(test, 'maidstone', maidstone2008);
    const { id: decisionId } = await publishedForTest(test.services, { takenOn: date('2008-08-20') });
    const asked = { decisionId, grounds: 'Cost', isInterested: false };
    // Monday 25 August is a bank holiday, so the fifth working day is Monday 1 September.
    expect(await signCallIn(test.at('2008-09-01 17:00'), first, asked)).toEqual(oneOf2);
    expect(await signCallIn(test.at('2008-09-01 17:01'), second, asked)).toEqual(
      refused('after-the-deadline'),
    );
  });

  test('waived for urgency, it cannot be called in, and the waiver waits to be reported to the Council', async () => {
    const waiver = {
      agreedAt: momentOf('2008-07-09 09:00'),
      agreedBy: 'The Mayor',
      reasons: 'The grant lapses',
      isReasonable: true,
      isUrgent: true,
    };
    const { sign, decisionId, at } = await maidstone({ waiver });
    expect(await sign(first, '2008-07-14 10:00')).toEqual(refused('waived'));
    const report = (on: string) => reportWaiver(at('2008-09-20 10:00'), clerk, { decisionId, on: date(on) });
    expect(await report('2008-07-01')).toEqual(refused('before-the-decision'));
    expect(await report('2008-10-01')).toEqual(refused('in-the-future'));
    expect(await report('2008-09-10')).toEqual({ ok: true, value: undefined });
    expect(await report('2008-09-10')).toEqual(refused('reported-already'));
  });

  test('a decision that came back and was published anew is safe from another call-in', async () => {
    const { decisionId, ...test } = await maidstone();
    const anew = (title: string) =>
      publishDecision(
        test.at('2008-07-17 10:00'),
        officerOf('maidstone', 'democratic-services'),
        aDecision({ title, takenOn: date('2008-07-17'), reconsiders: decisionId }),
      );
    // Only what came back is spared another call-in: the link alone must not close the window of any decision.
    expect(await anew('Again')).toEqual(refused({ faults: [{ fault: 'did-not-come-back' }] }));
    await test.sign(first, '2008-07-14 10:00');
    await test.sign(second, '2008-07-14 11:00');
    await recordSteps(test.at('2008-07-16 10:00'), clerk, decisionId, [
      {
        kind: 'hearing',
        outcome: 'referred-back',
        at: momentOf('2008-07-15 18:00'),
        byWhom: 'Overview and Scrutiny',
        says: 'The cost was not tested',
        meetingId: undefined,
        leadsTo: undefined,
        source: 'Minutes',
      },
    ]);
    const again = await anew('Again');
    if (!again.ok) throw new Error(JSON.stringify(again.error));
    expect(await anew('Another beside it')).toEqual(refused({ faults: [{ fault: 'decided-anew-already' }] }));
    const asked = {
      decisionId: `maidstone/${again.value.reference}`,
      grounds: 'Cost',
      isInterested: false,
    };
    expect(await signCallIn(test.at('2008-07-18 10:00'), first, asked)).toEqual(
      refused('not-open-to-call-in'),
    );
  });
});

describe('what becomes of a call-in', () => {
  const step = {
    byWhom: 'Overview and Scrutiny',
    says: 'The cost was not tested',
    meetingId: undefined,
    leadsTo: undefined,
    source: 'Minutes',
  };
  const hearing = (moment: string, outcome: 'released' | 'referred-back' | 'referred-to-council') => ({
    ...step,
    kind: 'hearing' as const,
    outcome,
    at: momentOf(moment),
  });

  async function calledIn() {
    const house = await maidstone();
    await house.sign(first, '2008-07-14 10:00');
    await house.sign(second, '2008-07-15 10:00');
    const record = (moment: string, ...steps: Parameters<typeof recordSteps>[3]) =>
      recordSteps(house.at(moment), clerk, house.decisionId, steps);
    return { ...house, record };
  }

  test('it is heard after it is made, once, and in writing where it stops the decision', async () => {
    const { record, standsAt } = await calledIn();
    expect(await record('2008-07-22 20:00', hearing('2008-07-15 09:00', 'released'))).toEqual(
      refused('not-called-in'),
    );
    expect(await record('2008-07-22 20:00', hearing('2008-07-23 09:00', 'released'))).toEqual(
      refused('in-the-future'),
    );
    const back = hearing('2008-07-22 19:00', 'referred-back');
    expect(await record('2008-07-22 20:00', { ...back, says: ' ' })).toEqual(refused('reasons-missing'));
    const both = await Promise.all([
      record('2008-07-22 20:00', back),
      record('2008-07-22 20:00', hearing('2008-07-22 19:30', 'released')),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await standsAt('2008-07-22 20:00'))?.[0]).toMatch(/referred-back|in-effect/);
  });

  test('once it is heard, no letter entered afterwards undoes it, however early it says that it came', async () => {
    const { record, decisionId, at, standsAt, database } = await calledIn();
    await record('2008-07-22 20:00', hearing('2008-07-22 19:00', 'referred-back'));
    const signatures = (await listSignatures(database, [decisionId])).get(decisionId) ?? [];
    for (const { id } of signatures)
      expect(
        await receiveWithdrawal(at('2008-07-23 10:00'), clerk, {
          decisionId,
          signatureId: id,
          received: momentOf('2008-07-16 10:00'),
        }),
      ).toEqual(refused('heard-already'));
    const form = {
      decisionId,
      officeIds: ['maidstone.leader'],
      received: momentOf('2008-07-11 11:00'),
      grounds: 'Cost',
    };
    expect(await receiveCallIn(at('2008-07-23 10:00'), clerk, form)).toMatchObject(
      refused({ members: [{ refusal: 'already-heard' }] }),
    );
    expect((await standsAt('2008-07-23 10:00'))?.[0]).toBe('referred-back');
  });

  test('not heard in time it takes effect, and a hearing after that is none', async () => {
    const { record, standsAt } = await calledIn();
    expect((await standsAt('2008-07-29 23:59'))?.[0]).toBe('called-in');
    expect((await standsAt('2008-07-30 00:00'))?.[0]).toBe('in-effect');
    expect(await record('2008-07-31 10:00', hearing('2008-07-30 19:00', 'referred-back'))).toEqual(
      refused('limit-passed'),
    );
    // Entered late, it was held in time all the same.
    expect((await record('2008-07-31 10:00', hearing('2008-07-28 19:00', 'referred-back'))).ok).toBe(true);
    expect((await standsAt('2008-07-31 10:00'))?.[0]).toBe('referred-back');
  });

  test('sent back, it is changed by a new record that the old one names', async () => {
    const { record, decisionId, at, standsAt } = await calledIn();
    const amended = (leadsTo: string | undefined) => ({
      ...step,
      kind: 'reconsideration' as const,
      outcome: 'amended' as const,
      at: momentOf('2008-08-13 18:00'),
      byWhom: 'The Cabinet',
      leadsTo,
    });
    expect(await record('2008-08-14 10:00', amended(undefined))).toEqual(refused('not-referred-back'));
    await record('2008-07-22 20:00', hearing('2008-07-22 19:00', 'referred-back'));
    expect(await record('2008-08-14 10:00', amended(undefined))).toEqual(refused('no-such-new-decision'));
    expect(await record('2008-08-14 10:00', amended('swale/2008-001'))).toEqual(
      refused('no-such-new-decision'),
    );
    const anew = await publishedForTest(at('2008-08-14 09:00'), {
      takenOn: date('2008-08-13'),
      reconsiders: decisionId,
    });
    expect((await record('2008-08-14 10:00', amended(anew.id))).ok).toBe(true);
    expect((await standsAt('2008-08-14 10:00'))?.[0]).toBe('in-effect');
    expect(await record('2008-08-14 10:00', amended(anew.id))).toEqual(refused('not-referred-back'));
  });

  test('the Council answers what was sent to it, and resolves on each recommendation once', async () => {
    const { record, standsAt } = await calledIn();
    const resolved = (clause: string) => ({
      ...step,
      kind: 'resolution' as const,
      outcome: 'accepted' as const,
      clause,
      at: momentOf('2008-09-10 19:00'),
      byWhom: 'The Council',
    });
    expect(await record('2008-09-11 10:00', resolved('1'))).toEqual(refused('does-not-recommend'));
    expect(await record('2008-09-11 10:00', resolved('9'))).toEqual(refused('no-such-clause'));
    expect(await record('2008-09-11 10:00', resolved('3'), resolved('3'))).toEqual(
      refused('resolved-already'),
    );
    expect((await record('2008-09-11 10:00', resolved('3'))).ok).toBe(true);
    expect((await standsAt('2008-09-11 10:00'))?.[2]).toBe('in-effect');

    const review = {
      ...step,
      kind: 'council-review' as const,
      outcome: 'decided-instead' as const,
      at: momentOf('2008-09-10 20:00'),
    };
    expect(await record('2008-09-11 10:00', review)).toEqual(refused('not-before-council'));
    await record('2008-09-11 10:00', hearing('2008-07-22 19:00', 'referred-to-council'));
    expect((await record('2008-09-11 10:00', review)).ok).toBe(true);
    expect((await standsAt('2008-09-11 10:00'))?.[0]).toBe('ended');
  });
});
