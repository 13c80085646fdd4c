import type { Sql } from '#platform/db';
import { ok } from '#platform/kernel';
import { type ActServices, actTogether, type Entry, type SystemActor, publicEntry } from '#platform/record';
import { committeeKinds, committeePath, type Committee, type Seat } from '../domain/committee.ts';
import { insertCommittees, listCommittees } from '../store/committees.ts';
import { insertSeats } from '../store/seats.ts';

/** Acts for a body while the example is read, in one transaction: it may see that body’s private rows and no other’s. */
export async function loadFor(
  services: ActServices,
  bodyId: string,
  work: (sql: Sql, loader: Readonly<{ officeTitle: string; now: Date }>) => Promise<readonly Entry[]>,
): Promise<void> {
  const actor: SystemActor = { officeTitle: 'Accord, reading the example', bodyId };
  const done = await actTogether(services, actor, {}, async (sql) => {
    const entries = await work(sql, { officeTitle: actor.officeTitle, now: services.clock.now() });
    return ok({ value: undefined, entries });
  });
  if (!done.ok) throw new Error(`The example of ${bodyId} could not be loaded: ${String(done.error)}`);
}

/** Sets up a committee with its seats, unless its body has one of that name already. */
export async function loadCommittee(
  sql: Sql,
  committee: Committee,
  seats: readonly Seat[],
  today: Seat['from'],
): Promise<readonly Entry[]> {
  const known = await listCommittees(sql, { bodyId: committee.bodyId });
  if (known.some(({ name }) => name === committee.name)) return [];
  await insertCommittees(
    sql,
    [{ ...committee, castingVote: undefined, proxies: false, weighted: false }],
    today,
  );
  await insertSeats(sql, seats, today);
  const { id, bodyId, name, kind, appointedBy, source } = committee;
  return [
    publicEntry({
      act: 'governance.committee.set-up',
      subject: committeePath(id),
      summary: `Committee set up: ${name} (${committeeKinds[kind]})`,
      facts: { committeeId: id, name, kind, source, seats: seats.map(({ officeId }) => officeId) },
      about: { bodies: [bodyId, ...appointedBy] },
    }),
  ];
}
