import { type Sql, lockThing } from '#platform/db';
import { findDraft, isOf, removeDraft } from '#platform/drafts';
import { may } from '#platform/identity';
import { type Actor, londonDate, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, Stale } from '#platform/module';
import { act, type ActOptions, type ActServices, type Entry } from '#platform/record';
import { everyBody, successorsOf } from '#modules/register';
import {
  acceptVersion,
  bindsUnasked,
  type NewVersion,
  type PossibleParty,
  slugOf,
  type VersionRefusal,
} from '../domain/proposal/accept-proposal.ts';
import { type ProposalVersion, proposalPath, type PutProposal } from '../domain/proposal/put-proposal.ts';
import { mayDraftProposals } from '../permissions.ts';
import { proposalAt } from '../queries/proposal-at.ts';
import { candidateParties } from '../queries/proposal-parties.ts';
import { keepFound } from '../store/found.ts';
import { findProposal, insertProposal, insertVersion } from '../store/proposals.ts';
import { proposalDraftOf } from './drafts.ts';
import type { Publisher } from './judge-decision.ts';
import { proposalFound, versionEntry } from './proposal-entry.ts';

export type PutRefusal =
  | CommonRefusal
  | VersionRefusal
  | 'no-such-proposal'
  | 'not-the-drafter'
  | 'agreed-already'
  | 'draft-changed'
  | 'draft-gone'
  /** Somebody amended it since: the version that stands now. */
  | Stale<ProposalVersion>;

/** The draft that was looked over: it must still stand as it was. */
export type DraftSeen = Readonly<{ id: string; version: number }>;

/** Puts a new proposal to its parties. From then on it is never edited, only amended by another version. Answers its id. */
export async function putProposal(
  services: ActServices,
  actor: Actor | undefined,
  asked: NewVersion,
  { draft, ...options }: ActOptions & Readonly<{ draft?: DraftSeen }> = {},
): Promise<Result<{ id: string; number: number }, PutRefusal>> {
  const allowed = may(actor, mayDraftProposals, actor?.bodyId);
  if (!allowed.ok) return allowed;
  const { bodyId, officeTitle } = allowed.value;
  return act<{ id: string; number: number }, PutRefusal>(services, allowed.value, options, async (sql) => {
    const used = await useDraft(sql, bodyId, draft);
    if (!used.ok) return used;
    const entered = await enterProposal(
      sql,
      { ...asked, draftedBy: bodyId },
      { officeTitle, now: services.clock.now() },
    );
    return entered.ok
      ? ok({ value: { id: entered.value.id, number: 1 }, entry: entered.value.entry })
      : entered;
  });
}

/** A proposal of before Accord, or one made up for trying out, says when it was put, by whom, and how sure that is. */
export type EnteredProposal = NewVersion &
  Readonly<{
    draftedBy: string;
    id?: string;
    putAt?: Date;
    publishedBy?: string;
    certainty?: ProposalVersion['certainty'];
  }>;

/** Puts a proposal within an act of the caller’s, which keeps the entry. */
export async function enterProposal(
  sql: Sql,
  { draftedBy, id, putAt, publishedBy, certainty = 'confirmed', ...asked }: EnteredProposal,
  { officeTitle, now }: Publisher,
): Promise<Result<Readonly<{ id: string; entry: Entry }>, VersionRefusal>> {
  const at = putAt ?? now;
  const accepted = acceptVersion(asked, await possibleParties(sql, at), londonDate(at));
  if (!accepted.ok) return accepted;
  const proposal = {
    id: await freeId(sql, id ?? slugOf(asked.title), { draftedBy, recordedAt: now }),
    draftedBy,
  };
  const version: ProposalVersion = {
    ...accepted.value,
    number: 1,
    at,
    certainty,
    publishedBy: publishedBy ?? officeTitle,
    recordedAt: now,
  };
  return ok({ id: proposal.id, entry: await keepVersion(sql, proposal, version) });
}

/**
 * Amends a proposal: a new version that says what it changes, why, and whose adoption no longer stands. Only its drafter may,
 * or who stands in the drafter’s place.
 */
export async function amendProposal(
  services: ActServices,
  actor: Actor | undefined,
  proposalId: string,
  asked: NewVersion,
  /** The number of the version that the officer saw. */
  seen: number,
  { draft, ...options }: ActOptions & Readonly<{ draft?: DraftSeen }> = {},
): Promise<Result<{ id: string; number: number }, PutRefusal>> {
  const allowed = may(actor, mayDraftProposals, actor?.bodyId);
  if (!allowed.ok) return allowed;
  const { bodyId, officeTitle } = allowed.value;
  return act<{ id: string; number: number }, PutRefusal>(services, allowed.value, options, async (sql) => {
    const used = await useDraft(sql, bodyId, draft);
    if (!used.ok) return used;
    const publisher = { officeTitle, now: services.clock.now() };
    const entered = await enterAmendment(sql, { ...asked, id: proposalId, by: bodyId, seen }, publisher);
    if (!entered.ok) return entered;
    return ok({ value: { id: proposalId, number: entered.value.number }, entry: entered.value.entry });
  });
}

