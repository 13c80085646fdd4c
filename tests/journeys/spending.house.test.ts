import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixedClock } from '#platform/kernel';
import { expect, onTestFinished, test } from 'vitest';
import { programOf } from '../access/accounts.ts';
import { settled, typed } from '../support/bring-payments.ts';
import { useSite } from '../support/open-site.ts';
import { errorsOf, hiddenIn, words } from '../support/read-page.ts';
import { type Answered, actingIn, type Visitor, visitorOf } from '../support/visitor.ts';

const site = useSite({}, fixedClock(new Date('2026-09-20T10:00:00Z')));
const room = '/office/maidstone/spending';

const july = [
  'Maidstone Borough Council: payments over £500',
  '',
  'Payment Date,Supplier Name,Directorate,Purpose,Transaction Number,Net Amount',
  '03/07/2026,Medway Paving Limited,Highways,Footway repairs,1001,"1,200.50"',
  '14/07/2026,Lark & Rowe LLP,Legal,Counsel’s advice,1002,2400.00',
  '20/07/2026,Northgate Office Supplies,ICT,"Paper, toner",1003,(600.00)',
  '28/07/2026,=HYPERLINK("http://x") <script>alert(1)</script>,ICT,Licences,1004,750.25',
  '31/07/2026,Unread Limited,ICT,Hosting,1005,see invoice',
  'Total,,,,,3750.75',
].join('\r\n');

type Upload = Readonly<{ name: string; holds: string | Buffer }>;

async function bring(officer: Visitor, files: readonly Upload[], dataset = 'spending'): Promise<Answered> {
  const fields = { ...(await officer.hiddenFields(`${room}/bring`)), dataset };
  const sent = await officer.upload(
    `${room}/bring`,
    fields,
    files.map(({ name, holds }) => ({ field: 'files', name, type: 'text/csv', holds })),
  );
  return sent.to === undefined ? sent : settled(() => officer.get(sent.to ?? ''), sent.to);
}

const months = (from: string, to: string) => ({ from, to, says: '', checked: 'yes' });

