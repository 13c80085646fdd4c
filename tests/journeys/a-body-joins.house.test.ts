import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCommand } from '../../src/app/commands/run-command.ts';
import { useSite } from '../support/open-site.ts';
import { words } from '../support/read-page.ts';
import { visitorOf } from '../support/visitor.ts';

const site = useSite({ ACCORD_EXAMPLE: 'none' });
const folder = mkdtempSync(join(tmpdir(), 'accord-joins-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function type(given: readonly string[], input = '') {
  const said: string[] = [];
  const status = await runCommand(given, {
    configuration: site().configuration,
    out: (text) => said.push(text),
    err: (text) => said.push(text),
    input: async () => input,
  });
  return { status, said: said.join('\n') };
}

function filed(name: string, supplier: string): string {
  const file = join(folder, name);
  writeFileSync(
    file,
    `Date,Supplier,Amount\n03/07/2026,${supplier},900.00\n17/07/2026,${supplier},1200.50\n`,
  );
  return file;
}

test('a council joins a site that has nobody yet, and publishes what it paid', async () => {
  const reader = visitorOf(site().address);
  expect((await reader.get('/bodies/oxford')).status).toBe(404);

  const added = await type(['body', 'add', 'oxford']);
  expect(added.status, added.said).toBe(0);
  expect(added.said).toContain('Oxford City Council is in the register: /bodies/oxford');
  // The command acts beside the site, which hears of it a moment later.
  const page = async () => words(await reader.get('/bodies/oxford'));
  await expect.poll(page, { timeout: 20_000 }).toContain('Oxford City Council');
  expect(await page()).toContain('E07000178');
  expect(words(await reader.get('/bodies/oxford/offices'))).toContain('Chief Finance Officer');
  // The law holds for it though no example was loaded.
  expect(words(await reader.get('/bodies/oxford/rules'))).toContain('5 clear days');

  const email = 'finance@oxford.example';
  const password = 'plum kettle harbour';
  const opened = await type(
    ['account', 'add', email, '--office', 'oxford.chief-finance-officer'],
    `${password}\n`,
  );
  expect(opened.status, opened.said).toBe(0);

  const brought = await type([
    'spend',
    'import',
    filed('july.csv', 'Alder Supplies Ltd'),
    '--body',
    'oxford',
  ]);
  expect(brought.status, brought.said).toBe(0);
  const waiting = /\/office\/oxford\/spending\/[\w-]+/.exec(brought.said)?.[0] ?? '';

  const officer = visitorOf(site().address);
  expect((await officer.send('/sign-in', { email, password })).to).toBe('/work');
  const approved = await officer.send(waiting, {}, `${waiting}/approve`);
  expect(words(await reader.get(approved.to ?? ''))).toContain('£2,100.50');
  const money = words(await reader.get('/money'));
  expect(money).toContain('Oxford City Council');
  expect(money).not.toContain('llustrative');
});

test('a council of England is entered when its first files come by the command line, and whoever sends them is told', async () => {
  const file = filed('hyndburn.csv', 'Birch Services Ltd');
  const brought = await type(['spend', 'import', file, '--body', 'hyndburn']);
  expect(brought.status, brought.said).toBe(0);
  expect(brought.said).toContain('Hyndburn Borough Council was not in the register. It is entered now');
  expect((await visitorOf(site().address).get('/bodies/hyndburn')).status).toBe(200);

  const mistyped = await type(['spend', 'import', file, '--body', 'hyndbrun']);
  expect([mistyped.status, mistyped.said]).toEqual([1, expect.stringContaining('accord body add hyndbrun')]);
  expect((await visitorOf(site().address).get('/bodies/hyndbrun')).status).toBe(404);
});

test('what was published of long ago is told too: years before the latest, and periods that were owed', async () => {
  const years = [2018, 2019, 2020, 2021, 2022, 2023].map((year) => `05/05/${year},Cedar Ltd,${year}.00`);
  const file = join(folder, 'years.csv');
  writeFileSync(file, `Date,Supplier,Amount\n${years.join('\n')}\n,Cedar Ltd,700.00\n`);
  const brought = await type(['spend', 'import', file, '--body', 'dartford']);
  expect(brought.status, brought.said).toBe(0);
  const email = 'finance@dartford.example';
  const password = 'plum kettle harbour';
  await type(['account', 'add', email, '--office', 'dartford.chief-finance-officer'], `${password}\n`);
  const officer = visitorOf(site().address);
  await officer.send('/sign-in', { email, password });
  const waiting = /\/office\/dartford\/spending\/[\w-]+/.exec(brought.said)?.[0] ?? '';
  expect((await officer.send(waiting, {}, `${waiting}/approve`)).to).toContain('/money/releases/');

  const reader = visitorOf(site().address);
  const landing = await reader.get('/money');
  expect(words(landing)).toMatch(/Earlier.*£8,078/u);
  const earlier = /href="([^"]*body=dartford&amp;to=\d{4}-03&amp;by=month)"/u.exec(landing.body)?.[1] ?? '';
  expect(words(await reader.get(earlier.replaceAll('&amp;', '&')))).toContain('£8,078.00');
  // One council’s payments are put together by what they were for, not by council.
  expect(words(await reader.get('/money/payments?body=dartford'))).toContain('Paid, by department');

  const owed = words(await reader.get('/money/completeness/dartford'));
  expect(owed).toContain('April to June 2018');
  expect(owed).not.toContain('January to March 2018');
  const taken = await reader.get('/money/completeness/dartford.csv');
  expect(taken.body).toContain('2018-01-01');
});

