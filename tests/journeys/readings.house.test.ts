import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixedClock } from '#platform/kernel';
import { expect, onTestFinished, test } from 'vitest';
import { utils, write } from '@e965/xlsx';
import { runCommand } from '../../src/app/commands/run-command.ts';
import { useSite } from '../support/open-site.ts';
import { errorsOf, hiddenIn, words } from '../support/read-page.ts';
import { type Answered, actingIn, type Visitor, visitorOf } from '../support/visitor.ts';

/** The second quarter of 2026 is over, and its readings are due. */
const site = useSite({}, fixedClock(new Date('2026-07-20T10:00:00Z')));
const room = '/office/maidstone/readings';
const repairs = 'illustration-repairs-in-time';

test('a performance officer runs a quarter: reminded, brings a file, mends it, has it approved, revises it', async () => {
  const { address } = site();
  const officer = await actingIn(address, 'maidstone.performance-officer');
  const chief = await actingIn(address, 'maidstone.chief-executive');
  const finance = await actingIn(address, 'maidstone.section-151-officer');
  const reader = visitorOf(address);
  expect(words(await officer.get('/work'))).toMatch(/Bring \d+ readings/);
  await watchFigure(address);

  // The file that comes out, filled in, goes in again; what is wrong in it is told cell by cell.
  const { body: toBring } = await officer.get(`${room}/to-bring.csv`);
  const [heading = '', ...rows] = toBring.replace('\uFEFF', '').trim().split('\r\n');
  const due = rows.filter((row) => /^illustration-(?:repairs-in-time|homes-improved),/.test(row));
  expect(due).toHaveLength(2);
  const fill = (figures: Readonly<Record<string, string>>) =>
    [
      heading,
      ...due.map((row) => {
        const cells = row.split(',');
        const set = (title: string, value: string) => (cells[heading.split(',').indexOf(title)] = value);
        for (const [title, value] of Object.entries(figures))
          if (row.startsWith(repairs) || title === 'Note') set(title, value);
        if (!row.startsWith(repairs)) set('Value', '31');
        return cells.join(',');
      }),
    ].join('\r\n');
  const bring = async (holds: string | Buffer, name = 'quarter.csv', whose = 'own') => {
    const fields = { ...(await officer.hiddenFields(`${room}/bring`)), whose };
    const sent = await officer.upload(`${room}/bring`, fields, [
      { field: 'file', name, type: 'text/csv', holds },
    ]);
    return sent.to === undefined ? sent : settled(() => officer.get(sent.to ?? ''));
  };
  expect(
    errorsOf(await officer.upload(`${room}/bring`, await officer.hiddenFields(`${room}/bring`), [])),
  ).toEqual(['Select whose figures are in the file', 'Choose the file']);
  const otherMonth = await bring(`${heading},May 2026\r\n${due[0]},1`);
  expect(words(otherMonth)).toContain('No reading has the column “May 2026”');
  const wrong = await bring(fill({ Value: '140', Unit: 'repairs' }));
  expect(words(wrong)).toContain('A percentage of a whole cannot be over 100');
  expect(words(wrong)).toContain('The series is measured in “% of repairs”');
  expect((await officer.get(`${room}/faults.csv`)).body).toContain('Value,140,A percentage of a whole');
  expect(errorsOf(await officer.send(`${room}/file`, { ...hiddenIn(wrong), mode: 'all' }))[0]).toContain(
    'Some rows are wrong',
  );

  const hostile = '=HYPERLINK("http://x") <script>alert(1)</script>'.replaceAll('"', "'");
  const right = fill({ Numerator: '362', Denominator: '500', Note: hostile });
  // The same as a workbook, with days and figures as a spreadsheet keeps them, is read the same.
  const sheet = await bring(workbookOf(right), 'quarter.xlsx');
  expect(words(sheet)).toContain('Right and new 2 readings');
  expect(words(sheet)).toContain('quarter.xlsx');
  const checked = await bring(right);
  expect(words(checked)).toContain('Right and new 2 readings');
  const put = { ...hiddenIn(checked), mode: 'all', says: 'Second quarter' };
  expect((await officer.post(`${room}/file`, put)).to).toBe(`${room}/file`);
  expect((await officer.post(`${room}/file`, put)).to).toBe(`${room}/file`);
  const waiting = await settled(() => officer.get(`${room}/file`));
  const batch = /href="(\/office\/maidstone\/readings\/batches\/[\w-]+)"/.exec(waiting.body)?.[1] ?? '';
  expect(words(await bring(right))).toContain('There is nothing in the file to put for approval');
  expect((await reader.get('/timeliness/maidstone.csv')).status).toBe(404);
  expect(words(await reader.get('/timeliness/maidstone'))).toContain('Not yet due');
  const counted = async () =>
    (await reader.get('/timeliness.csv?year=2026-27&on=2027-03-31')).body
      .split(/\r?\n/)
      .find((line) => line.startsWith('maidstone,'));
  const countedBefore = await counted();

  // Nobody approves their own; of two others one wins, and the other is told.
  const own = await officer.get(batch);
  expect(words(own)).toContain('so somebody else of your body approves them');
  expect(errorsOf(await officer.send(batch, {}, `${batch}/approve`))).toEqual([
    'You entered these readings, so somebody else of your body decides on them',
  ]);
  expect(words(await chief.get('/work'))).toContain('Approve 2 readings');
  const looked = await chief.get(batch);
  expect(words(looked)).toContain('72.4% of repairs (p)');
  expect(looked.body).not.toContain('<script>alert');
  expect((await chief.get(`${batch}/readings.csv`)).body).toContain("'=HYPERLINK");
  const late = await finance.get(batch);
  expect((await chief.send(batch, {}, `${batch}/approve`)).to).toBe(batch);
  const second = await finance.post(`${batch}/return`, { ...hiddenIn(late), says: 'Too late' });
  expect(errorsOf(second)[0]).toContain('were approved and published by Chief Executive, Maidstone');

  // It is public, with who approved it; the condition that watched the figure has slipped by itself.
  const published = await reader.get(batch.replace('/office/maidstone/readings/batches', '/readings'));
  expect(words(published)).toContain('approved by Chief Executive, Maidstone');
  expect(words(await reader.get('/timeliness/maidstone?year=2026-27'))).toContain('On time');
  expect(await counted()).not.toBe(countedBefore);
  expect(words(await reader.get('/recommendations/maidstone/2008-001'))).toContain(
    'The figure is on the wrong side',
  );
  expect((await reader.get('/readings/nothing')).status).toBe(404);
  expect((await reader.get('/timeliness?year=2026')).status).toBe(404);
  expect(JSON.parse((await reader.get('/readings/table-schema.json')).body).primaryKey).toEqual([
    'series',
    'area',
    'from',
    'to',
  ]);

  // A final figure of a closed year is revised with a reason alone.
  const line = `${repairs}~maidstone~2025-07-01~2025-09-30`;
  const form = `${room}/enter?line=${line}`;
  const shown = await officer.get(form);
  expect(words(shown)).toContain('Published:');
  const revision = {
    ...hiddenIn(shown),
    'status-1': 'revised',
    'numerator-1': '400',
    'denominator-1': '500',
  };
  expect(errorsOf(await officer.post(form, revision))).toEqual([
    'The year 2025-26 is closed. Say in the note why its figure is revised',
  ]);
  const revised = await officer.post(form, { ...revision, 'note-1': 'A depot was left out' });
  const again = revised.to ?? '';
  expect((await chief.send(again, { says: '' }, `${again}/return`)).status).toBe(422);
  expect((await chief.send(again, {}, `${again}/approve`)).to).toBe(again);
  const stood = async (on: string) =>
    words(await reader.get(`${again.replace('/office/maidstone/readings/batches', '/readings')}?on=${on}`));
  expect(await stood('2026-07-20')).toContain('80.0% of repairs (r)');
  expect(await stood('2026-07-19')).toContain('No readings were published at this address');
  expect((await officer.get(`${room}/published.csv`)).body).toContain('A depot was left out');
});

