import { type Actor, date } from '#platform/kernel';

import { describe, expect, test } from 'vitest';
import { publishedPaper } from '../../../../../tests/support/published-paper.ts';
import { governanceForTest, officerOf } from '../../testing.ts';

import { findMeeting, listEvents } from '../../store/meetings.ts';
import { listItems } from '../../store/meetings-agenda.ts';
import { findPapers } from '../../store/papers.ts';

import { attachToItem } from './attach-to-item.ts';
import { callMeeting } from './call-meeting.ts';
import { addItem, editItem, withdrawItem } from './draft-item.ts';
import { publishAgenda } from './publish-agenda.ts';

import { clerk, anItem, done, meetingForTest, publishedNow } from './meetings.testing.ts';

describe('an agenda', () => {
  test('is its body’s own until it is published; then its numbers stay, and late items take letters', async () => {
    const house = await governanceForTest();
    const { services, database, at } = house;
    const { meetingId } = await meetingForTest(house);
    for (const title of ['Apologies', 'Licence of the Town Hall', 'Fees'])
      done(await addItem(services, clerk(), meetingId, anItem(title)));
    const seenBy = async (viewer?: { bodyId: string }) =>
      database.as(viewer, async (sql) =>
        ((await listItems(sql, [meetingId])).get(meetingId) ?? []).map(({ number, title }) => [
          number,
          title,
        ]),
      );
    expect(await seenBy()).toEqual([]);
    expect(await seenBy({ bodyId: 'swale' })).toEqual([]);
    expect(await seenBy({ bodyId: 'maidstone' })).toHaveLength(3);

    expect(await publishedNow(house, services, meetingId)).toMatchObject({
      value: { numbers: ['1', '2', '3'] },
    });
    const late = at('2026-07-16 10:00');
    done(await addItem(late, clerk(), meetingId, anItem('A late licence', { after: '2' })));
    expect(await seenBy()).toHaveLength(3);
    expect(await publishedNow(house, late, meetingId)).toMatchObject({ value: { numbers: ['2A'] } });
    expect(await seenBy()).toEqual([
      ['1', 'Apologies'],
      ['2', 'Licence of the Town Hall'],
      ['2A', 'A late licence'],
      ['3', 'Fees'],
    ]);
    done(await withdrawItem(late, clerk(), meetingId, { itemId: `${meetingId}/4`, reason: 'Not ready' }));
    done(await addItem(late, clerk(), meetingId, anItem('Another', { after: '2' })));
    expect(await publishedNow(house, late, meetingId)).toMatchObject({ value: { numbers: ['2B'] } });
  });

  test('takes papers from whoever prepares it; once it is published, only from those who publish', async () => {
    const house = await governanceForTest();
    const { services, database } = house;
    const { meetingId } = await meetingForTest(house);
    const { itemId } = done(await addItem(services, clerk(), meetingId, anItem('Fees')));
    const commissioner = officerOf('maidstone', 'commissioning');
    const early = await publishedPaper(services, { holds: 'Early', isDraft: true });
    const late = await publishedPaper(services, { holds: 'Late', isDraft: true });
    const attach = (actor: Actor, paperId: string, on = services, urgentBecause = '') =>
      attachToItem(on, actor, meetingId, { itemId, paperIds: [paperId], urgentBecause });
    const published = async () =>
      (await database.as(undefined, (sql) => findPapers(sql, [early, late]))).map(({ id }) => id);
    expect((await attach(commissioner, early)).ok).toBe(true);
    expect(await published()).toEqual([]);
    done(await publishedNow(house, services, meetingId));
    expect(await published()).toEqual([early]);
    expect(await attach(commissioner, late)).toEqual({ ok: false, error: 'wrong-role' });
    expect(await published()).toEqual([early]);
    expect((await attach(clerk(), late)).ok).toBe(true);
    expect(await published()).toHaveLength(2);

    // Five clear working days before Wednesday 29 July end on Tuesday 21 July: after it, a paper needs the chair’s reason.
    const tooLate = house.at('2026-07-22 10:00');
    const figures = await publishedPaper(tooLate, { holds: 'Figures of the last quarter', isDraft: true });
    expect(await attach(clerk(), figures, tooLate)).toMatchObject({
      error: { late: [{ standing: 'late', latest: { date: '2026-07-21' } }] },
    });
    expect(await attach(clerk(), figures, tooLate, 'The auditor reported today')).toMatchObject({ ok: true });
    const told = ((await listEvents(database, [meetingId])).get(meetingId) ?? []).at(-1);
    expect(told).toMatchObject({
      kind: 'supplement-published',
      says: '1 paper added to item 1. Later than the rules ask; taken as urgent: The auditor reported today',
    });
  });

  test('of an executive says of each private item whether its notices were given (SI 2012/2089, regulation 5)', async () => {
    const house = await governanceForTest();
    const { services, database } = house;
    const { meetingId } = await meetingForTest(house, { kind: 'executive', name: 'Cabinet' });
    const exempt = { access: 'exempt', paragraphs: [3], publicInterest: 'It is being negotiated' } as const;
    done(await addItem(services, clerk(), meetingId, anItem('Parking')));
    done(await addItem(services, clerk(), meetingId, anItem('Land at the station', exempt)));
    done(await publishedNow(house, services, meetingId));
    const told = ((await listEvents(database, [meetingId])).get(meetingId) ?? []).at(-1);
    expect(told?.says).toBe(
      '2 items: 1, 2. Item 2 in private: no notice of a meeting in private is named as what it is about.',
    );
  });

  test('published too late is refused until the chair’s reason is given, and says what day would be lawful', async () => {
    const house = await governanceForTest();
    const { meetingId } = await meetingForTest(house);
    done(await addItem(house.services, clerk(), meetingId, anItem('Fees')));
    // Five clear working days before Wednesday 29 July end on Tuesday 21 July.
    const inTime = house.at('2026-07-21 10:00');
    const tooLate = house.at('2026-07-22 10:00');
    const refused = await publishedNow(house, tooLate, meetingId);
    expect(refused).toMatchObject({
      ok: false,
      error: {
        late: [{ standing: 'late', latest: { date: '2026-07-21' }, earliest: { date: '2026-07-30' } }],
      },
    });
    expect(await publishedNow(house, tooLate, meetingId, 'The licence lapses on 30 July')).toMatchObject({
      ok: true,
    });
    const [item] = (await listItems(house.database, [meetingId])).get(meetingId) ?? [];
    expect(item?.urgentBecause).toBe('The licence lapses on 30 July');
    const other = await callMeeting(house.services, clerk(), 'maidstone', {
      committeeId: (await findMeeting(house.database, meetingId))?.committeeId ?? '',
      sitting: { on: date('2026-07-29'), at: undefined, place: 'Town Hall' },
      part: 'public',
      gathering: undefined,
    });
    const otherId = `maidstone/${done(other).reference}`;
    done(await addItem(inTime, clerk(), otherId, anItem('Fees')));
    expect(await publishedNow(house, inTime, otherId)).toMatchObject({ ok: true });
  });

  test('of two clerks at one item or one agenda, the second is shown what stands', async () => {
    const house = await governanceForTest();
    const { services } = house;
    const { meetingId } = await meetingForTest(house);
    const { itemId } = done(await addItem(services, clerk(), meetingId, anItem('Fees')));
    const edit = (title: string) =>
      editItem(services, clerk(), meetingId, { ...anItem(title), itemId, seen: 1, position: undefined });
    const [one, other] = await Promise.all([edit('Fees of 2026'), edit('Fees of 2027')]);
    expect(one.ok).not.toBe(other.ok);
    const refused = one.ok ? other : one;
    expect(refused).toMatchObject({ error: { stale: { version: 2 } } });
    const published = await publishAgenda(services, clerk(), meetingId, {
      seen: `${itemId}.1`,
      urgentBecause: '',
    });
    expect(published).toMatchObject({
      ok: false,
      error: { stale: { drafted: [{ id: itemId, version: 2 }] } },
    });
  });
});
