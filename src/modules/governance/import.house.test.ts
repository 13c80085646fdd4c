import { date, fixedClock } from '#platform/kernel';
import { entriesOfAct } from '#platform/record';
import { withClient } from '#platform/db';
import { describe, expect, test } from 'vitest';
import { callMeeting } from './actions/meetings/call-meeting.ts';
import { keepFile, startFile } from './actions/import/bring-in.ts';
import { findDecisions } from './store/decisions.ts';
import { importShown } from './queries/import-shown.ts';
import { listCorrections } from './store/steps.ts';
import { governanceForTest, officerOf, publishedForTest } from './testing.ts';

const clerk = officerOf('maidstone', 'democratic-services');
const header = 'Ref,Title,Decision maker,Decision date,Publication date,Key decision,Decision,Reasons';
const row = (reference: string, change: Readonly<Record<string, string>> = {}) =>
  [
    reference,
    change['title'] ?? `Matter ${reference}`,
    change['maker'] ?? 'Cabinet',
    change['taken'] ?? '9 July 2008',
    change['published'] ?? '11/07/2008',
    change['key'] ?? 'no',
    change['text'] ?? `"That £5,000, no more, be spent on ${reference}"`,
    change['reasons'] ?? '',
  ].join(',');
const file = (...rows: readonly string[]) => Buffer.from([header, ...rows].join('\r\n'));

async function house() {
  const made = await governanceForTest();
  const { services, database } = made;
  const shown = async () => {
    const found = await database.as(clerk, (sql) => importShown(sql, 'maidstone', services.clock.now()));
    if (found === undefined) throw new Error('No file was brought');
    return found;
  };
  const bring = (bytes: Buffer, kind: 'decisions' | 'meetings' = 'decisions', actor = clerk) =>
    keepFile(services, actor, { bodyId: 'maidstone', kind, filename: 'export.csv', bytes });
  const start = async (mode: 'all' | 'good', corrections = false) => {
    const { id } = await shown();
    const started = await startFile(services, clerk, { bodyId: 'maidstone', fileId: id, mode, corrections });
    if (!started.ok) return started.error;
    await started.value.running;
    return (await shown()).outcome;
  };
  const decisions = () => entriesOfAct(database, 'governance.decision.entered');
  return { ...made, shown, bring, start, decisions };
}