test('a finance officer brings a month, has it published, mends it, and withdraws it', async () => {
  const { address } = site();
  const finance = await actingIn(address, 'maidstone.section-151-officer');
  const chief = await actingIn(address, 'maidstone.chief-executive');
  const swale = await actingIn(address, 'swale.section-151-officer');
  const reader = visitorOf(address);

  expect(
    errorsOf(await finance.upload(`${room}/bring`, await finance.hiddenFields(`${room}/bring`), [])),
  ).toEqual(['Select what is in the files', 'Choose the files']);
  expect(errorsOf(await bring(finance, [{ name: 'empty.csv', holds: '' }]))[0]).toContain('holds nothing');

  // The report: every row and penny on one side or the other, and how each column is read.
  const report = await bring(finance, [{ name: 'july.csv', holds: july }]);
  const path = report.to ?? '';
  expect(words(report)).toContain('6 rows in: 4 read as payments and 2 set aside');
  expect(words(report)).toContain('£7,501.50 in: £3,750.75 and £3,750.75');
  expect(words(report)).toContain('On line 3, after 2 rows that are passed over');
  expect(words(report)).toContain('“Supplier Name”: Supplier (beneficiary)');
  expect(words(report)).toContain('says £3,750.75: the rows agree');
  expect(words(report)).toContain('The amount cannot be read as one');
  expect(words(report)).toContain('Write the amount in figures');
  expect(report.body).not.toContain('<script>alert');
  expect((await finance.get(`${path}/set-aside.csv`)).body).toContain('Unread Limited');
  expect((await swale.get(path)).status).toBe(403);
  expect((await swale.get(path.replace('maidstone', 'swale'))).status).toBe(404);
  expect(words(await bring(finance, [{ name: 'again.csv', holds: july }]))).toContain(
    'These files were brought before',
  );

  // Asking: the months are filled in, and the report must have been looked through.
  const form = await finance.get(`${path}/ask`);
  expect(form.body).toContain('value="July 2026"');
  expect(errorsOf(await finance.send(`${path}/ask`, { from: 'Juli', to: '2026-06' }))).toEqual([
    'Enter the first month, such as July 2026',
    'Look through the report, then say here that you have',
  ]);
  expect(errorsOf(await finance.send(`${path}/ask`, months('July 2026', 'December 2027')))).toEqual([
    'The last month must be this month or one before it',
  ]);
  expect((await finance.send(`${path}/ask`, months('July 2026', '7/2026'))).to).toBe(path);
  expect(errorsOf(await finance.send(path, {}, `${path}/approve`))[0]).toContain(
    'somebody else of your body',
  );
  expect((await reader.get('/money/releases.csv')).body).not.toContain('maidstone-2026-07-1');

  // Two approve at once: one release.
  expect(words(await chief.get('/work'))).toContain('Approve 4 payments of July 2026');
  const fields = hiddenIn(await chief.get(path));
  const second = hiddenIn(await chief.get(path));
  const both = await Promise.all([
    chief.post(`${path}/approve`, fields),
    chief.post(`${path}/approve`, { ...second }),
    chief.post(`${path}/approve`, fields),
  ]);
  const [release = '', ...others] = new Set(both.flatMap(({ to }) => to ?? []));
  expect(release).toMatch(/^\/money\/releases\/maidstone-2026-07-1-[\da-f]{8}$/);
  expect(others).toEqual([]);
  const published = await reader.get(release);
  expect(words(published)).toContain('Approved by Chief Executive, Maidstone');
  expect(words(published)).toContain('£7,501.50 in: £3,750.75 and £3,750.75');
  expect(published.body).not.toContain('Unread Limited');
  const csv = (await reader.get(`${release}/payments.csv`)).body;
  expect(csv).toContain('Highways,,,Medway Paving Limited,,,,,2026-07-03,1001,1200.50,');
  expect(csv).toContain(`'=HYPERLINK`);
  expect(csv).not.toContain('Unread');
  const columns = await reader.get(`${release}/files/rows-0.parquet`);
  expect(columns.body.startsWith('PAR1')).toBe(true);
  expect((await reader.get(`${release}/files/..%2f..%2fprivate`)).status).toBe(404);
  expect(words(await bring(finance, [{ name: 'july.csv', holds: july }]))).toContain(
    'These files are published already',
  );

  // The month again, mended: it takes the place of the first. A quarter that cuts a release in two is refused by its name.
  const mended = await bring(finance, [{ name: 'july.csv', holds: july.replace('see invoice', '99.00') }]);
  expect(words(mended)).toContain('Payments that are published already');
  const again = mended.to ?? '';
  expect((await finance.send(`${again}/ask`, months('July 2026', 'July 2026'))).to).toBe(again);
  expect(errorsOf(await chief.send(again, { says: '' }, `${again}/return`))).toEqual([
    'Say what is to be mended',
  ]);
  expect((await chief.send(again, { says: 'August is missing' }, `${again}/return`)).to).toBe(again);
  expect(words(await finance.get(again))).toContain('August is missing');
  // Asked as those of August, four of them would be counted twice: a reason is asked for, and shown to whoever approves.
  const august = months('August 2026', 'August 2026');
  expect(errorsOf(await finance.send(`${again}/ask`, august))[0]).toContain(
    '4 payments of £3,750.75 stand in a published release of other months',
  );
  const nevertheless = { ...august, again: 'yes' };
  expect(errorsOf(await finance.send(`${again}/ask`, nevertheless))[0]).toContain('Say why');
  const said = { ...nevertheless, says: 'Paid a second time' };
  expect((await finance.send(`${again}/ask`, said)).to).toBe(again);
  expect(words(await chief.get(again))).toContain('Dated outside these months 5 payments, £3,849.75');
  expect(words(await chief.get(again))).toContain('In another release too 4 payments, £3,750.75');
  expect((await chief.send(again, { says: 'July is missing' }, `${again}/return`)).to).toBe(again);
  expect((await finance.send(`${again}/ask`, months('July 2026', 'August 2026'))).to).toBe(again);
  const newer = (await chief.send(again, {}, `${again}/approve`)).to ?? '';
  expect(newer).toMatch(/\/maidstone-2026-07-to-2026-08-1-[\da-f]{8}$/);
  const newerId = newer.split('/').at(-1) ?? '';
  expect(words(await reader.get(release))).toContain('took the place of this one');
  const third = await bring(finance, [{ name: 'july.csv', holds: july.replace('1005', '1006') }]);
  expect(errorsOf(await finance.send(`${third.to}/ask`, months('July 2026', 'July 2026')))[0]).toContain(
    `in part only: ${newerId} (July to August 2026)`,
  );
  expect((await finance.send(third.to ?? '', {}, `${third.to}/drop`)).to).toBe(third.to);

  const withdraw = `${room}/releases/${newerId}/withdraw`;
  expect(errorsOf(await chief.send(withdraw, { reason: '' }))).toEqual(['Say why it is withdrawn']);
  expect((await chief.send(withdraw, { reason: 'A name was not redacted' })).to).toBe(newer);
  expect(errorsOf(await chief.send(withdraw, { reason: 'Again' }))[0]).toContain('withdrawn already');
  expect(words(await reader.get(newer))).toContain('This release was withdrawn: A name was not redacted');
  expect((await reader.get(`${newer}/payments.csv`)).body).toContain('Unread Limited');
  expect((await reader.get('/money/releases.csv')).body).toContain('withdrawn,A name was not redacted');
  expect((await reader.get(`${newer}?on=2026-09-19`)).status).toBe(404);
});

