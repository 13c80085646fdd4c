import { may } from '#platform/identity';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import { act, type ActOptions, type ActServices } from '#platform/record';
import { acceptOffice, type NewOffice, type Office, type OfficeRefusal } from '../domain/office.ts';
import { freeSlug, slugOf } from '../domain/slug.ts';
import { endOf } from '../domain/succession.ts';
import { mayManageOffices } from '../permissions.ts';
import { findBody } from '../store/bodies.ts';
import { lockBody } from '../store/lock.ts';
import { insertOffices, listOffices } from '../store/offices.ts';
import { listSuccessions } from '../store/successions.ts';
import { type CommonRefusal } from '#platform/module';

export type AddOfficeRefusal = CommonRefusal | OfficeRefusal;

/** Adds an office or a seat to a body. Answers with its id, which never changes. */
export async function addOffice(
  services: ActServices,
  actor: Actor | undefined,
  bodyId: string,
  office: NewOffice,
  options: ActOptions = {},
): Promise<Result<{ officeId: string }, AddOfficeRefusal>> {
  const allowed = may(actor, mayManageOffices, bodyId);
  if (!allowed.ok) return allowed;

  return act(services, allowed.value, options, async (sql) => {
    await lockBody(sql, bodyId);
    const body = await findBody(sql, bodyId);
    if (body === undefined) return refuse('no-such-body');
    const others = await listOffices(sql, { bodyId });
    const ended = endOf(bodyId, await listSuccessions(sql));
    const accepted = acceptOffice(office, { founded: body.founded, ended }, others);
    if (!accepted.ok) return accepted;

    const { title, role, voting, from, until, source } = accepted.value;
    const officeId = `${bodyId}.${freeSlug(slugOf(title) || 'office', takenSlugs(others))}`;
    await insertOffices(
      sql,
      [
        {
          id: officeId,
          bodyId,
          version: 1,
          title,
          role,
          voting,
          from,
          until,
          source,
          certainty: 'confirmed',
          reason: '',
        },
      ],
      services.clock.today(),
    );
    return ok({
      value: { officeId },
      entry: {
        act: 'register.office.added',
        subject: `/bodies/${bodyId}/offices`,
        summary: `Office added: ${title}`,
        facts: {
          officeId,
          title,
          role: role ?? null,
          voting: voting ?? null,
          from: from ?? null,
          until: until ?? null,
          source,
        },
        visibility: 'public',
      },
    });
  });
}

/** The other offices', and those that lead to the pages on which offices are kept. */
function takenSlugs(others: readonly Office[]): ReadonlySet<string> {
  return new Set(['add', 'manage', ...others.map(({ id }) => id.slice(id.indexOf('.') + 1))]);
}
