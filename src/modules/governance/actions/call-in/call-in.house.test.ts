import { describe, expect, test } from 'vitest';
import { addAccount } from '#platform/identity';
import { type Actor, date, fixedClock } from '#platform/kernel';
import { entriesPage } from '#platform/record';
import { officeDirectory } from '#modules/register';
import type { NewDecision } from '../../domain/decision/new-decision.ts';
import { decisionAt } from '../../queries/standings.ts';
import {
  aClause,
  type GovernanceForTest,
  governanceForTest,
  momentOf,
  officerOf,
  publishedForTest,
} from '../../testing.ts';
import { receiveCallIn } from './receive-call-in.ts';
import { recordSteps } from './record-step.ts';
import { reportWaiver } from './report-waiver.ts';
import { signCallIn } from './sign-call-in.ts';
import { receiveWithdrawal, withdrawSignature } from './withdraw-signature.ts';

/** Maidstone’s rules as the record of 9 July 2008 tells them, with the hours that it does not. */
const maidstone2008 = {
  'callIn.appliesTo': 'all-executive',
  'callIn.closeTime': '17:00',
  'callIn.effective': 'afterDeadline',
  'callIn.groups': 1,
  'callIn.reasonsRequired': true,
  'callIn.hearing': { count: 10, unit: 'working-days' },
  'callIn.notHeard': 'effective',
  'callIn.oncePerDecision': true,
};

async function setRules(test: GovernanceForTest, bodyId: string, rules: Readonly<Record<string, unknown>>) {
  for (const [key, value] of Object.entries(rules)) {
    await test.asOwner('DELETE FROM register.rule_version WHERE body_id = $1 AND key = $2', [bodyId, key]);
    await test.asOwner(
      `INSERT INTO register.rule_version (body_id, key, version, value, source, certainty, recorded_on)
       VALUES ($1, $2, 1, $3, 'Constitution, part 4', 'confirmed', '2008-01-01')`,
      [bodyId, key, JSON.stringify(value)],
    );
  }
}

async function seat(test: GovernanceForTest, office: string, kind: string, bodyId = 'maidstone') {
  const committee = `${bodyId}.${kind}`;
  await test.asOwner(
    `INSERT INTO governance.committee (id, body_id, name, kind, source, recorded_on)
     VALUES ($1, $2, $3, $3, 'Council', '2008-01-01') ON CONFLICT DO NOTHING`,
    [committee, bodyId, kind],
  );
  await test.asOwner(
    `INSERT INTO governance.seat (committee_id, office_id, capacity, votes, valid_from, source, recorded_on)
     VALUES ($1, $2, 'member', true, '2008-05-01', 'Council', '2008-01-01')`,
    [committee, office],
  );
}

const group = (test: GovernanceForTest, office: string, name: string) =>
  test.asOwner(
    `INSERT INTO governance.affiliation (office_id, group_name, valid_from, source, recorded_on)
     VALUES ($1, $2, '2008-05-01', 'Council', '2008-01-01')`,
    [office, name],
  );

const first = officerOf('maidstone', 'councillor', 'non-executive-councillor-1');
const second = officerOf('maidstone', 'councillor', 'non-executive-councillor-2');
const leader = officerOf('maidstone', 'leader');
const clerk = officerOf('maidstone', 'scrutiny', 'scrutiny-officer');

