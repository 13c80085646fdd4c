import type { Breadcrumb, OfficeVisit } from '#platform/http';
import type { Services } from '#platform/module';
import type { Meeting } from '../../../domain/meeting/meeting.ts';
import { itemKey } from '../../../domain/meeting/agenda-item.ts';
import { type ItemLine, type MeetingPage, meetingPage } from '../../../queries/meetings/meeting-page.ts';
import { saySitting } from '../words.ts';

export const noSuchMeeting =
  'Your body has no meeting with this address. The list of its meetings has them all.';
export const noSuchItem = 'This meeting has no such item. Its own page lists them all.';

/** The desk at which a meeting is run. */
export const deskPath = ({ bodyId, reference }: Pick<Meeting, 'bodyId' | 'reference'>): string =>
  `/office/${bodyId}/meetings/${reference}`;

/** Where one item is worked on. */
export const itemDesk = (
  { meeting }: Pick<MeetingPage, 'meeting'>,
  { item }: Pick<ItemLine, 'item'>,
): string => `${deskPath(meeting)}/items/${itemKey(item)}`;

/** The meeting of the actor’s own body that an address names, with what only that body sees. */
export const meetingFound = (
  { database }: Services,
  { actor, params, today }: OfficeVisit,
): Promise<MeetingPage | undefined> =>
  database.as(actor, (sql) => meetingPage(sql, `${actor.bodyId}/${params['meeting'] ?? ''}`, today));

export type ItemFound = Readonly<{ shown: MeetingPage; line: ItemLine }>;

/** The same with one of its items. */
export async function itemFound(services: Services, visit: OfficeVisit): Promise<ItemFound | undefined> {
  const shown = await meetingFound(services, visit);
  const line = shown?.items.find(({ item }) => itemKey(item) === visit.params['item']);
  return shown === undefined || line === undefined ? undefined : { shown, line };
}

/** A meeting in a few words: `Cabinet, Wednesday 9 July 2008`. */
export function nameOf({ committee, standing }: MeetingPage): string {
  const [first] = standing.sittings;
  return first === undefined ? committee.name : `${committee.name}, ${saySitting(first)}`;
}

/** The way to a form about a meeting. */
export const meetingSteps = (shown: MeetingPage): readonly Breadcrumb[] => [
  { text: 'Meetings', href: `/office/${shown.meeting.bodyId}/meetings` },
  { text: nameOf(shown), href: deskPath(shown.meeting) },
];

/** The way to a form about an item. */
export const itemSteps = ({ shown, line }: ItemFound): readonly Breadcrumb[] => [
  ...meetingSteps(shown),
  { text: numbered(line), href: itemDesk(shown, line) },
];

/** `5. Fees`, or the title alone before it is published. */
export const numbered = ({ item }: Pick<ItemLine, 'item'>): string =>
  item.number === undefined ? item.title : `${item.number}. ${item.title}`;
