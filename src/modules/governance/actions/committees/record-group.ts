import { lockThing } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, formatDate, type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal } from '#platform/module';
import { act, type ActOptions, type ActServices, publicEntry } from '#platform/record';
import { officesNamed } from '#modules/register';
import { mayManageCommittees } from '../../permissions.ts';
import { endAffiliation, insertAffiliations, listAffiliations } from '../../store/affiliations.ts';

export type NewGroup = Readonly<{
  officeId: string;
  /** Undefined: it leaves its group and joins none. */
  group: string | undefined;
  from: IsoDate;
  source: string;
}>;

export type RecordGroupRefusal =
  | CommonRefusal
  | 'no-such-office'
  | 'same-group'
  | 'changed-later'
  | 'in-no-group';

/** Records the political group of a councillor’s office from a day on, in the place of the one before. */
export async function recordGroup(
  services: ActServices,
  actor: Actor | undefined,
  bodyId: string,
  { officeId, group, from, source }: NewGroup,
  options: ActOptions = {},
): Promise<Result<undefined, RecordGroupRefusal>> {
  const allowed = may(actor, mayManageCommittees, bodyId);
  if (!allowed.ok) return allowed;
  return act<undefined, RecordGroupRefusal>(services, allowed.value, options, async (sql) => {
    await lockThing(sql, `/bodies/${bodyId}/groups`);
    const office = (await officesNamed(sql, [officeId])).get(officeId);
    if (office?.bodyId !== bodyId) return refuse('no-such-office');
    const recorded = await listAffiliations(sql, [officeId]);
    if (recorded.some((each) => each.from >= from || (each.until !== undefined && each.until > from)))
      return refuse('changed-later');
    const present = recorded.find(({ until }) => until === undefined);
    if (group === undefined && present === undefined) return refuse('in-no-group');
    if (group === present?.group) return refuse('same-group');
    if (present !== undefined) await endAffiliation(sql, present, from);
    if (group !== undefined)
      await insertAffiliations(
        sql,
        [{ officeId, group, from, until: undefined, source }],
        services.clock.today(),
      );
    return ok({
      value: undefined,
      entry: publicEntry({
        act: 'governance.group.recorded',
        subject: `/bodies/${bodyId}/committees`,
        summary: `${office.title}: ${group === undefined ? 'in no group' : `in the group ${group}`} from ${formatDate(from)}`,
        facts: { officeId, group: group ?? null, from, source },
        about: { bodies: [bodyId] },
      }),
    });
  });
}
