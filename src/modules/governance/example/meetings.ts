import { date } from '#platform/kernel';
import { type ActServices, publicEntry } from '#platform/record';
import { importMeetings } from '../actions/meetings/import-meetings.ts';
import type { NewItem, NewMeeting } from '../domain/meeting/imported.ts';
import { decisionPath } from '../domain/decision/decision.ts';
import { loadFor } from './loading.ts';

const record = 'Maidstone Borough Council, Record of Decision of the Cabinet, 9 July 2008';
const together =
  'Minutes of 4 July 2016 on the Mid Kent Services collaboration: three executive bodies in one room, each voting and recording for itself';
const partnership = 'mid-kent-improvement-partnership';

const aMeeting = (
  given: Pick<NewMeeting, 'bodyId' | 'committeeId' | 'externalReference' | 'on' | 'items' | 'source'> &
    Partial<NewMeeting>,
): NewMeeting => ({
  reference: undefined,
  at: undefined,
  place: '',
  part: 'public',
  gathering: undefined,
  calledOn: undefined,
  agendaPublishedOn: undefined,
  cancelledOn: undefined,
  minutesPublishedOn: undefined,
  minutesApprovedOn: undefined,
  attendance: [],
  ...given,
});

const anItem = (title: string, given: Partial<NewItem> = {}): NewItem => ({
  number: undefined,
  title,
  summary: '',
  purpose: 'decide',
  access: 'open',
  paragraphs: [],
  subject: undefined,
  thread: partnership,
  minutes: '',
  ...given,
});

const establishing = 'Establishment of a Mid Kent Improvement Partnership';

const meetings: readonly NewMeeting[] = [
  aMeeting({
    bodyId: 'maidstone',
    committeeId: 'maidstone.corporate-services-overview-and-scrutiny-committee',
    externalReference: 'example:scrutiny-2008-07-01',
    on: date('2008-07-01'),
    source: `${record}: background, on the committee’s meeting`,
    items: [
      anItem(establishing, {
        purpose: 'recommend',
        minutes:
          'The committee recommended that the Chief Executive’s recommendations be agreed, subject to three conditions: a reasonable timescale that is kept, with the committee told of any slippage; an assurance that service matters as much as savings; and a clear understanding of how the fund is spent and how that is monitored.',
      }),
    ],
  }),
  aMeeting({
    bodyId: 'maidstone',
    committeeId: 'maidstone.cabinet',
    externalReference: 'example:cabinet-2008-07-09',
    on: date('2008-07-09'),
    source: record,
    items: [
      anItem(establishing, {
        subject: decisionPath({ bodyId: 'maidstone', reference: '2008-001' }),
        minutes:
          'The Cabinet agreed the contribution and the committee’s recommendations, and recommended to the Council that Maidstone enter the partnership and act as its accountable body.',
      }),
    ],
  }),
  ...(
    [
      ['maidstone', 'maidstone.policy-and-resources-committee'],
      ['swale', 'swale.cabinet'],
      ['tunbridge-wells', 'tunbridge-wells.cabinet'],
    ] as const
  ).map(([bodyId, committeeId]) =>
    aMeeting({
      bodyId,
      committeeId,
      externalReference: 'example:together-2016-07-04',
      gathering: 'mid-kent-services-2016-07-04',
      on: date('2016-07-04'),
      source: together,
      items: [
        anItem('Governance of Mid Kent Services', {
          summary: 'How the three councils govern the services they share, from now on without an end date.',
        }),
      ],
    }),
  ),
];

/**
 * The meetings of 2008 that the Maidstone record names, and the evening of 2016 on which three executives sat in one room.
 * What the sources do not say of them, such as who was there, stays not recorded. Loading it again changes nothing.
 */
export async function loadMeetingsExample(services: ActServices): Promise<void> {
  for (const bodyId of new Set(meetings.map((meeting) => meeting.bodyId)))
    await loadFor(services, bodyId, async (sql, by) => {
      const entered = await importMeetings(
        sql,
        meetings.filter((meeting) => meeting.bodyId === bodyId),
        by,
      );
      return entered.map(({ meeting, path, title }) =>
        publicEntry({
          act: 'governance.meeting.entered',
          subject: path,
          summary: `Meeting entered: ${title}`,
          facts: { committeeId: meeting.committeeId, source: meeting.source },
          about: { bodies: [bodyId], things: [`/committees/${meeting.committeeId}`] },
        }),
      );
    });
}
