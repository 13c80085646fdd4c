import { date } from '#platform/kernel';
import { entriesPage } from '#platform/record';
import { expect, test } from 'vitest';
import { publishDecision } from '../actions/publish-decision.ts';
import { whatBlocks } from '../domain/proposal/what-blocks.ts';
import { loadExample } from '../example.ts';
import { proposalAt } from '../queries/proposal-at.ts';
import { aClause, aDecision, governanceForTest, momentOf, officerOf } from '../testing.ts';

test('the Kent example: Mid Kent as its one source tells it, the Senate without a vote, and one to try out', async () => {
  const { services, database, asOwner } = await governanceForTest();
  await loadExample(services);
  const [head] = (await entriesPage(database, { limit: 1 })).entries;
  await loadExample(services);
  expect((await entriesPage(database, { limit: 1 })).entries[0]?.seq).toBe(head?.seq);

  const midKent = async (moment: string) => {
    const found = await proposalAt(database, 'mid-kent-improvement-partnership', momentOf(moment));
    if (found === undefined) return undefined;
    const cells = found.matrix.cells.map(({ party, approval, cell }) => {
      const at = cell.cell === 'stopped' ? cell.standing.standing : cell.cell;
      return [`${party.bodyId} ${approval}`, at] as const;
    });
    const blocks = whatBlocks(found.matrix, found.judged, (id) => found.bodies.get(id)?.name ?? id);
    return { ...Object.fromEntries(cells), outcome: found.matrix.outcome.outcome, blocks };
  };
  expect(await midKent('2008-05-27')).toBeUndefined();
  expect(await midKent('2008-07-08')).toMatchObject({
    'maidstone executive': 'not-recorded',
    outcome: 'waiting',
  });
  expect(await midKent('2008-07-10')).toMatchObject({ 'maidstone executive': 'not-published' });
  expect(await midKent('2008-07-18 16:00')).toMatchObject({
    'maidstone executive': 'about-to-take-effect',
    'maidstone council': 'waits-for-council',
  });
  expect(await midKent('2008-07-22')).toMatchObject({
    'maidstone executive': 'in-effect',
    'ashford council': 'not-recorded',
  });
  const after = await midKent('2008-09-08');
  expect(after?.blocks?.first.what).toBe(
    'No decision of Ashford Borough Council, Maidstone Borough Council’s Council, Swale Borough Council or Tunbridge Wells Borough Council by the deadline, 7 September 2008, is recorded.',
  );
  expect(after?.blocks?.all).toHaveLength(7);

  const seats = await asOwner(`SELECT votes FROM governance.seat WHERE committee_id = 'kent-senate.senate'`);
  expect(seats.map(({ votes }) => votes)).toEqual(Array.from({ length: 13 }, () => false));
  const secretariat = officerOf('kent-senate', 'democratic-services', 'secretariat');
  const says = (effect: 'resolve' | 'endorse') =>
    publishDecision(services, secretariat, {
      ...aDecision({
        bodyId: 'kent-senate',
        makerKind: 'forum',
        decisionMaker: 'The Kent Senate',
        isExecutive: false,
        isKey: false,
      }),
      takenOn: date('2010-07-20'),
      published: { on: date('2010-07-20'), at: undefined },
      clauses: [aClause({ effect })],
    });
  expect(await says('resolve')).toMatchObject({
    ok: false,
    error: { faults: [{ fault: 'may-not-take', because: { mayNot: 'decide-without-vote' } }] },
  });
  expect((await says('endorse')).ok).toBe(true);

  const live = await proposalAt(database, 'shared-food-waste-round', services.clock.now());
  expect(live?.matrix.outcome).toMatchObject({ outcome: 'waiting', earliest: expect.any(Date) });
  expect(live?.version.certainty).toBe('illustrative');
});