/** The decision of Wednesday 9 July 2008, published on Friday 11 July: it can be called in until 5pm on 18 July. */
async function maidstone(given: Partial<NewDecision> = {}, rules: Readonly<Record<string, unknown>> = {}) {
  const test = await governanceForTest('2008-07-11 10:00');
  await setRules(test, 'maidstone', { ...maidstone2008, ...rules });
  const decision = await publishedForTest(test.services, {
    title: 'Mid Kent Improvement Partnership',
    takenOn: date('2008-07-09'),
    clauses: [
      aClause({ number: '1', text: 'That £40,000 be contributed' }),
      aClause({ number: '2', effect: 'agree-scrutiny-reference', text: 'That the reference be agreed' }),
      aClause({ number: '3', effect: 'recommend-to-council', text: 'That the Council adopt the agreement' }),
    ],
    ...given,
  });
  const { id: decisionId } = decision;
  const sign = (actor: Actor, moment: string, more: { isInterested?: boolean; grounds?: string } = {}) =>
    signCallIn(test.at(moment), actor, {
      decisionId,
      grounds: 'Too little consultation',
      isInterested: false,
      ...more,
    });
  const standsAt = async (moment: string) => {
    const stood = await decisionAt(test.database, decisionId, momentOf(moment));
    return stood?.standing.clauses.map(({ standing }) => standing.standing);
  };
  return { ...test, decision, decisionId, sign, standsAt };
}

const enough = { ok: true, value: { members: 2, groups: expect.any(Number), isCalledIn: true } };
const oneOf2 = { ok: true, value: { members: 1, groups: 1, isCalledIn: false } };
const refused = (error: unknown) => ({ ok: false, error });

