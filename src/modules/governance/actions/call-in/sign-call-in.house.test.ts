import { describe, expect, test } from 'vitest';
import { addAccount } from '#platform/identity';
import { type Actor, date, fixedClock } from '#platform/kernel';
import { entriesPage } from '#platform/record';
import { officeDirectory } from '#modules/register';
import { decisionAt } from '../../queries/standings.ts';
import { momentOf, officerOf, publishedForTest } from '../../testing.ts';
import { clerk, enough, first, leader, maidstone, oneOf2, refused, seat, second } from './call-in.testing.ts';
import { receiveCallIn } from './receive-call-in.ts';
import { recordSteps } from './record-step.ts';
import { signCallIn } from './sign-call-in.ts';
import { receiveWithdrawal, withdrawSignature } from './withdraw-signature.ts';

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
    const { at, decisionId, services: then, asSuperuser } = await maidstone();
    const services = at('2008-07-14 10:00');
    const others = ['Second', 'Third', 'Fourth'].map((title) =>
      publishedForTest(then, { title, takenOn: date('2008-07-09') }),
    );
    const decisions = [decisionId, ...(await Promise.all(others)).map(({ id }) => id)];
    const once = (key: string) => ({ submission: { key, fingerprint: key } });
    const outcomes = await Promise.all(
      decisions.flatMap((id) =>
        [first, second, first, second].map((member) =>
          signCallIn(
            services,
            member,
            { decisionId: id, grounds: 'Too little consultation', isInterested: false },
            once(`${id} ${member.officeId}`),
          ),
        ),
      ),
    );
    expect(outcomes.filter((each) => each.ok)).toHaveLength(16);
    expect(outcomes.filter((each) => each.ok && each.value.isCalledIn)).toHaveLength(8);
    const rows = await asSuperuser('SELECT public_at FROM governance.signature');
    expect(rows.map(({ public_at: publicAt }) => publicAt)).toEqual(
      Array.from({ length: 8 }, () => services.clock.now()),
    );
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

  test('entered after the call-in was made, it does not make it earlier, whatever it says', async () => {
    const { decisionId, at, sign } = await maidstone();
    await sign(first, '2008-07-14 10:00');
    expect(await sign(second, '2008-07-16 10:00')).toEqual(enough);
    const third = officerOf('maidstone', 'councillor', 'non-executive-councillor-3');
    const enter = (moment: string) =>
      receiveCallIn(at('2008-07-17 10:00'), clerk, form(decisionId, moment, [third]));
    expect(await enter('2008-07-14 11:00')).toMatchObject(
      refused({ members: [{ officeId: third.officeId, refusal: 'made-already' }] }),
    );
    expect(await enter('2008-07-16 11:00')).toMatchObject({ value: { members: 3 } });
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
