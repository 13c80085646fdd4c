import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { everyBody } from '#modules/register';
import { listDecisions } from './decisions-list.ts';
import { meetingsAhead, type MeetingLine } from './meetings/list.ts';
import { type NoticeLine, openNoticesOf } from './notices-open.ts';
import { proposalsAt, type StoodProposal } from './proposal-at.ts';
import type { StoodDecision } from './standings.ts';

/** What governance has to tell of one body or one place: the latest of each, and what is ahead. */
export type InShort = Readonly<{
  decisions: readonly StoodDecision[];
  coming: readonly NoticeLine[];
  meetings: readonly MeetingLine[];
  proposals: readonly StoodProposal[];
  /** Names of bodies, by id. */
  names: ReadonlyMap<string, string>;
}>;

type Asked = Readonly<{ at: Date; on: IsoDate }>;
const shownAtMost = 4;

/** What a body decided, announced, calls and shares. */
export async function bodyInShort(sql: Sql, bodyId: string, { at, on }: Asked): Promise<InShort> {
  const [list, notices, meetings, proposals, names] = await Promise.all([
    listDecisions(sql, { bodyId }, { at, on, limit: shownAtMost }),
    openNoticesOf(sql, bodyId, on),
    meetingsAhead(sql, { on, bodyIds: [bodyId], limit: shownAtMost }),
    proposalsAt(sql, at),
    namesOn(sql, on),
  ]);
  const concerns = ({ proposal, version }: StoodProposal) =>
    proposal.draftedBy === bodyId || version.parties.some((party) => party.bodyId === bodyId);
  return {
    decisions: list.decisions,
    coming: ahead(notices, on),
    meetings,
    proposals: proposals.filter(concerns).slice(0, shownAtMost),
    names,
  };
}

/** What was decided and announced about a place, by whichever body. */
export async function placeInShort(sql: Sql, placeId: string, { at, on }: Asked): Promise<InShort> {
  const [list, notices, proposals, names] = await Promise.all([
    listDecisions(sql, { place: placeId }, { at, on, limit: shownAtMost }),
    openNoticesOf(sql, undefined, on),
    proposalsAt(sql, at),
    namesOn(sql, on),
  ]);
  return {
    decisions: list.decisions,
    coming: ahead(
      notices.filter(({ places }) => places.includes(placeId)),
      on,
    ),
    meetings: [],
    proposals: proposals.filter(({ version }) => version.places.includes(placeId)).slice(0, shownAtMost),
    names,
  };
}

const ahead = (notices: readonly NoticeLine[], on: IsoDate): readonly NoticeLine[] =>
  notices.filter(({ dueUntil }) => dueUntil >= on).slice(0, shownAtMost);

const namesOn = async (sql: Sql, on: IsoDate): Promise<ReadonlyMap<string, string>> =>
  new Map((await everyBody(sql, { on })).map(({ id, name }) => [id, name]));
