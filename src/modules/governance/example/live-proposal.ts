import { addDays, londonDate } from '#platform/kernel';
import type { ActServices } from '#platform/record';
import { enterProposal } from '../actions/put-proposal.ts';
import { findProposal } from '../store/proposals.ts';
import { loadFor } from './loading.ts';

const proposalId = 'shared-food-waste-round';

/**
 * A proposal that is made up, put on the day the example is loaded, for trying out what happens: four councils, each by a route of
 * its own, of which enough rules are known to compute a date. Loading it again changes nothing.
 */
export async function loadLiveProposal(services: ActServices): Promise<void> {
  await loadFor(services, 'maidstone', async (sql, publisher) => {
    if ((await findProposal(sql, proposalId)) !== undefined) return [];
    const put = await enterProposal(
      sql,
      {
        id: proposalId,
        draftedBy: 'maidstone',
        publishedBy: 'Accord, as an illustration',
        certainty: 'illustrative',
        title: 'A shared food waste round',
        summary: 'Four councils collect food waste on one round and share its cost by the number of homes.',
        text: [
          'One round collects food waste across the four areas, whichever council a home is in.',
          'Each council pays by the number of homes that the round serves in its area. Maidstone keeps the accounts.',
          'Any council may leave at the end of a financial year, if it says so a year before.',
        ].join('\n'),
        clauses: [
          { number: '1', effect: 'resolve', text: 'That the council join the shared food waste round' },
        ],
        parties: [
          { bodyId: 'maidstone', approvals: ['executive'] },
          { bodyId: 'tunbridge-wells', approvals: ['executive'] },
          { bodyId: 'swale', approvals: ['committee'] },
          { bodyId: 'kent-county-council', approvals: ['council'] },
        ],
        needs: 'all',
        deadline: addDays(londonDate(publisher.now), daysToTryOut),
        start: 'all-together',
        reopens: [],
        changed: '',
        reason: '',
        places: ['maidstone', 'swale', 'tunbridge-wells'],
        topics: ['waste'],
        source: 'Made up for this example',
      },
      publisher,
    );
    if (!put.ok) throw new Error(`The illustrative proposal was refused: ${put.error}`);
    return [put.value.entry];
  });
}

/** Long enough for whoever starts the example and comes back to it. */
const daysToTryOut = 180;
