import { ok, refuse, type Result } from '#platform/kernel';
import { act, type ActServices, type SystemActor } from '#platform/record';
import { bodyName, type BodyKind, type BodyNameRefusal, isGssCode, type Tier } from '../domain/body.ts';
import type { Certainty } from '../domain/certainty.ts';
import { firstOffices } from '../domain/first-offices.ts';
import { slugOf } from '../domain/slug.ts';
import { insertFounded } from '../store/founded.ts';
import { listBodies } from '../store/bodies.ts';
import { lockSuccession } from '../store/lock.ts';

/** Who runs the site enters a body by the command line: nobody of the body can act in it yet. */
const commandLine: SystemActor = { officeTitle: 'Accord’s command line', bodyId: undefined };

export type NewBody = Readonly<{
  /** As it stands in addresses, for good: `oxford`. */
  id: string;
  name: string;
  kind: BodyKind;
  tier: Tier | undefined;
  gss: string | undefined;
  source: string;
  certainty: Certainty;
}>;

/** A body that is there already: by its id, or another with the same code of the Office for National Statistics. */
export type BodyIsThere = Readonly<{ is: 'there-already'; bodyId: string }>;

export type EnterBodyRefusal =
  | BodyNameRefusal
  | 'id-not-a-word'
  | 'gss-not-a-code'
  | 'source-missing'
  | BodyIsThere;

/**
 * Enters a body in the register with the offices that it has by law, so that accounts can be opened for them. When it was founded
 * is left unknown. Answers with its first offices.
 */
export async function enterBody(
  services: ActServices,
  { id, kind, tier, gss, certainty, ...said }: NewBody,
): Promise<Result<{ offices: string[] }, EnterBodyRefusal>> {
  const name = bodyName(said.name);
  if (!name.ok) return name;
  const source = said.source.trim();
  if (id === '' || slugOf(id) !== id) return refuse('id-not-a-word');
  if (gss !== undefined && !isGssCode(gss)) return refuse('gss-not-a-code');
  if (source === '') return refuse('source-missing');

  const entered = await act<{ offices: string[] }, BodyIsThere>(services, commandLine, {}, async (sql) => {
    await lockSuccession(sql);
    const bodies = await listBodies(sql);
    const there = bodies.find((body) => body.id === id || (gss !== undefined && body.gss === gss));
    if (there !== undefined) return refuse({ is: 'there-already', bodyId: there.id });
    const body = { id, kind, tier, gss, founded: undefined, note: undefined, source, certainty };
    await insertFounded(sql, [{ body, name: name.value, from: undefined }], services.clock.today());
    const offices = firstOffices(kind).map(({ slug }) => `${id}.${slug}`);
    return ok({
      value: { offices },
      entry: {
        act: 'register.body.entered',
        subject: `/bodies/${id}`,
        summary: `Body entered: ${name.value}`,
        facts: { id, kind, gss: gss ?? null, offices, source },
        visibility: 'public',
      },
    });
  });
  if (entered.ok) return entered;
  if (entered.error === 'already-submitted') throw new Error('A command was taken for a form');
  return refuse(entered.error);
}
