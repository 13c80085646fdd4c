import { date } from '#platform/kernel';
import { entriesOfAct } from '#platform/record';
import { describe, expect, test } from 'vitest';
import { governanceForTest } from '../../testing.ts';

import type { MotionPut } from '../../domain/meeting/motion.ts';

import { listItems } from '../../store/meetings-agenda.ts';
import { listMotions } from '../../store/meetings-motions.ts';
import { listMinutes } from '../../store/meetings-minutes.ts';
import { setUpCommittee } from '../committees/set-up-committee.ts';

import { callMeeting } from './call-meeting.ts';
import { addItem } from './draft-item.ts';
import { publishAgenda } from './publish-agenda.ts';
import { recordAttendance } from './record-attendance.ts';
import { declareInterest } from './declare-interest.ts';
import { recordMotion } from './record-motion.ts';
import { approveMinutes, minutesSeen, publishMinutes, writeMinute } from './write-minutes.ts';
import { setAction } from './set-action.ts';
import { importMeetings } from './import-meetings.ts';

import {
  clerk,
  aCommittee,
  anItem,
  done,
  meetingForTest,
  publishedNow,
  leader,
  first,
  second,
  present,
  voted,
  aMotion,
  type House,
} from './meetings.testing.ts';

describe('what is done at a meeting', () => {
  test('votes are taken of those in the room, and the minutes are approved at the next meeting', async () => {
    const house = await governanceForTest();
    const { services, database, at } = house;
    const { meetingId, committeeId } = await meetingForTest(house);
    for (const title of ['Licence', 'Fees', 'A complaint'])
      done(
        await addItem(
          services,
          clerk(),
          meetingId,
          anItem(
            title,
            title === 'A complaint'
              ? { access: 'exempt', paragraphs: [1], publicInterest: 'It names a person' }
              : {},
          ),
        ),
      );
    done(await publishedNow(house, services, meetingId));
    const [licence, fees, complaint] = [1, 2, 3].map((number) => `${meetingId}/${number}`);
    expect(
      await recordAttendance(services, clerk(), meetingId, { people: [present(leader)], seen: 0 }),
    ).toEqual({
      ok: false,
      error: 'not-begun',
    });

    const evening = at('2026-07-29 20:00');
    const people = [present(leader), present(first), present(second, { untilItem: '1' })];
    done(await recordAttendance(evening, clerk(), meetingId, { people, seen: 0 }));
    const put = (itemId: string | undefined, motion: Partial<MotionPut>, seen = 0) =>
      recordMotion(evening, clerk(), meetingId, {
        itemId: itemId ?? '',
        put: aMotion(motion),
        motionId: undefined,
        reason: '',
        seen,
      });
    done(await put(licence, {}));
    // The second councillor has left, and the first declares an interest in the fees and leaves too: nobody decides.
    expect(await put(fees, {})).toEqual({ ok: false, error: { person: second, wrong: 'not-there' } });
    const two = [voted(leader, 'for'), voted(first, 'against')];
    expect(await put(fees, { votes: two, casting: 'for' })).toMatchObject({ ok: true });
    const declared = {
      itemId: complaint ?? '',
      officeId: first,
      kind: 'pecuniary',
      nature: 'Is the licensee',
      dispensation: '',
    } as const;
    expect(
      await declareInterest(evening, clerk(), meetingId, { ...declared, leftRoom: false, seen: 0 }),
    ).toEqual({
      ok: false,
      error: 'stays-without-dispensation',
    });
    done(await declareInterest(evening, clerk(), meetingId, { ...declared, leftRoom: true, seen: 0 }));
    expect(await put(complaint, { secondedBy: undefined, votes: [voted(leader, 'for')] })).toEqual({
      ok: false,
      error: { quorum: { standing: 'not-met', needed: 2, present: 1 } },
    });
    done(
      await declareInterest(evening, clerk(), meetingId, {
        ...declared,
        kind: 'none',
        leftRoom: false,
        seen: 1,
      }),
    );
    done(await put(complaint, { votes: two.slice(0, 1) }));
    const motions = async (viewer?: { bodyId: string }) =>
      database.as(viewer, async (sql) =>
        (await listMotions(sql, [meetingId])).get(meetingId)?.map(({ itemId }) => itemId),
      );
    expect(await motions()).toEqual([licence, fees]);
    expect(await motions({ bodyId: 'maidstone' })).toContain(complaint);

    const write = (itemId: string | undefined, part: 'public' | 'closed', text: string) =>
      writeMinute(evening, clerk(), meetingId, { itemId: itemId ?? '', part, text, seen: 0 });
    done(await write(licence, 'public', 'The committee heard the applicant.'));
    done(await write(complaint, 'closed', 'The complaint of a named person.'));
    expect(await write(licence, 'public', 'Other words')).toMatchObject({ error: { stale: { version: 1 } } });
    const minutes = async (viewer?: { bodyId: string }) =>
      database.as(viewer, async (sql) => (await listMinutes(sql, [meetingId])).get(meetingId) ?? []);
    expect(await minutes()).toEqual([]);
    const seen = minutesSeen(await minutes({ bodyId: 'maidstone' }));
    done(await publishMinutes(evening, clerk(), meetingId, { seen }));
    expect((await minutes()).map(({ text }) => text)).toEqual(['The committee heard the applicant.']);
    done(
      await setAction(evening, clerk(), meetingId, {
        itemId: fees,
        text: 'Report on the fees of other councils',
        ownerOffice: 'maidstone.section-151-officer',
        dueOn: date('2026-09-01'),
      }),
    );

    // The next meeting is offered the minutes and the matter arising, and they become its items by themselves.
    const next = at('2026-08-03 10:00');
    const { reference } = done(
      await callMeeting(next, clerk(), 'maidstone', {
        committeeId,
        sitting: { on: date('2026-08-19'), at: undefined, place: 'Town Hall' },
        part: 'public',
        gathering: undefined,
      }),
    );
    done(await publishedNow(house, next, `maidstone/${reference}`));
    const items = (await listItems(database, [`maidstone/${reference}`])).get(`maidstone/${reference}`) ?? [];
    expect(items.map(({ number, title }) => `${number}. ${title}`)).toEqual([
      '1. Minutes of the meeting of 29 July 2026',
      '2. Matters arising',
    ]);
    const approve = (services2: House['services']) =>
      approveMinutes(services2, clerk(), meetingId, { atMeeting: `maidstone/${reference}`, says: '', seen });
    expect(await approve(next)).toEqual({ ok: false, error: 'no-such-later-meeting' });
    done(await approve(at('2026-08-19 20:00')));
    expect(await recordAttendance(at('2026-08-20 10:00'), clerk(), meetingId, { people, seen: 1 })).toEqual({
      ok: false,
      error: 'minutes-approved',
    });
  });

  test('the Kent Senate may not vote, whatever is asked of it', async () => {
    const house = await governanceForTest();
    const { at } = house;
    const senate = clerk('kent-senate');
    const { committeeId } = done(
      await setUpCommittee(
        house.services,
        senate,
        'kent-senate',
        aCommittee({ name: 'Kent Senate', kind: 'forum', quorum: undefined }),
      ),
    );
    const seat = 'kent-senate.seat-maidstone';
    const { reference } = done(
      await callMeeting(house.services, senate, 'kent-senate', {
        committeeId,
        sitting: { on: date('2026-07-20'), at: undefined, place: 'Westminster' },
        part: 'public',
        gathering: undefined,
      }),
    );
    const meetingId = `kent-senate/${reference}`;
    done(await addItem(house.services, senate, meetingId, anItem('Health reform', { purpose: 'endorse' })));
    const evening = at('2026-07-20 18:00');
    done(await publishAgenda(evening, senate, meetingId, { seen: `${meetingId}/1.1`, urgentBecause: '' }));
    done(
      await recordAttendance(evening, senate, meetingId, {
        people: [present(seat, { presided: true })],
        seen: 0,
      }),
    );
    const put = (motion: Partial<MotionPut>) =>
      recordMotion(evening, senate, meetingId, {
        itemId: `${meetingId}/1`,
        put: aMotion({ movedBy: seat, secondedBy: undefined, votes: [], ...motion }),
        motionId: undefined,
        reason: '',
        seen: 0,
      });
    expect(await put({ votes: [voted(seat, 'for')] })).toEqual({ ok: false, error: 'may-not-resolve' });
    expect(await put({ act: 'endorse', votes: [voted(seat, 'for')] })).toEqual({
      ok: false,
      error: 'may-not-vote',
    });
    expect(await put({ act: 'endorse', way: 'consensus' })).toMatchObject({ ok: true });
  });
});