test('a forum is entered with what is said of it, and a body only once', async () => {
  const forum = ['body', 'add', 'chiltern-forum', '--name', 'Chiltern Forum', '--kind', 'forum'];
  const unsourced = await type(forum);
  expect([unsourced.status, unsourced.said]).toEqual([2, expect.stringContaining('--source')]);
  const sourced = await type([...forum, '--source', 'Its constitution, page 1']);
  expect(sourced.status, sourced.said).toBe(0);
  // The command acts beside the site, which hears of it a moment later.
  const page = async () => words(await visitorOf(site().address).get('/bodies/chiltern-forum'));
  await expect.poll(page, { timeout: 20_000 }).toContain('Chiltern Forum');

  const again = await type([...forum, '--source', 'Its constitution, page 1']);
  expect([again.status, again.said]).toEqual([1, expect.stringContaining('is in the register already')]);
  await type([
    'body',
    'add',
    'medway-council',
    '--name',
    'Medway Council',
    '--kind',
    'unitary-council',
    '--source',
    'Its order',
    '--gss',
    'E06000035',
  ]);
  const byCode = await type(['body', 'add', 'medway']);
  expect([byCode.status, byCode.said]).toEqual([
    1,
    expect.stringContaining('in the register already, as medway-council'),
  ]);
});

test.each([
  [['body', 'add'], 2, 'Give the word the body stands under'],
  [
    ['body', 'add', 'Oxford!', '--name', 'X', '--kind', 'forum', '--source', 'Y'],
    1,
    'cannot stand in an address',
  ],
  [['body', 'add', 'x', '--name', ' ', '--kind', 'forum', '--source', 'Y'], 1, 'Give the name of the body'],
  [['body', 'add', 'x', '--name', 'X', '--kind', 'guild', '--source', 'Y'], 2, 'A kind is county-council'],
  [
    ['body', 'add', 'x', '--name', 'X', '--kind', 'forum', '--source', 'Y', '--gss', 'K1'],
    1,
    'not a code of the Office',
  ],
] as const)('%j is told what is wrong', async (given, status, sentence) => {
  expect(await type(given)).toEqual({ status, said: expect.stringContaining(sentence) });
});
