import { rememberBy } from '#platform/db';
import { date } from '#platform/kernel';
import { entriesPage } from '#platform/record';
import { describe, expect, test } from 'vitest';
import { officeDirectory } from '../door.ts';
import type { NewHolding } from '../domain/holding.ts';
import type { NewOffice } from '../domain/office.ts';
import { officesPage } from '../queries/offices.ts';
import { popolo } from '../queries/popolo.ts';
import { officer, registerForTest } from '../testing.ts';
import { addOffice } from './add-office.ts';
import { correctHolding, type HoldingCorrection } from './correct-holding.ts';
import { endOffice, type OfficeEnd } from './end-office.ts';
import { isStale } from '#platform/module';
import { recordHolding } from './record-holding.ts';

const clerk = officer('dover', 'democratic-services');
const today = date('2026-07-15');
const chair: NewOffice = {
  title: 'Chair of Overview and Scrutiny',
  role: 'scrutiny',
  voting: true,
  from: date('2026-05-20'),
  until: undefined,
  source: 'Annual council, 20 May 2026',
};
const chairId = 'dover.chair-of-overview-and-scrutiny';
const holding: NewHolding = {
  officeId: chairId,
  holder: { kind: 'person', name: 'A person chosen for this test' },
  onBehalfOf: undefined,
  mandate: undefined,
  from: date('2026-05-20'),
  until: undefined,
  source: 'Annual council, 20 May 2026',
};

