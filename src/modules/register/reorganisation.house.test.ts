import { type Actor, date, type IsoDate } from '#platform/kernel';
import { entriesPage } from '#platform/record';
import { describe, expect, test } from 'vitest';
import { recordSuccession, type SuccessionRecord } from './actions/record-succession.ts';
import { bodyOn, calendarFor, officeDirectory, rulesFor, successorsOf } from './door.ts';
import { bodiesOn, everyBody } from './queries/bodies.ts';
import { bodyPage } from './queries/body-page.ts';
import { officesPage } from './queries/offices.ts';
import { placePage } from './queries/places.ts';
import { rulesPage } from './queries/rules-page.ts';
import { search } from './queries/search.ts';
import { officer, registerForTest, type RegisterForTest } from './testing.ts';

const vesting = date('2028-04-01');
const dayBefore = date('2028-03-31');
const options = {
  'North Kent Council': ['medway', 'dartford', 'gravesham', 'swale'],
  'West Kent Council': ['sevenoaks', 'tonbridge-and-malling', 'maidstone', 'tunbridge-wells'],
  'East Kent Council': ['ashford', 'canterbury', 'thanet', 'dover', 'folkestone-and-hythe'],
} as const;
const councils = ['kent-county-council', ...Object.values(options).flat()];
const newCouncils = ['east-kent-council', 'north-kent-council', 'west-kent-council'];
const why = {
  reason: 'Reorganisation into three councils',
  source: 'A structural changes order, for this test',
};

/** Option 3a: each of the fourteen records its own end. The first of each area names the new council. */
async function threeCouncils({ services }: RegisterForTest): Promise<void> {
  const record = async (ending: Omit<SuccessionRecord, 'reason' | 'source' | 'on'>) => {
    const actor = officer(ending.bodyId, 'monitoring-officer');
    const outcome = await recordSuccession(services, actor, { ...ending, on: vesting, ...why });
    if (!outcome.ok) throw new Error(`${ending.bodyId}: ${outcome.error}`);
  };
  for (const [name, [first, ...others]] of Object.entries(options)) {
    await record({
      bodyId: first,
      kind: 'merge',
      successors: [{ name, kind: 'unitary-council', tier: 'single' }],
    });
    const id = name.toLowerCase().replaceAll(' ', '-');
    for (const bodyId of others) await record({ bodyId, kind: 'merge', successors: [{ id }] });
  }
  await record({
    bodyId: 'kent-county-council',
    kind: 'split',
    successors: newCouncils.map((id) => ({ id })),
  });
}

describe('fourteen councils become three', () => {
  test('and nothing that pointed at a body is lost', async () => {
    const made = await registerForTest();
    const { database, services } = made;
    const shown = async (on: IsoDate) => ({
      bodies: await everyBody(database, { on }),
      pages: await Promise.all(councils.map((id) => bodyPage(database, id, { on }))),
      offices: await Promise.all(councils.map((id) => officesPage(database, id, { on }))),
      rules: await Promise.all(councils.map((id) => rulesPage(database, id, { on }))),
    });
    const before = await shown(dayBefore);
    await threeCouncils(made);

    // The day before, every page says what it said, apart from the end that is now known to lie ahead.
    const after = await shown(dayBefore);
    expect(after.rules.map((page) => page?.groups)).toEqual(before.rules.map((page) => page?.groups));
    expect(after.offices.map((page) => page?.offices)).toEqual(before.offices.map((page) => page?.offices));
    expect(after.pages.map((page) => page?.line.exists)).toEqual(councils.map(() => true));
    expect(after.pages.map((page) => page?.places)).toEqual(before.pages.map((page) => page?.places));

    // From vesting day three councils exist; every old one resolves to its successor, the county to all three.
    const living = (await bodiesOn(database, { on: vesting }, 'unitary-council')).map(({ id }) => id);
    expect(living).toEqual(newCouncils);
    expect(await bodiesOn(database, { on: vesting }, 'district-council')).toEqual([]);
    for (const [name, ids] of Object.entries(options))
      for (const id of ids)
        expect((await successorsOf(database, id, vesting)).map((body) => body.name)).toEqual([name]);
    expect((await successorsOf(database, 'kent-county-council', vesting)).map(({ id }) => id)).toEqual(
      newCouncils,
    );
    expect((await successorsOf(database, 'swale', dayBefore)).map(({ id }) => id)).toEqual(['swale']);

    // Old pages still answer, with their last name, their places to the end and the way on.
    for (const id of councils) {
      const page = await bodyPage(database, id, { on: vesting });
      expect(page?.line).toMatchObject({ exists: false, ended: vesting });
      expect(page?.places.length).toBeGreaterThan(0);
      expect(page?.now.length).toBeGreaterThan(0);
      expect(page?.successors.every(({ succession }) => succession.source === why.source)).toBe(true);
      expect(page?.offices).toEqual([]);
      expect((await officesPage(database, id, { on: vesting }))?.otherOffices.length).toBeGreaterThanOrEqual(
        10,
      );
    }
    const north = await bodyPage(database, 'north-kent-council', { on: vesting });
    expect(north?.predecessors.map(({ body }) => body.id).sort()).toEqual(
      ['dartford', 'gravesham', 'kent-county-council', 'medway', 'swale'].sort(),
    );
    expect(north?.places.map(({ id }) => id).sort()).toEqual(['dartford', 'gravesham', 'medway', 'swale']);

    // A seat in a forum held on behalf of a council names who stands in its place.
    const lep = await officesPage(database, 'kent-local-enterprise-partnership', { on: vesting });
    const seat = lep?.offices.find(({ office }) => office.id.endsWith('seat-swale'));
    expect(seat?.heldBy?.onBehalfOf).toMatchObject({ id: 'swale', now: [{ id: 'north-kent-council' }] });

    // An act of 2008 is still judged by the rules of 2008; the new council starts from the law.
    const rules = await rulesFor(database, 'maidstone');
    expect(rules?.rule('callIn.signatories', { on: date('2008-07-11') })).toMatchObject({ value: 2 });
    const newRules = await rulesFor(database, 'west-kent-council');
    expect(newRules?.rule('notice.keyDecision', { on: vesting })).toMatchObject({ setBy: 'law' });
    expect(newRules?.rule('callIn.signatories', { on: vesting })).toEqual({ standing: 'check-locally' });
    expect((await calendarFor(database, 'swale')).closedDays.size).toBeGreaterThan(100);

    // Nobody can act for what is gone, and somebody can for what is new.
    const directory = officeDirectory(services);
    const bodiesActing = async (on: IsoDate) =>
      new Set((await directory.officesOn(on)).map(({ bodyId }) => bodyId));
    expect([...(await bodiesActing(vesting))].filter((id) => councils.includes(id))).toEqual([]);
    expect((await bodiesActing(dayBefore)).has('swale')).toBe(true);
    expect(await directory.officeOn('north-kent-council.monitoring-officer', vesting)).toMatchObject({
      bodyName: 'North Kent Council',
      role: 'monitoring-officer',
    });
    expect(await directory.officeOn('north-kent-council.monitoring-officer', dayBefore)).toBeUndefined();

    // The record keeps each council's own act about its own page, and search leads on.
    for (const id of councils) {
      const { entries } = await entriesPage(database, { subject: `/bodies/${id}`, limit: 10 });
      expect(entries.map((entry) => (entry.visibility === 'public' ? entry.act : ''))).toEqual([
        'register.body.ended',
        'register.body.entered',
      ]);
    }
    expect((await search(database, 'swale', { on: vesting }))[0]).toMatchObject({
      id: 'swale',
      now: [{ name: 'North Kent Council' }],
    });
    expect((await placePage(database, 'swale', { on: vesting }))?.servedBy.map(({ id }) => id)).toEqual([
      'north-kent-council',
    ]);
  });
});

