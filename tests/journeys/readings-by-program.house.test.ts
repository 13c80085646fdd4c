import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { date, fixedClock } from '#platform/kernel';
import { openRecordHead } from '#platform/record';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriesForTest } from '../../src/modules/agreements/domain/reading/reading.testing.ts';
import { periodsBetween } from '../../src/modules/agreements/domain/series/periods.ts';
import { publishSeriesForTest } from '../../src/modules/agreements/readings.testing.ts';
import { makeKeyOf, openAccount, programOf, signedIn } from '../access/accounts.ts';
import { commandsIn } from '../support/commands-in-guide.ts';
import { useSite } from '../support/open-site.ts';
import { actingIn, visitorOf } from '../support/visitor.ts';

/** The second quarter of 2026 is over, and its readings are due. */
const clock = fixedClock(new Date('2026-07-15T10:00:00Z'));
const site = useSite({}, clock);
const holder = 'performance@maidstone.example';
const office = 'maidstone.performance-officer';
const folder = mkdtempSync(join(tmpdir(), 'accord-program-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let key: string;
beforeAll(async () => {
  await openAccount(site(), holder, office);
  key = await makeKeyOf(await signedIn(site(), holder), office);
});

type Sent = Readonly<{ key?: string; once?: string; type?: string; query?: string; cookie?: string }>;
let nth = 0;
/** Sends readings as a program does. */
async function send(body: string | Buffer | object, sent: Sent = {}) {
  const { key: by = key, once = `n${(nth += 1)}`, type = 'application/json', query = '', cookie } = sent;
  const isRaw = typeof body === 'string' || Buffer.isBuffer(body);
  const answered = await fetch(new URL(`/api/readings${query}`, site().address), {
    method: 'POST',
    headers: {
      ...(by !== '' && { authorization: `Bearer ${by}` }),
      ...(once !== '' && { 'idempotency-key': once }),
      ...(cookie !== undefined && { cookie }),
      'content-type': type,
    },
    body: isRaw ? new Uint8Array(Buffer.from(body)) : JSON.stringify(body),
  });
  return { status: answered.status, headers: answered.headers, told: (await answered.json()) as Told };
}
type Told = Readonly<{
  detail?: string;
  batch?: string;
  page?: string;
  accepted?: number;
  errors?: readonly Readonly<{ row: number; field: string; sentence: string }>[];
  doubts?: readonly unknown[];
  standing?: string;
  published?: string | null;
  enteredBy?: string;
}>;
const ask = async (batch: string, by = key): Promise<Told & { status: number }> => {
  const answered = await visitorOf(site().address).get(batch, { authorization: `Bearer ${by}` });
  return { ...(JSON.parse(answered.body) as Told), status: answered.status };
};
const homes = {
  series: 'illustration-homes-improved',
  area: 'maidstone',
  from: '2026-04-01',
  to: '2026-06-30',
  status: 'provisional',
};
const batches = async () =>
  Number((await site().test.asSuperuser('SELECT count(*)::int AS n FROM agreements.batch'))[0]?.['n']);

test('the guide’s commands, run as they stand, are answered as it says', async () => {
  const commands = commandsIn(join(import.meta.dirname, '../../docs/guides/send-readings-by-program.md'));
  expect(commands).toHaveLength(3);
  const file = [
    'Series,Area,Period from,Period to,Status,Value',
    'illustration-homes-improved,maidstone,2026-04-01,2026-06-30,provisional,-3',
  ];
  writeFileSync(join(folder, 'quarter.csv'), file.join('\n'));
  let batch = '';
  for (const { command, answer } of commands) {
    const env = { ...process.env, ACCORD: site().address, KEY: key, BATCH: batch };
    const { stdout } = await promisify(execFile)('sh', ['-c', command], { cwd: folder, env });
    expect(JSON.parse(stdout.replaceAll(/(?<=batches\/)[\w-]+/g, '…'))).toEqual(answer);
    batch = /"batch":"([^"]+)"/.exec(stdout)?.[1] ?? batch;
  }
});

