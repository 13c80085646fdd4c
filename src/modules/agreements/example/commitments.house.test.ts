import { date } from '#platform/kernel';
import { entriesOfAct } from '#platform/record';
import { placesOn, everyBody } from '#modules/register';
import { expect, test } from 'vitest';
import { readLink } from '../domain/commitment/links.ts';
import { titleOfThing } from '../queries/commitments/linked-thing.ts';
import { listCommitmentsAt } from '../queries/commitments/list.ts';
import { commitmentShown } from '../queries/commitments/page.ts';
import { agreementsForTest } from '../testing.ts';
import { loadCommitmentsExample } from './commitments.ts';
import { loadFrameworksExample } from './frameworks.ts';

const today = date('2026-07-15');

test('the commitments of Kent are loaded once, without a status, and slip by their own days', async () => {
  const { services, database } = await agreementsForTest();
  await loadFrameworksExample(services);
  await loadCommitmentsExample(services);
  await loadCommitmentsExample(services);
  expect(await entriesOfAct(database, 'agreements.collection.recorded')).toBe(3);
  const on = async (day: string) => (await listCommitmentsAt(database, {}, date(day))).commitments;
  const all = await on(today);
  expect(all).toHaveLength(215);
  expect(all.filter(({ standing }) => standing.status !== 'no-evidence')).toEqual([]);

  // Nothing stands before it was written, nothing slips before its day.
  expect(await on('2006-12-31')).toEqual([]);
  expect((await on('2010-11-30')).map(({ commitment }) => commitment.collectionId)).not.toContain(
    'bold-steps',
  );
  const slipped = async (day: string) =>
    (await on(day)).flatMap(({ commitment, standing }) =>
      standing.slipped.length > 0 ? [commitment.number] : [],
    );
  expect(await slipped('2007-08-31')).toEqual([]);
  expect(await slipped('2007-09-01')).toEqual(['KC-08a']);
  expect(await slipped('2014-12-31')).toEqual(['KC-08a', 'KC-08b']);
  expect(await slipped('2026-07-15')).toEqual(['KC-08a', 'KC-08b', 'ES-27', 'C1-01', 'C3-05']);

  // Everything it points at is there; a number of any of its places leads to the promise.
  const places = new Set((await placesOn(database, { on: today })).map(({ id }) => id));
  const bodies = new Set((await everyBody(database, { on: today })).map(({ id }) => id));
  expect(all.flatMap(({ commitment }) => commitment.places.filter((place) => !places.has(place)))).toEqual(
    [],
  );
  expect(all.flatMap(({ commitment }) => commitment.owners.filter((body) => !bodies.has(body)))).toEqual([]);
  const links = all.flatMap(({ facts }) =>
    facts.flatMap((fact) => (fact.kind === 'linked' ? [fact.at] : [])),
  );
  expect(links).toHaveLength(8);
  for (const link of links) {
    const thing = readLink(link);
    expect(thing && (await titleOfThing(database, thing, today))).toBeTypeOf('string');
  }
  const named = { collectionId: 'bold-steps', number: 'C2-17' };
  expect((await commitmentShown(database, named, today))?.commitment.id).toBe('bold-steps/ES-27');
});