/** Scrutiny watches the figure of repairs: it must hold at least 95. */
async function watchFigure(address: string): Promise<void> {
  const scrutiny: Visitor = await actingIn(address, 'maidstone.scrutiny-officer');
  const path = '/office/maidstone/recommendations/2008-001/conditions/1.1/watch';
  const watched = await scrutiny.send(`${path}?kind=figure`, {
    kind: 'figure',
    what: `${repairs}/maidstone`,
    comparison: 'at-least',
    threshold: '95',
    unit: '%',
    'from-day': '',
    'from-month': '',
    'from-year': '',
    'on-day': '20',
    'on-month': '7',
    'on-year': '2026',
    says: '',
    source: 'Committee minutes',
  });
  expect(errorsOf(watched)).toEqual([]);
  expect(watched.status).toBe(303);
}

/** The page once nothing moves any more. */
async function settled(ask: () => Promise<Answered>): Promise<Answered> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answered = await ask();
    if (answered.headers.get('refresh') === null) return answered;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The check did not end');
}

test('the command line checks a file, says what is wrong in words and for programs, and puts it for approval', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'accord-readings-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, ...rows: readonly string[]) => {
    const path = join(folder, name);
    writeFileSync(path, ['Series,Area,Period from,Period to,Status,Value', ...rows].join('\n'));
    return path;
  };
  const type = async (...given: readonly string[]) => {
    const said: string[] = [];
    const status = await runCommand(['readings', 'import', ...given], {
      configuration: site().configuration,
      out: (line) => said.push(line),
      err: (line) => said.push(line),
      input: async () => '',
    });
    return { status, said: said.join('\n') };
  };
  const right = file('right.csv', `${repairs},swale,2025-04-01,2025-06-30,revised,81.1`);
  const wrong = file('wrong.csv', `${repairs},swale,2025-04-01,2025-06-30,final,140`);
  expect(await type(right)).toMatchObject({ status: 2 });
  expect(await type(right, '--body', 'calais')).toMatchObject({ status: 1 });
  expect(await type(join(folder, 'none.csv'), '--body', 'swale')).toMatchObject({ status: 1 });
  expect((await type(right, '--body', 'swale')).said).toContain('Say in the note why its figure is revised');
  const { status, said } = await type(wrong, '--body', 'swale', '--check', '--json');
  expect(status).toBe(1);
  expect(JSON.parse(said)).toMatchObject({
    rows: 1,
    faultsInAll: 2,
    batch: null,
    found: [{ line: 2 }, { line: 2 }],
  });
  const fresh = file('fresh.csv', `${repairs},thanet,2026-04-01,2026-06-30,provisional,81.1`);
  expect((await type(fresh, '--body', 'thanet')).said).toContain(
    'They wait for approval: /office/thanet/readings/batches/',
  );
  expect((await type(fresh, '--body', 'thanet')).said).toContain(
    'There is nothing in it to put for approval',
  );
});

/** A file of columns as a workbook would hold it: days as days, figures as numbers, and an empty sheet before it. */
function workbookOf(csv: string): Buffer {
  const cells = csv.split('\r\n').map((line) =>
    line.split(',').map((cell) => {
      if (/^\d{4}-\d{2}-\d{2}$/.test(cell)) return new Date(`${cell}T00:00:00Z`);
      return /^-?\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : cell;
    }),
  );
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([]), 'Cover');
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells, { UTC: true, cellDates: true }), 'Quarter');
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}