describe('what a program sends', () => {
  test('waits for somebody else, is approved in the browser, and then is public under the name of its key', async () => {
    const put = await send([{ ...homes, value: '31' }], { once: 'homes' });
    expect([put.status, put.told.accepted, put.headers.get('access-control-allow-origin')]).toEqual([
      201,
      1,
      null,
    ]);
    const { batch = '', page = '' } = put.told;
    const reader = visitorOf(site().address);
    const series = '/series/illustration-homes-improved/maidstone.csv';
    expect((await reader.get(series)).body).not.toContain('2026-06-30');
    // Its holder, signed in, is not somebody else.
    const own = await signedIn(site(), holder);
    await own.send('/office', { office });
    expect((await own.send(page, {}, `${page}/approve`)).status).not.toBe(303);
    const chief = await actingIn(site().address, 'maidstone.chief-executive');
    expect((await chief.send(page, {}, `${page}/approve`)).status).toBe(303);
    const became = await ask(batch);
    expect(became).toMatchObject({
      standing: 'approved',
      enteredBy: expect.stringContaining('by key “Figures'),
    });
    expect((await reader.get(became.published ?? '')).body).toContain('by key “Figures system”');
    expect((await send([{ ...homes, value: '31' }])).told.detail).toContain('nothing to put');
  });

  test('is done once however often it comes under one Idempotency-Key, and other words under it are refused', async () => {
    const reading = { ...homes, from: '2026-04-01', to: '2026-06-30', status: 'revised', value: '32' };
    const before = await batches();
    const told = await Promise.all(
      Array.from({ length: 12 }, () => send([reading], { once: 'twelve times' })),
    );
    expect(new Set(told.map(({ status, told: { batch } }) => `${status} ${batch}`)).size).toBe(1);
    expect(told[0]?.status).toBe(201);
    expect(await batches()).toBe(before + 1);
    const other = await send([{ ...reading, value: '33' }], { once: 'twelve times' });
    expect([other.status, other.told.detail]).toEqual([422, expect.stringContaining('Idempotency-Key')]);
    expect(await send([reading], { once: '' })).toMatchObject({ status: 400 });
    expect(await send([reading], { once: 'x'.repeat(201) })).toMatchObject({ status: 400 });
    // Under another office's key the same text is another thing to be done.
    const { authorization } = await programOf(
      site(),
      'finance@maidstone.example',
      'maidstone.section-151-officer',
    );
    const theirs = await send([reading], { once: 'twelve times', key: authorization.slice(7) });
    expect(theirs.told.detail).toContain('nothing to put');
  });

  test('is told every row and field that is wrong, and none of it is put', async () => {
    const before = await batches();
    const rows = [
      { ...homes, from: '2026-07-01', to: '2026-09-30', value: '31' },
      { ...homes, area: 'swale', value: '31' },
      { ...homes, value: '' },
      { ...homes, series: 'nothing', value: '31' },
      {
        series: 'illustration-repairs-in-time',
        area: 'maidstone',
        from: '2026-01-01',
        to: '2026-03-31',
        status: 'final',
        value: 140,
      },
    ];
    const { status, told } = await send(rows);
    expect(status).toBe(422);
    expect(told.errors?.map(({ row, field }) => `${row} ${field}`)).toEqual([
      '1 to',
      '2 area',
      '4 series',
      '5 value',
    ]);
    expect(told.errors?.every(({ sentence }) => /^\w.+\. \w.+\.$/s.test(sentence))).toBe(true);
    expect(await batches()).toBe(before);
  });

  test.each([
    ['no JSON', '[{', 'not written as JSON'],
    ['no list', '{"series": 1}', 'must be a list'],
    ['an empty list', '[]', 'no rows below'],
    ['a list in a list', '[[1]]', 'Reading 1 is no object'],
    ['a reading within a reading', '[{"value": {"of": 1}}]', 'Reading 1 is no object'],
    ['a name that no reading has', '[{"valeu": "1"}]', '“valeu”'],
    ['the name of what every object has', '[{"__proto__": "1", "constructor": "2"}]', '“constructor”'],
  ])('%s is refused in a sentence', async (_, body, says) => {
    const { status, told } = await send(body);
    expect([status, told.detail]).toEqual([422, expect.stringContaining(says)]);
  });

  test('comes by the thousand, in the file that comes out too', async () => {
    const officer = await actingIn(site().address, 'maidstone.performance-officer');
    const { body: file } = await officer.get('/office/maidstone/readings/published.csv?since=2000-01-01');
    const unchanged = await send(file, { type: 'text/csv' });
    expect([unchanged.status, unchanged.told.detail]).toEqual([
      422,
      expect.stringContaining('nothing to put'),
    ]);
    const [heading = '', row = ''] = file.replace('\uFEFF', '').split('\r\n');
    const many = [heading, ...Array.from({ length: 5000 }, () => row)].join('\r\n');
    const { status, told } = await send(many, { type: 'text/csv; charset=utf-8' });
    expect([status, told.errors?.length]).toEqual([422, 4999]);
    const { body: asJson } = await officer.get('/office/maidstone/readings/published.json?since=2000-01-01');
    expect((await send(asJson)).told.detail).toContain('nothing to put');
  });

  test('is put by the thousand at once, and once: a second time it says nothing new', async () => {
    const series = Array.from({ length: 12 }, (_, number) =>
      seriesForTest({
        id: `monthly-${number}`,
        indicatorId: `monthly-${number}`,
        frequency: 'monthly',
        ratio: undefined,
        fromDay: undefined,
      }),
    );
    const head = await openRecordHead({ url: site().test.appUrl, onError: () => undefined });
    const { database } = site().test;
    await publishSeriesForTest(
      { database, head, clock },
      series,
      series.map(({ id }) => [id, 'maidstone', 'maidstone'] as const),
      '2000-01-01',
    );
    await head.close();
    const months = periodsBetween(series[0] ?? seriesForTest(), date('2006-01-01'), date('2026-06-30'));
    const rows = series.flatMap(({ id }) =>
      months.map(({ from, to }) => ({
        series: id,
        area: 'maidstone',
        from,
        to,
        status: 'final',
        value: '61.9',
      })),
    );
    expect(rows.length).toBeGreaterThan(2900);
    const put = await send(rows);
    expect([put.status, put.told.accepted]).toEqual([201, rows.length]);
    expect(await ask(put.told.batch ?? '')).toMatchObject({ standing: 'waiting', readings: rows.length });
    expect((await send(rows)).told.detail).toContain('nothing to put');
  });

  test('is not read when it is too long, or written in another way', async () => {
    const long = await send(Buffer.alloc(7 * 1024 * 1024, ' '));
    expect([long.status, long.told.detail]).toEqual([413, expect.stringContaining('6 MB')]);
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=b',
      '',
    ])
      expect((await send('[]', { type })).status, type).toBe(415);
  });
});