test('an officer says which column is which, once', async () => {
  const finance = await actingIn(site().address, 'maidstone.section-151-officer');
  const rows = ['Alpha Works Ltd', 'Beta Cleaning', 'Gamma Print Ltd', 'Delta Care Homes'].map(
    (name, at) => `0${at + 1}/06/2026,${name},x${at},${at + 5}00.00,${at + 6}00.00`,
  );
  const odd = ['Date,Supplier,Reference,Charged,Sterling', ...rows].join('\n');
  const report = await bring(finance, [{ name: 'odd.csv', holds: odd }]);
  const path = report.to ?? '';
  expect(words(report)).toContain('In doubt');
  expect((await finance.get(`${path}/ask`)).to).toBe(path);
  const columns = `${path}/columns/0`;
  const shown = await finance.get(columns);
  expect(words(shown)).toContain('Column 2: Supplier');
  expect(shown.body).toContain('Alpha Works Ltd');
  const said = {
    'column-0': 'date',
    'column-1': 'supplier',
    'column-2': 'transaction',
    'column-3': 'amount',
  };
  const twice = { ...said, 'column-4': 'amount', 'day-order': 'day-first' };
  expect(errorsOf(await finance.send(columns, twice))).toHaveLength(2);
  expect(errorsOf(await finance.send(columns, { ...twice, 'column-4': 'none', 'column-3': 'none' }))).toEqual(
    ['Say which column holds the amount paid'],
  );
  expect((await finance.send(columns, { ...twice, 'column-4': 'none' })).to).toBe(path);
  const again = await settled(() => finance.get(path), path);
  expect(words(again)).toContain('4 read as payments and 0 set aside');
  expect(words(again)).toContain('As an officer said of these files');
  expect(words(again)).toContain('The day first: an officer said so');
  const next = await bring(finance, [{ name: 'next.csv', holds: odd.replaceAll('/06/', '/05/') }]);
  expect(words(next)).toContain('As an officer said of an earlier file with the same headings');
  expect((await finance.get(`${path}/columns/7`)).status).toBe(404);

  // Headings that nobody knows over what could be payments, but is none: the officer leaves it out, and may take that back.
  const budget = await bring(finance, [{ name: 'budget.csv', holds: 'Wofür,Wieviel\nParks,500\nCare,700' }]);
  expect(words(budget)).toContain('2 rows in: 0 read as payments and 2 set aside');
  const left = `${budget.to}/columns/0`;
  expect((await finance.send(left, { 'left-out': 'yes' })).to).toBe(budget.to);
  const without = await settled(() => finance.get(budget.to ?? ''), budget.to ?? '');
  expect(words(without)).toContain('An officer said that it holds no payments');
  expect(without.body).toContain(left);
});