describe('a democratic services officer', () => {
  test('adds an office, and its holder can act in it until it ends', async () => {
    const { services } = await registerForTest();
    expect(await addOffice(services, clerk, 'dover', chair)).toEqual({
      ok: true,
      value: { officeId: chairId },
    });
    const directory = officeDirectory(services);
    expect(await directory.officeOn(chairId, today)).toEqual({
      officeId: chairId,
      officeTitle: 'Chair of Overview and Scrutiny, Dover District Council',
      role: 'scrutiny',
      bodyId: 'dover',
      bodyName: 'Dover District Council',
    });
    expect(await directory.officeOn(chairId, date('2026-05-19'))).toBeUndefined();
    const end = { bodyId: 'dover', officeId: chairId, until: date('2026-08-01'), reason: 'Merged', seen: 1 };
    expect(await endOffice(services, clerk, end)).toEqual({ ok: true, value: { version: 2 } });
    expect(await directory.officeOn(chairId, date('2026-07-31'))).toBeDefined();
    expect(await directory.officeOn(chairId, date('2026-08-01'))).toBeUndefined();
  });

  test('adds an office and ends it, and a site that remembers who can act knows of both at once', async () => {
    const { services } = await registerForTest();
    rememberBy(services.database, () => services.head.current()?.root);
    const directory = officeDirectory(services);
    const acting = async () => [
      (await directory.officeOn(chairId, today))?.officeId,
      (await directory.officesOn(today)).find(({ officeId }) => officeId === chairId)?.officeId,
    ];
    expect(await acting()).toEqual([undefined, undefined]);
    await addOffice(services, clerk, 'dover', chair);
    expect(await acting()).toEqual([chairId, chairId]);
    expect(await directory.officeOn(chairId, date('2026-05-19'))).toBeUndefined();
    const end = { bodyId: 'dover', officeId: chairId, until: today, reason: 'Merged', seen: 1 };
    expect(await endOffice(services, clerk, end)).toMatchObject({ ok: true });
    expect(await acting()).toEqual([undefined, undefined]);
  });

  test('records who holds it, corrects it, and the person’s name stays out of the record', async () => {
    const { services, on, database } = await registerForTest();
    await addOffice(services, clerk, 'dover', chair);
    const recorded = await recordHolding(services, clerk, 'dover', holding);
    if (!recorded.ok) throw new Error(JSON.stringify(recorded.error));
    const { holdingId } = recorded.value;
    const correction: HoldingCorrection = {
      bodyId: 'dover',
      holdingId,
      holding: { ...holding, until: date('2026-07-01') },
      reason: 'Stood down',
      seen: 1,
    };
    const later = on(date('2026-07-20'));
    expect(await correctHolding(later, clerk, correction)).toEqual({ ok: true, value: { version: 2 } });

    const heldOn = async (day: string, knownOn?: string) => {
      const asOf = { on: date(day), knownOn: knownOn === undefined ? undefined : date(knownOn) };
      const page = await officesPage(database, 'dover', asOf);
      return page?.offices.find(({ office }) => office.id === chairId)?.heldBy?.holder;
    };
    expect(await heldOn('2026-06-30')).toBe('A person chosen for this test');
    expect(await heldOn('2026-07-10')).toBeUndefined();
    expect(await heldOn('2026-07-10', '2026-07-19')).toBe('A person chosen for this test');

    const { entries } = await entriesPage(database, { body: 'dover', limit: 10 });
    expect(entries.map((entry) => (entry.visibility === 'public' ? entry.act : ''))).toEqual([
      'register.holding.ended',
      'register.holding.recorded',
      'register.office.added',
    ]);
    expect(JSON.stringify(entries)).not.toContain('A person chosen');

    const exported = await popolo(database, { on: date('2026-06-30') });
    expect(exported.persons).toEqual([{ id: expect.any(String), name: 'A person chosen for this test' }]);
    expect(exported.memberships.find(({ id }) => id === holdingId)).toMatchObject({
      organization_id: 'dover',
      post_id: chairId,
      end_date: '2026-07-01',
    });
  });

  test('adds an office whose title has no letter of an address, or is a word of one', async () => {
    const { services } = await registerForTest();
    const added = async (title: string) => {
      const outcome = await addOffice(services, clerk, 'dover', { ...chair, title });
      return outcome.ok ? outcome.value.officeId : outcome.error;
    };
    expect(await added('委員長')).toBe('dover.office');
    expect(await added('書記')).toBe('dover.office-2');
    expect(await added('Manage')).toBe('dover.manage-2');
    expect(await added('Add')).toBe('dover.add-2');
  });

  test('is refused, and nothing changes', async () => {
    const { services, database } = await registerForTest();
    const adding = async (change: Partial<NewOffice>, actor = clerk, bodyId = 'dover') => {
      const outcome = await addOffice(services, actor, bodyId, { ...chair, ...change });
      return outcome.ok ? 'accepted' : outcome.error;
    };
    expect(await adding({}, officer('dover', 'leader'))).toBe('wrong-role');
    expect(await adding({}, officer('thanet', 'democratic-services'))).toBe('wrong-body');
    expect(await adding({}, officer('calais', 'democratic-services'), 'calais')).toBe('no-such-body');
    expect(await adding({ title: 'monitoring officer' })).toBe('office-exists');
    expect(await adding({ from: date('1970-01-01') })).toBe('begins-before-the-body');
    expect(await adding({})).toBe('accepted');

    const ending = async (change: Partial<OfficeEnd>) => {
      const end = { bodyId: 'dover', officeId: chairId, until: today, reason: 'Merged', seen: 1, ...change };
      const outcome = await endOffice(services, clerk, end);
      return outcome.ok ? 'accepted' : outcome.error;
    };
    expect(await ending({ officeId: 'dover.nobody' })).toBe('no-such-office');
    expect(await ending({ officeId: 'thanet.leader' })).toBe('no-such-office');
    expect(await ending({ reason: '' })).toBe('reason-missing');
    expect(await ending({ until: date('2026-05-20') })).toBe('ends-before-it-begins');
    expect(await ending({ seen: 0 })).toMatchObject({ stale: { version: 1, title: chair.title } });

    const held = async (change: Partial<NewHolding>) => {
      const outcome = await recordHolding(services, clerk, 'dover', { ...holding, ...change });
      return outcome.ok ? 'accepted' : outcome.error;
    };
    expect(await held({ officeId: 'thanet.leader' })).toBe('no-such-office');
    expect(await held({ holder: { kind: 'office', officeId: 'dover.nobody' } })).toBe('no-such-holder');
    expect(await held({ onBehalfOf: 'calais' })).toBe('on-behalf-of-no-body');
    expect(await held({})).toBe('accepted');
    expect(await held({})).toBe('already-held');

    const page = await officesPage(database, 'dover', { on: today });
    const line = page?.offices.find(({ office }) => office.id === chairId)?.heldBy;
    const correcting = async (change: Partial<HoldingCorrection>) => {
      const correction = {
        bodyId: 'dover',
        holdingId: line?.holding.id ?? '',
        holding,
        reason: 'Wrong',
        seen: 1,
        ...change,
      };
      const outcome = await correctHolding(services, clerk, correction);
      return outcome.ok ? 'accepted' : outcome.error;
    };
    expect(await correcting({ holdingId: 'none' })).toBe('no-such-holding');
    expect(await correcting({ holdingId: 'kent-senate.seat-dover:1' })).toBe('no-such-holding');
    expect(await correcting({ reason: '' })).toBe('reason-missing');
    const stale = await correcting({ seen: 5 });
    expect(isStale(stale) && stale.stale).toMatchObject({ version: 1 });
  });

  test('adds one office from one form, however often it is sent', async () => {
    const { services, asOwner } = await registerForTest();
    const submission = { key: 'form-9', fingerprint: 'chair' };
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => addOffice(services, clerk, 'dover', chair, { submission })),
    );
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(outcomes[0]).toEqual({ ok: true, value: { officeId: chairId } });
    const offices = await asOwner('SELECT id FROM register.office WHERE id LIKE $1', [`${chairId}%`]);
    expect(offices).toEqual([{ id: chairId }]);
  });
});
