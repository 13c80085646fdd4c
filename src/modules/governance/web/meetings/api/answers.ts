import type { z } from 'zod';
import { oneVote, type Tally } from '../../../domain/meeting/count-votes.ts';
import { meetingPath, type Sitting } from '../../../domain/meeting/meeting.ts';
import type { CommitteeLine, CommitteePage } from '../../../queries/committees.ts';
import type { MeetingLine } from '../../../queries/meetings/list.ts';
import type { ItemLine, MeetingPage, MotionLine } from '../../../queries/meetings/meeting-page.ts';
import type { committeePageShape, committeeShape, meetingLineShape, meetingShape } from './shapes.ts';

type Meeting = z.infer<typeof meetingShape>;

const sittingAnswer = ({ on, at, place }: Sitting) => ({ on, at: at ?? null, place });

export const committeeAnswer = ({
  committee,
  exists,
  terms,
}: Pick<CommitteeLine, 'committee' | 'exists' | 'terms'>): z.infer<typeof committeeShape> => ({
  id: committee.id,
  body: committee.bodyId,
  name: committee.name,
  kind: committee.kind,
  exists,
  remit: terms.remit,
  appointedBy: [...committee.appointedBy],
  quorum: terms.quorum ?? null,
  castingVote: terms.castingVote ?? null,
  proxies: terms.proxies,
  weighted: terms.weighted,
  from: committee.from ?? null,
  until: committee.until ?? null,
  source: committee.source,
});

export const committeePageAnswer = (
  found: CommitteePage,
): Omit<z.infer<typeof committeePageShape>, 'on'> => ({
  ...committeeAnswer(found),
  seats: found.seats.map(({ seat, title, bodyId, group }) => ({
    office: seat.officeId,
    title,
    body: bodyId,
    capacity: seat.capacity,
    group: group ?? null,
    votes: seat.votes,
    weight: seat.weight,
    from: seat.from,
    until: seat.until ?? null,
    source: seat.source,
  })),
  warnings: found.warnings.map(({ says, law, certainty }) => ({ says, law, certainty })),
});

export const meetingLineAnswer = ({
  meeting,
  committee,
  sitting,
  standing,
}: MeetingLine): z.infer<typeof meetingLineShape> => ({
  id: meeting.id,
  href: meetingPath(meeting),
  body: meeting.bodyId,
  committee: meeting.committeeId,
  committeeName: committee,
  sitting: sittingAnswer(sitting),
  part: meeting.part,
  gathering: meeting.gathering ?? null,
  standing: standing.standing,
});

export const meetingAnswer = (shown: MeetingPage): Omit<Meeting, 'on'> => ({
  id: shown.meeting.id,
  href: meetingPath(shown.meeting),
  body: shown.meeting.bodyId,
  committee: shown.committee.id,
  committeeName: shown.committee.name,
  part: shown.meeting.part,
  gathering: shown.meeting.gathering ?? null,
  standing: shown.standing.standing,
  sittings: shown.standing.sittings.map(sittingAnswer),
  mayVote: shown.working.rules.mayVote ?? null,
  quorum: shown.working.rules.quorum ?? null,
  events: shown.events.map(({ kind, on, says, sitting }) => ({
    kind,
    on,
    says,
    sitting: sitting === undefined ? null : sittingAnswer(sitting),
  })),
  attendance:
    shown.attendance?.people.map((person) => ({
      office: person.officeId,
      title: person.officeTitle,
      capacity: person.capacity ?? null,
      presence: person.presence,
      votes: person.votes,
      presided: person.presided,
      substituteFor: person.substituteFor ?? null,
      fromItem: person.fromItem ?? null,
      untilItem: person.untilItem ?? null,
    })) ?? null,
  items: shown.items.filter(({ item }) => item.number !== undefined).map(itemAnswer),
  source: shown.meeting.source,
});

const itemAnswer = (line: ItemLine): Meeting['items'][number] => ({
  id: line.item.id,
  number: line.item.number ?? '',
  title: line.item.title,
  summary: line.item.summary,
  purpose: line.item.purpose,
  access: line.item.access,
  paragraphs: [...line.item.paragraphs],
  subject: line.item.subject ?? null,
  thread: line.item.thread ?? null,
  publishedOn: line.item.publishedOn ?? null,
  urgentBecause: line.item.urgentBecause,
  withdrawnOn: line.item.withdrawnOn ?? null,
  declarations: line.declarations.map(({ officeId, officeTitle, kind, nature, leftRoom }) => ({
    office: officeId,
    title: officeTitle,
    kind,
    nature,
    leftRoom,
  })),
  motions: line.motions.map(motionAnswer),
  minutes: line.minutes.map(({ text }) => text).join('\n\n'),
  decisions: line.decisions.map(({ path }) => path),
  actions: line.actions.map(({ text, ownerTitle, dueOn, doneOn }) => ({
    text,
    owner: ownerTitle,
    dueOn: dueOn ?? null,
    doneOn: doneOn ?? null,
  })),
});

const inVotes = (votes: Tally): Tally => ({
  for: votes.for / oneVote,
  against: votes.against / oneVote,
  abstain: votes.abstain / oneVote,
});

const motionAnswer = ({ motion, outcome }: MotionLine): Meeting['items'][number]['motions'][number] => ({
  id: motion.id,
  act: motion.act,
  text: motion.text,
  movedBy: motion.movedTitle,
  secondedBy: motion.secondedTitle ?? null,
  way: motion.way,
  needs: motion.needs,
  outcome: outcome.outcome,
  count: outcome.way === 'consensus' ? null : inVotes(outcome.votes),
  castingVote: motion.casting ?? null,
  votes: motion.votes.map(({ officeId, officeTitle, choice, weight, castBy }) => ({
    office: officeId,
    title: officeTitle,
    vote: choice,
    weight: weight / oneVote,
    castBy: castBy ?? null,
  })),
});