test('the command line puts files of any size before the officers, who approve them in the browser', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'accord-spending-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, holds: string) => {
    writeFileSync(join(folder, name), holds);
    return join(folder, name);
  };
  const type = (...given: readonly string[]) => typed(site().configuration, ['spend', 'import', ...given]);
  const path = file('swale.csv', july);
  expect((await type()).status).toBe(2);
  expect((await type(path)).status).toBe(2);
  expect((await type(path, '--body', 'swale', '--from', 'July')).status).toBe(2);
  expect((await type(join(folder, 'none.csv'), '--body', 'swale')).told).toContain('Nothing was brought');
  expect((await type(path, '--body', 'calais')).told).toContain('There is no body calais');
  expect(
    await type(
      file(
        'list.csv',
        'Contract Title,Supplier,Contract Start Date,Contract End Date,Contract Value\nRoads,Alpha Ltd,01/01/2026,31/12/2026,5000',
      ),
      '--body',
      'swale',
    ),
  ).toMatchObject({ status: 1 });

  const done = await type(path, '--body', 'swale', '--json');
  expect(done.status).toBe(0);
  const { page, standing, report } = JSON.parse(done.said) as Readonly<{
    page: string;
    standing: unknown;
    report: unknown;
  }>;
  expect({ standing, report }).toMatchObject({
    standing: 'asked',
    report: { rowsIn: 6, penceUnderstood: 375_075 },
  });
  expect((await type(path, '--body', 'swale')).told).toContain(
    'These files were brought before, byte for byte',
  );
  const mended = await type(file('mended.csv', july.replace('see invoice', '12.00')), '--body', 'swale');
  expect(mended.said).toContain('5 read as payments, £3,762.75');
  expect(mended.said).toContain('They wait for approval: /office/swale/spending/');

  // Nobody’s office brought them, so any officer who may approve is somebody else. The first is superseded by the second.
  const finance = await actingIn(site().address, 'swale.section-151-officer');
  const first = await finance.send(page, {}, `${page}/approve`);
  expect(first.to).toMatch(/^\/money\/releases\/swale-2026-07-1-/);
  const second = /\/office\/swale\/spending\/[\w-]+/.exec(mended.said)?.[0] ?? '';
  expect((await finance.send(second, {}, `${second}/approve`)).to).toMatch(/\/swale-2026-07-2-/);
  expect(words(await finance.get(first.to ?? ''))).toContain('took the place of this one');
});

test('each file can be a release of its own, and what speaks against publishing is accepted by name with a reason', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'accord-spending-each-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const month = (number: number, supplier = 'Alder Ltd') =>
    `Date,Supplier,Amount\n14/0${number}/2026,${supplier},900\n15/0${number}/2026,Beech Ltd,1200`;
  const file = (name: string, holds: string) => {
    writeFileSync(join(folder, name), holds);
    return join(folder, name);
  };
  const type = (...given: readonly string[]) =>
    typed(site().configuration, ['spend', 'import', ...given, '--body', 'ashford', '--json']);
  const months = [
    file('may.csv', month(5)),
    file('june.csv', month(6)),
    file('june-b.csv', month(6, 'Cedar')),
  ];
  const each = await type(...months, '--each');
  expect(each.status).toBe(1);
  const told = JSON.parse(each.said) as {
    standing: string;
    why: string | null;
  }[];
  expect(told.map(({ standing, why }) => [standing, why?.split(',')[0] ?? null])).toEqual([
    ['asked', null],
    ['read', 'june-b.csv is of the same months'],
    ['read', 'june.csv is of the same months'],
  ]);
  // The same again goes on with what nobody was asked for yet.
  expect((await type(months[1] ?? '')).status).toBe(0);

  const named =
    'Contract Title,Supplier,Contract Start Date,Contract End Date,Contract Value\nRoads,Alpha,01/01/2026,31/12/2026,1';
  const both = [file('july.csv', month(7)), file('contracts.csv', named)];
  expect((await type(...both, '--accept', 'everything', '--reason', 'x')).status).toBe(2);
  expect((await type(...both, '--accept', 'not-read')).told).toContain('Say with --reason why');
  expect((await type(...both)).said).toContain('type the same with --accept not-read --reason');
  const reason = 'The contracts are no payments';
  const done = await type(...both, '--accept', 'not-read', '--reason', reason);
  expect(done.status).toBe(0);
  const finance = await actingIn(site().address, 'ashford.section-151-officer');
  const { page } = JSON.parse(done.said) as { page: string };
  expect(words(await finance.get(page))).toContain(reason);

  // In the browser: two months at once are two imports, and one of a month that waits elsewhere says so.
  const bringing = '/office/ashford/spending/bring';
  const fields = { ...(await finance.hiddenFields(bringing)), dataset: 'spending', releases: 'each' };
  const files = [month(4), month(6, 'Dogwood Ltd')].map((holds, at) => ({
    field: 'files',
    name: `form-${at}.csv`,
    type: 'text/csv',
    holds,
  }));
  const sent = await finance.upload(bringing, fields, files);
  const room = await finance.get(sent.to ?? '');
  expect(words(room)).toContain('2 files are read, each by itself');
  const june = /href="([^"]+)">form-1\.csv/.exec(room.body)?.[1] ?? '';
  await settled(() => finance.get(june), june);
  expect(words(await finance.get(`${june}/ask`))).toContain('Other payments of these months were brought');
});

