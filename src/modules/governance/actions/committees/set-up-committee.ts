import { lockThing } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal } from '#platform/module';
import { act, type ActOptions, type ActServices, publicEntry } from '#platform/record';
import { bodyOn, everyBody } from '#modules/register';
import { committeeKinds, committeePath } from '../../domain/committee.ts';
import { acceptCommittee, type CommitteeRefusal, type NewCommittee } from '../../domain/committee-changes.ts';
import { mayManageCommittees } from '../../permissions.ts';
import { insertCommittees, listCommittees } from '../../store/committees.ts';

export type SetUpCommitteeRefusal = CommonRefusal | CommitteeRefusal | 'no-such-appointing-body';

/** Sets up a committee of a body. Answers with its id, which never changes: `maidstone.cabinet`. */
export async function setUpCommittee(
  services: ActServices,
  actor: Actor | undefined,
  bodyId: string,
  asked: NewCommittee,
  options: ActOptions = {},
): Promise<Result<{ committeeId: string }, SetUpCommitteeRefusal>> {
  const allowed = may(actor, mayManageCommittees, bodyId);
  if (!allowed.ok) return allowed;
  return act<{ committeeId: string }, SetUpCommitteeRefusal>(
    services,
    allowed.value,
    options,
    async (sql) => {
      await lockThing(sql, `/bodies/${bodyId}/committees`);
      const today = services.clock.today();
      const body = await bodyOn(sql, bodyId, { on: today });
      if (body === undefined) return refuse('no-such-body');
      const others = await listCommittees(sql, { bodyId });
      const accepted = acceptCommittee(asked, others, body.founded);
      if (!accepted.ok) return accepted;
      const bodies = new Set((await everyBody(sql, { on: today })).map(({ id }) => id));
      if (!asked.appointedBy.every((id) => bodies.has(id))) return refuse('no-such-appointing-body');

      const committeeId = `${bodyId}.${freeSlug(asked.name, new Set(others.map(({ id }) => id)), bodyId)}`;
      const committee = { ...accepted.value, id: committeeId, bodyId, until: undefined };
      await insertCommittees(sql, [committee], today);
      const { name, kind, appointedBy, quorum, from, source } = committee;
      return ok({
        value: { committeeId },
        entry: publicEntry({
          act: 'governance.committee.set-up',
          subject: committeePath(committeeId),
          summary: `Committee set up: ${name} (${committeeKinds[kind]})`,
          facts: { committeeId, name, kind, quorum: quorum ?? null, from: from ?? null, source },
          about: { bodies: [bodyId, ...appointedBy] },
        }),
      });
    },
  );
}

/** A part of an address from a name, that no other committee of the body has. */
function freeSlug(name: string, taken: ReadonlySet<string>, bodyId: string): string {
  const slug =
    name
      .toLowerCase()
      .normalize('NFKD')
      .replaceAll(/[^a-z0-9]+/gu, '-')
      .replaceAll(/^-+|-+$/gu, '')
      .slice(0, 60)
      .replace(/-$/u, '') || 'committee';
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? slug : `${slug}-${number}`;
    if (!taken.has(`${bodyId}.${free}`)) return free;
  }
}
