import { may } from '#platform/identity';
import { type Actor, formatDate, type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import { act, type ActOptions, type ActServices } from '#platform/record';
import {
  acceptDetails,
  type BodyContact,
  type BodyDetails,
  type DetailsRefusal,
} from '../domain/body-details.ts';
import { versionOn } from '../domain/dated.ts';
import { existsOn } from '../domain/succession.ts';
import { mayEditDetails } from '../permissions.ts';
import { findBody } from '../store/bodies.ts';
import { insertDetails, listDetails, replaceDetails } from '../store/body-details.ts';
import { dropDraft } from '../store/drafts.ts';
import { lockBody } from '../store/lock.ts';
import { listSuccessions } from '../store/successions.ts';
import { type CommonRefusal, type Stale } from '#platform/module';

export type DetailsEdit = Readonly<{
  bodyId: string;
  contact: BodyContact;
  /** The first day the new details are true. */
  from: IsoDate;
  source: string;
  reason: string;
  /** The latest version the officer saw; 0 where there was none. */
  seen: number;
}>;

export type EditDetailsRefusal = CommonRefusal | DetailsRefusal | 'body-has-ended' | Stale<BodyDetails>;

/**
 * Publishes new details of a body from a day on. What was there stays as what was true, or known, before. The body's
 * draft of its details, if there is one, is done with.
 */
export async function editDetails(
  services: ActServices,
  actor: Actor | undefined,
  edit: DetailsEdit,
  options: ActOptions = {},
): Promise<Result<{ version: number }, EditDetailsRefusal>> {
  const allowed = may(actor, mayEditDetails, edit.bodyId);
  if (!allowed.ok) return allowed;
  const { bodyId, from } = edit;

  return act<{ version: number }, EditDetailsRefusal>(services, allowed.value, options, async (sql) => {
    await lockBody(sql, bodyId);
    const body = await findBody(sql, bodyId);
    if (body === undefined) return refuse('no-such-body');
    if (!existsOn({ id: bodyId, founded: undefined }, await listSuccessions(sql), from))
      return refuse('body-has-ended');

    const history = await listDetails(sql, [bodyId]);
    const latest = history[0]?.version ?? 0;
    const current = versionOn(history, { on: from });
    if (edit.seen !== latest) return refuse({ stale: current ?? history[0] });
    const contact = acceptDetails(edit, current, body.founded);
    if (!contact.ok) return contact;

    const today = services.clock.today();
    const version = latest + 1;
    // The same first day means that the older version was never right; another first day means that it was, until then.
    if (current?.from === from) await replaceDetails(sql, bodyId, current.version, today);
    await insertDetails(
      sql,
      [
        {
          bodyId,
          version,
          ...contact.value,
          from,
          until: undefined,
          reason: edit.reason.trim(),
          source: edit.source.trim(),
          certainty: 'confirmed',
        },
      ],
      today,
    );
    await dropDraft(sql, bodyId, 'details');
    return ok({
      value: { version },
      entry: {
        act: 'register.details.edited',
        subject: `/bodies/${bodyId}`,
        summary: `Details edited, true from ${formatDate(from)}: ${changes(current, contact.value).join(', ')}`,
        facts: { version, from, ...contact.value, source: edit.source.trim(), reason: edit.reason.trim() },
        visibility: 'public',
      },
    });
  });
}

function changes(before: BodyContact | undefined, after: BodyContact): readonly string[] {
  const names = {
    homepage: 'homepage',
    address: 'address',
    email: 'e-mail address',
    phone: 'telephone number',
    description: 'description',
  } as const;
  return (Object.keys(names) as (keyof BodyContact)[])
    .filter((key) => (before?.[key] ?? '') !== after[key])
    .map((key) => names[key]);
}
