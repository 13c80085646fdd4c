import { instantInLondon, londonDate, time } from '#platform/kernel';
import type { OfficeNamed } from '#modules/register';
import { capacities, type Committee, committeeKinds, type Seat } from '../../domain/committee.ts';
import { oneVote } from '../../domain/meeting/count-votes.ts';
import type { ItemObject, MeetingObject, PaperObject } from '../../queries/oparl/lists.ts';
import type { z } from 'zod';
import {
  type agendaItemShape,
  type fileShape,
  type meetingShape,
  type organizationShape,
  type paperShape,
  type personShape,
  typeOf,
} from './shapes.ts';

export const root = '/api/oparl';
export type ListName = 'organizations' | 'people' | 'meetings' | 'agenda-items' | 'papers' | 'files';

/** The address of one object, which answers with it. */
export const addressOf = (bodyId: string, list: ListName, id: string): string =>
  `${root}/bodies/${bodyId}/${list}?id=${encodeURIComponent(id)}`;

const head = (bodyId: string, list: ListName, id: string, name: string) => ({
  id: addressOf(bodyId, list, id),
  type: typeOf(name),
});

export const organizationOf = (committee: Committee): z.infer<typeof organizationShape> => ({
  ...head(committee.bodyId, 'organizations', committee.id, 'Organization'),
  web: `/committees/${committee.id}`,
  body: `${root}/bodies/${committee.bodyId}`,
  name: committee.name,
  organizationType: 'Gremium',
  classification: committeeKinds[committee.kind],
  ...(committee.from === undefined ? {} : { startDate: committee.from }),
  ...(committee.until === undefined ? {} : { endDate: committee.until }),
});

export const personOf = (
  bodyId: string,
  office: Pick<OfficeNamed, 'id' | 'title'>,
  seats: readonly Seat[],
): z.infer<typeof personShape> => ({
  ...head(bodyId, 'people', office.id, 'Person'),
  body: `${root}/bodies/${bodyId}`,
  name: office.title,
  membership: seats.map((seat) => ({
    type: typeOf('Membership'),
    organization: addressOf(bodyId, 'organizations', seat.committeeId),
    role: capacities[seat.capacity],
    votingRight: seat.votes,
    startDate: seat.from,
    ...(seat.until === undefined ? {} : { endDate: seat.until }),
  })),
});

export function meetingOf(
  bodyId: string,
  meeting: MeetingObject,
  today: string,
): z.infer<typeof meetingShape> {
  const { startsOn, startsAt, place } = meeting;
  return {
    ...head(bodyId, 'meetings', meeting.id, 'Meeting'),
    web: `/meetings/${meeting.id}`,
    name: meeting.committee,
    meetingState: startsOn !== undefined && startsOn > today ? 'scheduled' : 'held',
    cancelled: meeting.isCancelled,
    ...(startsOn === undefined ? {} : { 'accord:day': startsOn }),
    ...(startsOn === undefined || startsAt === undefined
      ? {}
      : { start: instantInLondon({ date: startsOn, time: time(startsAt) }).toISOString() }),
    'accord:part': meeting.part,
    ...(place === '' ? {} : { location: { type: typeOf('Location'), description: place } }),
    organization: [addressOf(bodyId, 'organizations', meeting.committeeId)],
    agendaItem: meeting.items.map((id) => addressOf(bodyId, 'agenda-items', id)),
    created: meeting.created.toISOString(),
    modified: meeting.modified.toISOString(),
  };
}

export const agendaItemOf = (bodyId: string, item: ItemObject): z.infer<typeof agendaItemShape> => ({
  ...head(bodyId, 'agenda-items', item.id, 'AgendaItem'),
  meeting: addressOf(bodyId, 'meetings', item.meetingId),
  number: item.number,
  order: item.order,
  name: item.name,
  public: item.access === 'open',
  'accord:summary': item.summary,
  'accord:withdrawn': item.isWithdrawn,
  'accord:votes': item.motions.map((motion) => ({
    act: motion.act,
    text: motion.text,
    way: motion.way,
    ...(motion.counted === undefined
      ? {}
      : {
          counted: {
            for: motion.counted.for / oneVote,
            against: motion.counted.against / oneVote,
            abstain: motion.counted.abstain / oneVote,
          },
        }),
    ...(motion.casting === undefined ? {} : { casting: motion.casting }),
    votes: motion.votes.map(({ officeId, officeTitle, choice, weight, says }) => ({
      office: officeId,
      title: officeTitle,
      choice,
      weight: weight / oneVote,
      ...(says === '' ? {} : { says }),
    })),
  })),
  modified: item.modified.toISOString(),
});

export const paperOf = (bodyId: string, paper: PaperObject): z.infer<typeof paperShape> => ({
  ...head(bodyId, 'papers', paper.id, 'Paper'),
  web: `/papers/${paper.id}`,
  body: `${root}/bodies/${bodyId}`,
  name: paper.title,
  date: londonDate(paper.published),
  paperType: paper.kind,
  ...(paper.file === undefined ? {} : { mainFile: addressOf(bodyId, 'files', paper.id) }),
  'accord:access': paper.access,
  'accord:summary': paper.summary,
  modified: paper.modified.toISOString(),
});

export const fileOf = (bodyId: string, paper: PaperObject): readonly z.infer<typeof fileShape>[] =>
  paper.file === undefined
    ? []
    : [
        {
          ...head(bodyId, 'files', paper.id, 'File'),
          name: paper.title,
          fileName: paper.file.filename,
          mimeType: paper.file.mediaType,
          size: paper.file.bytes,
          'accord:sha256': paper.file.sha256,
          accessUrl: `/papers/${paper.id}`,
          paper: [addressOf(bodyId, 'papers', paper.id)],
          modified: paper.modified.toISOString(),
        },
      ];