describe('a file of decisions', () => {
  test('is checked first, then written whole; brought again, it changes nothing', async () => {
    const { bring, start, shown, decisions, database } = await house();
    const bytes = file(row('A1'), row('A2', { key: 'yes', taken: '2 Jan 2009', published: '5 Jan 2009' }));
    expect(await bring(bytes)).toEqual({ ok: true, value: undefined });
    expect((await shown()).findings).toMatchObject({ rows: 2, fresh: 2, known: 0, faultsInAll: 0 });
    expect(await decisions()).toBe(0);
    expect(await start('all')).toEqual({ outcome: 'entered', entered: 2, corrected: 0 });
    const [first] = await findDecisions(database, ['maidstone/2008-001']);
    expect(first).toMatchObject({
      isHistoric: true,
      externalReference: 'A1',
      source: 'export.csv, line 2',
      alternatives: undefined,
      clauses: [{ number: '1', effect: 'executive', text: 'That £5,000, no more, be spent on A1' }],
    });
    expect(await start('all')).toBe('running-or-done');

    await bring(bytes);
    expect((await shown()).findings).toMatchObject({ fresh: 0, known: 2, differences: [] });
    expect(await start('all')).toEqual({ outcome: 'entered', entered: 0, corrected: 0 });
    expect(await decisions()).toBe(2);
  });

  test('with wrong rows is not written whole; what is right can be', async () => {
    const { bring, start, shown, decisions } = await house();
    await bring(
      file(row('A1'), row('A2', { taken: '31 June 2008' }), row('A3', { maker: 'Gold Group' }), row('')),
    );
    const { findings } = await shown();
    expect(findings).toMatchObject({ fresh: 1, faultsInAll: 3 });
    expect(findings.faults.map(({ line, column }) => [line, column])).toEqual([
      [3, 'Decision date'],
      [4, 'Kind of decision maker'],
      [5, 'Ref'],
    ]);
    expect(await start('all')).toBe('rows-are-wrong');
    expect(await decisions()).toBe(0);
    expect(await start('good')).toEqual({ outcome: 'entered', entered: 1, corrected: 0 });
    expect(await decisions()).toBe(1);
  });

  test('that says something else of a record never edits it: it is told, and added as a correction if asked', async () => {
    const { bring, start, shown, database } = await house();
    await bring(file(row('A1')));
    await start('all');
    const other = file(row('A1', { title: 'Another title', reasons: 'It is needed' }));
    await bring(other);
    expect((await shown()).findings.differences).toMatchObject([
      { line: 2, reference: '2008-001', what: 'Title', stands: 'Matter A1', file: 'Another title' },
      { what: 'Reasons', stands: '', file: 'It is needed' },
    ]);
    expect(await start('good', true)).toEqual({ outcome: 'entered', entered: 0, corrected: 2 });
    await bring(other);
    expect(await start('good', true)).toEqual({ outcome: 'entered', entered: 0, corrected: 0 });
    const [stands] = await findDecisions(database, ['maidstone/2008-001']);
    expect(stands).toMatchObject({ title: 'Matter A1', reasons: '' });
    const corrections = (await listCorrections(database, ['maidstone/2008-001'])).get('maidstone/2008-001');
    expect(corrections?.map(({ says }) => says)).toEqual([
      'Title, as the committee system it came from has it: “Another title”',
      'Reasons, as the committee system it came from has it: “It is needed”',
    ]);
  });

  test('is judged by what the body was on the day, and by what is published already', async () => {
    const { bring, shown, services } = await house();
    await publishedForTest(services, { title: 'Waste', takenOn: date('2026-07-13') });
    await bring(
      file(
        row('A1', { taken: '1 May 1931', published: '1 May 1931' }),
        row('A2', { taken: '1 June 2016', published: '2 June 2016' }),
        row('A3', { title: 'Waste', maker: 'The Cabinet', taken: '13 July 2026', published: '14 July 2026' }),
        row('A4', { title: 'Parks', taken: '13 July 2026', published: '15 July 2026' }),
      ),
    );
    expect((await shown()).findings.faults.map(({ line, wrong }) => [line, wrong])).toEqual([
      [2, 'Maidstone Borough Council did not exist on 1 May 1931'],
      [3, 'On 1 June 2016 the council was run by committees, so nothing it decided was executive'],
      [4, 'The same decision is published already, as 2026-001'],
      [
        5,
        'Published on 15 July 2026, though Maidstone Borough Council publishes its records here since 15 July 2026',
      ],
    ]);
  });

  test('is taken out of old encodings, semicolons, quotation marks and markup', async () => {
    const { bring, start, database } = await house();
    const text = [
      'Ref;Title;Decision maker;Decision date;Publication date;Decision',
      'A1;"Café; “Kent” – phase 2";Cabinet;9.7.2008;11.7.2008;"<p>That <b>£5,000</b> be spent</p>\r\n<script>alert(1)</script>"',
      'A2;=1+1;Cabinet;9.7.2008;11.7.2008;"=HYPERLINK(""http://x"")"',
    ].join('\r\n');
    const windows = Buffer.from(
      text
        .replaceAll('é', '\u00e9')
        .replaceAll('“', '\u0093')
        .replaceAll('”', '\u0094')
        .replaceAll('–', '\u0096'),
      'latin1',
    );
    await bring(windows);
    expect(await start('all')).toMatchObject({ entered: 2 });
    const [first, second] = await findDecisions(database, ['maidstone/2008-001', 'maidstone/2008-002']);
    const both = [first, second].toSorted((a, b) => (a?.reference ?? '').localeCompare(b?.reference ?? ''));
    expect(both.map((each) => each?.title)).toEqual(['Café; “Kent” – phase 2', '=1+1']);
    expect(both[0]?.clauses[0]?.text).toBe('That £5,000 be spent');
  });

  test('that cannot be read is refused with its reason, and no other body sees or starts one', async () => {
    const { bring, shown, services } = await house();
    const refused = async (bytes: Buffer, actor = clerk) => {
      const outcome = await bring(bytes, 'decisions', actor);
      return outcome.ok ? 'taken' : outcome.error;
    };
    expect(await refused(Buffer.alloc(0))).toBe('empty');
    expect(await refused(Buffer.from(header))).toBe('no-rows');
    expect(await refused(Buffer.from('PK\u0003\u0004rest'))).toBe('workbook');
    expect(await refused(Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4, 5, 6, 7, 8]))).toBe('not-a-table');
    expect(await refused(Buffer.from('Ref,Title\n1,x'))).toMatchObject({
      missing: expect.arrayContaining([]),
    });
    expect(await refused(file(row('A1')), officerOf('maidstone', 'leader'))).toBe('wrong-role');
    expect(await refused(file(row('A1')), officerOf('swale', 'democratic-services'))).toBe('wrong-body');
    expect(await refused(file(row('A1')))).toBe('taken');
    const { id } = await shown();
    const swale = officerOf('swale', 'democratic-services');
    const stolen = { bodyId: 'swale', fileId: id, mode: 'good', corrections: false } as const;
    expect(await startFile(services, swale, stolen)).toEqual({ ok: false, error: 'no-file' });
  });

  test('of thousands of rows is written in parts, says how far it has come, and can be gone on with', async () => {
    const { bring, start, decisions, shown, ownerUrl } = await house();
    const rows = Array.from({ length: 1200 }, (_, index) => row(`B${index}`));
    await bring(file(...rows));
    expect(await start('good')).toEqual({ outcome: 'entered', entered: 1200, corrected: 0 });
    expect(await decisions()).toBe(1200);
    expect((await shown()).done).toBe(1200);

    // As after a server that went down midway: begun long ago, not finished.
    await bring(file(...rows, row('C1')));
    await withClient(ownerUrl, async (client) => {
      await client.query("SELECT set_config('accord.body', 'maidstone', false)");
      await client.query(
        "UPDATE governance.import SET started_at = '2026-07-15 08:00Z', moved_at = '2026-07-15 08:00Z', mode = 'good' WHERE bytes IS NOT NULL",
      );
    });
    expect((await shown()).standing).toBe('quiet');
    expect(await start('good')).toEqual({ outcome: 'entered', entered: 1, corrected: 0 });
    expect(await decisions()).toBe(1201);
  });
});

