import { may } from '#platform/identity';
import { type Actor, formatDate, type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import { act, type ActOptions, type ActServices } from '#platform/record';
import { acceptSuccession, type Ending, type SuccessionRefusal } from '../domain/succession.ts';
import { mayRecordSuccession } from '../permissions.ts';
import { findBody } from '../store/bodies.ts';
import { lockBody, lockSuccession } from '../store/lock.ts';
import { insertSuccessions, listSuccessions } from '../store/successions.ts';
import { type CommonRefusal } from '#platform/module';
import {
  findSuccessors,
  found,
  type NamedSuccessor,
  passOnPlaces,
  type SuccessorRefusal,
} from './successors.ts';

export type SuccessionRecord = Readonly<{
  bodyId: string;
  kind: Ending;
  /** The first day on which the body no longer exists: vesting day. */
  on: IsoDate;
  successors: readonly NamedSuccessor[];
  reason: string;
  /** The order or decision that says so. */
  source: string;
}>;

export type RecordSuccessionRefusal = CommonRefusal | SuccessionRefusal | SuccessorRefusal | 'source-missing';

/**
 * Records that one's own body ends and what takes its place. Each body records its own ending: a merger of four is four
 * acts, the first of which names the new body. Nothing that pointed at the old body is touched; it resolves to the new.
 */
export async function recordSuccession(
  services: ActServices,
  actor: Actor | undefined,
  record: SuccessionRecord,
  options: ActOptions = {},
): Promise<Result<{ successors: string[] }, RecordSuccessionRefusal>> {
  const { bodyId, kind, on } = record;
  const allowed = may(actor, mayRecordSuccession, bodyId);
  if (!allowed.ok) return allowed;
  if (record.source.trim() === '') return refuse('source-missing');

  return act(services, allowed.value, options, async (sql) => {
    await lockSuccession(sql);
    await lockBody(sql, bodyId);
    const body = await findBody(sql, bodyId);
    if (body === undefined) return refuse('no-such-body');
    const successors = await findSuccessors(sql, record);
    if (!successors.ok) return successors;
    const links = acceptSuccession(
      record,
      body,
      successors.value.map(({ body: { id, founded } }) => ({ id, founded })),
      await listSuccessions(sql),
    );
    if (!links.ok) return links;

    const today = services.clock.today();
    const founded = successors.value.filter(({ isNew }) => isNew);
    await found(sql, founded, on, today);
    const why = {
      kind,
      reason: record.reason.trim(),
      source: record.source.trim(),
      certainty: 'confirmed',
    } as const;
    await insertSuccessions(
      sql,
      links.value.map((link) => ({ ...link, ...why })),
      today,
    );
    await passOnPlaces(sql, { bodyId, kind, on, today, successors: successors.value });
    const ids = successors.value.map(({ body: { id } }) => id);
    return ok({
      value: { successors: ids },
      entry: {
        act: 'register.body.ended',
        subject: `/bodies/${bodyId}`,
        summary: `Ends on ${formatDate(on)}${ids.length === 0 ? '' : `; its place is taken by ${successors.value.map(({ name }) => name).join(', ')}`}`,
        facts: {
          kind,
          on,
          successors: ids,
          founded: founded.map(({ body: { id }, name }) => ({ id, name })),
          reason: why.reason,
          source: why.source,
        },
        visibility: 'public',
      },
    });
  });
}
