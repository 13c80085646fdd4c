import type { Sql } from '#platform/db';
import { type Draft, findDraft, isOf, listDrafts } from '#platform/drafts';
import { formatDate, type IsoDate } from '#platform/kernel';
import { type PlaceLine, placesOn } from '#modules/register';
import { draftKinds } from '../domain/draft-kinds.ts';
import { inItsTime } from '../domain/committee.ts';
import type { GovernanceTables } from '../store/tables.ts';
import { listCommittees } from '../store/committees.ts';
import { type OwnPaper, papersToPick } from './papers/own-papers.ts';
import { type NoticeLine, openNoticesOf } from './notices-open.ts';

type Choice = Readonly<{ id: string; text: string }>;

/** What the form of a record offers to choose from. */
export type DraftChoices = Readonly<{
  committees: readonly Choice[];
  notices: readonly NoticeLine[];
  meetings: readonly Choice[];
  proposals: readonly Choice[];
  places: readonly PlaceLine[];
  /** The body’s papers, those not published yet first. */
  papers: readonly OwnPaper[];
}>;

/** One draft of a record of this body; undefined where there is none. */
export async function decisionDraft(sql: Sql, bodyId: string, draftId: string): Promise<Draft | undefined> {
  const draft = await findDraft(sql, draftId);
  return isOf(draft, { kind: draftKinds.decision, bodyId }) ? draft : undefined;
}

/** The drafts of records that a body has begun, the last saved first. */
export const decisionDrafts = (sql: Sql, bodyId: string): Promise<readonly Draft[]> =>
  listDrafts(sql, bodyId, draftKinds.decision);

export async function draftChoices(sql: Sql, bodyId: string, on: IsoDate): Promise<DraftChoices> {
  const [committees, notices, meetings, proposals, places, papers] = await Promise.all([
    listCommittees(sql, { bodyId }),
    openNoticesOf(sql, bodyId, on),
    meetingChoices(sql, bodyId),
    proposalChoices(sql, bodyId),
    placesOn(sql, { on }),
    papersToPick(sql, bodyId),
  ]);
  return {
    committees: committees.map((committee) => ({ id: committee.id, text: inItsTime(committee) })),
    notices,
    meetings,
    proposals,
    places,
    papers,
  };
}

const mostChoices = 60;

/** The meetings of a body held or called lately, the latest first. */
async function meetingChoices(sql: Sql, bodyId: string): Promise<readonly Choice[]> {
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.meeting as meeting')
    .innerJoin('governance.committee as committee', 'committee.id', 'meeting.committee_id')
    .innerJoin('governance.meeting_event as event', 'event.meeting_id', 'meeting.id')
    .select(['meeting.id', 'meeting.reference', 'committee.name'])
    .select(({ fn }) => fn.max('event.starts_on').as('day'))
    .where('meeting.body_id', '=', bodyId)
    .where('event.starts_on', 'is not', null)
    .groupBy(['meeting.id', 'meeting.reference', 'committee.name'])
    .orderBy('day', 'desc')
    .limit(mostChoices)
    .execute();
  return rows.map(({ id, name, day }) => ({ id, text: day === null ? name : `${name}, ${formatDate(day)}` }));
}

/** The joint proposals that are put to a body, the last drafted first. */
async function proposalChoices(sql: Sql, bodyId: string): Promise<readonly Choice[]> {
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.proposal_party as party')
    .innerJoin('governance.proposal_version as version', (join) =>
      join
        .onRef('version.proposal_id', '=', 'party.proposal_id')
        .onRef('version.number', '=', 'party.version'),
    )
    .distinctOn('party.proposal_id')
    .select(['party.proposal_id', 'version.title', 'version.number'])
    .where('party.body_id', '=', bodyId)
    .orderBy('party.proposal_id')
    .orderBy('version.number', 'desc')
    .limit(mostChoices)
    .execute();
  return rows.map((row) => ({ id: row.proposal_id, text: `${row.title} (version ${row.number} stands)` }));
}
