import { may } from '#platform/identity';
import { type Actor, formatDate, type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import { act, type ActOptions, type ActServices } from '#platform/record';
import { acceptRename, namesAround, type RenameRefusal } from '../domain/body.ts';
import { existsOn } from '../domain/succession.ts';
import { mayRenameBody } from '../permissions.ts';
import { findBody, insertNames, listNames } from '../store/bodies.ts';
import { lockBody, lockSuccession } from '../store/lock.ts';
import { listSuccessions } from '../store/successions.ts';
import { type CommonRefusal, type Stale } from '#platform/module';

export type Renaming = Readonly<{
  bodyId: string;
  name: string;
  /** The first day of the new name. */
  from: IsoDate;
  /** The resolution that changed it (Local Government Act 1972, section 74, for a district). */
  source: string;
  /** The name until then, as the officer saw it; empty where none is recorded. */
  seen: string;
}>;

export type RenameBodyRefusal = CommonRefusal | RenameRefusal | 'body-has-ended' | Stale<string>;

/** Gives a body a new official name from a day on. The old one still finds it, and stands on its pages of earlier days. */
export async function renameBody(
  services: ActServices,
  actor: Actor | undefined,
  renaming: Renaming,
  options: ActOptions = {},
): Promise<Result<void, RenameBodyRefusal>> {
  const { bodyId, from } = renaming;
  const allowed = may(actor, mayRenameBody, bodyId);
  if (!allowed.ok) return allowed;

  return act<void, RenameBodyRefusal>(services, allowed.value, options, async (sql) => {
    // Names are compared across bodies, so one renaming at a time.
    await lockSuccession(sql);
    await lockBody(sql, bodyId);
    const body = await findBody(sql, bodyId);
    if (body === undefined) return refuse('no-such-body');
    if (!existsOn({ id: bodyId, founded: undefined }, await listSuccessions(sql), from))
      return refuse('body-has-ended');
    const around = namesAround(await listNames(sql), bodyId, from);
    const before = around.current?.name;
    if ((before ?? '') !== renaming.seen) return refuse({ stale: before });
    const name = acceptRename(renaming, body, around);
    if (!name.ok) return name;

    const source = renaming.source.trim();
    await insertNames(
      sql,
      [
        {
          bodyId,
          name: name.value,
          usage: 'official',
          from,
          until: undefined,
          source,
          certainty: 'confirmed',
        },
      ],
      services.clock.today(),
    );
    return ok({
      value: undefined,
      entry: {
        act: 'register.body.renamed',
        subject: `/bodies/${bodyId}`,
        summary: `Renamed from ${formatDate(from)}: ${name.value}`,
        facts: { name: name.value, before: before ?? null, from, source },
        visibility: 'public',
      },
    });
  });
}