test('a file is read without holding up others, and refused in words where it has too many rows', async () => {
  const { bring, shown } = await house();
  const rows = Array.from({ length: 20_000 }, (_, index) => row(`T${index}`));
  let turns = 0;
  let isDone = false;
  const others = () => {
    turns += 1;
    if (!isDone) setImmediate(others);
  };
  setImmediate(others);
  await bring(file(...rows));
  isDone = true;
  expect((await shown()).findings).toMatchObject({ rows: 20_000, fresh: 20_000 });
  // Two hundred rows at most between two turns, when they are put together and when they are read.
  expect(turns).toBeGreaterThanOrEqual(200);

  expect(await bring(Buffer.from(`${header}\n${'R,,,,,,,\n'.repeat(100_001)}`))).toMatchObject({
    error: 'too-many-rows',
  });
  await bring(file(...Array.from({ length: 1001 }, () => row('One'))));
  expect((await shown()).findings).toMatchObject({
    faultsInAll: 1,
    faults: [{ line: 2, wrong: '1001 rows have this reference' }],
  });
});

test('a file of meetings is entered with its agendas, once', async () => {
  const { bring, start, shown, services, database, ownerUrl } = await house();
  await withClient(ownerUrl, async (client) => {
    await client.query(
      `INSERT INTO governance.committee (id, body_id, name, kind, source, recorded_on)
       VALUES ('maidstone.cabinet', 'maidstone', 'Cabinet', 'executive', 'Constitution', '2026-01-01')`,
    );
  });
  const meetings = Buffer.from(
    [
      'Meeting ID,Committee,Meeting date,Time,Venue,Item no,Agenda item,Minutes,Restriction',
      'M1,CABINET,9 July 2008,6.30pm,Town Hall,1,Apologies,None,',
      'M1,Cabinet,9 July 2008,6.30pm,Town Hall,2,Mid Kent Improvement Partnership,<p>RESOLVED</p>,',
      'M1,Cabinet,9 July 2008,6.30pm,Town Hall,3,Land at the station,Secret,Exempt',
      'M2,Secret Panel,9 July 2008,,,1,Apologies,,',
      'M3,Cabinet,9 August 2030,,,1,Apologies,,',
    ].join('\n'),
  );
  await bring(meetings, 'meetings');
  expect((await shown()).findings).toMatchObject({
    fresh: 1,
    faults: [
      { line: 5, column: 'Committee' },
      { line: 6, column: 'Meeting date' },
    ],
  });
  expect(await start('good')).toEqual({ outcome: 'entered', entered: 1, corrected: 0 });
  await bring(meetings, 'meetings');
  expect((await shown()).findings).toMatchObject({ fresh: 0, known: 1 });
  expect(await entriesOfAct(database, 'governance.meeting.entered')).toBe(1);

  // Once meetings are called here, none of that day or later comes from elsewhere, and its notice with it.
  const called = await callMeeting(services, clerk, 'maidstone', {
    committeeId: 'maidstone.cabinet',
    sitting: { on: date('2026-07-22'), at: undefined, place: 'Town Hall' },
    part: 'public',
    gathering: undefined,
  });
  expect(called.ok).toBe(true);
  const clock = fixedClock(new Date('2026-09-01T09:00Z'));
  const later = (reference: string, day: string) => `${reference},Cabinet,${day},,,1,Apologies,,`;
  const [titles] = meetings.toString().split('\n');
  const bytes = Buffer.from([titles, later('M4', '21 July 2026'), later('M5', '22 July 2026')].join('\n'));
  const asked = { bodyId: 'maidstone', kind: 'meetings', filename: 'export.csv', bytes } as const;
  await keepFile({ ...services, clock }, clerk, asked);
  expect((await shown()).findings).toMatchObject({ fresh: 1, faults: [{ line: 3, value: 'M5' }] });
});