test('ugly files are read or refused in a sentence, and nothing of them stops the others', async () => {
  const finance = await actingIn(site().address, 'dover.section-151-officer');
  const chief = await actingIn(site().address, 'dover.chief-executive');
  const dover = room.replace('maidstone', 'dover');
  const cards = [
    'Date,Supplier,Department,Amount',
    ...Array.from(
      { length: 8 },
      (_, at) => `0${at + 1}/08/2026,Firm ${'ABCDEFGH'[at]} Ltd,Parks,${at + 6}00.00`,
    ),
  ].join('\r');
  const register =
    'Contract Title,Supplier,Contract Start Date,Contract End Date,Contract Value\nRoads,Alpha Ltd,01/01/2026,31/12/2026,5000';
  const fields = { ...(await finance.hiddenFields(`${dover}/bring`)), dataset: 'procurement-card' };
  const sent = await finance.upload(`${dover}/bring`, fields, [
    {
      field: 'files',
      name: 'utf-16.csv',
      type: 'text/csv',
      holds: Buffer.from(cards, 'utf16le'),
    },
    { field: 'files', name: 'register.csv', type: 'text/csv', holds: register },
    {
      field: 'files',
      name: 'no-book.xlsx',
      type: 'application/zip',
      holds: Buffer.from('PK\u{3}\u{4}nothing', 'latin1'),
    },
    { field: 'files', name: '../../<b>bold.csv', type: 'text/csv', holds: 'x'.repeat(100_000) },
  ]);
  const path = sent.to ?? '';
  const report = await settled(() => finance.get(path), path);
  expect(words(report)).toContain('10 rows in: 8 read as payments and 2 set aside');
  expect(words(report)).not.toContain('Every row was read');
  expect(words(report)).toContain(
    '2 rows more are set aside whole, as 3 files or sheets were not read: register.csv',
  );
  expect(words(report)).toContain('It was not read as payments');
  expect(words(report)).toContain('The file is damaged');
  expect(words(await finance.get(`${path}/found/not-read`))).toContain('3 lines');
  expect((await finance.get(`${path}/found/not-read.csv`)).body).toContain('register of contracts');
  expect((await finance.get(`${path}/found/nothing`)).status).toBe(404);
  expect(report.body).not.toContain('<b>bold');
  const months = { says: '', checked: 'yes' };
  expect(errorsOf(await finance.send(`${path}/ask`, { ...months, from: '', to: '' }))).toEqual([
    'Enter the first month, such as July 2026',
    'Enter the last month, such as July 2026',
  ]);
  const august = { ...months, from: '2026-08', to: '2026-08' };
  expect(errorsOf(await finance.send(`${path}/ask`, august))[0]).toContain(
    'Some of these files were not read',
  );
  expect((await finance.send(`${path}/ask`, { ...august, 'not-read': 'yes' })).to).toBe(path);
  const release = (await chief.send(path, {}, `${path}/approve`)).to ?? '';
  expect(release).toMatch(/\/dover-cards-2026-08-1-/);
  expect((await chief.get(`${release}/payments.csv`)).body).toContain(
    'Firm A Ltd,,,,,2026-08-01,,600.00,,,,,,,,GPC,',
  );
});

test('a program sends payments by key, and hears what became of them', async () => {
  const { authorization } = await programOf(site(), 'ledger@thanet.example', 'thanet.section-151-officer');
  const send = (key: string, body: string, name = 'july.csv') =>
    fetch(`${site().address}/api/spending/imports?name=${name}`, {
      method: 'POST',
      headers: { authorization, 'idempotency-key': key, 'content-type': 'text/csv' },
      body,
    });
  const first = await send('july', july);
  expect(first.status).toBe(201);
  const begun = (await first.json()) as Readonly<{ import: string; page: string }>;
  expect(await (await send('july', july)).json()).toEqual(begun);
  expect(await (await send('another', july)).json()).toMatchObject({
    status: 422,
    title: 'Nothing was taken',
  });
  const ask = async () =>
    (await fetch(`${site().address}${begun.import}`, { headers: { authorization } })).json() as Promise<
      Readonly<{ standing: string; report: unknown }>
    >;
  for (let tries = 0; tries < 200 && (await ask()).standing === 'reading'; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await ask()).toMatchObject({
    standing: 'read',
    release: null,
    report: { rowsIn: 6, penceUnderstood: 375_075 },
  });
});
