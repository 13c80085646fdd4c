import { date } from '#platform/kernel';
import { entriesPage } from '#platform/record';
import { expect, test } from 'vitest';
import { loadExample } from '../example.ts';
import { committeePage, committeesPage } from '../queries/committees.ts';
import { listMeetings } from '../queries/meetings/list.ts';
import { meetingPage } from '../queries/meetings/meeting-page.ts';
import { issueHistory } from '../queries/meetings/threads.ts';
import { groupOf, seatsOf } from '../store/seats.ts';
import { governanceForTest } from '../testing.ts';

test('every council has a council, an executive and scrutiny, seated so that a call-in can be signed', async () => {
  const { services, database } = await governanceForTest();
  await loadExample(services);
  const [head] = (await entriesPage(database, { limit: 1 })).entries;
  await loadExample(services);
  expect((await entriesPage(database, { limit: 1 })).entries[0]?.seq).toBe(head?.seq);

  const kinds = async (office: string, on: string) =>
    (await seatsOf(database, office, date(on))).map(({ kind }) => kind).toSorted();
  for (const body of ['maidstone', 'medway', 'kent-county-council', 'thanet']) {
    expect(await kinds(`${body}.non-executive-councillor-1`, '2026-07-15')).toContain('scrutiny');
    expect(await kinds(`${body}.leader`, '2026-07-15')).toContain('executive');
    const groups = await Promise.all(
      [1, 2].map((seat) => groupOf(database, `${body}.non-executive-councillor-${seat}`, date('2008-07-15'))),
    );
    expect(new Set(groups).size).toBe(2);
  }
  expect(await kinds('maidstone.non-executive-councillor-2', '2008-07-15')).toContain('scrutiny');
  expect(await kinds('maidstone.leader', '2008-07-09')).toContain('executive');
});

test('Maidstone was run by committees from 2015 to 2022, and its committees say so', async () => {
  const { services, database } = await governanceForTest();
  await loadExample(services);
  const on = async (day: string) =>
    (await committeesPage(database, 'maidstone', date(day)))?.committees
      .filter(({ exists }) => exists)
      .map(({ committee }) => committee.name);
  expect(await on('2008-07-09')).toContain('Corporate Services Overview and Scrutiny Committee');
  expect(await on('2018-07-09')).not.toContain('Cabinet');
  expect(await on('2018-07-09')).toContain('Policy and Resources Committee');
  expect(await on('2026-07-15')).toContain('Cabinet');
  const senate = await committeePage(database, 'kent-senate.senate', date('2010-07-01'));
  expect(senate?.seats.map(({ seat }) => seat.votes)).not.toContain(true);
});

test('the meetings of 2008 and the evening of three executives are there as their sources tell them', async () => {
  const { services, database } = await governanceForTest();
  await loadExample(services);
  const lines = await listMeetings(database, {
    on: services.clock.today(),
    from: date('2008-07-01'),
    before: date('2008-08-01'),
    limit: 10,
  });
  expect(lines.map(({ committee, sitting }) => [committee, sitting.on])).toEqual([
    ['Corporate Services Overview and Scrutiny Committee', '2008-07-01'],
    ['Cabinet', '2008-07-09'],
  ]);
  const cabinet = await meetingPage(database, lines[1]?.meeting.id ?? '', date('2008-07-15'));
  expect(cabinet?.standing.standing).toBe('held');
  expect(cabinet?.attendance).toBeUndefined();
  expect(await meetingPage(database, lines[1]?.meeting.id ?? '', date('2008-07-08'))).toBeUndefined();
  const history = await issueHistory(database, 'mid-kent-improvement-partnership', date('2020-01-01'));
  expect(history.map(({ on }) => on)).toEqual([
    '2008-07-01',
    '2008-07-09',
    '2016-07-04',
    '2016-07-04',
    '2016-07-04',
  ]);
});
