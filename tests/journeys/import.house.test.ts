import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entriesOfAct } from '#platform/record';
import { expect, onTestFinished, test } from 'vitest';
import { runCommand } from '../../src/app/commands/run-command.ts';
import { useSite } from '../support/open-site.ts';
import { errorsOf, hiddenIn, words } from '../support/read-page.ts';
import { actingIn, visitorOf } from '../support/visitor.ts';

const site = useSite();
const path = '/office/maidstone/import';
const header = 'Ref No,Issue title,Decision maker,Decision date,Publication date,Decision,Wards affected';
const right = 'OLD-1,Town centre,Cabinet,9 July 2007,11 July 2007,"<p>That £5,000 be spent</p>",All';
const wrong = 'OLD-2,=cmd|calc,Cabinet,31 June 2007,11 July 2007,"That it be noted",All';

test('a file is chosen, checked row by row, written as far as it is right, and changes nothing the second time', async () => {
  const { address, test: database } = site();
  const clerk = await actingIn(address, 'maidstone.democratic-services-officer');
  const entered = () => entriesOfAct(database.database, 'governance.decision.entered');
  const before = await entered();
  const bring = async (holds: string | Buffer, kind = 'decisions') =>
    clerk.upload(path, { ...(await clerk.hiddenFields(path)), kind }, [
      { field: 'file', name: 'moderngov.csv', type: 'text/csv', holds },
    ]);

  expect((await clerk.get(`${path}/file`)).to).toBe(path);
  const nothing = await clerk.upload(path, await clerk.hiddenFields(path), []);
  expect(errorsOf(nothing)).toEqual(['Select what is in the file', 'Choose the file']);
  expect(errorsOf(await bring('Title,Date\nx,1')).join()).toContain(
    'must name these columns too: “Reference”',
  );
  expect(errorsOf(await bring(Buffer.from('PK\u0003\u0004'))).join()).toContain('Save its sheet as CSV');

  expect((await bring([header, right, wrong].join('\r\n'))).to).toBe(`${path}/file`);
  const checked = await clerk.get(`${path}/file`);
  expect(words(checked)).toContain('There is no such day in that month');
  expect(words(checked)).toContain('“Wards affected”');
  expect(checked.headers.get('refresh')).toBeNull();
  expect((await clerk.get(`${path}/faults.csv`)).body).toContain('3,Decision date,31 June 2007,');
  expect(await entered()).toBe(before);

  const all = await clerk.send(`${path}/file`, { mode: 'all' });
  expect(errorsOf(all)).toEqual([
    'Some rows are wrong, so not all can be written. Mend the file, or bring in the rows that are right',
  ]);
  const fields = { ...hiddenIn(await clerk.get(`${path}/file`)), mode: 'good' };
  expect((await clerk.post(`${path}/file`, fields)).to).toBe(`${path}/file`);
  expect((await clerk.post(`${path}/file`, fields)).to).toBe(`${path}/file`);
  const done = await settled(() => clerk.get(`${path}/file`));
  expect(words(done)).toContain('1 decision written');
  expect(await entered()).toBe(before + 1);

  // The record shows its gaps, and is what it was when the file is brought again.
  const reader = visitorOf(address);
  const shown = await reader.get('/decisions/maidstone/2007-001');
  expect(words(shown)).toContain('That £5,000 be spent');
  await bring([header, right].join('\n'));
  expect(words(await clerk.get(`${path}/file`))).toContain('There is nothing in the file to write');
  expect(await entered()).toBe(before + 1);
});

test('the command line checks, writes and tells what is wrong', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'accord-import-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'old.csv');
  writeFileSync(
    file,
    [header, right.replace('OLD-1', 'CLI-1').replace('Town', 'Old town'), wrong].join('\n'),
  );
  const type = async (...given: readonly string[]) => {
    const said: string[] = [];
    const status = await runCommand(['decisions', 'import', ...given], {
      configuration: site().configuration,
      out: (line) => said.push(line),
      err: (line) => said.push(line),
      input: async () => '',
    });
    return { status, said: said.join('\n') };
  };
  expect(await type(file)).toMatchObject({ status: 2 });
  expect(await type(file, '--body', 'calais')).toMatchObject({ status: 1 });
  expect(await type(join(folder, 'none.csv'), '--body', 'maidstone')).toMatchObject({ status: 1 });
  const checked = await type(file, '--body', 'maidstone', '--check');
  expect(checked.status).toBe(1);
  expect(checked.said).toContain('line 3, Decision date: There is no such day in that month');
  expect((await type(file, '--body', 'maidstone')).said).toContain('Nothing was written');
  expect((await type(file, '--body', 'maidstone', '--good-rows')).said).toContain('1 decisions written');
  expect((await type(file, '--body', 'maidstone', '--good-rows')).said).toContain('0 decisions written');
});

test('meetings and their items are handed out in the form of OParl, page by page', async () => {
  const { address } = site();
  const reader = visitorOf(address);
  const ask = async (at: string) => JSON.parse((await reader.get(at)).body);
  const system = await ask('/api/oparl');
  const { data: bodies } = await ask(system.body);
  const maidstone = bodies.find(({ web }: { web: string }) => web === '/bodies/maidstone');
  const { data: meetings } = await ask(maidstone.meeting);
  const cabinet = meetings.find((each: Record<string, unknown>) => each['accord:day'] === '2008-07-09');
  expect(cabinet).toMatchObject({ name: 'Cabinet', meetingState: 'held', cancelled: false });
  expect(await ask(cabinet.id)).toEqual(cabinet);
  const item = await ask(cabinet.agendaItem[0]);
  expect(item).toMatchObject({ meeting: cabinet.id, public: true, 'accord:votes': [] });
  expect((await reader.get(`${maidstone.meeting}?id=maidstone%2F2008-999`)).status).toBe(404);
  expect(await ask(cabinet.organization[0])).toMatchObject({
    name: 'Cabinet',
    classification: 'Executive',
  });
  expect((await ask(`${maidstone.meeting}?modified_since=2999-01-01`)).data).toEqual([]);
  expect((await ask(`${maidstone.meeting}?modified_since=2000-01-01T00:00:00Z`)).data).toHaveLength(
    meetings.length,
  );
  expect((await reader.get(`${maidstone.meeting}?modified_since=yesterday`)).status).toBe(400);
  expect((await reader.get(`${maidstone.meeting}?cursor=xyz`)).status).toBe(400);
  expect((await reader.get('/api/oparl/bodies/calais/meetings')).status).toBe(404);
});

/** The page once nothing is being written any more. */
async function settled(ask: () => Promise<Awaited<ReturnType<ReturnType<typeof visitorOf>['get']>>>) {
  for (let tries = 0; tries < 100; tries += 1) {
    const answered = await ask();
    if (answered.headers.get('refresh') === null) return answered;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The import did not end');
}