describe('a key', () => {
  test('is asked for in a sentence, whatever else comes; and one that does not work is refused in another', async () => {
    const officer = await actingIn(site().address, 'maidstone.performance-officer');
    const cookie = `accord-session=${officer.cookie('accord-session') ?? ''}`;
    const none = await send('[]', { key: '', cookie });
    expect([none.status, none.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringContaining('Bearer'),
    ]);
    expect(none.told.detail).toContain('Being signed in does not count');
    expect((await send('[]', { key: key.slice(0, -1) })).told.detail).toContain('cut short');
    // The cookie of another office beside a key that works changes nothing: the key alone counts.
    const swale = await actingIn(site().address, 'swale.performance-officer');
    const beside = await send('[]', { cookie: `accord-session=${swale.cookie('accord-session') ?? ''}` });
    expect([beside.status, beside.headers.getSetCookie()]).toEqual([422, []]);
  });

  test('of an office that may not is refused with who may; of another body it sees nothing', async () => {
    const leader = await programOf(site(), 'leader@maidstone.example', 'maidstone.leader');
    const refused = await send('[]', { key: leader.authorization.slice(7) });
    expect([refused.status, refused.told.detail]).toEqual([403, expect.stringContaining('performance')]);
    const { told } = await send([
      {
        series: 'illustration-repairs-in-time',
        area: 'maidstone',
        from: '2026-01-01',
        to: '2026-03-31',
        status: 'final',
        value: '88.4',
      },
    ]);
    const swale = await programOf(site(), 'performance@swale.example', 'swale.performance-officer');
    expect((await ask(told.batch ?? '', swale.authorization.slice(7))).status).toBe(404);
    expect((await ask(told.batch ?? '')).status).toBe(200);
    expect((await ask('/api/readings/batches/nothing')).status).toBe(404);
  });

  test('that its holder revokes opens nothing from then on, and the page tells so', async () => {
    const own = await signedIn(site(), holder);
    const another = await makeKeyOf(own, office);
    expect((await send('[]', { key: another })).status).toBe(422);
    const { body: page } = await own.get('/account/keys');
    expect(page).toContain('15 July 2026');
    expect(page).not.toContain(another.slice(0, 20));
    const [latest = ''] = [...page.matchAll(/name="key" value="([\w-]+)"/g)].map(([, id]) => id ?? '');
    await own.send('/account/keys', { key: latest }, '/account/keys/revoke');
    const [one, two] = [await send('[]', { key: another }), await send('[]')];
    expect(new Set([one.status, two.status])).toEqual(new Set([401, 422]));
  });

  test('opens no page and no form, and what is public it is shown like anybody', async () => {
    const program = visitorOf(site().address);
    const headers = { authorization: `Bearer ${key}` };
    expect((await program.get('/office/maidstone/readings', headers)).status).toBe(403);
    expect((await program.post('/sign-in', {}, headers)).status).toBe(403);
    expect((await program.get('/api/bodies', headers)).body).toBe((await program.get('/api/bodies')).body);
  });
});
