import { date } from '#platform/kernel';
import { entriesOfAct } from '#platform/record';
import { describe, expect, test } from 'vitest';
import { loadExample } from './example.ts';
import { everyBody } from './queries/bodies.ts';
import { bodyPage } from './queries/body-page.ts';
import { officesPage } from './queries/offices.ts';
import { partnersPage } from './queries/partners.ts';
import { placePage, placesOn } from './queries/places.ts';
import { popolo } from './queries/popolo.ts';
import { registerForTest } from './testing.ts';

describe('Kent, as it is loaded', () => {
  test('has fourteen councils and the county-wide forums, each entered in the record', async () => {
    const { database } = await registerForTest();
    const bodies = await everyBody(database, { on: date('2026-07-15') });
    expect(bodies.filter(({ kind }) => kind.endsWith('council')).map(({ id }) => id)).toHaveLength(14);
    expect(bodies.filter(({ kind }) => kind === 'forum')).toHaveLength(5);
    expect(await entriesOfAct(database, 'register.body.entered')).toBe(bodies.length);
    expect((await partnersPage(database)).kinds).toHaveLength(21);
  });

  test('loads again without a change', async () => {
    const { services, database, asOwner } = await registerForTest();
    const counts = () =>
      asOwner(`
      SELECT (SELECT count(*) FROM register.office_version) AS offices, (SELECT count(*) FROM register.rule_version) AS rules,
        (SELECT count(*) FROM register.holding) AS holdings, (SELECT size FROM record.head) AS entries`);
    const before = await counts();
    await loadExample(services);
    expect(await counts()).toEqual(before);
    expect(await entriesOfAct(database, 'register.law.entered')).toBe(1);
  });

  test('shows a body under the name of the day', async () => {
    const { database } = await registerForTest();
    const nameOn = async (on: string) =>
      (await bodyPage(database, 'folkestone-and-hythe', { on: date(on) }))?.line.name;
    expect(await nameOn('2008-07-15')).toBe('Shepway District Council');
    expect(await nameOn('2018-03-31')).toBe('Shepway District Council');
    expect(await nameOn('2018-04-01')).toBe('Folkestone and Hythe District Council');
  });

  test('shows a place with the latest figure not dated after the day', async () => {
    const { database } = await registerForTest();
    const at = async (on: string) =>
      (await placePage(database, 'maidstone', { on: date(on) }))?.place.population;
    expect(await at('2008-06-29')).toBeUndefined();
    expect(await at('2008-07-09')).toMatchObject({ asAt: '2008-06-30', count: 145_400, certainty: 'unsure' });
    expect(await at('2020-01-01')).toMatchObject({
      asAt: '2019-06-30',
      count: 171_826,
      certainty: 'verified',
    });
    expect((await placesOn(database, { on: date('2026-01-01') })).map(({ id }) => id)).toHaveLength(14);
  });

  test('seats the leaders in the Senate on behalf of their councils, without a vote', async () => {
    const { database } = await registerForTest();
    const senate = await officesPage(database, 'kent-senate', { on: date('2010-07-01') });
    const seats = senate?.offices.filter(({ office }) => office.id.includes('.seat-')) ?? [];
    expect(seats).toHaveLength(13);
    expect(seats.every(({ office }) => office.voting === false)).toBe(true);
    expect(seats.find(({ office }) => office.id.endsWith('seat-swale'))?.heldBy).toMatchObject({
      holder: 'Leader of the Council, Swale Borough Council',
      onBehalfOf: { id: 'swale', now: [{ name: 'Swale Borough Council' }] },
    });
    const titles = seats.map(({ office }) => office.title);
    expect(titles).toContain('Seat of Shepway District Council');
    expect(titles).not.toContain('Seat of Folkestone and Hythe District Council');
    const lep = await officesPage(database, 'kent-local-enterprise-partnership', { on: date('2011-01-01') });
    expect(lep?.offices.filter(({ heldBy }) => heldBy?.holding.mandate !== undefined)).toHaveLength(14);
  });

  test('names a seat as its council is named on the day, in lists and as Popolo', async () => {
    const { database } = await registerForTest();
    const partnership = 'kent-local-enterprise-partnership';
    const seatOn = async (on: string) => {
      const offices = (await officesPage(database, partnership, { on: date(on) }))?.offices;
      const posts = (await popolo(database, { on: date(on) })).posts;
      const isIt = (id: unknown) => id === `${partnership}.seat-folkestone-and-hythe`;
      return [
        offices?.find(({ office }) => isIt(office.id))?.office.title,
        posts.find(({ id }) => isIt(id))?.['label'],
      ];
    };
    const shepway = 'Seat of Shepway District Council';
    const renamed = 'Seat of Folkestone and Hythe District Council';
    expect(await seatOn('2018-03-31')).toEqual([shepway, shepway]);
    expect(await seatOn('2018-04-01')).toEqual([renamed, renamed]);
  });
});
