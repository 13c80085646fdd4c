import { date } from '#platform/kernel';
import type { ActServices } from '#platform/record';
import { officesOnDay } from '#modules/register';
import type { Seat } from '../domain/committee.ts';
import { loadCommittee, loadFor } from './loading.ts';

const source = 'The Kent Recommitment (working draft, 2010), section 4: form';
const from = date('2010-06-01');
const bodyId = 'kent-senate';

/**
 * The Kent Senate of 2010: the Leaders of the county and its districts meet, and nobody votes until its governance is agreed.
 * It can endorse, recommend and note. No source held records a meeting of it, so none is entered. Loading it again changes
 * nothing.
 */
export async function loadSenateExample(services: ActServices): Promise<void> {
  await loadFor(services, bodyId, async (sql) => {
    const offices = (await officesOnDay(sql, bodyId, from)).filter(({ id }) =>
      id.startsWith(`${bodyId}.seat-`),
    );
    const councils = offices.map(({ id }) => id.slice(`${bodyId}.seat-`.length));
    const committee = {
      id: `${bodyId}.senate`,
      bodyId,
      name: 'Kent Senate',
      kind: 'forum',
      remit:
        'To co-ordinate and agree shared priorities and progress for all of Kent, and to consider and endorse Kent-wide strategies, respecting the sovereign powers of each council.',
      appointedBy: councils,
      quorum: undefined,
      from,
      until: undefined,
      source,
    } as const;
    const seats = offices.map(({ id }): Seat => ({
      committeeId: committee.id,
      officeId: id,
      capacity: 'member',
      votes: false,
      weight: 1,
      from,
      until: undefined,
      source,
    }));
    return loadCommittee(sql, committee, seats, services.clock.today());
  });
}
