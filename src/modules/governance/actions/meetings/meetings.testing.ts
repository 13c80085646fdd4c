import { date, type Result } from '#platform/kernel';

import { governanceForTest, officerOf } from '../../testing.ts';
import type { Choice } from '../../domain/meeting/count-votes.ts';
import type { MotionPut } from '../../domain/meeting/motion.ts';
import { agendaToPublish } from '../../queries/meetings/agenda-to-publish.ts';
import { findCommittee } from '../../store/committees.ts';
import { findMeeting } from '../../store/meetings.ts';

import { setUpCommittee } from '../committees/set-up-committee.ts';
import { seatOffice } from '../committees/seat-office.ts';
import type { NewCommittee } from '../../domain/committee-changes.ts';
import { callMeeting } from './call-meeting.ts';
import { type ItemDrafted } from './draft-item.ts';
import { publishAgenda } from './publish-agenda.ts';

export const clerk = (bodyId = 'maidstone') =>
  officerOf(bodyId, 'democratic-services', 'democratic-services-officer');
export const aCommittee = (given: Partial<NewCommittee> = {}): NewCommittee => ({
  name: 'Licensing Committee',
  kind: 'committee',
  remit: '',
  appointedBy: [],
  quorum: 2,
  castingVote: true,
  proxies: false,
  weighted: false,
  from: undefined,
  source: 'Constitution, part 3',
  ...given,
});
export const anItem = (title: string, given: Partial<ItemDrafted> = {}): ItemDrafted => ({
  title,
  summary: '',
  purpose: 'decide',
  access: 'open',
  paragraphs: [],
  publicInterest: '',
  subject: undefined,
  thread: undefined,
  proposedBy: undefined,
  after: undefined,
  urgentBecause: '',
  ...given,
});
export function done<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

export type House = Awaited<ReturnType<typeof governanceForTest>>;

/** A committee of Maidstone with its Leader in the chair and two councillors, and a meeting of it on 29 July 2026. */
export async function meetingForTest(house: House, given: Partial<NewCommittee> = {}, on = '2026-07-29') {
  const { services } = house;
  const { committeeId } = done(await setUpCommittee(services, clerk(), 'maidstone', aCommittee(given)));
  const seats = [
    ['leader', 'chair'],
    ['non-executive-councillor-1', 'member'],
    ['non-executive-councillor-2', 'member'],
  ] as const;
  for (const [office, capacity] of seats)
    done(
      await seatOffice(services, clerk(), committeeId, {
        officeId: `maidstone.${office}`,
        capacity,
        votes: true,
        weight: 1,
        from: date('2026-05-20'),
        source: 'Annual Council, 20 May 2026',
      }),
    );
  const { reference } = done(
    await callMeeting(services, clerk(), 'maidstone', {
      committeeId,
      sitting: { on: date(on), at: undefined, place: 'Town Hall' },
      part: 'public',
      gathering: undefined,
    }),
  );
  return { committeeId, meetingId: `maidstone/${reference}` };
}

export async function publishedNow(
  house: House,
  services: House['services'],
  meetingId: string,
  urgentBecause = '',
) {
  const agenda = await house.database.as(clerk(), async (sql) => {
    const meeting = await findMeeting(sql, meetingId);
    const committee = await findCommittee(sql, meeting?.committeeId ?? '');
    if (meeting === undefined || committee === undefined) throw new Error('no meeting');
    return agendaToPublish(sql, { meeting, committee, on: services.clock.today(), at: services.clock.now() });
  });
  return publishAgenda(services, clerk(), meetingId, { seen: agenda.seen, urgentBecause });
}

export const leader = 'maidstone.leader';
export const first = 'maidstone.non-executive-councillor-1';
export const second = 'maidstone.non-executive-councillor-2';
export const present = (officeId: string, more = {}) => ({
  officeId,
  presence: 'present' as const,
  substituteFor: undefined,
  presided: officeId === leader,
  fromItem: undefined,
  untilItem: undefined,
  ...more,
});
export const voted = (officeId: string, choice: Choice) => ({
  officeId,
  officeTitle: officeId,
  choice,
  weight: 0,
  castBy: undefined,
  says: '',
});
export const aMotion = (given: Partial<MotionPut> = {}): MotionPut => ({
  act: 'resolve',
  text: 'That the licence be granted.',
  movedBy: leader,
  secondedBy: first,
  way: 'recorded',
  needs: 'majority',
  votes: [voted(leader, 'for'), voted(first, 'for'), voted(second, 'against')],
  counted: undefined,
  casting: undefined,
  ...given,
});