/** An amendment of a proposal by a body, made on top of the version that it saw. */
export type EnteredAmendment = NewVersion & Readonly<{ id: string; by: string; seen: number }>;

/** Amends a proposal within an act of the caller’s, which keeps the entry. */
export async function enterAmendment(
  sql: Sql,
  { id, by, seen, ...asked }: EnteredAmendment,
  { officeTitle, now }: Publisher,
): Promise<
  Result<
    Readonly<{ number: number; entry: Entry }>,
    VersionRefusal | 'no-such-proposal' | 'not-the-drafter' | 'agreed-already' | Stale<ProposalVersion>
  >
> {
  await lockThing(sql, proposalPath({ id }));
  const proposal = await findProposal(sql, id);
  if (proposal === undefined) return refuse('no-such-proposal');
  if (!(await mayAmend(sql, proposal, by, londonDate(now)))) return refuse('not-the-drafter');
  const current = proposal.versions.at(-1) ?? proposal.versions[0];
  if (current.number !== seen) return refuse({ stale: current });
  // What is in effect binds all its parties alike: its drafter cannot rewrite or reopen it alone.
  const stood = await proposalAt(sql, id, now);
  if (stood?.matrix.outcome.outcome === 'in-effect') return refuse('agreed-already');
  const bodies = await possibleParties(sql, now);
  const accepted = acceptVersion(asked, bodies, londonDate(now), current);
  if (!accepted.ok) return accepted;
  const exists = (bodyId: string) => bodies.get(bodyId)?.exists === true;
  if (bindsUnasked(accepted.value, current, by, exists)) return refuse('binds-unasked');
  const version: ProposalVersion = {
    ...accepted.value,
    number: seen + 1,
    at: now,
    certainty: current.certainty === 'illustrative' ? 'illustrative' : 'confirmed',
    publishedBy: officeTitle,
    recordedAt: now,
  };
  return ok({ number: version.number, entry: await keepVersion(sql, proposal, version) });
}

/** Whether a body drafted the proposal, or stands in the place of the one that did. */
async function mayAmend(
  sql: Sql,
  { draftedBy }: Pick<PutProposal, 'draftedBy'>,
  bodyId: string,
  on: ReturnType<typeof londonDate>,
): Promise<boolean> {
  if (draftedBy === bodyId) return true;
  return (await successorsOf(sql, draftedBy, on)).some(({ id }) => id === bodyId);
}

/** The draft goes with the version it has become, unless somebody has changed it since it was looked over. */
async function useDraft(
  sql: Sql,
  bodyId: string,
  seen: DraftSeen | undefined,
): Promise<Result<void, 'draft-changed' | 'draft-gone'>> {
  if (seen === undefined) return ok();
  const draft = await findDraft(sql, seen.id, { lock: true });
  if (!isOf(draft, proposalDraftOf(bodyId))) return refuse('draft-gone');
  if (draft.version !== seen.version) return refuse('draft-changed');
  await removeDraft(sql, seen.id);
  return ok();
}

async function possibleParties(sql: Sql, at: Date): Promise<ReadonlyMap<string, PossibleParty>> {
  const on = londonDate(at);
  const [every, living] = await Promise.all([everyBody(sql, { on }), candidateParties(sql, on, at)]);
  const ended = every.filter(({ exists }) => !exists);
  return new Map<string, PossibleParty>([
    ...ended.map(({ id }) => [id, { exists: false, canBind: false }] as const),
    ...living.map((each) => [each.body.id, each] as const),
  ]);
}

async function freeId(
  sql: Sql,
  wanted: string,
  proposal: Pick<PutProposal, 'draftedBy' | 'recordedAt'>,
): Promise<string> {
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? wanted : `${wanted}-${count}`;
    if (await insertProposal(sql, { ...proposal, id })) return id;
  }
}

async function keepVersion(
  sql: Sql,
  proposal: Pick<PutProposal, 'id' | 'draftedBy'>,
  version: ProposalVersion,
): Promise<Entry> {
  await insertVersion(sql, proposal.id, version);
  const on = londonDate(version.at);
  await keepFound(sql, [proposalFound(proposal, version, on)]);
  const names = new Map((await everyBody(sql, { on })).map(({ id, name }) => [id, name]));
  return versionEntry(proposal, version, (id) => names.get(id) ?? id);
}