describe('recording a succession', () => {
  const merge: SuccessionRecord = {
    bodyId: 'swale',
    kind: 'merge',
    on: vesting,
    successors: [{ name: 'North Kent Council', kind: 'unitary-council' }],
    ...why,
  };
  const swale = officer('swale', 'monitoring-officer');

  test('is refused, changes nothing and says why', async () => {
    const { services, database } = await registerForTest();
    const refusal = async (change: Partial<SuccessionRecord>, actor: Actor | undefined = swale) => {
      const outcome = await recordSuccession(services, actor, { ...merge, ...change });
      return outcome.ok ? 'accepted' : outcome.error;
    };
    expect(await refusal({}, officer('swale', 'leader'))).toBe('wrong-role');
    expect(await refusal({}, officer('thanet', 'monitoring-officer'))).toBe('wrong-body');
    expect(await recordSuccession(services, undefined, merge)).toEqual({ ok: false, error: 'signed-out' });
    expect(await refusal({ bodyId: 'calais' }, officer('calais', 'monitoring-officer'))).toBe('no-such-body');
    expect(await refusal({ source: ' ' })).toBe('source-missing');
    expect(await refusal({ reason: '' })).toBe('reason-missing');
    expect(await refusal({ successors: [{ id: 'calais' }] })).toBe('no-such-successor');
    expect(await refusal({ successors: [{ name: 'Medway', kind: 'unitary-council' }] })).toBe('name-taken');
    expect(await refusal({ successors: [{ name: ' ', kind: 'unitary-council' }] })).toBe('name-missing');
    expect(await refusal({ successors: [{ name: '—', kind: 'unitary-council' }] })).toBe('name-missing');
    expect(await refusal({ successors: [{ name: 'X', kind: 'unitary-council', serves: ['calais'] }] })).toBe(
      'no-such-place',
    );
    expect(await refusal({ successors: [] })).toBe('merge-needs-one-successor');
    expect(await refusal({ successors: [{ id: 'swale' }] })).toBe('successor-is-itself');
    expect((await everyBody(database, { on: vesting })).some(({ id }) => id === 'north-kent-council')).toBe(
      false,
    );
    expect((await bodyOn(database, 'swale', { on: vesting }))?.exists).toBe(true);

    expect(await refusal({})).toBe('accepted');
    expect(await refusal({ successors: [{ id: 'north-kent-council' }] })).toBe('already-ended');
  });

  test('two councils naming the same new body at once found it once', async () => {
    const { services, database } = await registerForTest();
    const outcomes = await Promise.all(
      ['swale', 'medway'].map((bodyId) =>
        recordSuccession(services, officer(bodyId, 'monitoring-officer'), { ...merge, bodyId }),
      ),
    );
    expect(outcomes.map((outcome) => (outcome.ok ? 'recorded' : outcome.error)).sort()).toEqual([
      'name-taken',
      'recorded',
    ]);
    const named = (await everyBody(database, { on: vesting })).filter(
      ({ name }) => name === 'North Kent Council',
    );
    expect(named).toHaveLength(1);
  });
});
