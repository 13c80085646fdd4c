import { may } from '#platform/identity';
import { type Actor, formatDate, type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal } from '#platform/module';
import { act, type ActOptions, type ActServices, type Entry, publicEntry } from '#platform/record';
import { type Sql, lockThing } from '#platform/db';
import { type Committee, committeePath } from '../../domain/committee.ts';
import { acceptEnd, type EndRefusal } from '../../domain/committee-changes.ts';
import { type CommitteeTerms, termsOn } from '../../domain/committee-terms.ts';
import { mayManageCommittees } from '../../permissions.ts';
import { endCommittee as end, findCommittee, insertTerms, listTerms } from '../../store/committees.ts';

export type OfCommitteeRefusal = CommonRefusal | 'no-such-committee';

/** Does one thing to a committee of the actor’s own body, with nobody else at it. */
export async function actOnCommittee<Refusal>(
  services: ActServices,
  actor: Actor | undefined,
  committeeId: string,
  options: ActOptions,
  work: (sql: Sql, committee: Committee) => Promise<Result<Entry, Refusal>>,
): Promise<Result<undefined, Refusal | OfCommitteeRefusal>> {
  const allowed = may(actor, mayManageCommittees, committeeId.split('.')[0] ?? '');
  if (!allowed.ok) return allowed;
  return act<undefined, Refusal | OfCommitteeRefusal>(services, allowed.value, options, async (sql) => {
    await lockThing(sql, committeePath(committeeId));
    const committee = await findCommittee(sql, committeeId);
    if (committee === undefined) return refuse('no-such-committee');
    const done = await work(sql, committee);
    return done.ok ? ok({ value: undefined, entry: done.value }) : done;
  });
}

/** Whom an act on a committee concerns. */
export const aboutCommittee = ({ bodyId, appointedBy }: Committee) => ({ bodies: [bodyId, ...appointedBy] });

/** Ends a committee: it no longer exists on the day given. Its meetings stay. */
export const endCommittee = (
  services: ActServices,
  actor: Actor | undefined,
  committeeId: string,
  asked: Readonly<{ until: IsoDate; reason: string }>,
  options: ActOptions = {},
): Promise<Result<undefined, OfCommitteeRefusal | EndRefusal>> =>
  actOnCommittee<EndRefusal>(services, actor, committeeId, options, async (sql, committee) => {
    const accepted = acceptEnd(committee, asked.until);
    if (!accepted.ok) return accepted;
    await end(sql, committeeId, asked.until);
    return ok(
      publicEntry({
        act: 'governance.committee.ended',
        subject: committeePath(committeeId),
        summary: `Committee ended: ${committee.name}, gone from ${formatDate(asked.until)}`,
        facts: { committeeId, until: asked.until, reason: asked.reason },
        about: aboutCommittee(committee),
      }),
    );
  });

export type ChangeTermsRefusal =
  | OfCommitteeRefusal
  | 'changed-that-day'
  | 'nothing-changed'
  | 'before-the-committee';

/** Lets a committee work otherwise from a day on: its remit, quorum and ways of voting. */
export const changeTerms = (
  services: ActServices,
  actor: Actor | undefined,
  committeeId: string,
  terms: CommitteeTerms & Readonly<{ from: IsoDate }>,
  options: ActOptions = {},
): Promise<Result<undefined, ChangeTermsRefusal>> =>
  actOnCommittee<ChangeTermsRefusal>(services, actor, committeeId, options, async (sql, committee) => {
    const versions = (await listTerms(sql, [committeeId])).get(committeeId) ?? [];
    if (committee.from !== undefined && terms.from < committee.from) return refuse('before-the-committee');
    if (versions.some(({ from }) => from === terms.from)) return refuse('changed-that-day');
    const before = termsOn(committee, versions, terms.from);
    const same = (['remit', 'quorum', 'castingVote', 'proxies', 'weighted'] as const).every(
      (name) => before[name] === terms[name],
    );
    if (same) return refuse('nothing-changed');
    await insertTerms(sql, committeeId, terms, services.clock.today());
    const { remit, quorum, castingVote, proxies, weighted, from, source } = terms;
    return ok(
      publicEntry({
        act: 'governance.committee.changed',
        subject: committeePath(committeeId),
        summary: `How ${committee.name} works changed from ${formatDate(from)}`,
        facts: {
          committeeId,
          remit,
          quorum: quorum ?? null,
          castingVote: castingVote ?? null,
          proxies,
          weighted,
          from,
          source,
        },
        about: aboutCommittee(committee),
      }),
    );
  });
