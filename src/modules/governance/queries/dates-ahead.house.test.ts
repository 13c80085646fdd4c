import { date } from '#platform/kernel';
import { expect, test } from 'vitest';
import { governanceForTest, momentOf, publishedForTest } from '../testing.ts';
import { datesAhead, type DatesAsked } from './dates-ahead.ts';
import { thingTitled } from './thing-titled.ts';

const now = '2026-07-15 10:00';

async function kentWithDates() {
  const made = await governanceForTest(now);
  const decision = await publishedForTest(made.services);
  await made.asSuperuser(`
    INSERT INTO governance.committee (id, body_id, name, kind, appointed_by, source, recorded_on)
    VALUES ('maidstone/cabinet', 'maidstone', 'Cabinet', 'executive', '{}', 'Constitution', '2026-01-01'),
      ('mid-kent/board', 'maidstone', 'Mid Kent Board', 'joint-committee', '{swale,ashford}', 'Agreement', '2026-01-01');
    INSERT INTO governance.meeting (id, body_id, committee_id, reference, part, source, recorded_at)
    VALUES ('maidstone/2026-7', 'maidstone', 'maidstone/cabinet', '2026-7', 'public', 'Notice', '2026-07-01T09:00Z'),
      ('maidstone/2026-8', 'maidstone', 'mid-kent/board', '2026-8', 'public', 'Notice', '2026-07-01T09:00Z');
    INSERT INTO governance.meeting_event
      (meeting_id, position, kind, on_day, starts_on, starts_at, place, replaced_on, by_office, recorded_at)
    VALUES ('maidstone/2026-7', 1, 'called', '2026-07-01', '2026-08-05', '18:30', 'Town Hall', '2026-07-10', 'Clerk', '2026-07-01T09:00Z'),
      ('maidstone/2026-7', 2, 'postponed', '2026-07-10', '2026-08-12', '18:30', 'Town Hall', null, 'Clerk', '2026-07-10T09:00Z'),
      ('maidstone/2026-8', 1, 'called', '2026-07-01', '2026-08-20', null, '', null, 'Clerk', '2026-07-01T09:00Z'),
      ('maidstone/2026-8', 2, 'cancelled', '2026-07-12', null, null, '', null, 'Clerk', '2026-07-12T09:00Z');
    INSERT INTO governance.agenda_item
      (id, meeting_id, body_id, entered, position, number, title, purpose, access, subject, public_at, saved_by, recorded_at)
    VALUES ('a', 'maidstone/2026-7', 'maidstone', 1, 1, '1', 'Mid Kent', 'decide', 'open', '/proposals/mid-kent', now(), 'Clerk', now()),
      ('b', 'maidstone/2026-7', 'maidstone', 2, 2, null, 'Not yet public', 'decide', 'open', '/proposals/secret', null, 'Clerk', now());
    INSERT INTO governance.notice (id, body_id, reference, first_published_on)
    VALUES ('swale/n1', 'swale', 'n1', '2026-07-01');
    INSERT INTO governance.notice_version (notice_id, version, body_id, change, counts_anew, published_on, published_by,
      recorded_at, title, is_key, is_private, access, route, maker_kind, decision_maker, due_from, due_until, topics, content)
    VALUES ('swale/n1', 1, 'swale', 'first', true, '2026-07-01', 'Clerk', now(), 'New depot', true, false, 'open',
      'full-notice', 'cabinet', 'The Cabinet', '2026-09-01', '2026-09-30', '{waste}', '{}');
    INSERT INTO governance.proposal VALUES ('mid-kent', 'maidstone', now());
    INSERT INTO governance.proposal_version (proposal_id, number, published_at, title, summary, clauses, deadline, start,
      source, certainty, published_by, recorded_at)
    VALUES ('mid-kent', 1, '2026-07-02T09:00Z', 'Mid Kent Improvement Partnership', 'Together', '[]', '2026-09-07',
      'all-together', 'Draft', 'stated', 'Clerk', now());
    INSERT INTO governance.proposal_party VALUES ('mid-kent', 1, 1, 'maidstone', '{executive}'), ('mid-kent', 1, 2, 'swale', '{executive}')`);
  const ask = async (asked: Partial<DatesAsked>) =>
    (await datesAhead(made.database, { from: date('2026-07-15'), now: momentOf(now), ...asked })).map(
      ({ title, starts }) =>
        `${typeof starts === 'string' ? starts : `${starts.date} ${starts.time}`} ${title}`,
    );
  return { made, decision, ask };
}

test('what lies ahead is answered by body, place, topic and thing, the soonest first', async () => {
  const { made, decision, ask } = await kentWithDates();
  const callIn = '2026-07-22 17:00 Call-in closes: Waste collection contract';
  const cabinet = '2026-08-12 18:30 Cabinet';
  const board = '2026-08-20 Cancelled: Mid Kent Board';
  const notice = '2026-09-01 Earliest day for a decision: New depot';
  const adopt = '2026-09-07 Last day to adopt: Mid Kent Improvement Partnership';

  const all = await ask({});
  expect(all).toEqual([callIn, cabinet, board, notice, adopt]);
  expect(await ask({ bodies: ['swale'] })).toEqual([board, notice, adopt]);
  expect(await ask({ topics: ['waste'] })).toEqual([callIn, notice]);
  expect(await ask({ places: ['maidstone'] })).toEqual([callIn]);
  expect(await ask({ things: ['/proposals/mid-kent'] })).toEqual([cabinet, adopt]);
  expect(await ask({ things: [`/decisions/maidstone/${decision.reference}`] })).toEqual([callIn]);
  expect(await ask({ things: ['/proposals/secret'] })).toEqual([]);
  expect(await ask({ from: date('2026-09-02') })).toEqual([adopt]);

  expect(
    await thingTitled(made.database, `/decisions/maidstone/${decision.reference}`, date('2026-07-15')),
  ).toBe('Waste collection contract');
  expect(await thingTitled(made.database, '/decisions/maidstone/none', date('2026-07-15'))).toBeUndefined();
});

test('a meeting that is moved stays the same event, changed later', async () => {
  const { made } = await kentWithDates();
  const of = async () =>
    (
      await datesAhead(made.database, { from: date('2026-07-15'), now: momentOf(now), bodies: ['maidstone'] })
    ).filter(({ uid }) => uid.startsWith('meeting/maidstone/2026-7'));
  const [before] = await of();
  await made.asSuperuser(`
    UPDATE governance.meeting_event SET replaced_on = '2026-07-14' WHERE meeting_id = 'maidstone/2026-7';
    INSERT INTO governance.meeting_event (meeting_id, position, kind, on_day, starts_on, starts_at, by_office, recorded_at)
    VALUES ('maidstone/2026-7', 3, 'postponed', '2026-07-14', '2026-08-19', '19:00', 'Clerk', '2026-07-14T09:00Z')`);
  const [after, ...others] = await of();
  expect(others).toEqual([]);
  expect(after?.uid).toBe(before?.uid);
  expect(after?.starts).toEqual({ date: '2026-08-19', time: '19:00' });
  expect(after?.changedAt.getTime()).toBeGreaterThan(before?.changedAt.getTime() ?? Infinity);
});