test('meetings of an old system are entered once, however often they are brought in', async () => {
  const house = await governanceForTest();
  const { committeeId } = await meetingForTest(house);
  const old = {
    bodyId: 'maidstone',
    committeeId,
    reference: undefined,
    externalReference: 'MId=123',
    on: date('2008-07-09'),
    at: undefined,
    place: '',
    part: 'public',
    gathering: undefined,
    calledOn: undefined,
    agendaPublishedOn: date('2008-07-01'),
    cancelledOn: undefined,
    minutesPublishedOn: undefined,
    minutesApprovedOn: undefined,
    items: [
      {
        number: '12',
        title: 'Partnership',
        summary: '',
        purpose: 'decide',
        access: 'open',
        paragraphs: [],
        subject: undefined,
        thread: 'mkip',
        minutes: 'Agreed.',
      },
    ],
    attendance: [],
    source: 'An old system',
  } as const;
  const bring = () =>
    house.database.transaction({ bodyId: 'maidstone' }, {}, async (sql) => {
      const entered = await importMeetings(sql, [old, old], {
        officeTitle: 'Import',
        now: house.services.clock.now(),
      });
      return { ok: true, value: entered.map(({ path }) => path) };
    });
  expect(await bring()).toMatchObject({ value: ['/meetings/maidstone/2008-001'] });
  expect(await bring()).toMatchObject({ value: [] });
  const items = (await listItems(house.database, ['maidstone/2008-001'])).get('maidstone/2008-001') ?? [];
  expect(items).toMatchObject([{ number: '12', title: 'Partnership' }]);
  expect(await entriesOfAct(house.database, 'governance.meeting.called')).toBe(1);
});
