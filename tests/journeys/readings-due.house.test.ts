import { fixedClock } from '#platform/kernel';
import { expect, test } from 'vitest';
import { useSite } from '../support/open-site.ts';
import { actingIn, visitorOf } from '../support/visitor.ts';

/** The second quarter of 2026 is over, and its readings are not brought yet. */
const site = useSite({}, fixedClock(new Date('2026-07-15T10:00:00Z')));
const room = '/office/maidstone/readings';

/** The dates of a calendar, by the name each is known by, its lines unfolded. */
function eventsOf(body: string): ReadonlyMap<string, string> {
  const events = body.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1);
  return new Map(events.map((event) => [/UID:(\S+)/.exec(event)?.[1]?.replace(/@.*/, '') ?? '', event]));
}

test('what a body’s offices must bring by which day can be subscribed to, and goes once it is published', async () => {
  const reader = visitorOf(site().address);
  const calendar = async (body: string) => reader.get(`/follow/bodies/${body}/readings-due`);
  const first = await calendar('maidstone');
  expect([first.status, first.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect((await reader.get('/timeliness/maidstone')).body).toContain('/follow/bodies/maidstone/readings-due');
  const due = [...eventsOf(first.body)].find(([, event]) => event.includes('made up)'));
  const [uid = '', event = ''] = due ?? [];
  expect(uid).toMatch(/^readings-due\/maidstone\/performance\/2026-\d\d-\d\d$/);
  expect(event).toContain(`DTSTART;VALUE=DATE:${uid.slice(-10).replaceAll('-', '')}`);
  expect(event).toContain('due from the office of performance');
  expect((await calendar('maidstone')).body).toBe(first.body);
  expect(eventsOf((await calendar('swale')).body).has(uid)).toBe(false);
  expect((await calendar('atlantis')).status).toBe(404);

  const officer = await actingIn(site().address, 'maidstone.performance-officer');
  const line = 'illustration-repairs-in-time~maidstone~2026-04-01~2026-06-30';
  const entered = await officer.send(`${room}/enter?line=${line}`, {
    'line-1': line,
    'status-1': 'provisional',
    'numerator-1': '362',
    'denominator-1': '500',
  });
  const said = (body: string) =>
    (body.match(/Repairs done in time \(made up\)\\, Maidstone\\, April to June 2026/g) ?? []).length;
  const unfolded = (body: string) => body.replaceAll('\r\n ', '');
  expect(said(unfolded((await calendar('maidstone')).body))).toBe(1);
  const chief = await actingIn(site().address, 'maidstone.chief-executive');
  expect((await chief.send(entered.to ?? '', {}, `${entered.to}/approve`)).status).toBe(303);
  expect(said(unfolded((await calendar('maidstone')).body))).toBe(0);
});
