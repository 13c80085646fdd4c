import type { Dataset } from '#platform/http';
import { oneVote } from '../../../domain/meeting/count-votes.ts';
import { meetingPath } from '../../../domain/meeting/meeting.ts';
import type { MeetingLine } from '../../../queries/meetings/list.ts';
import type { MeetingPage } from '../../../queries/meetings/meeting-page.ts';

const source = 'As each body has recorded its meetings in Accord.';

/** Meetings, one row a sitting. */
export const meetingsDataset = (name: string, lines: readonly MeetingLine[]): Dataset => ({
  name,
  columns: [
    { key: 'meeting', title: 'Meeting' },
    { key: 'body', title: 'Body' },
    { key: 'committee', title: 'Committee' },
    { key: 'on', title: 'Day' },
    { key: 'at', title: 'Time' },
    { key: 'place', title: 'Place' },
    { key: 'part', title: 'Open to the public' },
    { key: 'gathering', title: 'Gathering' },
    { key: 'standing', title: 'Where it stands' },
    { key: 'page', title: 'Page' },
  ],
  rows: lines.map(({ meeting, committee, sitting, standing }) => ({
    meeting: meeting.id,
    body: meeting.bodyId,
    committee,
    on: sitting.on,
    at: sitting.at ?? null,
    place: sitting.place,
    part: meeting.part,
    gathering: meeting.gathering ?? null,
    standing: standing.standing,
    page: meetingPath(meeting),
  })),
  source,
});

/** The agenda of a meeting with what came of each item. */
export const agendaDataset = ({ meeting, items }: MeetingPage): Dataset => ({
  name: `${meeting.bodyId}-${meeting.reference}-agenda`,
  columns: [
    { key: 'number', title: 'Number' },
    { key: 'title', title: 'Title' },
    { key: 'summary', title: 'Summary' },
    { key: 'purpose', title: 'Purpose' },
    { key: 'access', title: 'Access' },
    { key: 'paragraphs', title: 'Exempt paragraphs' },
    { key: 'subject', title: 'About' },
    { key: 'thread', title: 'Issue' },
    { key: 'published', title: 'Published' },
    { key: 'urgent', title: 'Reason for urgency' },
    { key: 'withdrawn', title: 'Withdrawn' },
    { key: 'minutes', title: 'Minutes' },
    { key: 'outcomes', title: 'Motions' },
  ],
  rows: items.map(({ item, minutes, motions }) => ({
    number: item.number ?? null,
    title: item.title,
    summary: item.summary,
    purpose: item.purpose,
    access: item.access,
    paragraphs: item.paragraphs.join(' '),
    subject: item.subject ?? null,
    thread: item.thread ?? null,
    published: item.publishedOn ?? null,
    urgent: item.urgentBecause,
    withdrawn: item.withdrawnOn ?? null,
    minutes: minutes.map(({ text }) => text).join('\n\n'),
    outcomes: motions.map(({ outcome }) => outcome.outcome).join(' '),
  })),
  source,
});

/** Every vote at a meeting, one row a member and motion. */
export const votesDataset = ({ meeting, items }: MeetingPage): Dataset => ({
  name: `${meeting.bodyId}-${meeting.reference}-votes`,
  columns: [
    { key: 'item', title: 'Item' },
    { key: 'motion', title: 'Motion' },
    { key: 'text', title: 'Text' },
    { key: 'outcome', title: 'Outcome' },
    { key: 'office', title: 'Office' },
    { key: 'title', title: 'Title' },
    { key: 'choice', title: 'Vote' },
    { key: 'weight', title: 'Weight' },
    { key: 'castBy', title: 'Cast by' },
  ],
  rows: items.flatMap(({ item, motions }) =>
    motions.flatMap(({ motion, outcome }) =>
      motion.votes.map((vote) => ({
        item: item.number ?? null,
        motion: motion.id,
        text: motion.text,
        outcome: outcome.outcome,
        office: vote.officeId,
        title: vote.officeTitle,
        choice: vote.choice,
        weight: vote.weight / oneVote,
        castBy: vote.castBy ?? null,
      })),
    ),
  ),
  source,
});