describe('Maidstone, July 2008: any two members outside the Cabinet', () => {
  test('two sign, and what is executive stops while the rest goes on; the second makes it public', async () => {
    const { sign, standsAt, asSuperuser, services, decision } = await maidstone();
    expect(await sign(first, '2008-07-14 10:00')).toEqual(oneOf2);
    expect(await standsAt('2008-07-14 10:00')).toEqual(['open-to-call-in', 'in-effect', 'waits-for-council']);
    expect(await asSuperuser('SELECT public_at FROM governance.signature')).toEqual([{ public_at: null }]);

    expect(await sign(second, '2008-07-18 17:00')).toEqual(enough);
    expect(await standsAt('2008-07-18 17:00')).toEqual(['called-in', 'in-effect', 'waits-for-council']);
    expect(await standsAt('2008-08-02 00:00')).toEqual(['in-effect', 'in-effect', 'waits-for-council']);
    const { entries } = await entriesPage(services.database, { limit: 2 });
    expect(entries.map((entry) => entry.visibility === 'public' && entry.act)).toEqual([
      'governance.decision.called-in',
      false,
    ]);
    expect(entries[0]).toMatchObject({
      subject: `/decisions/maidstone/${decision.reference}`,
      summary: 'Called in by 2 members: Mid Kent Improvement Partnership',
    });
  });

  test('a second late is late', async () => {
    const { sign, standsAt, decisionId, ...test } = await maidstone();
    await sign(first, '2008-07-14 10:00');
    const late = { ...test.services, clock: fixedClock(new Date('2008-07-18T16:00:01Z')) };
    const asked = { decisionId, grounds: 'Too late', isInterested: false };
    expect(await signCallIn(late, second, asked)).toEqual(refused('after-the-deadline'));
    expect(await standsAt('2008-07-18 17:01')).toEqual(['in-effect', 'in-effect', 'waits-for-council']);
  });

  test('who decided, who has an interest and who gives no reasons cannot sign', async () => {
    const { sign, asSuperuser, ...test } = await maidstone();
    expect(await sign(leader, '2008-07-14 10:00')).toEqual(refused('executive-member'));
    const interested = await sign(second, '2008-07-14 10:00', { isInterested: true });
    expect(interested).toEqual(refused('interested'));
    expect(await sign(second, '2008-07-14 10:00', { grounds: ' ' })).toEqual(refused('no-reasons'));
    // A member of the Cabinet is that in a seat of the Council too.
    await seat({ ...test, asSuperuser }, first.officeId, 'executive');
    expect(await sign(first, '2008-07-14 10:00')).toEqual(refused('executive-member'));
    expect(await asSuperuser('SELECT id FROM governance.signature')).toEqual([]);
  });

  test('signing twice says when one signed, and counts once', async () => {
    const { sign } = await maidstone();
    await sign(first, '2008-07-14 10:00');
    expect(await sign(first, '2008-07-15 10:00')).toEqual(
      refused({ signedAt: momentOf('2008-07-14 10:00') }),
    );
  });

  test('one person in two seats signs once: by account, and by the name the register has', async () => {
    const { sign, decisionId, ...test } = await maidstone();
    const identity = { ...test.services, offices: officeDirectory(test), openOffices: false };
    const account = await addAccount(identity, {
      email: 'member@maidstone.example',
      password: 'three harmless words',
      officeId: first.officeId,
      heldFrom: date('2008-05-01'),
    });
    const accountId = account.ok ? account.value.accountId : '';
    await test.asSuperuser(
      `INSERT INTO identity.appointment (account_id, body_id, office_id, held_from)
       VALUES ($1, 'maidstone', $2, '2008-05-01')`,
      [accountId, second.officeId],
    );
    const signed = { accountId };
    expect(await sign({ ...first, ...signed }, '2008-07-14 10:00')).toEqual(oneOf2);
    expect(await sign({ ...second, ...signed }, '2008-07-15 10:00')).toEqual(
      refused({ signedAt: momentOf('2008-07-14 10:00') }),
    );
    // A form on paper names the seat alone.
    const paper = { decisionId, received: momentOf('2008-07-15 11:00'), grounds: 'The same' };
    const received = await receiveCallIn(test.at('2008-07-15 12:00'), clerk, {
      ...paper,
      officeIds: [second.officeId],
    });
    expect(received).toMatchObject(refused({ members: [{ refusal: 'signed-already' }] }));
  });

  test('withdrawn before the deadline it counts no more, and after it counts for good', async () => {
    const { sign, standsAt, decisionId, at } = await maidstone();
    const withdraw = (actor: Actor, moment: string) => withdrawSignature(at(moment), actor, decisionId);
    await sign(first, '2008-07-14 10:00');
    expect(await withdraw(second, '2008-07-14 11:00')).toEqual(refused('not-signed'));
    await sign(second, '2008-07-15 10:00');
    expect(await withdraw(first, '2008-07-16 10:00')).toEqual({ ok: true, value: { isCalledIn: false } });
    expect(await standsAt('2008-07-16 10:00')).toEqual(['open-to-call-in', 'in-effect', 'waits-for-council']);
    expect(await withdraw(first, '2008-07-16 11:00')).toEqual(refused('withdrawn-already'));
    expect(await sign(first, '2008-07-17 10:00')).toEqual(enough);
    expect(await withdraw(first, '2008-07-18 17:01')).toEqual(refused('window-closed'));
    expect(await standsAt('2008-07-21 10:00')).toEqual(['called-in', 'in-effect', 'waits-for-council']);
  });

  test('two who sign in one moment both count, and a form that comes twice acts once', async () => {
    const { at, decisionId, asSuperuser } = await maidstone();
    const services = at('2008-07-14 10:00');
    const asked = { decisionId, grounds: 'Too little consultation', isInterested: false };
    const once = (key: string) => ({ submission: { key, fingerprint: key } });
    const outcomes = await Promise.all([
      signCallIn(services, first, asked, once('one')),
      signCallIn(services, second, asked, once('other')),
      signCallIn(services, first, asked, once('one')),
      signCallIn(services, second, asked, once('other')),
    ]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    expect(outcomes.filter((each) => each.ok && each.value.isCalledIn)).toHaveLength(2);
    const rows = await asSuperuser('SELECT public_at FROM governance.signature');
    expect(rows.map(({ public_at: publicAt }) => publicAt)).toEqual([
      services.clock.now(),
      services.clock.now(),
    ]);
  });

  test('before there are enough, no other body and no reader sees a signature; then everybody does', async () => {
    const { sign, database, decisionId } = await maidstone();
    const seen = async (bodyId: string | undefined) => {
      const viewer = bodyId === undefined ? undefined : { bodyId };
      const stood = await database.as(viewer, (sql) =>
        decisionAt(sql, decisionId, momentOf('2008-07-15 10:00')),
      );
      return stood?.signatures.length;
    };
    await sign(first, '2008-07-14 10:00');
    expect([await seen(undefined), await seen('swale'), await seen('maidstone')]).toEqual([0, 0, 1]);
    await sign(second, '2008-07-14 10:01');
    expect([await seen(undefined), await seen('swale'), await seen('maidstone')]).toEqual([2, 2, 2]);
  });

  test('another council’s member and officer are kept out', async () => {
    const { sign, decisionId, at } = await maidstone();
    const stranger = officerOf('swale', 'councillor', 'non-executive-councillor-1');
    expect(await sign(stranger, '2008-07-14 10:00')).toEqual(refused('wrong-body'));
    const officer = officerOf('swale', 'scrutiny', 'scrutiny-officer');
    expect(await recordSteps(at('2008-07-14 10:00'), officer, decisionId, [])).toEqual(refused('wrong-body'));
  });
});

describe('a form on paper', () => {
  const form = (decisionId: string, moment: string, offices: readonly Actor[]) => ({
    decisionId,
    officeIds: offices.map(({ officeId }) => officeId),
    received: momentOf(moment),
    grounds: 'Too little consultation',
  });

  test('counts from the moment it was received, though it is entered after the window closed', async () => {
    const { decisionId, at, standsAt } = await maidstone();
    const both = form(decisionId, '2008-07-18 16:59', [first, second]);
    expect(await receiveCallIn(at('2008-07-18 17:30'), clerk, both)).toEqual(enough);
    expect((await standsAt('2008-07-18 17:30'))?.[0]).toBe('called-in');
  });

  test('received late, with a member who cannot sign, or not yet received, it is refused by name', async () => {
    const { decisionId, at, asSuperuser } = await maidstone();
    const enter = (moment: string, offices: readonly Actor[]) =>
      receiveCallIn(at('2008-07-21 10:00'), clerk, form(decisionId, moment, offices));
    expect(await enter('2008-07-18 17:01', [first])).toMatchObject(
      refused({ members: [{ officeId: first.officeId, refusal: 'after-the-deadline' }] }),
    );
    expect(await enter('2008-07-15 10:00', [first, leader])).toEqual(
      refused({
        members: [expect.objectContaining({ officeId: leader.officeId, refusal: 'executive-member' })],
      }),
    );
    expect(await enter('2008-07-22 10:00', [first])).toEqual(refused('in-the-future'));
    expect(await enter('2008-07-15 10:00', [])).toEqual(refused('nobody-signed'));
    expect(await asSuperuser('SELECT id FROM governance.signature')).toEqual([]);
  });

  test('a withdrawal on paper counts from when it came', async () => {
    const { decisionId, at, sign, asSuperuser } = await maidstone();
    await sign(first, '2008-07-14 10:00');
    const [row] = await asSuperuser('SELECT id FROM governance.signature');
    const signatureId = String(row?.['id']);
    const withdraw = (moment: string) =>
      receiveWithdrawal(at('2008-07-21 10:00'), clerk, {
        decisionId,
        signatureId,
        received: momentOf(moment),
      });
    expect(await withdraw('2008-07-18 17:01')).toEqual(refused('window-closed'));
    expect(await withdraw('2008-07-17 12:00')).toEqual({ ok: true, value: { isCalledIn: false } });
  });
});

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
    const again = await publishedForTest(test.at('2008-07-14 10:00'), {
      takenOn: date('2008-07-14'),
      reconsiders: decisionId,
    });
    const asked = { decisionId: again.id, grounds: 'Cost', isInterested: false };
    expect(await signCallIn(test.at('2008-07-15 10:00'), first, asked)).toEqual(
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
